// How fast feeds are read and drawn, beside the usual libraries and the browser itself, all in this run:
//
//   node tests/bench/feeds/run.mjs [--quick]
//
// Needs build/dist (node web/build.mjs) and Chromium; node_modules has the peers. No test judges these times.
import { execFileSync } from 'node:child_process';
import * as fs from 'node:fs';
import * as http from 'node:http';
import * as os from 'node:os';
import * as path from 'node:path';
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
// @rowanmanning/feed-parser takes time by the square of the items.
const SIZES = [[20, 201], [1000, quick ? 5 : 15], [10_000, quick ? 1 : 5]];

const feeds = new Map(SIZES.map(([count]) => [count, rss(count)]));
const fileOf = (count) => path.join(folder, `${count}.xml`);
for (const [count, text] of feeds) fs.writeFileSync(fileOf(count), text);
process.on('exit', () => fs.rmSync(folder, { recursive: true }));

function row(name, cells) {
  console.log(`  ${name.padEnd(28)}${cells.map((cell) => cell.padStart(24)).join('')}`);
}

const round = (value) => (value < 10 ? value.toFixed(2) : Math.round(value).toLocaleString('en'));
const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

function inNode() {
  console.log('node, bytes to fields; items a second (of CPU time) and, in brackets, how often as many as feedsmith');
  row('', SIZES.map(([count]) => `${count.toLocaleString('en')} items, ${round(Buffer.byteLength(feeds.get(count)) / 1024)} KB`));
  const speeds = new Map();
  for (const name of READERS) {
    speeds.set(name, SIZES.map(([count, samples]) => {
      const few = name.startsWith('@') && count > 1000 ? 1 : samples;
      const done = JSON.parse(execFileSync(process.execPath, [path.join(here, 'read.mjs'), name, fileOf(count), String(few)]));
      if (done.items !== count) throw new Error(`${name} read ${done.items} of ${count} items`);
      return (done.items / done.milliseconds) * 1000;
    }));
  }
  const base = speeds.get('feedsmith');
  for (const [name, found] of speeds) row(name, found.map((speed, i) => `${round(speed)} (${round(speed / base[i])})`));
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
  const measure = async (action, name, count, rounds) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(address);
    const value = await page.evaluate(
      async ([action, name, count, rounds]) => {
        const bytes = new Uint8Array(await (await fetch(`/${count}.xml`)).arrayBuffer());
        return (await import('/page.mjs'))[action](name, bytes, rounds);
      },
      [action, name, count, rounds],
    );
    await context.close();
    return value;
  };
  console.log(`\nChromium ${browser.version()}, bytes to DOM; milliseconds and, in brackets, how many times ours`);
  row('', ['20 articles', '1,000 articles', '20, cold page']);
  const found = new Map();
  for (const name of WAYS) {
    const cold = [];
    for (let i = 0; i < (quick ? 5 : 15); i += 1) cold.push(await measure('cold', name, 20));
    found.set(name, [await measure('warm', name, 20, 60), await measure('warm', name, 1000, 5), median(cold)]);
  }
  const ours = found.get('townboard');
  for (const [name, times] of found) row(name, times.map((time, i) => `${round(time)} (${round(time / ours[i])})`));
  await browser.close();
  server.close();
}

inNode();
await inChromium();
