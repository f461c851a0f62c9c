import { Core } from './core.js';
import { problemsIn } from './problems.js';
import { wasmSource } from 'townboard:wasm';

/**
 * Hours as people write them, read as OSM opening hours: "8.30-17.30, lunch 13.00-14.00". The board loads this only
 * when a site file holds a sentence. The words of a language are data/phrases/<language>.json beside it.
 */

const tables = new Map(); // language -> promise of its lines, or of '' when there is no such language
let loading = null;

// The form in which the module takes the words: a line for each meaning, with tabs between.
function linesOf(table) {
  return Object.entries(table.words).map(([name, forms]) => [name, ...forms].join('\t')).join('\n');
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
    const reading = { ok, hours: ok ? hours : null, language, problems: problemsIn(lines, sentence) };
    if (ok) return reading;
    refused ??= reading;
  }
  return refused ?? { ok: false, hours: null, language: null, problems: [] };
}
