import { Core } from './core.js';
import { pack } from './pack.js';
import { transitionsOf } from './zone.js';
import { problemsIn } from './problems.js';
import { wasmSource } from 'townboard:wasm';

/**
 * OSM opening hours as a library: `townboard/hours`. The module is compiled while this file is imported, so
 * everything below answers at once.
 */

const core = await Core.load(wasmSource);
const fs = import.meta.url.startsWith('file:') ? await import('node:fs') : null;
const languages = new Map(); // language -> packed words
const registry = new FinalizationRegistry((number) => core.call('hours_free', number));

const MODES = { ranges: 0, points: 1, both: 2 };
const FARTHEST = 100_000; // intervals in one answer

// Packed once, since one calendar serves many values.
const calendars = new WeakMap();
function packedCalendar(calendar) {
  if (!calendars.has(calendar)) calendars.set(calendar, pack(calendar));
  return calendars.get(calendar);
}

function seconds(date) {
  const milliseconds = date instanceof Date ? date.getTime() : Number(date);
  if (Number.isNaN(milliseconds)) throw new RangeError('townboard/hours: this is no date');
  return milliseconds / 1000;
}

/** Gives the words of a language: the content of data/locales/<language>.json. */
export function addLanguage(locale) {
  languages.set(locale.language, pack(locale));
}

/** Loads the words of a language from data/locales beside this file, for `describe`. */
export async function loadLanguage(language) {
  const url = new URL(`data/locales/${language}.json`, import.meta.url);
  if (fs) return addLanguage(JSON.parse(fs.readFileSync(url, 'utf8')));
  const response = await fetch(url);
  if (!response.ok) throw new Error(`townboard/hours: the language "${language}" could not be loaded: ${response.status}`);
  return addLanguage(await response.json());
}

function wordsOf(tag) {
  const language = languages.has(tag) ? tag : tag.split('-')[0];
  if (!languages.has(language) && fs) {
    const file = new URL(`data/locales/${language}.json`, import.meta.url);
    if (fs.existsSync(file)) addLanguage(JSON.parse(fs.readFileSync(file, 'utf8')));
  }
  const words = languages.get(language);
  if (!words) throw new RangeError(`townboard/hours: no words of "${tag}"; await loadLanguage('${language}') first`);
  return words;
}

export class OpeningHours {
  #number;
  #text;
  #language;

  /** Reads a value. A value that is refused has `ok` false and says why in `problems`; its state is unknown. */
  static parse(text, options = {}) {
    return new OpeningHours(String(text), options);
  }

  constructor(text, { mode = 'ranges', zone, zoneRule, calendar, region = '', position, language = 'en', movedDays = true, holidayEve = 0 } = {}) {
    if (!(mode in MODES)) throw new RangeError(`townboard/hours: mode is ranges, points or both, not "${mode}"`);
    this.#text = text;
    this.#language = language;
    this.#number = core.call('hours_read', text, MODES[mode]);
    const [normalized, ...lines] = core.answer().split('\n');
    this.ok = this.#number !== 0;
    this.normalized = this.ok ? normalized : null;
    this.problems = problemsIn(lines, text);
    if (!this.ok) return;
    registry.register(this, this.#number);
    this.#setZone(zone, zoneRule);
    if (calendar) core.call('hours_calendar', this.#number, packedCalendar(calendar), region);
    if (position) core.call('hours_position', this.#number, Number(position[0]), Number(position[1]));
    core.call('hours_customs', this.#number, movedDays ? 1 : 0, Math.abs(holidayEve));
  }

  #setZone(zone, zoneRule) {
    if (zone === undefined && zoneRule === undefined) return;
    const { rule, first, pairs } = zoneRule === undefined ? transitionsOf(zone) : { rule: zoneRule, first: 0, pairs: [] };
    const bytes = new Uint8Array(Float64Array.from(pairs).buffer);
    if (core.call('hours_zone', this.#number, rule, bytes, first) === 0) {
      throw new RangeError(`townboard/hours: "${rule}" is no rule of a time zone, such as CET-1CEST,M3.5.0,M10.5.0/3`);
    }
  }

  /** What holds at `date`: { state: 'open' | 'closed' | 'unknown', comment, rule }. */
  stateAt(date) {
    if (!this.ok) return { state: 'unknown', comment: null, rule: null };
    core.call('hours_at', this.#number, seconds(date));
    const [state, comment, rule] = core.answer().split('\t');
    return { state, comment: comment || null, rule: rule || null };
  }

  /** The Date at which the state changes next; null when it does not within twelve years. */
  nextChange(date) {
    if (!this.ok) return null;
    const next = core.call('hours_next', this.#number, seconds(date));
    return Number.isNaN(next) ? null : new Date(next * 1000);
  }

  /** Open and unknown stretches between two dates: [{ from, to, state, comment }], cut at both ends. */
  intervals(from, to) {
    if (!this.ok) return [];
    core.call('hours_intervals', this.#number, seconds(from), seconds(to), FARTHEST);
    return core.answer().split('\n').slice(0, -1).map((line) => {
      const [begin, end, state, comment] = line.split('\t');
      return { from: new Date(begin * 1000), to: new Date(end * 1000), state, comment: comment || null };
    });
  }

  /** Whether every week is the same, so that one week shows all. */
  get weekStable() {
    return this.ok && core.call('hours_week_stable', this.#number) === 1;
  }

  /** The value in words: "Mon–Fri 8:30–13:00 and 14:00–17:30, closed on public holidays". */
  describe(language = this.#language) {
    if (!this.ok) return this.#text;
    core.call('hours_describe', this.#number, wordsOf(language));
    return core.answer();
  }

  /** Whether the other value has the same rules. */
  equals(other) {
    return this.ok && other.ok && core.call('hours_equal', this.#number, other.#number) === 1;
  }

  toString() {
    return this.normalized ?? this.#text;
  }
}
