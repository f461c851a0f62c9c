import { decoder, encoder } from './calls.js';
import { Core } from './core.js';
import { pack } from './pack.js';
import { wasmSource } from 'townboard:wasm';

/**
 * News feeds as a library: `townboard/feed`. RSS, Atom and JSON Feed as they are found in the wild, with contents that
 * are safe to show. The module is compiled while this file is imported.
 */

const core = await Core.load(wasmSource);
const utf16 = new TextDecoder('utf-16le', { ignoreBOM: true });
// Node's buffers take texts over five times faster than its decoder.
const { Buffer } = globalThis;

// Names by number, as the module writes trees.
core.call('feed_names');
const [TAGS, ATTRIBUTES] = core.answer().split('\n').map((names) => names.split(' '));

// What feed_read is asked and answers.
const DECODED = 2;
const PACKED = 4;
const INVALID = 8;
const ENCODED = 1;
const JSON_TEXT = 2;

// The module's last reading, and how much of it is taken.
let numbers;
let wide;
let narrow;
let at;
let wideAt;
let narrowAt;

const text16 = (...place) => (Buffer ? Buffer.from(...place).toString('utf16le') : utf16.decode(new Uint8Array(...place)));
const text8 = (...place) => (Buffer ? Buffer.from(...place).toString('latin1') : decoder.decode(new Uint8Array(...place)));

// The answer where it is UTF-16.
function answer() {
  const { memory, core_answer: begin, core_answer_size: size } = core.exports;
  return text16(memory.buffer, begin(), size());
}

function open() {
  const { buffer } = core.exports.memory;
  numbers = new Int32Array(buffer, core.exports.feed_numbers());
  wide = answer();
  narrow = text8(buffer, numbers[0], numbers[1]);
  at = 2;
  wideAt = 0;
  narrowAt = 0;
}

const number = () => numbers[at++];
const string = () => {
  const size = numbers[at++];
  return size < 0 ? narrow.slice(narrowAt, (narrowAt -= size)) : wide.slice(wideAt, (wideAt += size));
};
const text = () => string() || null;
const list = (one) => {
  const out = [];
  for (let count = number(); count > 0; count -= 1) out.push(one());
  return out;
};

// One of two halves.
const large = () => number() * 2 ** 32 + (number() >>> 0);
const instant = () => {
  const seconds = large();
  return seconds < -1e18 ? null : new Date(seconds * 1000).toISOString();
};

// 0 ends a list of nodes; a text is 1.
function nodes(into) {
  for (let tag = number(); tag !== 0; tag = number()) {
    if (tag === 1) {
      into.push(string());
      continue;
    }
    const attributes = {};
    for (let count = number(); count > 0; count -= 1) attributes[ATTRIBUTES[number()]] = string();
    into.push(nodes([TAGS[tag - 1], attributes]));
  }
  return into;
}

// Most who show a content want one of its forms: plain text is made when it is asked for. One property for all, since an
// object with a function of its own is made ten times slower.
const TEXT = {
  get() {
    core.call('feed_text', this.html);
    return answer();
  },
  enumerable: true,
};

function content(trees) {
  const html = text();
  if (html === null) return null;
  const made = Object.defineProperty({ html }, 'text', TEXT);
  if (trees) made.tree = nodes([]);
  return made;
}

const enclosure = () => ({ url: text(), type: text(), length: large() || null });
const problem = () => ({ code: text(), level: number() ? 'error' : 'warning', suggestion: text() });

function item(trees) {
  return { id: text(), title: text(), link: text(), published: instant(), updated: instant(), author: text(), image: text(),
    summary: content(trees), content: content(trees), enclosures: list(enclosure), categories: list(string) };
}

// In UTF-8; as it is where nobody knows the encoding that it says it is in.
function utf8(bytes, label) {
  try {
    return encoder.encode(new TextDecoder(label).decode(bytes));
  } catch {
    return bytes;
  }
}

// No bytes, which are no value, for what is no JSON.
function packed(bytes) {
  try {
    return pack(JSON.parse(new TextDecoder().decode(bytes).trim()));
  } catch {
    return new Uint8Array(0);
  }
}

// Where the feed lies that is being read.
let block = 0;

function read(bytes, url, type, flags) {
  core.exports.core_free(block);
  block = core.put(bytes);
  return core.call('feed_read', block, bytes.length, url, type, flags);
}

/**
 * Reads a feed. Never throws for a bad one: what can be read is read, and `problems` say what could not.
 * @param {Uint8Array | ArrayBuffer | string} source the bytes as they came, or text
 * @param {{contentType?: string, url?: string, trees?: boolean}} [options]
 */
export function parseFeed(source, { contentType = '', url = '', trees = false } = {}) {
  const isText = typeof source === 'string';
  let bytes = isText ? encoder.encode(source) : new Uint8Array(source.buffer ?? source, source.byteOffset ?? 0, source.byteLength);
  let step = read(bytes, url, contentType, isText ? DECODED : 0);
  if (step === ENCODED) {
    bytes = utf8(bytes, core.answer());
    step = read(bytes, url, '', DECODED);
  }
  if (step >= JSON_TEXT) read(packed(bytes), url, '', PACKED | (step > JSON_TEXT ? INVALID : 0));
  const items = [];
  for (let more = 1; more !== 0; ) {
    more = core.call('feed_next', trees ? 1 : 0);
    open();
    for (let count = number(); count > 0; count -= 1) items.push(item(trees));
  }
  core.exports.core_free(block);
  block = 0;
  return { ok: number() === 1, title: text(), link: text(), subtitle: text(), language: text(), updated: instant(), items, problems: list(problem) };
}

/**
 * HTML from outside as far as it is harmless; null when nothing is left.
 * @param {string} html
 * @param {{url?: string, trees?: boolean}} [options] url: the base of its links
 */
export function safeHtml(html, { url = '', trees = false } = {}) {
  core.call('feed_html', html, url, trees ? 1 : 0);
  open();
  return content(trees);
}
