import { encoder } from './calls.js';
import { instantiate } from './core.js';
import { atomsOf, isOfMonth, tokensOf } from './phrase-tokens.js';
import { tableOf } from './phrase-words.js';
import { wasmSource } from 'townboard:wasm';
import { problems } from 'townboard:phrase';

/**
 * Hours as people write them, read as OSM opening hours: "8.30-17.30, lunch 13.00-14.00". The board loads this only
 * when a site file holds a sentence. The words of a language are data/phrases/<language>.json beside it.
 *
 * The module takes a sentence cut into tokens, with what the words mean. That is done here, as phrase::Words and
 * phrase::Tokens do it (wasm/core/phrase/words.h, names.cpp, misspelt.cpp, tokens.cpp), so that the module need not be able
 * to.
 */

const decoder = new TextDecoder('utf-8', { ignoreBOM: true }); // a mark at the beginning counts for the places behind it
const tables = new Map(); // language -> promise of its word tables, or of null when there is no such language
let loading = null;

const ALWAYS = /^(Mo-Su )?00:00-24:00$/;
const LONGEST_SENTENCE = 10 * 1024;
const TOO_LONG = '0000002P0'; // its problem, up to that byte, as the module would write it

// Problems from what wasm/bind/phrase.cpp writes of them, with places as strings count them.
function problemsOf(written, hours, bytes, tokens) {
  const place = (byte) => decoder.decode(bytes.subarray(0, byte)).length;
  return (written.match(/.{9}/g) ?? []).map((record) => {
    const [kind, ...digits] = Array.from(record, (digit) => digit.charCodeAt(0) - 0x30);
    const [begin, end] = [0, 4].map((at) => digits.slice(at, at + 4).reduce((sum, digit) => sum * 64 + digit));
    const [code, level] = problems[kind];
    const problem = { code, level, begin: place(begin), end: place(end) };
    if (code === 'days_missing') return { ...problem, suggestion: `Mo-Fr ${hours}` };
    const suggestion = code === 'phrase_misspelt' && tokens.find((token) => token.begin === begin).near;
    return suggestion ? { ...problem, suggestion } : problem;
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

// What the module answers: OSM hours, empty when the sentence is refused, and problems.
function ask(module, tokens, sentence) {
  const atoms = atomsOf(tokens);
  const size = atoms.length + sentence.length;
  const block = module.core_alloc(size);
  const memory = new Uint8Array(module.memory.buffer);
  memory.set(atoms, block);
  memory.set(sentence, block + atoms.length);
  const written = module.phrase_read(block, size, tokens.length, isOfMonth(tokens));
  return decoder.decode(memory.subarray(module.core_answer()).subarray(0, written)).split('\n');
}

/**
 * Reads a sentence in the first of the languages that understands it.
 * @param {string} sentence
 * @param {string | string[]} languages such as 'be' or ['be-BY', 'ru']
 */
export async function readPhrase(sentence, languages) {
  loading ??= instantiate(wasmSource).catch((cause) => {
    loading = null;
    throw cause;
  });
  const module = await loading;
  let refused = null;
  for (const tag of [languages].flat()) {
    const language = tag.toLowerCase().split('-')[0];
    const known = await wordsOf(language);
    if (!known) continue;
    const bytes = encoder.encode(sentence);
    const isLong = bytes.length > LONGEST_SENTENCE;
    const tokens = isLong ? [] : tokensOf(sentence, tableOf(known));
    const [text, written] = isLong ? ['', TOO_LONG] : ask(module, tokens, bytes);
    const hours = ALWAYS.test(text) ? '24/7' : text;
    const ok = hours !== '';
    const found = problemsOf(written, hours, bytes, tokens);
    const reading = { ok, hours: ok ? hours : null, language, problems: found };
    if (ok) return reading;
    refused ??= reading;
  }
  return refused ?? { ok: false, hours: null, language: null, problems: [] };
}
