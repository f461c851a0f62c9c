// The demo page in Chromium: the whole path from the town's files to what a visitor sees and does.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import * as fs from 'node:fs';
import * as net from 'node:net';
import * as path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const screenshots = path.join(root, 'build/screenshots');
let browser;
let server;
let base;

const freePort = () =>
  new Promise((done) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });

before(async () => {
  const port = await freePort();
  base = `http://127.0.0.1:${port}`;
  server = spawn('python3', ['serve.py', '--no-build', '--quiet', '--port', String(port)], { cwd: root });
  for (let i = 0; i < 100; i += 1) {
    const up = await fetch(base).then((r) => r.ok, () => false);
    if (up) break;
    await new Promise((done) => setTimeout(done, 100));
  }
  const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) => fs.existsSync(file));
  browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  fs.mkdirSync(screenshots, { recursive: true });
});

after(async () => {
  await browser?.close();
  server?.kill();
});

/** The demo page at an instant of Minsk, in a language, with everything that went wrong on it. */
async function open({ at, lang = 'en', under = '/', width = 1120, block = null }) {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const wrong = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.location().url.endsWith('/favicon.ico')) wrong.push(message.text());
  });
  page.on('pageerror', (error) => wrong.push(error.message));
  if (block) await page.route(block, (route) => route.abort());
  await page.route(`${base}${under}`, async (route) => {
    const response = await route.fetch();
    const html = (await response.text())
      .replace('<html lang="en">', `<html lang="${lang}">`)
      .replace('<town-board ', `<town-board now="${at}+03:00" `);
    await route.fulfill({ response, body: html });
  });
  await page.goto(`${base}${under}`);
  return { page, wrong };
}

const drawn = (page) => page.waitForFunction(() => document.querySelector('town-board')?.shadowRoot?.querySelector('.item'));
const sentence = (page) => page.evaluate(() => document.querySelector('town-board').status.sentence);

const rows = [
  ['2026-11-23T10:00', 'en', 'Open · closes at 13:00 for lunch, back at 14:00'],
  ['2026-11-23T10:00', 'ru', 'Открыто · закроется на обед в 13:00, снова откроется в 14:00'],
  ['2026-11-23T10:00', 'be', 'Адчынена · зачыніцца на абед а 13:00, зноў адчыніцца а 14:00'],
  ['2026-11-23T13:30', 'en', 'Lunch break · opens at 14:00'],
  ['2026-11-23T17:45', 'en', 'Closed · opens tomorrow at 8:30'],
  ['2026-11-06T18:00', 'en', 'Closed · opens Monday at 8:30'],
  ['2026-12-25T10:00', 'en', 'Closed for a holiday: Catholic Christmas · opens Monday at 8:30'],
  ['2026-04-25T16:00', 'en', 'Open · closes at 16:30'],
];

for (const [at, lang, wanted] of rows) {
  test(`says in ${lang} at ${at}: ${wanted}`, async () => {
    const { page, wrong } = await open({ at, lang });
    await drawn(page);
    assert.equal(await sentence(page), wanted);
    const shown = await page.evaluate(() => document.querySelector('town-board').shadowRoot.querySelector('[role=status]').innerText);
    assert.ok(shown.startsWith(wanted.split(' · ')[0]), shown);
    assert.deepEqual(wrong, []);
    await page.screenshot({ path: path.join(screenshots, `${lang}-${at.replace(/:/g, '')}.png`) });
    await page.close();
  });
}

test('the status changes with the instant', async () => {
  const { page } = await open({ at: '2026-11-23T12:59:30' });
  await drawn(page);
  assert.match(await sentence(page), /^Open · closes for lunch in 1 minute/);
  await page.evaluate(() => document.querySelector('town-board').setAttribute('now', '2026-11-23T13:00:00+03:00'));
  assert.match(await sentence(page), /^Lunch break/);
  await page.close();
});

test('an article opens and closes by keyboard, and the focus goes along', async () => {
  const { page } = await open({ at: '2026-11-23T10:00' });
  await drawn(page);
  const focused = () => page.evaluate(() => document.querySelector('town-board').shadowRoot.activeElement?.innerText ?? '');
  await page.evaluate(() => document.querySelector('town-board').shadowRoot.querySelector('.item a').focus());
  const title = await focused();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('town-board').shadowRoot.querySelector('.article'));
  await page.waitForFunction((t) => document.querySelector('town-board').shadowRoot.activeElement?.innerText === t, title);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('town-board').shadowRoot.querySelector('.item'));
  await page.waitForFunction((t) => document.querySelector('town-board').shadowRoot.activeElement?.innerText === t, title);
  await page.close();
});

test('a drawing that changes nothing causes no mutation, and a minute touches few nodes', async () => {
  const { page } = await open({ at: '2026-11-23T10:00' });
  await drawn(page);
  const count = (at) =>
    page.evaluate(async (instant) => {
      const board = document.querySelector('town-board');
      const seen = [];
      const observer = new MutationObserver((list) => seen.push(...list));
      observer.observe(board.shadowRoot, { subtree: true, childList: true, characterData: true, attributes: true });
      board.setAttribute('now', instant);
      await new Promise((done) => setTimeout(done, 200));
      observer.disconnect();
      return new Set(seen.map((record) => record.target)).size;
    }, at);
  assert.equal(await count('2026-11-23T10:00:00+03:00'), 0);
  assert.equal(await count('2026-11-23T10:00:20+03:00'), 0);
  const touched = await count('2026-11-23T10:01:00+03:00');
  // The mark on the day's bar, and at times a news item that is a minute older.
  assert.ok(touched <= 2, `${touched} elements`);
  await page.close();
});

test('the markup in the tag stays when the site file does not load', async () => {
  const { page } = await open({ at: '2026-11-23T10:00', block: '**/site.json' });
  await page.waitForTimeout(500);
  const state = await page.evaluate(() => {
    const board = document.querySelector('town-board');
    return { shadow: board.shadowRoot !== null, text: board.innerText };
  });
  assert.equal(state.shadow, false);
  assert.match(state.text, /Monday to Friday/);
  await page.close();
});

test('plain JavaScript takes over where the policy forbids WebAssembly', async () => {
  const { page } = await open({ at: '2026-11-23T10:00', under: '/no-wasm/' });
  await drawn(page);
  assert.equal(await sentence(page), 'Open · closes at 13:00 for lunch, back at 14:00');
  await page.close();
});

test('nothing scrolls sideways at 320 pixels', async () => {
  const { page } = await open({ at: '2026-12-25T10:00', lang: 'ru', width: 320 });
  await drawn(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `${wide} pixels`);
  await page.screenshot({ path: path.join(screenshots, 'phone.png'), fullPage: true });
  await page.close();
});
