// The library townboard/feed: the examples of its page, bytes of all kinds, and hostile input.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runExamples } from './examples.mjs';

const { parseFeed, safeHtml } = await import(new URL('../../build/dist/feed.js', import.meta.url).href);

runExamples('web/feed.md');

test('the three formats of the sample town have the same titles', () => {
  const file = (name) => readFileSync(new URL(`../../data/sites/kopyl/${name}`, import.meta.url));
  const rss = parseFeed(file('news.rss'), { url: 'https://town.example/news.rss' });
  const json = parseFeed(file('news.json'), { url: 'https://town.example/news.json' });
  assert.ok(rss.items.length >= 12 && json.items.length >= 12);
  assert.ok(rss.items.every((item) => item.title && item.published && (item.summary || item.content)));
  assert.match(rss.items[0].title, /[а-яі]/);
});

test('a part of a larger buffer is read, not the buffer', () => {
  const all = new TextEncoder().encode('xxxx<rss><channel><title>T</title></channel></rss>yyyy');
  assert.equal(parseFeed(all.subarray(4, all.length - 4)).title, 'T');
  assert.equal(parseFeed(all.slice(4, -4).buffer).title, 'T');
});

test('an encoding that nobody knows is no reason to throw', () => {
  const bytes = new TextEncoder().encode('<?xml version="1.0" encoding="klingon"?><rss><channel><title>T</title></channel></rss>');
  assert.equal(parseFeed(bytes).title, 'T');
});

test('any bytes give an answer', () => {
  let seed = 1;
  const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const start = new TextEncoder().encode('<?xml version="1.0"?><rss><channel><item><title>a</title><description>&lt;p&gt;b');
  for (let i = 0; i < 500; ++i) {
    const bytes = Uint8Array.from(start);
    for (let k = 0; k < 6; ++k) bytes[Math.floor(random() * bytes.length)] = Math.floor(random() * 256);
    assert.ok(Array.isArray(parseFeed(bytes).items));
  }
});

test('nothing that could run or reach out comes through', () => {
  for (const html of ['<img src=x onerror=y>', '<svg><script>x</script></svg>', '<a href=" java\nscript:x">y</a>', '<iframe srcdoc="<script>x</script>"></iframe>',
    '<style>*{background:url(//evil.example)}</style>', '<form action=//evil.example><input></form>', '<base href=//evil.example>', '<meta http-equiv=refresh content=0>']) {
    const safe = safeHtml(html, { url: 'https://town.example/' })?.html ?? '';
    assert.doesNotMatch(safe, /script|onerror|style|iframe|form|base|meta|evil/i, html);
  }
});
