// The library townboard/phrase: the examples of its page, and that it gives what the native reader gives, which cuts sentences
// and looks words up in C++.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { runExamples } from './examples.mjs';

const root = new URL('../../', import.meta.url);
const { addWords, readPhrase } = await import(new URL('build/dist/phrase.js', root).href);
const text = (name) => readFileSync(new URL(name, root), 'utf8');

runExamples('web/phrase.md');

const files = readdirSync(new URL('data/phrases/', root)).filter((name) => /^[a-z]{2}\.json$/.test(name));
const languages = files.map((name) => JSON.parse(text(`data/phrases/${name}`)));
const rows = text('tests/phrase/phrases.tsv').split('\n').filter((line) => line && !line.startsWith('#'))
  .map((line) => line.split('\t')).map(([language, sentence]) => [language, sentence.replaceAll('\\n', '\n')]);

// The answers of the command, with places as strings count them.
function native(asked) {
  // JSON has no halves of surrogate pairs; where text becomes bytes, each is a U+FFFD.
  const text = (sentence) => Buffer.from(sentence).toString();
  const input = asked.map(([language, sentence], id) => JSON.stringify({ id, language, text: text(sentence) })).join('\n');
  const tool = fileURLToPath(new URL('build/native/townboard', root));
  const answers = execFileSync(tool, ['phrase', '--batch'], { input: `${input}\n`, maxBuffer: 1 << 28 }).toString();
  return answers.trim().split('\n').map((line, at) => {
    const { ok, hours, problems } = JSON.parse(line);
    const bytes = Buffer.from(asked[at][1]);
    const place = (byte) => bytes.subarray(0, byte).toString().length;
    return {
      ok,
      hours: ok ? hours : null,
      problems: problems.map(
        ({ code, level, begin, end, suggestion }) => [code, level, place(begin), place(end), suggestion],
      ),
    };
  });
}

async function compare(asked) {
  const expected = native(asked);
  assert.equal(expected.length, asked.length);
  for (const [at, [language, sentence]] of asked.entries()) {
    const { ok, hours, problems } = await readPhrase(sentence, language);
    const plain = problems.map(({ code, level, begin, end, suggestion = '' }) => [code, level, begin, end, suggestion]);
    assert.deepEqual({ ok, hours, problems: plain }, expected[at], `${language}: ${sentence}`);
  }
}

test('the sentences of the tests are read as by the command', () => compare(rows));

test('every form of every language means what it means to the command', () => compare(
  languages.flatMap(({ language, words }) => Object.values(words).flat().flatMap((form) => {
    const word = form.replaceAll('*', '');
    return [[language, `${word} 9:00-17:00`], [language, `9:00-17:00, ${word}ovx, 13-14 ${word}`]];
  })),
));

test('signs and letters are the same', () => {
  const characters = Array.from({ length: 0x3100 }, (_, code) => code)
    .filter((code) => code > 0 && (code < 0x590 || code > 0x1e00));
  const asked = [...characters, 0x4e00, 0xfeff, 0xfffd, 0x1f4de].map((code) => {
    const sign = String.fromCodePoint(code);
    return ['ru', `сб${sign}та 9${sign}00${sign}12 ${sign}вт`];
  });
  return compare(asked);
});

// Numbers that look random and are the same each time. Rule: Marsaglia, Xorshift RNGs, section 3.
let seed = 20260707;
function below(bound) {
  seed ^= seed << 13;
  seed ^= seed >>> 17;
  seed ^= seed << 5;
  return (seed >>> 0) % bound;
}
const oneOf = (list) => list[below(list.length)];

const numbers = [
  '0', '1', '2', '4', '5', '7', '00', '08', '8', '9', '12', '13', '17', '24', '25', '30', '45', '59', '60', '830', '1730', '2026',
  '4294968126', '4294967297', '99999999999999999999', '4294967296000000000830-17.00', '³⁰', '⁰⁰', '8³⁰', '17⁰⁰', '²', '8-00', '13-45', '8:3000:30', '8:⁰⁰⁰⁰:9',
  '9.00', '17:30', '5-07', '12 34 8.30-17.00', '12 345 8.30.-17.00', '12-34-5', '(01) 23/45',
];
const marks = [
  ' ', '  ', '\n', '\t', '-', '–', '—', '.', '. ', ':', ', ', ',', '/', '|', ';', '(', ')', '&', '+', '№', '!', '?', '*', '"', '«', '»',
  "'", '’', '`', '\u0301', '\u0308', '\u00ad', '\u200b', '\u2009', '\ufeff', '\u00a0', '•', '📞', '🕐', '👨‍👩‍👧', '\ufe0f', '€', '中', 'ق',
  'ß', 'ё', '\u0000', '\ud83d', '\udcde', '\ufffd', '\uffff',
];

// A form as somebody may write it: in capitals, with an ending, a letter wrong or missing, a sign inside.
function spelled(form) {
  const word = form.replaceAll('*', oneOf(['', '', 'a', 'ой', 'ska']));
  const at = below(word.length + 1);
  const changed = [
    () => word.toUpperCase(),
    () => word.normalize('NFD'),
    () => word.replaceAll(' ', oneOf(['-', '. ', '.', '/', ' - ', ' . ', ':', ''])),
    () => word.slice(0, at) + word.slice(at + 1),
    () => word.slice(0, at) + oneOf(['x', 'о', 'e', 'é']) + word.slice(at + 1),
    () => word.slice(0, at) + oneOf(marks) + word.slice(at),
    () => word + oneOf(['i', 'ами', 'x', 'nd', '-я']),
    () => oneOf(['до', 'pre', 'в']) + word,
  ];
  return below(3) === 0 ? word : oneOf(changed)();
}

const anyForm = ({ words }) => spelled(oneOf(oneOf(Object.values(words))));

function randomSentence(table, length) {
  const { phone = [], ordinal_suffix: suffixes = [], of_month: ofMonth = [] } = table.words;
  const rare = [...phone, ...suffixes, ...ofMonth, '№'];
  const part = () => oneOf([
    () => anyForm(table),
    () => anyForm(table),
    () => spelled(oneOf(rare)),
    () => oneOf(numbers),
    () => oneOf(numbers) + oneOf(marks) + oneOf(numbers),
    () => oneOf(marks),
  ])();
  return Array.from({ length }, () => part() + oneOf([' ', ' ', ' ', '', oneOf(marks)])).join('');
}

// Ordinary hours, often with something wrong: they are understood more often than chance.
function randomHours(table) {
  const { words } = table;
  const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'].flatMap((day) => words[day] ?? []);
  const day = () => spelled(oneOf(days));
  const time = () => oneOf(['8', '9', '10.00', '8:30', '17-30', '18³⁰', '13', '14-00', '8-00', '17h30', '0830']);
  const line = () => [
    day(), oneOf(['-', ' - ', ', ', ' ']), day(), oneOf([' ', ': ', '', '.', '. ']), time(), oneOf(['-', ' - ', '–']), time(),
  ].join('');
  return line() + oneOf([
    () => '',
    () => `; ${line()}`,
    () => `, ${spelled(oneOf(words.break ?? days))} 13-14`,
    () => ` ${anyForm(table)}`,
    () => `, ${spelled(oneOf(words.phone ?? ['tel']))} ${oneOf(numbers)} ${oneOf(numbers)}${oneOf(['', ', ', ' '])}${line()}`,
  ])();
}

// Numbers of days in their month, lines that are counted, cells of a table that run together.
function randomDates(table) {
  const { words } = table;
  const { from = [], to = ['-'], and = [','], ordinal_suffix: suffixes = [''] } = words;
  const month = () => spelled(oneOf(oneOf(['Jan', 'May', 'Jun', 'Sep', 'Dec'].map((name) => words[name] ?? ['x']))));
  const day = () => oneOf(['1', '3', '8', '13', '24', '25', '30', '31', '32', '01', '00']) + oneOf(['', '', '', '.', oneOf(suffixes), `-${oneOf(suffixes)}`]);
  const joint = () => oneOf(['-', ' - ', '–', ', ', ` ${oneOf(and)} `, ` ${oneOf(to)} `, ' ', '.', ':']);
  const sign = oneOf(['.', '/', ' / ', '. ']);
  const digits = () => `${oneOf(['1', '01', '15', '24', '30', '31'])}${sign}${oneOf(['1', '04', '10', '12', '13', '31'])}${oneOf(['', '', '.', '.2026'])}`;
  const capital = (form) => form.replace(/^./u, (letter) => letter.toUpperCase());
  const name = () => oneOf(words[oneOf(['Mo', 'We', 'Sa'])] ?? ['x']);
  const time = () => oneOf(['8:00', '08:00', '12:30', '9: 00', '9.00', '9', '17:00']);
  const cell = () => capital(name()) + oneOf(['', ' ', ':']) + time() + oneOf(['-', '–', '']) + time();
  const marker = (number) => oneOf([`${number}) `, `${number}. `, `${number}.\n`, `${'abcдж'[number] ?? 'b'}) `, '']);
  const line = () => oneOf([cell, () => `${name()} ${time()}-${time()}`, () => `${oneOf(words.only ?? ['x'])} ${name()} ${time()}-${time()}`])();
  return oneOf([
    () => `${oneOf([...from, ''])} ${day()}${joint()}${day()}${joint()}${day()} ${oneOf(['', ...from])} ${month()}${oneOf([' ', ': ', '. '])}${line()}`,
    () => `${line()}${oneOf([', ', '. ', ' '])}${day()}${joint()}${day()} ${month()} ${oneOf(words.closed ?? ['x'])}`,
    () => `${month()}${oneOf([' ', '. ', ''])}${day()}${joint()}${month()} ${day()}${oneOf([' ', ': '])}${line()}`,
    () => `${oneOf([...from, ''])} ${digits()}${joint()}${oneOf([...to, '', ''])} ${digits()}${oneOf([' ', ': ', ''])}${line()}`,
    () => [1, 2, 3].map((number) => marker(number + below(2)) + line()).join(oneOf(['\n', '; ', ''])),
    () => cell() + cell() + cell(),
  ])();
}

test('random sentences of words, numbers and signs are read as by the command', () => compare(languages.flatMap((table) => [
  ...Array.from({ length: 150 }, () => [table.language, randomSentence(table, 1 + below(12))]),
  ...Array.from({ length: 150 }, () => [table.language, randomHours(table)]),
  ...Array.from({ length: 150 }, () => [table.language, randomDates(table)]),
  ...Array.from({ length: 3 }, () => [table.language, randomSentence(table, 60)]),
])));

test('sentences up to the limit are read, and longer ones refused, as by the command', () => {
  const longest = 10 * 1024;
  const filled = (part, size) => part.repeat(Math.ceil(size / Buffer.byteLength(part)));
  const parts = ['а', ',', '9', '9,', '1-', 'пн 9-10; ', 'tel 12-34-5 ', '📞', '\ud83d', "'", '²', 'понеделник '];
  const asked = parts.flatMap((part) => [longest - 4, longest + 1].map((size) => filled(part, size)).flatMap((long) => [
    long, `${long}a`, `a${long}`, long.slice(0, longest),
  ]));
  assert(asked.some((sentence) => Buffer.byteLength(sentence) === longest));
  return compare(asked.map((sentence) => ['ru', sentence]));
});

test('the names of meanings are those of the schema', () => {
  const { properties } = JSON.parse(text('data/phrases/phrases.schema.json')).properties.words;
  const names = text('wasm/core/phrase/names.inc').split('\n').flatMap((line) => line.split(' ')).filter(Boolean);
  const words = names.slice(names.indexOf('Mo'), names.indexOf('filler') + 1);
  assert.deepEqual(words.toSorted(), Object.keys(properties).toSorted());
});

test('of forms that fit, a whole word is preferred to a stem, then the longest is', async () => {
  addWords({ language: 'xy', words: { Mo: ['po*', 'sre da'], Tu: ['po'], We: ['pol*', 'sre'], Th: ['sré'] } });
  for (const [word, day] of [['po', 'Tu'], ['poz', 'Mo'], ['polz', 'We'], ['sre', 'We'], ['sré', 'Th'], ['sre-da', 'Mo']]) {
    assert.equal((await readPhrase(`${word} 9:00-12:00`, 'xy')).hours, `${day} 09:00-12:00`, word);
  }
});

test('a table of words may be given, and bad names and forms of it are left out', async () => {
  addWords({ language: 'xx', words: { Mo: ['qaz', '- *', 'q'.repeat(200)], nothing: ['foo'], __proto__: ['bar'] } });
  assert.equal((await readPhrase('qaz 9:00-12:00', 'xx')).hours, 'Mo 09:00-12:00');
  assert.equal((await readPhrase('foo 9:00-12:00', 'xx')).problems[0].code, 'phrase_left_out');
});
