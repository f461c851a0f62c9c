// How fast feeds are read and drawn, beside the usual libraries and the browser itself, all in this run:
//
//   node tests/bench/feeds/run.mjs [--quick]
//
// Needs build/dist (node web/build.mjs) and Chromium; node_modules has the peers. No test judges these times.
//
// Whoever is compared takes turns, warmed up, sample by sample, and a ratio is the median of the turns' ratios: a machine
// that changes its pace meanwhile changes it for all.
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as http from 'node:http';
import * as os from 'node:os';
import * as path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { launchChromium } from '../../browser/drive/chromium.mjs';
import { rss } from './generate.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const root = path.resolve(here, '../../..');
const dist = path.join(root, 'build/dist');
const quick = process.argv.includes('--quick');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'townboard-feeds-'));
const READERS = ['townboard', 'feedsmith', 'rss-parser', '@rowanmanning/feed-parser'];
const WAYS = ['townboard', 'feedsmith + DOMPurify', 'DOMParser + setHTML'];
// Items, times they are read in a sample, samples.
const SIZES = [[20, 100, 15], [1000, 2, 15], [10_000, 1, 5]].map(([count, times, turns]) => [count, times, quick ? 3 : turns]);
const WARM_UP = 5; // samples
// @rowanmanning/feed-parser takes time by the square of the items.
const SLOW = new Set(['@rowanmanning/feed-parser 10000']);

const feeds = new Map(SIZES.map(([count]) => [count, rss(count)]));
const fileOf = (count) => path.join(folder, `${count}.xml`);
for (const [count, text] of feeds) fs.writeFileSync(fileOf(count), text);
process.on('exit', () => fs.rmSync(folder, { recursive: true }));

function row(name, cells) {
  console.log(`  ${name.padEnd(28)}${cells.map((cell) => cell.padStart(24)).join('')}`);
}

const round = (value) => (value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en'));
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];

/** Samples of all in turns: name -> [the median, the median of how many times the base's of the same turn]. */
async function inTurns(names, base, turns, sample) {
  const all = new Map(names.map((name) => [name, []]));
  for (let turn = 0; turn < turns; turn += 1) for (const name of names) all.get(name).push(await sample(name, turn));
  return new Map(names.map((name) => {
    const ratios = all.get(name).map((time, turn) => time / all.get(base)[turn]);
    return [name, [median(all.get(name)), median(ratios)]];
  }));
}

/** A process of read.mjs: asked to read so many times, it says how many milliseconds that took. */
async function reader(name, count) {
  const child = spawn(process.execPath, [path.join(here, 'read.mjs'), name, fileOf(count)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const items = Number((await lines.next()).value);
  if (items !== count) throw new Error(`${name} read ${items} of ${count} items`);
  return {
    async read(times) {
      child.stdin.write(`${times}\n`);
      return Number((await lines.next()).value);
    },
    end: () => child.stdin.end(),
  };
}

async function inNode() {
  console.log('node, bytes to fields; items a second (of CPU time) and, in brackets, how often as many as feedsmith');
  row('', SIZES.map(([count]) => `${count.toLocaleString('en')} items, ${round(Buffer.byteLength(feeds.get(count)) / 1024)} KB`));
  const cells = new Map(READERS.map((name) => [name, []]));
  for (const [count, times, turns] of SIZES) {
    const readers = new Map();
    for (const name of READERS) readers.set(name, await reader(name, count));
    const only = new Map(); // the only sample of who is too slow for more
    const sample = async (name, repeats) => {
      const { read } = readers.get(name);
      if (!SLOW.has(`${name} ${count}`)) return (await read(repeats)) / repeats;
      if (!only.has(name)) only.set(name, await read(1));
      return only.get(name);
    };
    for (const name of READERS) await sample(name, times * WARM_UP);
    for (const [name, [milliseconds, ratio]] of await inTurns(READERS, 'feedsmith', turns, (name) => sample(name, times))) {
      cells.get(name).push(`${round((count * 1000) / milliseconds)} (${round(1 / ratio)})`);
    }
    for (const { end } of readers.values()) end();
  }
  for (const [name, all] of cells) row(name, all);
}

/** What the pages load; the address decides, and nothing else is served. */
async function served() {
  const bundle = async (contents) =>
    (await esbuild.build({ stdin: { contents, resolveDir: root }, bundle: true, format: 'esm', minify: true, write: false })).outputFiles[0].text;
  const peers = await bundle("export { parseFeed } from 'feedsmith'; export { default as DOMPurify } from 'dompurify';");
  const file = (name) => fs.readFileSync(path.join(dist, name));
  const script = 'text/javascript';
  return new Map([
    ['/', ['text/html', '<!doctype html><meta charset="utf-8"><title>feeds</title><body>']],
    ['/page.mjs', [script, fs.readFileSync(path.join(here, 'page.mjs'))]],
    ['/peers.js', [script, peers]],
    ['/feed.js', [script, file('feed.js')]],
    ['/feed.wasm', ['application/wasm', file('feed.wasm')]],
    ['/core.wasm', ['application/wasm', fs.readFileSync(path.join(root, 'build/wasm/modules/core.wasm'))]],
    ...SIZES.map(([count]) => [`/${count}.xml`, ['text/xml', feeds.get(count)]]),
  ]);
}

async function inChromium() {
  const files = await served();
  const server = http.createServer((request, response) => {
    const [type, body] = files.get(request.url) ?? ['text/plain', ''];
    response.writeHead(body === '' ? 404 : 200, { 'content-type': type }).end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const address = `http://127.0.0.1:${server.address().port}/`;
  const browser = await launchChromium();
  /** A page of its own that has the feed and the way's code, but for the cold ones: those have still to load it. */
  const opened = async (name, count) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    await page.evaluate(async (count) => {
      window.bytes = new Uint8Array(await (await fetch(`/${count}.xml`)).arrayBuffer());
      window.bench = await import('/page.mjs');
    }, count);
    return { context, drawn: (action, rounds) => page.evaluate(([action, name, rounds]) => window.bench[action](name, window.bytes, rounds), [action, name, rounds]) };
  };
  console.log(`\nChromium ${browser.version()}, bytes to DOM; milliseconds and, in brackets, how many times ours`);
  row('', ['20 articles', '1,000 articles', '20, cold page']);
  const cells = new Map(WAYS.map((name) => [name, []]));
  const add = (found) => {
    for (const [name, [milliseconds, ratio]] of found) cells.get(name).push(`${round(milliseconds)} (${round(ratio)})`);
  };
  for (const [count, rounds, turns] of [[20, 50, quick ? 3 : 15], [1000, 1, quick ? 3 : 11]]) {
    const pages = new Map();
    for (const name of WAYS) pages.set(name, await opened(name, count));
    for (const page of pages.values()) await page.drawn('warm', rounds * WARM_UP);
    add(await inTurns(WAYS, 'townboard', turns, (name) => pages.get(name).drawn('warm', rounds)));
    for (const { context } of pages.values()) await context.close();
  }
  add(await inTurns(WAYS, 'townboard', quick ? 5 : 15, async (name) => {
    const page = await opened(name, 20);
    const time = await page.drawn('cold');
    await page.context.close();
    return time;
  }));
  for (const [name, all] of cells) row(name, all);
  await browser.close();
  server.close();
}

await inNode();
await inChromium();
