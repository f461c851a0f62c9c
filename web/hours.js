import { Calls } from './calls.js';
import { transitionsOf } from './zone.js';
import { problemsIn } from './problems.js';
import { url } from 'townboard:wasm';

/**
 * OSM opening hours as a library: `townboard/hours`. The module is compiled while this file is imported, so
 * everything below answers at once.
 */

const fs = import.meta.url.startsWith('file:') ? await import('node:fs') : null;

async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`townboard/hours: ${url}: ${response.status}`);
  return response;
}

const bytes = fs ? fs.readFileSync(new URL(url)) : await (await fetched(url)).arrayBuffer();
const core = new Calls((await WebAssembly.instantiate(bytes)).instance.exports);
core.exports._initialize?.();

const call = core.call.bind(core);
const languages = new Map(); // language -> its words as locale::Locale::of_list reads them
const slots = new FinalizationRegistry((slot) => call('hours_free', slot));
let hasWords = false; // of other languages

const MODES = { ranges: 0, points: 1, both: 2 };
const FARTHEST = 100_000; // intervals in one answer

// A slot of the module that lives as long as `owner`.
function slotOf(owner) {
  const slot = call('hours_make');
  slots.register(owner, slot);
  return slot;
}

function seconds(date) {
  const milliseconds = Number(date);
  if (Number.isNaN(milliseconds)) throw new RangeError('townboard/hours: this is no date');
  return milliseconds / 1000;
}

const addressOf = (name) => new URL(`data/hours/${name}.json`, import.meta.url);

// A file beside this one in node, at once; undefined where there is none.
function readNow(name) {
  if (fs?.existsSync(addressOf(name))) return JSON.parse(fs.readFileSync(addressOf(name), 'utf8'));
}

const load = async (name) => readNow(name) ?? (await fetched(addressOf(name))).json();

/** Gives the words of a language: the content of data/hours/<language>.json. */
export function addLanguage({ language, words }) {
  languages.set(language, [...words, ''].join('\0'));
}

/** Loads the words of a language from data/hours beside this file, for `describe`. */
export async function loadLanguage(language) {
  addLanguage(await load(language));
}

function wordsOf(tag) {
  const language = languages.has(tag) ? tag : tag.split('-')[0];
  const file = !languages.has(language) && readNow(language);
  if (file) addLanguage(file);
  const words = languages.get(language);
  if (!words) throw new RangeError(`townboard/hours: no words of "${tag}"; await loadLanguage('${language}') first`);
  return words;
}

function addWords({ words }) {
  call('hours_words', words.join('\n'));
  hasWords = true;
}

/** Loads the words of other languages that may stand in values, from data/hours beside this file. */
export async function loadWords() {
  if (!hasWords) addWords(await load('words'));
}

// Each calendar and each zone is read once and serves many values.
const calendars = new WeakMap(); // calendar -> { region: slot }
const zones = new Map();

function calendarSlot(calendar, region) {
  const known = calendars.get(calendar) ?? {};
  calendars.set(calendar, known);
  if (region in known) return known[region];
  const slot = slotOf(calendar);
  const own = calendar.regions?.[region] ?? {};
  // A text, or one in several languages; the first stands for all.
  const nameOf = (name) => (typeof name === 'string' ? name : Object.values(name ?? {})[0] ?? '');
  const days = (kind, first, last, name) => {
    const [begin, end] = [first, last].map((day) => Date.parse(day) / 864e5);
    if (end - begin < 1e6) call('hours_days', slot, kind, begin, end, nameOf(name));
  };
  for (const part of [calendar, own]) {
    for (const { rule, from = 0, until = 9999, name } of part.holidays ?? []) {
      if (part === own || !own.without?.includes(rule)) call('hours_holiday', slot, rule, from, until, nameOf(name));
    }
    for (const { date, name } of part.dated ?? []) days(0, date, date, name);
    for (const { from, to, name } of part.schoolHolidays ?? []) days(1, from, to, name);
    for (const { from, to } of part.moves ?? []) days(2, from, to);
  }
  known[region] = slot;
  return slot;
}

function zoneSlot(zone, zoneRule) {
  const key = zoneRule ?? `/${zone}`;
  if (zones.has(key)) return zones.get(key);
  const { rule, first, pairs } = zoneRule === undefined && zone !== undefined ? transitionsOf(zone) : { rule: zoneRule ?? 'UTC0', first: 0, pairs: [] };
  const slot = call('hours_make');
  if (call('hours_zone', slot, rule, new Uint8Array(Float64Array.from(pairs).buffer), first) === 0) {
    call('hours_free', slot);
    throw new RangeError(`townboard/hours: "${rule}" is no rule of a time zone, such as CET-1CEST,M3.5.0,M10.5.0/3`);
  }
  zones.set(key, slot);
  return slot;
}

export class OpeningHours {
  #slot = slotOf(this);
  #calendar; // kept, since its slot is
  #text;
  #language;

  /** Reads a value. A value that is refused has `ok` false and says why in `problems`; its state is unknown. */
  static parse(text, options = {}) {
    return new OpeningHours(String(text), options);
  }

  constructor(text, { mode = 'ranges', zone, zoneRule, calendar, region = '', position = [NaN, NaN], language = 'en', movedDays = true, holidayEve = 0 } = {}) {
    if (!(mode in MODES)) throw new RangeError(`townboard/hours: mode is ranges, points or both, not "${mode}"`);
    this.#text = text;
    this.#language = language;
    const read = () => (this.ok = call('hours_read', this.#slot, text, MODES[mode]) !== 0);
    // No value that is understood changes its meaning by more words.
    const words = !read() && !hasWords && readNow('words');
    if (words) {
      addWords(words);
      read();
    }
    const [normalized, ...lines] = core.answer().split('\n');
    this.normalized = this.ok ? normalized : null;
    this.problems = problemsIn(lines, text);
    this.#calendar = calendar;
    const [latitude, longitude] = position.map(Number);
    call('hours_place', this.#slot, zoneSlot(zone, zoneRule), calendar ? calendarSlot(calendar, region) : 0, latitude, longitude, movedDays ? 1 : 0, Math.abs(holidayEve));
  }

  /** What holds at `date`: { state: 'open' | 'closed' | 'unknown', comment, rule }. */
  stateAt(date) {
    if (!this.ok) return { state: 'unknown', comment: null, rule: null };
    call('hours_at', this.#slot, seconds(date));
    const [state, comment, rule] = core.answer().split('\t');
    return { state, comment: comment || null, rule: rule || null };
  }

  /** The Date at which the state changes next; null when it does not within twelve years. */
  nextChange(date) {
    if (!this.ok) return null;
    const next = call('hours_next', this.#slot, seconds(date));
    return Number.isNaN(next) ? null : new Date(next * 1000);
  }

  /** Open and unknown stretches between two dates: [{ from, to, state, comment }], cut at both ends. */
  intervals(from, to) {
    if (!this.ok) return [];
    call('hours_intervals', this.#slot, seconds(from), seconds(to), FARTHEST);
    return core.answer().split('\n').slice(0, -1).map((line) => {
      const [begin, end, state, comment] = line.split('\t');
      return { from: new Date(begin * 1000), to: new Date(end * 1000), state, comment: comment || null };
    });
  }

  /** Whether every week is the same, so that one week shows all. */
  get weekStable() {
    return this.ok && call('hours_week_stable', this.#slot) === 1;
  }

  /** The value in words: "Mon–Fri 8:30–13:00 and 14:00–17:30, closed on public holidays". */
  describe(language = this.#language) {
    if (!this.ok) return this.#text;
    call('hours_describe', this.#slot, wordsOf(language));
    return core.answer();
  }

  /** Whether the other value has the same rules: then, and only then, they have the same normal form. */
  equals(other) {
    return this.ok && this.normalized === other.normalized;
  }

  toString() {
    return this.normalized ?? this.#text;
  }
}
