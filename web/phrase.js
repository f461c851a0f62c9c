import { Core } from './core.js';
import { problemsIn } from './problems.js';
import { wasmSource } from 'townboard:wasm';

/**
 * Hours as people write them, read as OSM opening hours: "8.30-17.30, lunch 13.00-14.00". The board loads this only
 * when a site file holds a sentence. The words of a language are data/phrases/<language>.json beside it.
 */

const tables = new Map(); // language -> promise of its lines, or of '' when there is no such language
let loading = null;

// The names of meanings in their tables, as in wasm/core/phrase/names.cpp: a group is a sense, and the names of a group
// are its values from 0 on.
const groups = [
  'Mo Tu We Th Fr Sa Su',
  ...'from to between and closed break all_day morning afternoon also except am pm hour hour_and_minutes'.split(' '),
  ' Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  ...'no_break days_off every_day work_days weekend holidays school_holidays eves last_work_day'.split(' '),
  'last first second third fourth fifth',
  ...(
    'ordinal_suffix no_days_off appointment cleaning_day weekly start end noon midnight minute hour_shorter room '
    + 'other_days refuse every of_month filler'
  ).split(' '),
];
const FIRST_MARK = 48;
const FIRST_SENSE = 14; // Sense::day
const marks = new Map(groups.flatMap((names, sense) => names.split(' ').map(
  (name, value) => [name, String.fromCharCode(FIRST_MARK + FIRST_SENSE + sense, FIRST_MARK + value)],
)));

// The problems as wasm/core/phrase/problems.h has them; those behind `errors` are warnings.
const errors = (
  'too_long nothing misspelt condition number sign date times half_of_the_day days_without_times no_meaning '
  + 'contradiction several_schedules break which_days appointment'
).split(' ').map((name) => `phrase_${name}\te`);
const codes = [...errors, 'days_missing\tw', 'days_assumed\tw', 'phrase_left_out\tw'];

const LONGEST_FORM = 100;

// A form as the module sees a sentence: a blank for hyphens and slashes, and between digits and letters.
function partedForm(form) {
  return form.replace(/[-/ ]+/g, ' ').replace(/^ /, '').replace(/\d(?=[^\d *])|[^\d ](?=\d)/g, '$& ');
}

// The form in which the module takes the words: a line for each form, behind the marks of its meaning and of a star.
function linesOf(table) {
  return Object.entries(table.words)
    .filter(([name]) => name && marks.has(name))
    .flatMap(([name, forms]) => forms
      .filter((form) => form.length < LONGEST_FORM && /[^-* /]/.test(form))
      .map((form) => `${marks.get(name)}${form.includes('*') ? 1 : 0}${partedForm(form)}\n`))
    .join('');
}

// A line of wasm/bind/phrase.cpp as problemsIn takes it.
function problemLine(line, hours) {
  const code = codes[line.charCodeAt(0) - FIRST_MARK];
  return `${code}${line.slice(1).replace(/\*/g, '')}${code.startsWith('days_missing') ? `Mo-Fr ${hours}` : ''}`;
}

// The file of a language; null when there is none.
async function tableOf(url) {
  if (url.protocol === 'file:') {
    // Node, which does not fetch files.
    const { readFile } = await import('node:fs/promises');
    const text = await readFile(url, 'utf8').catch((cause) => {
      if (cause.code === 'ENOENT') return 'null';
      throw cause;
    });
    return JSON.parse(text);
  }
  const response = await fetch(url);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
  return response.json();
}

async function fetchTable(language) {
  const table = await tableOf(new URL(`data/phrases/${language}.json`, import.meta.url));
  if (!table) return '';
  const others = await Promise.all((table.also ?? []).map(wordsOf));
  return [linesOf(table), ...others.flat()];
}

// The lines of a language and of those that it names besides.
function wordsOf(language) {
  if (!tables.has(language)) {
    const table = fetchTable(language);
    table.catch(() => tables.delete(language));
    tables.set(language, table);
  }
  return tables.get(language);
}

/**
 * Gives the words of a language instead of fetching them: the content of its file in data/phrases.
 * @param {{language: string, words: Record<string, string[]>}} table
 */
export function addWords(table) {
  tables.set(table.language, Promise.resolve([linesOf(table)]));
}

/**
 * Reads a sentence in the first of the languages that understands it.
 * @param {string} sentence
 * @param {string | string[]} languages such as 'be' or ['be-BY', 'ru']
 */
export async function readPhrase(sentence, languages) {
  loading ??= Core.load(wasmSource).catch((cause) => {
    loading = null;
    throw cause;
  });
  const core = await loading;
  let refused = null;
  for (const tag of [languages].flat()) {
    const language = tag.toLowerCase().split('-')[0];
    const words = await wordsOf(language);
    if (!words) continue;
    words.forEach((lines, place) => core.call('phrase_words', lines, place));
    const ok = core.call('phrase_read', sentence) === 1;
    const [hours, ...lines] = core.answer().split('\n');
    const named = lines.map((line) => problemLine(line, hours));
    const reading = { ok, hours: ok ? hours : null, language, problems: problemsIn(named, sentence) };
    if (ok) return reading;
    refused ??= reading;
  }
  return refused ?? { ok: false, hours: null, language: null, problems: [] };
}
