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

test('a feed that is read in many pieces is one feed', () => {
  const item = (n) => `<item><title>${n}</title><guid>https://town.example/${n}</guid><description>${'текст '.repeat(100)}</description></item>`;
  const items = Array.from({ length: 2000 }, (_, n) => item(n));
  const whole = (all, rest = '') => new TextEncoder().encode(`<rss><channel><title>T</title>${all.join('')}<language>ru</language>${rest}</channel></rss>`);
  const feed = parseFeed(whole(items));
  assert.deepEqual(feed.items, items.map((one) => parseFeed(whole([one])).items[0]));
  assert.deepEqual([feed.ok, feed.title, feed.language, feed.problems], [true, 'T', 'ru', []]);
  // Where no end tag says that an article is whole, the next one does.
  assert.deepEqual(parseFeed(whole(items.map((one) => one.replace('</item>', '')))).items, feed.items);
  // What is wrong is named once, wherever it stands.
  const bad = whole(items, '<item><title>?</title></item>');
  bad[bad.lastIndexOf(63)] = 0xFF;
  assert.deepEqual(parseFeed(bad).problems.map((problem) => problem.code), ['feed_invalid_bytes']);
  assert.equal(parseFeed(bad).items[2000].title, '\uFFFD');
});

test('of more articles than there may be, the first are read', () => {
  const feed = parseFeed(`<rss><channel>${'<item><title>x</title></item>'.repeat(20_050)}</channel></rss>`);
  assert.equal(feed.items.length, 20_000);
  assert.deepEqual(feed.problems.map((problem) => problem.code), ['feed_too_many_articles']);
});

test('moments are of the years that have four digits', () => {
  const published = (date) => parseFeed(`<rss><channel><item><title>x</title><pubDate>${date}</pubDate></item></channel></rss>`).items[0].published;
  assert.equal(published('1969-12-31T23:59:59Z'), '1969-12-31T23:59:59.000Z');
  assert.equal(published('1970-01-01T00:00:00Z'), '1970-01-01T00:00:00.000Z');
  assert.equal(published('0099-12-31T23:00:01Z'), '0099-12-31T23:00:01.000Z');
  assert.equal(published('9999-12-31T23:59:59-02:00'), null);
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

test('JSON is read by the engine, and what it cannot read is named as elsewhere', () => {
  const code = (text) => parseFeed(text).problems.map((problem) => problem.code);
  assert.deepEqual(code('{"items":[}'), ['json_syntax']);
  assert.deepEqual(code(`{"items":${'['.repeat(70)}${']'.repeat(70)}}`), ['json_too_deep']);
  assert.deepEqual(code(`{"items":${'['.repeat(100_000)}${']'.repeat(100_000)}}`).length, 1);
  assert.deepEqual(code('[1]'), ['feed_not_a_feed']);
  const bytes = Uint8Array.from('\u00EF\u00BB\u00BF {"title":"a\u00FF","items":[{"id":7,"title":"T"}]}\n', (c) => c.charCodeAt(0));
  const feed = parseFeed(bytes);
  assert.equal(feed.title, 'a\uFFFD');
  assert.equal(feed.items[0].id, '7');
  assert.deepEqual(feed.problems.map((problem) => problem.code), ['feed_invalid_bytes']);
});

test('trees and HTML say the same, characters beyond 16 bits too', () => {
  const html = '<p>\u{1F600} \u00AB\u0442\u00BB<br>a <a href="/1" title="\u2014">b</a></p>c';
  const safe = safeHtml(html, { url: 'https://town.example/', trees: true });
  assert.deepEqual(JSON.parse(JSON.stringify(safe.tree)), [
    ['p', {}, '\u{1F600} \u00AB\u0442\u00BB', ['br', {}], 'a ',
      ['a', { href: 'https://town.example/1', title: '\u2014', rel: 'noopener noreferrer' }, 'b']],
    'c',
  ]);
  assert.equal(safe.text, '\u{1F600} \u00AB\u0442\u00BB\na b\nc');
  assert.equal(safeHtml('<script>x</script>', { trees: true }), null);
});

test('a plain object comes out: it can be printed and copied', () => {
  const [item] = parseFeed('<rss><channel><item><title>T</title><description>a &amp;amp; b</description><pubDate>Mon, 23 Nov 2026 10:00:00 GMT</pubDate><category>x</category></item></channel></rss>').items;
  const printed = JSON.parse(JSON.stringify(item));
  assert.deepEqual(printed, {
    id: null, title: 'T', link: null, published: '2026-11-23T10:00:00.000Z', updated: null, author: null, image: null,
    summary: { html: 'a &amp; b', text: 'a & b' }, content: null, enclosures: [], categories: ['x'],
  });
});
