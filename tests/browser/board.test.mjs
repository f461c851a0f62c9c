// The demo page in Chromium: what it says at the instants that matter, with a picture of each, in far zones and on a
// phone. What holds in every engine is in engines.test.mjs and beside it.
import assert from 'node:assert/strict';
import * as path from 'node:path';
import { test } from 'node:test';
import { printed, withBoard } from './drive/printed.mjs';
import { browser, pictures, town } from './drive/stage.mjs';
import { root } from './drive/town.mjs';

/** The demo page at an instant of Minsk, in a language, with everything that its console has as an error. */
async function open({ at, lang = 'en', width = 1120, timezoneId }) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, timezoneId });
  const wrong = [];
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()));
  page.on('pageerror', (error) => wrong.push(error.message));
  await page.goto(town.page({ at, lang }));
  await page.waitForFunction(() => document.querySelector('town-board')?.shadowRoot?.querySelector('.item'));
  return { page, wrong };
}

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
    assert.equal(await sentence(page), wanted);
    const shown = await page.evaluate(() => document.querySelector('town-board').shadowRoot.querySelector('[role=status]').innerText);
    assert.ok(shown.startsWith(wanted.split(' · ')[0]), shown);
    assert.deepEqual(wrong, []);
    await page.screenshot({ path: path.join(pictures, `${lang}-${at.replace(/:/g, '')}.png`) });
    await page.close();
  });
}

for (const timezoneId of ['Pacific/Kiritimati', 'America/Los_Angeles']) {
  test(`a visitor in ${timezoneId} reads the town's time`, async () => {
    for (const [at, lang, wanted] of rows) {
      const { page } = await open({ at, lang, timezoneId });
      assert.equal(await sentence(page), wanted, at);
      await page.close();
    }
  });
}

test('nothing scrolls sideways at 320 pixels', async () => {
  const { page } = await open({ at: '2026-12-25T10:00', lang: 'ru', width: 320 });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= 320, `${wide} pixels`);
  await page.screenshot({ path: path.join(pictures, 'phone.png'), fullPage: true });
  await page.close();
});

test('without script a printed board has the hours, the contacts and the news, and no control that does nothing', async () => {
  town.pages.set('/printed.html', (html) => withBoard(html, printed('--lang', 'en')));
  const page = await browser.newPage({ viewport: { width: 1120, height: 900 }, javaScriptEnabled: false });
  await page.goto(town.page({ under: '/printed.html' }));
  for (const words of ['8:30–13:00, 14:00–17:30', '+375 1719 28-2-60', 'Library evenings start again in December']) {
    assert.ok(await page.getByText(words).first().isVisible(), words);
  }
  await page.getByText('“One window” service', { exact: true }).click();
  assert.ok(await page.getByText('8:00–13:00, 14:00–20:00').isVisible());
  for (const role of ['button', 'searchbox']) assert.equal(await page.getByRole(role).count(), 0, role);
  await page.screenshot({ path: path.join(pictures, 'printed.png') });
  await page.close();
});
