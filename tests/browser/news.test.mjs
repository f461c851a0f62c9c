// News over time: links to one article, articles that come meanwhile, a feed that fails later, what is new since the last visit.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { browser, town } from './drive/stage.mjs';

const KEY = 'news-en:kopyl-en-1012';

async function open(attributes, { hash = '', context, ...wishes } = {}) {
  town.pages.set('/news.html', (html) => html.replace('<town-board ', `<town-board ${attributes} `));
  const page = await (context ?? browser).newPage({ viewport: { width: 1280, height: 600 } });
  await page.goto(town.page({ at: '2026-11-23T10:12', under: '/news.html', ...wishes }) + hash);
  await page.waitForFunction(() => document.querySelector('town-board')?.shadowRoot?.querySelector('.item, .article'));
  return page;
}

const inside = (page, selector) => page.locator(`town-board ${selector}`);
const titles = (page) => inside(page, '.item h3').allInnerTexts();

test('an open article has an address where the page allows it, which opens it', async () => {
  const page = await open('deep-links');
  await inside(page, '.item a').first().click();
  await inside(page, '.article').waitFor();
  const hash = await page.evaluate(() => location.hash);
  assert.equal(decodeURIComponent(hash), `#town-board:${KEY}`);
  await inside(page, '.article .more button').first().click();
  await inside(page, '.item').first().waitFor();
  assert.equal(await page.evaluate(() => location.hash), '');
  await page.close();
  const again = await open('deep-links', { hash });
  await inside(again, '.article').waitFor();
  assert.match(await inside(again, '.article h2').innerText(), /^Water supply/);
  await again.close();
});

test('where the page does not allow it, its address stays as it is and opens nothing', async () => {
  const page = await open('', { hash: `#town-board:${KEY}` });
  await inside(page, '.item').first().waitFor();
  assert.equal(await inside(page, '.article').count(), 0);
  await inside(page, '.item a').nth(1).click();
  await inside(page, '.article').waitFor();
  assert.equal(await page.evaluate(() => location.hash), `#town-board:${KEY}`);
  await page.close();
});

test('going back leads to the same place, with the focus where it was', async () => {
  const page = await open('');
  const link = inside(page, '.item a').nth(3);
  await link.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => scrollY);
  await link.click();
  await inside(page, '.article').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
  await inside(page, '.article .more button').first().click();
  await inside(page, '.item').first().waitFor();
  await page.waitForFunction((y) => Math.abs(scrollY - y) < 2, before);
  assert.match(await page.evaluate(() => document.querySelector('town-board').shadowRoot.activeElement.innerText), /One window/);
  await page.close();
});

test('articles that come meanwhile move nothing until they are asked for', async () => {
  const page = await open('', { state: 'arrived' });
  const before = await titles(page);
  const button = inside(page, '.arrived');
  await button.waitFor();
  assert.equal(await button.innerText(), 'Show 1 new article');
  assert.deepEqual(await titles(page), before);
  await button.click();
  await page.waitForFunction(() => /snow plough/.test(document.querySelector('town-board').shadowRoot.activeElement?.innerText));
  assert.deepEqual((await titles(page)).slice(1), before.slice(0, -1));
  assert.equal(await button.count(), 0);
  await page.close();
});

test('a feed that fails later leaves its articles, with the time of the last ones and a way to try again', async () => {
  const page = await open('', { state: 'stale' });
  const before = await titles(page);
  await page.waitForFunction(() => /10:12/.test(document.querySelector('town-board').shadowRoot.querySelector('.news > .note')?.innerText));
  assert.match(await inside(page, '.news > .note').innerText(), /not updated/i);
  assert.deepEqual(await titles(page), before);
  assert.deepEqual(await inside(page, '.news > .more button').allInnerTexts(), ['Show more', 'Try again']);
  await page.close();
});

test('what is new since the last visit is marked only where the page wishes it, and nothing is kept otherwise', async () => {
  const marks = (page) => inside(page, '.new').count();
  const context = await browser.newContext();
  const plain = await open('', { context });
  assert.equal(await marks(plain), 0);
  assert.equal(await plain.evaluate(() => localStorage.length), 0);
  await plain.close();
  const first = await open('mark-new', { context, at: '2026-11-20T12:00' });
  assert.equal(await marks(first), 0, 'a first visit has nothing to compare with');
  await first.close();
  const second = await open('mark-new', { context });
  assert.equal(await marks(second), 2);
  await second.close();
  await context.close();
});
