// <town-hours>: the state of one place for a page that has no site file.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, town } from './drive/stage.mjs';

async function visit(attributes) {
  town.pages.set('/hours.html', (html) => html.replace(/<town-board[^]*<\/town-board>/, `<town-hours ${attributes}></town-hours>`));
  const page = await browser.newPage();
  const errors = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(town.page({ under: '/hours.html' }));
  await page.waitForFunction(() => document.querySelector('town-hours')?.shadowRoot?.querySelector('[role=status] .state'));
  const text = await page.locator('town-hours').evaluate((element) => element.shadowRoot.querySelector('.status').textContent);
  assert.deepEqual(errors, []);
  return { page, text };
}

test('it says what its attributes mean at the place', async () => {
  const { page, text } = await visit('hours="Mo-Fr 08:30-13:00,14:00-17:30" zone="Europe/Minsk" name="Library" lang="en" now="2026-11-23T10:30:00Z"');
  assert.match(text, /Lunch break.*14:00/s);
  await page.locator('town-hours').evaluate((element) => element.setAttribute('hours', 'Mo-Fr 08:30-20:00'));
  await page.waitForFunction(() => /closes at 20:00/i.test(document.querySelector('town-hours').shadowRoot.querySelector('.status')?.textContent));
  await page.close();
});

test('it reads a sentence, and knows holidays where it is told the country', async () => {
  const { page, text } = await visit('hours="пн-пт 8.30-17.30, обед 13.00-14.00" zone="Europe/Minsk" calendar="BY" lang="ru" now="2026-11-23T10:30:00Z"');
  assert.match(text, /Обеденный перерыв/);
  await page.close();
});

test('it draws on a page whose library of old gives lists and texts a toJSON', async () => {
  const script = "Array.prototype.toJSON = function () { return '[' + this.join() + ']'; }; String.prototype.toJSON = function () { return '\"' + this + '\"'; };";
  town.files.set('/old.html', ['text/html', `<html lang="en"><title>Old</title><script>${script}</script>
    <script type="module" src="/townboard.js"></script><town-hours show="status hours" hours="Mo-Fr 08:30-17:30" name="The &quot;Library&quot;" zone="Europe/Minsk"
    calendar="BY" now="2026-11-23T10:30:00+03:00"></town-hours>`]);
  const page = await browser.newPage();
  await page.goto(`${town.base}/old.html`);
  await page.waitForFunction(() => /^Open/.test(document.querySelector('town-hours').shadowRoot?.querySelector('[role=status] .state')?.textContent));
  assert.match(await page.locator('town-hours').evaluate((element) => element.shadowRoot.textContent), /The "Library"/);
  await page.close();
});
