import { Core } from './core.js';
import { problemsIn } from './problems.js';
import { wasmSource } from 'townboard:wasm';
import { names, problems, signs } from 'townboard:phrase';

/**
 * Hours as people write them, read as OSM opening hours: "8.30-17.30, lunch 13.00-14.00". The board loads this only
 * when a site file holds a sentence. The words of a language are data/phrases/<language>.json beside it.
 *
 * The module takes a sentence cut into tokens, with what the words mean. That is done here, as phrase::Words and
 * phrase::Tokens do it (wasm/core/phrase/words.h, names.cpp, misspelt.cpp, tokens.cpp), so that the module need not be able
 * to.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const tables = new Map(); // language -> promise of its word tables, or of null when there is no such language
let loading = null;

// The sense and the value of a name.
const marks = new Map(names.split('\n').flatMap(
  (line, sense) => line.split(' ').map((name, value) => [name, [sense, value]]),
));
marks.delete('');

const LONGEST_SENTENCE = 10 * 1024;
const NO_LETTER = 0x60;
const OTHER_LETTER = 0xff;
const BLANK = 0x20;
const STAR = 0x2a;
const CYRILLIC = 0x80;
const ALWAYS = /^(Mo-Su )?00:00-24:00$/;
const LONGEST_FORM = 100;
const LONGEST_NEAR = 30;
const MOST = 256 * 1024;

const [COLON, DOT, DASH, SLASH, SIGN, BLANKS, AND, OPEN, CLOSE, NUMBER, DONE, FILLER, SUFFIX, OF_MONTH, DAY, PAUSE, CLOSED, ROOM,
  FIRST_TELLING, LAST_TELLING] = (
  'colon dot dash slash sign blank and open close number done filler ordinal_suffix of_month Mo break closed room Jan days_off'
).split(' ').map((name) => marks.get(name)[0]);

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
const blank = new Uint8Array(0x10000).fill(OTHER_LETTER).fill(SIGN, 0, 0xc0).fill(SIGN, 0x2000, 0x3040);
const latin = mapCharacters(blank, always);
const cyrillic = mapCharacters(latin.slice(), lookAlikes);

const isDigit = (letter) => letter >= 0x30 && letter <= 0x39;
const letterOf = (code, characters) => characters[Math.min(code, 0xffff)];

// The letters of a form: those of tokens, a blank for hyphens and slashes, and between digits and letters.
function lettersOf(form, characters) {
  let letters = '';
  let before = BLANK;
  for (const character of form) {
    let letter = letterOf(character.codePointAt(0), characters);
    if (letter === NO_LETTER) continue;
    if ([BLANKS, DASH, SLASH].includes(letter)) letter = BLANK;
    if (character === '*') letter = STAR;
    if (before !== BLANK && letter > STAR && isDigit(letter) !== isDigit(before)) letters += ' ';
    if (letter !== BLANK || before !== BLANK) letters += String.fromCharCode(letter);
    before = letter;
  }
  return /[^\0-*]/.test(letters) && letters.length < LONGEST_FORM ? letters : '';
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

// The form of a day, month or the like that a word may be meant for which is no word of the table.
function meantBy(word, forms) {
  if (word.length < 4 || word.length >= LONGEST_FORM) return undefined;
  return forms.find(({ stem, isStem, sense, matters }) => matters && ((sense === DAY && word.includes(stem)) || isNear(word, stem, isStem)));
}

// Letters in their script.
function written(letters) {
  return letters.replace(/[^\0-\x7f]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x430 - CYRILLIC));
}

const prepared = new WeakMap(); // words of languages -> their table

// The table of words of languages, of which the first is preferred.
function tableOf(words) {
  if (prepared.has(words)) return prepared.get(words);
  const characters = /[\u0400-\u047f]/.test(JSON.stringify(words[0])) ? cyrillic : latin;
  const forms = [];
  let size = characters.length;
  for (const [place, senses] of words.entries()) {
    for (const [name, texts] of Object.entries(senses)) {
      for (const form of marks.has(name) ? texts : []) {
        const text = lettersOf(form, characters);
        const isStem = form.includes('*');
        const [sense, value] = marks.get(name);
        // Words that matter so much that one with a wrong letter is refused.
        const matters = ([DAY, PAUSE, CLOSED].includes(sense) || (sense >= FIRST_TELLING && sense <= LAST_TELLING)) &&
          text.length >= 5 + isStem && !text.includes(' ');
        if (!text || size + text.length + 4 > MOST) continue;
        size += text.length + 4;
        forms.push({
          sense, value, matters, isStem,
          words: text.split(' '),
          stem: isStem ? text.slice(0, -1) : text,
          rank: (place ? 0 : 0x8000) + (isStem ? 0 : 0x4000) + text.length * 2,
          isMarked: encoder.encode(form).length !== text.length,
        });
      }
    }
  }
  const table = { characters, forms };
  prepared.set(words, table);
  return table;
}

// Words, numbers and signs, with their places as bytes.
function cut(sentence, characters) {
  const tokens = [];
  let end = 0;
  let last = BLANKS;
  let wasRaised = false;
  const add = (sense, raised) => {
    tokens.push({ sense, meant: sense, count: 1, meantValue: 0, glued: last !== BLANKS, raised, suffix: 0, value: 0, text: '', begin: end, end });
  };
  for (const character of sentence) {
    const code = character.codePointAt(0);
    const letter = letterOf(code, characters);
    const sense = letter >= NO_LETTER ? 0 : isDigit(letter) ? NUMBER : letter;
    const raised = sense === NUMBER && code > 0x7f;
    const hasLetters = sense === NUMBER || !sense;
    if (sense !== BLANKS && (!hasLetters || sense !== last || raised !== wasRaised)) add(sense, raised);
    end += 1 + (code > 0x7f) + (code > 0x7ff) + (code > 0xffff);
    if (sense !== BLANKS) {
      const token = tokens[tokens.length - 1];
      token.end = end;
      if (sense === NUMBER) token.value = (token.value * 10 + letter - 0x30) | 0;
      if (hasLetters && letter !== NO_LETTER) token.text += String.fromCharCode(letter);
    }
    last = sense;
    wasRaised = raised;
  }
  last = BLANKS;
  add(DONE, false);
  return tokens;
}

// How many tokens from `first` on are the words of a form; 0: they are not. Dots between are passed, as in a.m., and hyphens,
// slashes and colons.
function lengthOf(words, tokens, first) {
  let at = first;
  for (const [place, word] of words.entries()) {
    if (place) {
      const { sense, glued } = tokens[at];
      if ([DASH, SLASH, COLON].includes(sense) || (sense === DOT && glued)) at += 1;
    }
    const { text } = tokens[at];
    if (!text || (word.endsWith('*') ? !text.startsWith(word.slice(0, -1)) : text !== word)) return 0;
    at += 1;
  }
  return at - first;
}

// Takes a telephone number at `first` out of the sentence; where it ends. A time with minutes behind a dot is none of its digits.
function endOfNumber(tokens, first) {
  let end = first;
  let digits = 0;
  for (let at = first; [DASH, DOT, SLASH, AND, OPEN, CLOSE, COLON, NUMBER].includes(tokens[at].sense); at += 1) {
    const [{ sense, glued, text }, dot, , behind] = tokens.slice(at, at + 4);
    if (!glued && dot.sense === DOT && dot.glued && behind?.sense !== DOT && at > first) break;
    if (sense !== NUMBER) continue;
    digits += text.length;
    end = at + 1;
  }
  // "Telephone: 8-12".
  if (end > first + 1 && digits < 5) return first;
  for (const token of tokens.slice(first, end)) token.sense = token.meant = FILLER;
  return end;
}

// An hour, a hyphen and its minutes where nothing else can be meant: 8-00, 13-45.
const SURE_DASH = /^([01]?\d|2[0-4])-(0[0-7]|2[5-9]|[345]\d)$/;

// Looks the words up: the form with the most words, then of the own language, then a whole word before a stem, then the
// longest, then with marks as the word: in Slovak "st" is Wednesday and "št" Thursday.
function lookUp(tokens, forms) {
  let ofMonth = false;
  let dashMinutes = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const { sense, text, glued } = token;
    if (!text) continue;
    const isMarked = token.end - token.begin !== text.length;
    let best = sense === NUMBER ? 0x1ffff : 0;
    let known = false;
    for (const form of forms) {
      if (form.words[0][0] !== text[0]) continue;
      const count = lengthOf(form.words, tokens, at);
      if (!count) continue;
      known ||= count === 1;
      if (form.sense === SUFFIX) {
        token.suffix ||= count === 1 && glued;
        continue;
      }
      const rank = count * 0x10000 + form.rank + (form.isMarked === isMarked);
      if (rank <= best) continue;
      best = rank;
      token.meant = form.sense;
      token.meantValue = form.value;
      token.count = count;
    }
    // A word of the table is none that is wrong.
    if (!known && !best) token.near = meantBy(text, forms);
    if (token.near) token.meantValue = 1;
    if (token.meant === ROOM && token.meantValue === 1) {
      at = endOfNumber(tokens, at + token.count) - 1;
      continue;
    }
    ofMonth ||= token.meant === OF_MONTH;
    const [dash, minutes] = tokens.slice(at + 1, at + 3);
    if (dash.sense !== DASH || !dash.glued || !minutes.glued || !SURE_DASH.test(`${text}-${minutes.text}`)) continue;
    dash.value = 1;
    dashMinutes ||= !glued || ![DOT, COLON].includes(tokens[at - 1].sense);
  }
  // Where one hyphen surely has minutes behind it, others may.
  for (const token of tokens) {
    if (dashMinutes && token.sense === DASH) token.value = 1;
  }
  return ofMonth;
}

// Tokens as bytes of phrase::Atom (wasm/core/phrase/work.h).
function bytesOf(tokens) {
  const numbers = tokens.flatMap(({ sense, meant, count, meantValue, glued, raised, suffix, value, text, begin, end }) => [
    sense, meant, count | meantValue << 8 | glued << 16 | raised << 24, suffix, value, text.length, begin, end,
  ]);
  return new Uint8Array(Uint32Array.from(numbers).buffer);
}

// Problems as wasm/bind/phrase.cpp writes them, as the lines that problemsIn takes.
function problemLines(hours, records, tokens) {
  return records.match(/.{9}/g)?.map((record) => {
    const [kind, ...digits] = Array.from(record, (digit) => digit.charCodeAt(0) - 0x30);
    const [begin, end] = [0, 4].map((at) => digits.slice(at, at + 4).reduce((sum, digit) => sum * 64 + digit));
    const [code, level] = problems[kind];
    const near = code === 'phrase_misspelt' && tokens.find((token) => token.begin === begin)?.near;
    return [code, level, begin, end, code === 'days_missing' ? `Mo-Fr ${hours}` : near ? written(near.stem) : ''].join('\t');
  }) ?? [];
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

// What a sentence means in a language: OSM hours, empty when it is refused, and problems as lines.
function read(core, sentence, { characters, forms }) {
  const bytes = encoder.encode(sentence);
  if (bytes.length > LONGEST_SENTENCE) return ['', [`phrase_too_long\te\t0\t${LONGEST_SENTENCE}`]];
  const tokens = cut(sentence, characters);
  const ofMonth = lookUp(tokens, forms);
  const size = core.call('phrase_read', Uint8Array.from([...bytesOf(tokens), ...bytes]), tokens.length, Number(ofMonth));
  const [hours, records] = decoder.decode(core.bytes(core.exports.core_answer(), size)).split('\n');
  return [ALWAYS.test(hours) ? '24/7' : hours, problemLines(hours, records, tokens)];
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
    const [hours, lines] = read(core, sentence, tableOf(words));
    const ok = hours !== '';
    const reading = { ok, hours: ok ? hours : null, language, problems: problemsIn(lines, sentence) };
    if (ok) return reading;
    refused ??= reading;
  }
  return refused ?? { ok: false, hours: null, language: null, problems: [] };
}
