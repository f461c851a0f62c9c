// The builder in Chromium: axe-core finds nothing, nothing scrolls sideways, and what only a whole browser has: files,
// downloads, the question before leaving.
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { test } from 'node:test';
import { browser, pictures, town } from './drive/stage.mjs';
import { root } from './drive/town.mjs';

const AXE = fs.readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const KOPYL = path.join(root, 'data/sites/kopyl/site.json');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

async function visit({ lang = 'en', width = 1280, ...options } = {}) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce', bypassCSP: true, ...options });
  await page.goto(`${town.base}/builder.html?lang=${lang}`);
  await page.waitForSelector('#state li');
  return page;
}

async function openKopyl(page) {
  await page.locator('#open-file').setInputFiles(KOPYL);
  await page.waitForFunction(() => document.querySelectorAll('#form .understood').length === 4);
  await page.waitForFunction(() => document.querySelector('town-board')?.shadowRoot?.querySelector('.contacts'));
  await page.waitForSelector('#state .whole');
}

async function addEverything(page) {
  for (const name of ['Add days', 'Add news']) await page.getByRole('button', { name }).click();
  await page.locator('#form textarea').first().fill('пн-пт 8.30-17.30, кроме совещаний');
  await page.locator('.answer mark').waitFor();
  await page.getByLabel('First day').fill('2026-12-10');
  await page.getByLabel('Last day').fill('2026-12-01');
  await page.locator('.error:not(:empty)').waitFor();
  await page.locator('summary').evaluateAll((all) => all.forEach((one) => (one.parentElement.open = true)));
  await page.waitForTimeout(600);
}

const states = {
  empty: {},
  filled: { act: openKopyl },
  'filled, dark': { act: openKopyl, colorScheme: 'dark', lang: 'be' },
  'with mistakes': { act: addEverything },
  'with mistakes, dark': { act: addEverything, colorScheme: 'dark' },
  'with mistakes, forced colours': { act: addEverything, forcedColors: 'active' },
  'narrow, filled': { act: openKopyl, width: 320, lang: 'ru' },
  'narrow, with mistakes': { act: addEverything, width: 320 },
};

for (const [name, { act, ...options }] of Object.entries(states)) {
  test(`axe-core finds nothing, and nothing scrolls sideways: ${name}`, async () => {
    const page = await visit(options);
    await act?.(page);
    await page.screenshot({ path: path.join(pictures, `builder-${name.replace(/\W+/g, '-')}.png`), fullPage: true });
    await page.evaluate(AXE);
    // In forced colours the browser paints others than the style sheet says, which axe cannot know.
    const rules = options.forcedColors ? { 'color-contrast': { enabled: false } } : {};
    const found = await page.evaluate(([runOnly, rules]) => axe.run('html', { runOnly, resultTypes: ['violations'], rules }), [RULES, rules]);
    assert.deepEqual(found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target.flat().join(' ')} ${node.failureSummary}`).join('; ')}`), []);
    assert.ok(found.passes.length > 20);
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(sideways <= 0, `${sideways} pixels too wide`);
    assert.deepEqual(await page.evaluate(() => window.wrong), []);
    await page.close();
  });
}

test('a file is opened, changed and downloaded; an incomplete one says so in its name', async () => {
  const page = await visit({ bypassCSP: false });
  await openKopyl(page);
  const download = async () => {
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('#download').click()]);
    return [file.suggestedFilename(), JSON.parse(fs.readFileSync(await file.path(), 'utf8'))];
  };
  assert.deepEqual(await download(), ['site.json', JSON.parse(fs.readFileSync(KOPYL, 'utf8'))]);
  await page.locator('#form textarea').first().fill('quelque chose');
  await page.locator('.answer .refused').waitFor();
  const [name, site] = await download();
  assert.equal(name, 'site-incomplete.json');
  assert.deepEqual(site.offices[0].schedules.map(({ id }) => id), ['appeals', 'one-window', 'leaders']);
  assert.deepEqual(await page.evaluate(() => window.wrong), []);
  await page.close();
});

test('leaving asks while something is not taken away, and only then', async () => {
  const page = await visit();
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    return dialog.accept();
  });
  await page.getByLabel('Name of the office').fill('Town hall');
  await page.reload();
  assert.equal(asked, 1);
  await page.waitForSelector('#state li');
  await page.getByLabel('Name of the office').fill('Town hall');
  await page.locator('#download').click();
  await page.reload();
  assert.equal(asked, 1);
  await page.close();
});

test('regions of a country are offered, and the other hours of a day are times only', async () => {
  const page = await visit();
  await page.getByLabel('Country whose public holidays count').selectOption('DE');
  await page.locator('.region select').selectOption('DE-BY');
  await page.getByRole('button', { name: 'Add days' }).click();
  await page.getByLabel('First day').fill('2026-12-24');
  const hours = page.getByLabel('Other hours on these days');
  await hours.fill('from 9 to 12');
  await page.locator('.answer .understood').first().waitFor();
  const written = async () => {
    await page.waitForTimeout(600);
    return JSON.parse(await page.locator('#text').inputValue());
  };
  const site = await written();
  assert.equal(site.calendar, 'DE-BY');
  assert.equal(site.timeZone, 'Europe/Berlin');
  assert.match(site.zoneRule, /^<\+01>-1<\+02>-2,M3\.5\.0\/\S+,M10\.5\.0\/\S+$/);
  assert.deepEqual(site.offices[0].closures, [{ from: '2026-12-24', hours: '09:00-12:00' }]);
  await hours.fill('Mo 9:00-12:00');
  await page.getByText('only times can stand here').waitFor();
  // Without its hours the day would be a closed one.
  assert.equal((await written()).offices[0].closures, undefined);
  await hours.fill('');
  assert.deepEqual((await written()).offices[0].closures, [{ from: '2026-12-24' }]);
  await page.close();
});
