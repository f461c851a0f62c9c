import { Core } from './core.js';
import { wasmSource } from 'townboard:wasm';

/**
 * News feeds as a library: `townboard/feed`. RSS, Atom and JSON Feed as they are found in the wild, with contents that
 * are safe to show. The module is compiled while this file is imported.
 */

const core = await Core.load(wasmSource);
const encoder = new TextEncoder();

const date = (seconds) => (seconds === null ? null : new Date(seconds * 1000).toISOString());

// Text in UTF-8 whatever the bytes are in; the module decides what they are.
function utf8(bytes, contentType) {
  core.call('feed_encoding', bytes, contentType);
  const label = core.answer();
  return label === 'utf-8' ? bytes : encoder.encode(new TextDecoder(label).decode(bytes));
}

/**
 * Reads a feed. Never throws for a bad one: what can be read is read, and `problems` say what could not.
 * @param {Uint8Array | ArrayBuffer | string} source the bytes as they came, or text
 * @param {{contentType?: string, url?: string, trees?: boolean}} [options]
 */
export function parseFeed(source, { contentType = '', url = '', trees = false } = {}) {
  const bytes = typeof source === 'string' ? encoder.encode(source) : utf8(new Uint8Array(source.buffer ?? source, source.byteOffset ?? 0, source.byteLength), contentType);
  core.call('feed_read', bytes, url, contentType, trees ? 1 : 0);
  const feed = JSON.parse(core.answer());
  feed.updated = date(feed.updated);
  for (const item of feed.items) {
    item.published = date(item.published);
    item.updated = date(item.updated);
  }
  return feed;
}

/**
 * HTML from outside as far as it is harmless; null when nothing is left.
 * @param {string} html
 * @param {{url?: string, trees?: boolean}} [options] url: the base of its links
 */
export function safeHtml(html, { url = '', trees = false } = {}) {
  core.call('feed_html', html, url, trees ? 1 : 0);
  return JSON.parse(core.answer()).content;
}
