import { encoder } from './calls.js';
import { findDates, passMarkers } from './phrase-dates.js';
import { letterOf, marks, meantBy, senses } from './phrase-words.js';

/**
 * Sentences cut into words, numbers and signs, with what the words mean, as phrase::Tokens has them
 * (wasm/core/phrase/tokens.cpp).
 */

// Words, raised digits, digits, signs. A letter that begins a word in the middle is CUT above its code.
const TOKENS = /[`-\xff\u0260-\u02ff][`-\u0100]*|(\d\u0100+)+|(\d(?!\u0100))+|[^ \u0100]\u0100*/g;
const CUT = 0x200;
const NO_LETTER = 0x60;
const LOWER = /[a-z\xdf-\xff\u0430-\u045f]/;
const UPPER = /[A-Z\xc0-\xde\u0400-\u042f]/;

// An hour, a hyphen and its minutes where nothing else can be meant: 8-00, 13-45.
const SURE_DASH = /^([01]?\d|2[0-4])-(0[0-7]|2[5-9]|[345]\d)$/;

// "20:0013:00" of two cells, and "14: 00". Raised digits have more bytes than letters and are left.
function partTimes(tokens) {
  for (let at = 2; at < tokens.length - 1; at += 1) {
    const [hour, colon, token, behind] = tokens.slice(at - 2, at + 2);
    if (token.sense !== 'number' || colon.sense !== 'colon' || !colon.glued) continue;
    const { text, begin, glued, raised } = token;
    if (glued && !raised && text.length === 4 && behind.sense === 'colon' && behind.glued) {
      const rest = { ...token, text: text.slice(2), value: Number(text.slice(2)), begin: begin + 2 };
      tokens.splice(at, 1, { ...token, text: text.slice(0, 2), value: Number(text.slice(0, 2)), end: begin + 2 }, rest);
    }
    tokens[at].glued ||= text === '00' && hour.sense === 'number';
  }
  return tokens;
}

// Places are bytes of UTF-8. A token has its sense as a name.
function cut(sentence, characters) {
  // The letter or sign of each character, with U+0100 for each further byte of it.
  let before = '';
  const letters = Array.from(sentence, (character) => {
    const letter = letterOf(character, characters);
    // Cells of a table that run together: "FridayClosed".
    const code = letter > NO_LETTER && LOWER.test(before) && UPPER.test(character) ? letter + CUT : letter;
    before = character;
    const written = senses[letter] === 'blank' ? ' ' : String.fromCharCode(code);
    return written.padEnd(encoder.encode(character).length, '\u0100');
  }).join('');
  let end = -1;
  const tokens = Array.from(letters.matchAll(TOKENS), ({ 0: piece, index: begin }) => {
    const text = piece.replace(/^[\u0260-\u02ff]/, (letter) => String.fromCharCode(letter.charCodeAt(0) - CUT)).replace(/[^\da-\xff]/g, '');
    const sense = piece >= '`' ? 'unknown' : text ? 'number' : senses[piece.charCodeAt(0)];
    const value = Array.from(text).reduce((sum, digit) => (sum * 10 + Number(digit)) | 0, 0);
    const glued = begin === end;
    end = begin + piece.length;
    return { sense, text, value, begin, end, glued, raised: /\d\u0100/.test(piece) };
  });
  return partTimes([...tokens, { sense: 'done', text: '', begin: letters.length, end: letters.length }]);
}

// How many tokens from `first` on are the words of a form; 0: they are not. Dots between are passed, as in a.m., and hyphens,
// slashes and colons.
function lengthOf(words, tokens, first) {
  let at = first;
  for (const word of words) {
    const { sense, glued } = tokens[at];
    if (at > first && (['colon', 'slash', 'dash'].includes(sense) || (sense === 'dot' && glued))) at += 1;
    const { text } = tokens[at];
    if (!text || (word.endsWith('*') ? !text.startsWith(word.slice(0, -1)) : text !== word)) return 0;
    at += 1;
  }
  return at - first;
}

const IN_NUMBERS = ['number', 'and', 'open', 'close', 'dot', 'colon', 'slash', 'dash'];

// Takes a telephone number at `first` out of the sentence; where it ends. A time with minutes behind a dot is none of its digits.
function endOfNumber(tokens, first) {
  let end = first;
  let digits = 0;
  for (let at = first; IN_NUMBERS.includes(tokens[at].sense); at += 1) {
    const [{ sense, glued, text }, dot, , behind] = tokens.slice(at, at + 4);
    if (!glued && dot.sense === 'dot' && dot.glued && behind?.sense !== 'dot' && at > first) break;
    digits += text.length;
    if (sense === 'number') end = at + 1;
  }
  // "Telephone: 8-12".
  if (end > first + 1 && digits < 5) return first;
  for (const token of tokens.slice(first, end)) token.sense = 'filler';
  return end;
}

const HALVES = ['morning', 'afternoon', 'am', 'pm'];

// The day in a compound of a day and a half of it: Mittwochnachmittag.
function dayIn(text, forms) {
  return forms.find(({ name, stem }) => {
    const rest = text.slice(stem.length);
    return /^[A-Z].$/.test(name) && stem.length > 3 && text.startsWith(stem) && forms.some(
      (half) => HALVES.includes(half.name) && (half.isStem ? rest.startsWith(half.stem) : rest === half.stem),
    );
  });
}

// The form with the most words, then of the own language, then a whole word before a stem, then the longest, then with marks
// as the word: in Slovak "st" is Wednesday and "št" Thursday.
function lookUp(tokens, at, forms) {
  const token = tokens[at];
  const { text } = token;
  const marked = token.end - token.begin !== text.length;
  let best = token.sense === 'number' ? 0x1ffff : 0;
  let isKnown = false;
  for (const { name, words, rank, isMarked } of forms) {
    const count = words[0][0] === text[0] && lengthOf(words, tokens, at);
    if (!count) continue;
    isKnown ||= count === 1;
    const own = count * 0x10000 + rank + (isMarked === marked);
    if (name === 'ordinal_suffix') {
      token.suffix ||= count === 1 && token.glued;
    } else if (own > best) {
      best = own;
      token.meant = name;
      token.count = count;
    }
  }
  if (isKnown || best) return;
  const day = text < '\x80' && dayIn(text, forms);
  if (day && marked) return;
  if (day) {
    const size = day.stem.length;
    tokens.splice(at + 1, 0, { ...token, text: text.slice(size), begin: token.begin + size, glued: true });
    Object.assign(token, { text: day.stem, end: token.begin + size, meant: day.name });
    return;
  }
  token.near = meantBy(text, forms);
  if (token.near) token.meant = 'misspelt';
}

const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const CLEAR = [...DAYS, 'comma', 'and', 'bar', 'dash', 'to'];

// "Monday Friday 9-18": from one to the other, or on these two? The second becomes a number without a day, so that it is
// refused. Days in a list, neighbours and heads of columns are clear.
function doubtPairs(tokens) {
  for (let at = 0; at < tokens.length - 2; at += 1) {
    const [before, first, second, behind] = [-1, 0, 1, 2].map((ahead) => tokens[at + ahead]);
    // "Monday to Shabbat" is not Monday.
    if (DAYS.includes(first.meant) && second.meant === 'to' && !behind.meant && behind.sense === 'unknown') behind.meant = 'misspelt';
    const [from, to] = [first, second].map(({ meant, count = 1 }) => (count === 1 ? DAYS.indexOf(meant) : -1));
    const isClear = [before, behind].some((token) => token && CLEAR.includes(token.meant ?? token.sense));
    if (from >= 0 && to > from + 1 && !first.suffix && !isClear) second.meant = 'first';
  }
}

// "Office hours of the library (Mo-Fr 9-17)": in the first parentheses stands all that is said.
function openHead(tokens) {
  const isDay = ({ meant }) => DAYS.includes(meant);
  const isNumber = ({ sense }) => sense === 'number';
  const open = tokens.findIndex((token) => token.sense === 'open' || isDay(token) || isNumber(token));
  const close = tokens.findIndex(({ sense }, at) => at > open && sense === 'close');
  if (open < 0 || close < 0 || tokens[open].sense !== 'open') return;
  const inside = tokens.slice(open, close);
  if (!inside.some(isDay) || !inside.some(isNumber)) return;
  for (const token of [tokens[open], tokens[close]]) token.sense = token.meant = 'filler';
}

/** Whether the sentence says "of the month", but not of every Saturday. */
export const isOfMonth = (tokens) => tokens.some(({ meant }, at) => meant === 'of_month' &&
  !(tokens[at - 2]?.meant === 'every' && DAYS.includes(tokens[at - 1].meant)));

/** The tokens of a sentence. `near`: what a misspelt word may be meant for. */
export function tokensOf(sentence, { characters, forms }) {
  const tokens = cut(sentence, characters);
  let dashMinutes = false;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token.text) continue;
    lookUp(tokens, at, forms);
    if (token.meant === 'phone') {
      at = endOfNumber(tokens, at + token.count) - 1;
      continue;
    }
    const [dash, minutes] = tokens.slice(at + 1, at + 3);
    if (dash.sense !== 'dash' || !dash.glued || !minutes.glued || !SURE_DASH.test(`${token.text}-${minutes.text}`)) continue;
    dash.value = 1;
    dashMinutes ||= !token.glued || !['dot', 'colon'].includes(tokens[at - 1].sense);
  }
  // Where one hyphen surely has minutes behind it, others may.
  for (const token of tokens) {
    if (dashMinutes && token.sense === 'dash') token.value = 1;
  }
  openHead(tokens);
  doubtPairs(tokens);
  passMarkers(tokens, isOfMonth(tokens));
  findDates(tokens);
  return tokens;
}

/** The tokens as phrase::Atom has them (wasm/core/phrase/work.h). */
export function atomsOf(tokens) {
  const numbers = tokens.flatMap(({ sense, meant = sense, count = 1, glued, raised, suffix, value, text, begin, end }) => {
    const [meantSense, meantValue] = marks.get(meant);
    const flags = count | meantValue << 8 | glued << 16 | raised << 24;
    return [marks.get(sense)[0], meantSense, flags, suffix, value, text.length, begin, end];
  });
  return new Uint8Array(Uint32Array.from(numbers).buffer);
}
