import { Core } from './core.js';
import { wasmSource } from 'townboard:wasm';

/**
 * News feeds as a library: `townboard/feed`. RSS, Atom and JSON Feed as they are found in the wild, with contents that
 * are safe to show. The module is compiled while this file is imported.
 */

const core = await Core.load(wasmSource);
const encoder = new TextEncoder();

const date = (seconds) => (seconds === null ? null : new Date(seconds * 1000).toISOString());

// In UTF-8; as it is where nobody knows the encoding that it says it is in.
function utf8(bytes, label) {
  try {
    return encoder.encode(new TextDecoder(label).decode(bytes));
  } catch {
    return bytes;
  }
}

// Most who show a content want one of its forms: plain text is made when it is asked for.
const content = (read) =>
  read && {
    ...read,
    get text() {
      core.call('feed_text', read.html);
      return core.answer();
    },
  };

/**
 * Reads a feed. Never throws for a bad one: what can be read is read, and `problems` say what could not.
 * @param {Uint8Array | ArrayBuffer | string} source the bytes as they came, or text
 * @param {{contentType?: string, url?: string, trees?: boolean}} [options]
 */
export function parseFeed(source, { contentType = '', url = '', trees = false } = {}) {
  const bytes = typeof source === 'string' ? encoder.encode(source) : new Uint8Array(source.buffer ?? source, source.byteOffset ?? 0, source.byteLength);
  const flags = trees ? 1 : 0;
  const decoded = 2;
  if (!core.call('feed_read', bytes, url, contentType, typeof source === 'string' ? flags | decoded : flags)) {
    core.call('feed_read', utf8(bytes, core.answer()), url, '', flags | decoded);
  }
  const feed = JSON.parse(core.answer());
  feed.updated = date(feed.updated);
  for (const item of feed.items) {
    item.published = date(item.published);
    item.updated = date(item.updated);
    item.summary = content(item.summary);
    item.content = content(item.content);
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
  return content(JSON.parse(core.answer()).content);
}
