// The library townboard/phrase: the examples of its page, and that its table of words and its module give what the
// native reader gives, which makes its table by itself.
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
  const input = asked.map(([language, sentence], id) => JSON.stringify({ id, language, text: sentence })).join('\n');
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

test('the names of meanings are those of the schema', () => {
  const { properties } = JSON.parse(text('data/phrases/phrases.schema.json')).properties.words;
  const names = text('wasm/core/phrase/names.inc').split('\n').flatMap((line) => line.split(' ')).filter(Boolean);
  const words = names.slice(names.indexOf('Mo'), names.indexOf('filler') + 1);
  assert.deepEqual(words.toSorted(), Object.keys(properties).toSorted());
});

test('a table of words may be given, and bad names and forms of it are left out', async () => {
  addWords({ language: 'xx', words: { Mo: ['qaz', '- *', 'q'.repeat(200)], nothing: ['foo'], __proto__: ['bar'] } });
  assert.equal((await readPhrase('qaz 9:00-12:00', 'xx')).hours, 'Mo 09:00-12:00');
  assert.equal((await readPhrase('foo 9:00-12:00', 'xx')).problems[0].code, 'phrase_left_out');
});
