import { wasmSource } from 'townboard:wasm';

// What a board needs, in the order of wasm/core/widget/board.h, Need::Kind; a test compares them.
export const KINDS = ['locale', 'calendar', 'feed', 'phrase', 'zone'];
export const KIND = Object.freeze(Object.fromEntries(KINDS.map((name, number) => [name, number])));

// Languages and calendars lie beside the plain JavaScript of the core, for the single file and the split one.
const filesUrl = wasmSource.fallbackUrl ?? import.meta.url;

// For the console: who maintains the site file reads it.
function notUnderstood(sentence, problems) {
  const errors = problems.filter(({ level }) => level === 'error');
  const places = errors.map(({ code, begin, end }) => `${code} at "${sentence.slice(begin, end)}"`);
  return `the hours "${sentence}" are not understood: ${places.join(', ')}`;
}

/** A response that is a success; the clock learns what time it is there. */
async function fetched(url, clock) {
  const sent = performance.now();
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  clock.learn(response, sent);
  return response;
}

/** The text of a tag's site file and the address that its links stand against. */
export async function siteText(tag, clock) {
  const src = tag.getAttribute('src');
  if (src !== null) {
    const base = new URL(src, document.baseURI).href;
    return [await (await fetched(base, clock)).text(), base];
  }
  // A tag that is being parsed has no children yet.
  if (document.readyState === 'loading') {
    await new Promise((done) => document.addEventListener('DOMContentLoaded', done));
  }
  const inline = tag.querySelector('script[type="application/json"]');
  if (!inline) throw new TypeError('town-board: neither src nor a site file inside');
  return [inline.textContent, document.baseURI];
}

/**
 * Fetches what a board needs: [its bytes or text, its type as HTTP said, where it was redirected to if it was].
 * Throws when it is not to be had.
 * @param {{core: Core, base: string, clock: Clock}} board
 * @param {number} kind one of KIND
 */
export async function load({ core, base, clock }, kind, name, text) {
  if (kind === KIND.phrase) {
    const { readPhrase } = await import('./phrase.js');
    const [, languages, sentence] = /^(\S*) ([^]*)$/.exec(text);
    const read = await readPhrase(sentence, languages.split(','));
    if (!read.ok) throw new Error(notUnderstood(sentence, read.problems));
    return [read.hours, ''];
  }
  if (kind === KIND.zone) return [(await import('./zone-rule.js')).zoneRule(name), ''];
  const folder = kind === KIND.locale ? 'locales' : 'calendars';
  if (kind !== KIND.feed) {
    const url = new URL(`data/${folder}/${name}.json`, filesUrl);
    const response = await fetched(url, clock);
    return [new Uint8Array(await response.arrayBuffer()), ''];
  }
  const response = await fetched(new URL(text, base), clock);
  const type = response.headers.get('content-type') ?? '';
  const bytes = new Uint8Array(await response.arrayBuffer());
  core.call('core_encoding', bytes, type);
  const label = core.answer();
  const address = response.redirected ? response.url : undefined;
  return [label === 'utf-8' ? bytes : new TextDecoder(label).decode(bytes), type, address];
}

/** Writes to the console what the core objects to in the files of a board. */
export function reportProblems(core, board) {
  core.call('core_board_problems', board);
  for (const line of core.answer().split('\n').filter(Boolean)) {
    const [level, code, source, pointer, suggestion] = line.split('\t');
    const better = suggestion ? `; write ${suggestion}` : '';
    console[level === 'error' ? 'error' : 'warn'](`town-board: ${source}#${pointer}: ${code}${better}`);
  }
}
