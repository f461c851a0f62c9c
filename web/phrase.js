import { Core } from './core.js';
import { problemsIn } from './problems.js';
import { wasmSource } from 'townboard:wasm';
import { names, problems, signs } from 'townboard:phrase';

/**
 * Hours as people write them, read as OSM opening hours: "8.30-17.30, lunch 13.00-14.00". The board loads this only
 * when a site file holds a sentence. The words of a language are data/phrases/<language>.json beside it.
 *
 * The module takes its table of signs and words with each sentence, made here as phrase::Words does it
 * (wasm/core/phrase/words.h, names.cpp), so that the module need not be able to.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const tables = new Map(); // language -> promise of its word tables, or of null when there is no such language
let loading = null;

// The two bytes of a name, for the sense and the value.
const marks = new Map(names.split('\n').flatMap(
  (line, sense) => line.split(' ').map((name, value) => [name, [sense, value]]),
));
marks.delete('');

const NO_LETTER = 0x60;
const OTHER_LETTER = 0xff;
const BLANK = 0x20;
const STAR = 0x2a;
const CYRILLIC = 0x80;
const ALWAYS = /^(Mo-Su )?00:00-24:00$/;
const LONGEST_FORM = 100;
const LONGEST_NEAR = 30;
const MOST = 256 * 1024;

const [[signMark], ...apart] = ['sign', 'blank', 'dash', 'slash'].map((name) => marks.get(name));
const parting = apart.map(([sense]) => sense);

// The senses whose words matter so much that one with a wrong letter is refused.
const senseOf = (name) => marks.get(name)[0];
const single = ['Mo', 'break', 'closed'].map(senseOf);
const [firstTelling, lastTelling] = ['Jan', 'days_off'].map(senseOf);
const isTelling = ([sense], letters) => (single.includes(sense) || (sense >= firstTelling && sense <= lastTelling)) &&
  letters.length >= 5 + letters.includes(STAR) && !letters.includes(BLANK);

function mapCharacters(characters, lines) {
  for (const line of lines.split('\n')) {
    const [name, ...ranges] = line.split(' ');
    const follow = name.length > 1 && name.endsWith('+');
    const letter = follow ? name.slice(0, -1) : name;
    const number = [letter.charCodeAt(0), parseInt(letter, 16)][letter.length - 1];
    const first = number ?? marks.get(name)[0];
    for (const range of ranges) {
      const [begin, end = begin] = range.split('-').map((digits) => parseInt(digits, 16));
      for (let c = begin; c <= end; ++c) characters[c] = follow ? first + c - begin : first;
    }
  }
  return characters;
}

// What each character is, a byte for each; those beyond U+FFFF are as the last. In Cyrillic, Latin letters that look
// alike are taken for those of the language.
const [always, lookAlikes] = signs.split('\n\n');
const blank = new Uint8Array(0x10000).fill(OTHER_LETTER).fill(signMark, 0, 0xc0).fill(signMark, 0x2000, 0x3040);
const latin = mapCharacters(blank, always);
const cyrillic = mapCharacters(latin.slice(), lookAlikes);

const isDigit = (letter) => letter >= 0x30 && letter <= 0x39;

// The bytes of a form as the module sees a sentence: a blank for hyphens and slashes, and between digits and letters.
function lettersOf(form, characters) {
  const letters = [];
  let before = BLANK;
  for (const character of form) {
    let letter = characters[Math.min(character.codePointAt(0), 0xffff)];
    if (letter === NO_LETTER) continue;
    if (parting.includes(letter)) letter = BLANK;
    if (character === '*') letter = STAR;
    if (before !== BLANK && letter > STAR && isDigit(letter) !== isDigit(before)) letters.push(BLANK);
    if (letter !== BLANK || before !== BLANK) letters.push(letter);
    before = letter;
  }
  return letters.some((letter) => letter > STAR) && letters.length < LONGEST_FORM ? letters : null;
}

// Words with wrong letters, as wasm/core/phrase/misspelt.cpp finds them: one letter, of forms of seven and more two, must
// change, appear or vanish to make the form of the word, or, for a stem, of its beginning. Rule: Levenshtein distance, row by row.
function isNear(word, form, isStem) {
  if (word.length > LONGEST_NEAR || form.length > LONGEST_NEAR) return false;
  if (form.length > word.length + 2 || (!isStem && word.length > form.length + 2)) return false;
  let row = Array.from({ length: form.length + 1 }, (_, place) => place);
  let best = form.length;
  for (const letter of word) {
    const above = row;
    row = [above[0] + 1];
    for (let i = 0; i < form.length; i += 1) {
      row.push(Math.min(above[i] + (letter !== form[i]), above[i + 1] + 1, row[i] + 1));
    }
    if (row[form.length] < best || !isStem) best = row[form.length];
  }
  return best <= (form.length < 7 ? 1 : 2);
}

// The form of a day, month or the like that a word may be meant for; a word of the table is none that is wrong.
function meantBy(word, { forms }) {
  if (word.length < 4 || word.length >= LONGEST_FORM) return undefined;
  if (forms.some(({ text, isStem }) => (isStem ? word.startsWith(text) : word === text))) return undefined;
  return forms.find(({ text, isStem, isDay, matters }) => matters && ((isDay && word.includes(text)) || isNear(word, text, isStem)));
}

// The words of a text as letters.
function wordsIn(text, { characters }) {
  const words = [''];
  for (const character of text) {
    const letter = characters[Math.min(character.codePointAt(0), 0xffff)];
    if (letter < NO_LETTER) words.push('');
    else if (letter > NO_LETTER) words[words.length - 1] += String.fromCharCode(letter);
  }
  return words;
}

// A form for each word of a sentence that resembles one which matters.
function marksOf(sentence, table) {
  const wrong = [...new Set(wordsIn(sentence, table))].filter((word) => meantBy(word, table));
  return wrong.flatMap((word) => [...marks.get('misspelt'), 3, word.length, ...Array.from(word, (letter) => letter.charCodeAt(0))]);
}

// What a misspelt word may be meant for, in letters of its script.
function suggestionFor(word, table) {
  const letters = Array.from(meantBy(wordsIn(word, table).join(''), table)?.text ?? '', (letter) => letter.charCodeAt(0));
  return String.fromCharCode(...letters.map((letter) => letter + (letter < CYRILLIC ? 0 : 0x430 - CYRILLIC)));
}

const blocks = new WeakMap(); // words of languages -> their table

// The table of words of languages, of which the first is preferred.
function tableOf(words) {
  if (blocks.has(words)) return blocks.get(words);
  const bytes = [];
  const known = [];
  const characters = /[\u0400-\u047f]/.test(JSON.stringify(words[0])) ? cyrillic : latin;
  for (const [place, senses] of words.entries()) {
    for (const [name, forms] of Object.entries(senses)) {
      for (const form of marks.has(name) ? forms : []) {
        const letters = lettersOf(form, characters) ?? [];
        const marked = encoder.encode(form).length !== letters.length;
        const mark = marks.get(name);
        const isStem = form.includes('*');
        const matters = isTelling(mark, letters);
        const rank = (place === 0 ? 2 : 0) + (isStem ? 0 : 1) + (marked ? 4 : 0) + (matters ? 8 : 0);
        const fits = characters.length + bytes.length + letters.length + 4 <= MOST;
        if (letters.length === 0 || !fits) continue;
        bytes.push(...mark, rank, letters.length, ...letters);
        const text = String.fromCharCode(...(isStem ? letters.slice(0, -1) : letters));
        known.push({ text, isStem, matters, isDay: mark[0] === marks.get('Mo')[0] });
      }
    }
  }
  const table = { bytes: Uint8Array.from([...characters, ...bytes]), characters, forms: known };
  blocks.set(words, table);
  return table;
}

// Problems as wasm/bind/phrase.cpp writes them, as the lines that problemsIn takes.
function problemLines(hours, written, bytes, table) {
  return (written.match(/.{9}/g) ?? []).map((record) => {
    const [kind, ...digits] = Array.from(record, (digit) => digit.charCodeAt(0) - 0x30);
    const [begin, end] = [0, 4].map((at) => digits.slice(at, at + 4).reduce((sum, digit) => sum * 64 + digit));
    const [code, level] = problems[kind];
    const said = code === 'phrase_misspelt' ? suggestionFor(decoder.decode(bytes.subarray(begin, end)), table) : '';
    return [code, level, begin, end, code === 'days_missing' ? `Mo-Fr ${hours}` : said].join('\t');
  });
}

// The file of a language; null when there is none.
async function fileOf(url) {
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

// The words of a language and of those that it names besides.
async function fetchWords(language) {
  const table = await fileOf(new URL(`data/phrases/${language}.json`, import.meta.url));
  if (!table) return null;
  const others = await Promise.all((table.also ?? []).map(wordsOf));
  return [table.words, ...others.filter(Boolean).flat()];
}

function wordsOf(language) {
  if (!tables.has(language)) {
    const words = fetchWords(language);
    words.catch(() => tables.delete(language));
    tables.set(language, words);
  }
  return tables.get(language);
}

/**
 * Gives the words of a language instead of fetching them: the content of its file in data/phrases.
 * @param {{language: string, words: Record<string, string[]>}} table
 */
export function addWords(table) {
  tables.set(table.language, Promise.resolve([table.words]));
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
    const known = await wordsOf(language);
    if (!known) continue;
    const table = tableOf(known);
    const bytes = encoder.encode(sentence);
    const wrong = marksOf(sentence, table);
    const words = table.bytes.length + wrong.length;
    const block = new Uint8Array(words + bytes.length);
    block.set(table.bytes);
    block.set(wrong, table.bytes.length);
    block.set(bytes, words);
    const size = core.call('phrase_read', block, words);
    const answer = decoder.decode(core.bytes(core.exports.core_answer(), size));
    const [text, written] = answer.split('\n');
    const hours = ALWAYS.test(text) ? '24/7' : text;
    const ok = hours !== '';
    const found = problemsIn(problemLines(hours, written, bytes, table), sentence);
    const reading = { ok, hours: ok ? hours : null, language, problems: found };
    if (ok) return reading;
    refused ??= reading;
  }
  return refused ?? { ok: false, hours: null, language: null, problems: [] };
}
