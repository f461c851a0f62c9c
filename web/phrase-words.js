import { encoder } from './calls.js';
import { names, signs } from 'townboard:phrase';

/**
 * The words of languages, as phrase::Words has them (wasm/core/phrase/words.h, names.cpp, misspelt.cpp).
 */

const lines = names.split('\n').map((line) => line.split(' '));

/** The first name of each sense. */
export const senses = lines.map(([name]) => name);

/** The numbers of the sense and the value of a name. */
export const marks = new Map(lines.flatMap((line, sense) => line.map((name, value) => [name, [sense, value]])));
marks.delete('');

const OTHER_LETTER = 0xff;
const CYRILLIC = 0x80;
const LONGEST_FORM = 100;
const LONGEST_NEAR = 30;
const MOST = 256 * 1024;

// The names of words that matter so much that one with a wrong letter is refused: days, months and the like.
const TELLING = /^[A-Z]|break$|^(closed|cleaning_day|days_off)$/;

function mapCharacters(characters, written) {
  for (const line of written.split('\n')) {
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
const [sign] = marks.get('sign');
const unmapped = new Uint8Array(0x10000).fill(OTHER_LETTER).fill(sign, 0, 0xc0).fill(sign, 0x2000, 0x3040);
const latin = mapCharacters(unmapped, always);
const cyrillic = mapCharacters(latin.slice(), lookAlikes);

/** What a character is: a letter or digit as it is compared, otherwise the sense of a sign. */
export const letterOf = (character, characters) => characters[Math.min(character.codePointAt(0), 0xffff)];

// The letters of a form: those of tokens, a blank for hyphens and slashes, and between digits and letters.
function lettersOf(form, characters) {
  const letters = Array.from(form, (character) => {
    const letter = letterOf(character, characters);
    return character === '*' ? '*' : ['blank', 'dash', 'slash'].includes(senses[letter]) ? ' ' : String.fromCharCode(letter);
  }).join('').replace(/`/g, '').replace(/\d(?=[^\0-*\d])|[^ \d](?=\d)/g, '$& ').replace(/^ +| +(?= )/g, '');
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

/** What a word that is none of the forms may be meant for: the letters of a day, month or the like, in their script. */
export function meantBy(word, forms) {
  if (word.length < 4 || word.length >= LONGEST_FORM) return undefined;
  const form = forms.find(({ name, stem, isStem, isTelling }) => isTelling &&
    ((/^[A-Z].$/.test(name) && word.includes(stem)) || isNear(word, stem, isStem)));
  return form?.stem.replace(/[^\0-\x7f]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0x430 - CYRILLIC));
}

const tables = new WeakMap(); // words of languages -> their table

/** The table of words of languages, of which the first is preferred. */
export function tableOf(languages) {
  if (tables.has(languages)) return tables.get(languages);
  const characters = /[\u0400-\u047f]/.test(JSON.stringify(languages[0])) ? cyrillic : latin;
  const forms = [];
  let size = characters.length;
  for (const [place, words] of languages.entries()) {
    for (const [name, texts] of Object.entries(words)) {
      for (const form of marks.has(name) ? texts : []) {
        const letters = lettersOf(form, characters);
        if (!letters || size + letters.length + 4 > MOST) continue;
        size += letters.length + 4;
        const isStem = form.includes('*');
        forms.push({
          name,
          words: letters.split(' '),
          stem: isStem ? letters.slice(0, -1) : letters,
          isStem,
          isTelling: TELLING.test(name) && letters.length >= 5 + isStem && !letters.includes(' '),
          isMarked: encoder.encode(form).length !== letters.length,
          rank: 0x8000 * !place + 0x4000 * !isStem + letters.length * 2,
        });
      }
    }
  }
  const table = { characters, forms };
  tables.set(languages, table);
  return table;
}
