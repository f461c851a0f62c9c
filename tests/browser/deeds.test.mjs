// What a visitor takes along from the board: the contact, a link, a telephone number, a sheet of paper.
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { test } from 'node:test';
import { browser, town } from './drive/stage.mjs';

async function open(wishes) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await context.newPage();
  await page.goto(town.page({ at: '2026-11-23T10:00', ...wishes }));
  const drawn = wishes?.state === 'article' ? '.article' : '.item';
  await page.waitForFunction((one) => document.querySelector('town-board')?.shadowRoot?.querySelector(one), drawn);
  return page;
}

const copied = (page) => page.evaluate(() => navigator.clipboard.readText());
const said = (page) => page.waitForFunction(() => document.querySelector('town-board').shadowRoot.querySelector('.toast').textContent);

test('the contact is saved as a vCard, with numbers that can be dialled from everywhere', async () => {
  const page = await open();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByText('vCard').click()]);
  assert.equal(download.suggestedFilename(), 'committee.vcf');
  const card = fs.readFileSync(await download.path(), 'utf8');
  assert.match(card, /^BEGIN:VCARD\r\nVERSION:4\.0\r\n[^]*END:VCARD\r\n$/);
  assert.match(card, /\r\nFN:Kopyl District Executive Committee\r\n/);
  assert.match(card, /\r\nTEL;VALUE=uri:tel:\+375171928260\r\n/);
  await page.context().close();
});

test('what is shown is copied: a number, an address', async () => {
  const page = await open();
  for (const [label, text] of [['Reception', '+375 1719 28-2-60'], ['Address', '223927, Minsk region, Kopyl, Lenin Square, 6']]) {
    await page.locator('town-board dt', { hasText: label }).locator('xpath=following-sibling::dd[1]').locator('.copy').click();
    await said(page);
    assert.equal(await copied(page), text);
  }
  await page.context().close();
});

test('a link that the feed writes short is shared whole', async () => {
  const page = await open({ state: 'article' });
  await page.evaluate(() => Object.defineProperty(navigator, 'share', { value: undefined }));
  await page.getByRole('button', { name: 'Share' }).click();
  await said(page);
  assert.equal(await copied(page), `${town.base}/data/sites/kopyl/1011-library-evenings.html`);
  await page.context().close();
});

test('the picture in an article lies beside the feed, and the article is printed when asked', async () => {
  const page = await open({ state: 'article' });
  await page.waitForFunction(() => document.querySelector('town-board').shadowRoot.querySelector('.content img')?.naturalWidth > 0);
  await page.evaluate(() => (window.print = () => (window.printed = true)));
  await page.getByRole('button', { name: 'Print' }).click();
  assert.equal(await page.evaluate(() => window.printed), true);
  await page.context().close();
});
