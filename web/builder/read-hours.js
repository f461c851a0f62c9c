import { phrases } from 'townboard:data';

/**
 * Hours as a clerk types them, in the OSM language or as a sentence: what is to be written and how it was understood.
 * The modules that read them come with the first value.
 */

const NOT_TOLD = new Set(['hours_corrected', 'hours_no_minutes', 'hours_order', 'hours_empty']);
const OSM_WORDS = /\b(Mo|Tu|We|Th|Fr|Sa|Su|PH|SH|off|24\/7)\b/;
const ONLY_TIMES = /^[\d:,\-\s]+$/;

let loading = null;
const described = new Map(); // language -> promise of its words

async function modules() {
  loading ??= (async () => {
    const [hours, phrase] = await Promise.all([import('../hours.js'), import('../phrase.js')]);
    await hours.loadWords();
    return { ...hours, ...phrase };
  })().catch((cause) => {
    loading = null;
    throw cause;
  });
  return loading;
}

function spoken(hours, language) {
  if (!described.has(language)) described.set(language, hours.loadLanguage(language));
  return described.get(language);
}

const errorsOf = (problems) => problems.filter(({ level }) => level === 'error');

// The problems of the reader for which the text was meant, errors first.
function whyRefused(text, osm, sentence) {
  const errors = errorsOf(sentence.problems);
  if (errors.length === 0 || OSM_WORDS.test(text)) return errorsOf(osm.problems);
  return errors;
}

// Which reader takes a text: as wasm/core/site/read.cpp decides it.
async function read(text, languages, { OpeningHours, readPhrase }) {
  const osm = OpeningHours.parse(text);
  const isSentence = !osm.ok || (/[^\u0000-\u007f\u2000-\u206f]/.test(text) && osm.problems.length > 0);
  if (!isSentence) return { hours: osm.normalized, problems: osm.problems };
  const known = languages.map((tag) => tag.toLowerCase().split('-')[0]).filter((language) => phrases.includes(language));
  const sentence = await readPhrase(text, [...new Set(known)]);
  if (sentence.ok) return { hours: OpeningHours.parse(sentence.hours).normalized, problems: sentence.problems, isSentence };
  if (osm.ok) return { hours: osm.normalized, problems: osm.problems };
  return { hours: null, problems: whyRefused(text, osm, sentence) };
}

// Times alone would hold on every day, which hardly any office means: whoever types them says which days.
function asksForDays(hours, problems, text) {
  if (problems.some(({ code }) => code === 'days_missing') || !ONLY_TIMES.test(hours)) return problems;
  return [{ code: 'days_missing', level: 'warning', begin: 0, end: text.length, suggestion: `Mo-Fr ${hours}` }, ...problems];
}

/**
 * Reads a text: `hours` is what is to be written, null when that is nothing; `words` how it was understood in the page's
 * language; `problems` what to tell, each with its place in the text.
 * @param {string} text
 * @param {{languages: string[], page: string, timesOnly: boolean, holidays: boolean}} options languages of sentences, the
 *   language of the words, whether days cannot be named, whether holidays are known
 * @returns {Promise<{hours: string | null, words: string, problems: object[], isSentence: boolean}>}
 */
export async function readHours(text, { languages, page, timesOnly = false, holidays = false }) {
  const all = await modules();
  await spoken(all, page);
  const { hours, problems, isSentence = false } = await read(text, languages, all);
  if (hours === null) return { hours, words: '', problems, isSentence };
  const words = all.OpeningHours.parse(hours).describe(page);
  let told = problems.filter(({ code }) => !NOT_TOLD.has(code));
  if (timesOnly) {
    told = told.filter(({ code }) => code !== 'days_missing');
    if (!ONLY_TIMES.test(hours)) return { hours: null, words: '', problems: [{ code: 'onlyTimes', level: 'error', begin: 0, end: text.length }], isSentence };
    return { hours, words, problems: told, isSentence };
  }
  told = asksForDays(hours, told, text);
  if (told.some(({ code }) => code === 'days_missing')) return { hours: null, words, problems: told, isSentence };
  if (holidays && !/\bPH\b|24\/7/.test(hours) && !told.some(({ code }) => code === 'hours_holidays_unsaid')) {
    told = [...told, { code: 'hours_holidays_unsaid', level: 'warning', begin: 0, end: text.length, suggestion: `${hours}; PH off` }];
  }
  return { hours, words, problems: told, isSentence };
}
