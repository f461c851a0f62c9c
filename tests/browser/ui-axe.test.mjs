// axe-core finds nothing in any state of the demo, with the rules of WCAG 2.2 AA and its best practices.
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { after, before, test } from 'node:test';
import { launchChromium } from './drive/chromium.mjs';
import { Town, root } from './drive/town.mjs';

const AXE = fs.readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');
const pictures = path.join(root, 'build/screenshots');
let browser;
let town;

before(async () => {
  town = await Town.start();
  browser = await launchChromium();
  fs.mkdirSync(pictures, { recursive: true });
});

after(async () => {
  await browser?.close();
  town?.close();
});

const inside = (page, selector) => page.locator(`town-board ${selector}`).first();

/** What a state needs beyond the address: how the page is opened and what the visitor does there. */
const states = {
  open: { at: '2026-11-23T10:00' },
  'closes soon': { at: '2026-11-23T12:45' },
  'opens soon': { at: '2026-11-23T08:15' },
  lunch: { at: '2026-11-23T13:30' },
  closed: { at: '2026-11-23T18:00' },
  holiday: { at: '2026-12-25T10:00', lang: 'be' },
  narrow: { at: '2026-12-21T10:00', lang: 'ru', width: 320 },
  dark: { at: '2026-11-23T10:00', colorScheme: 'dark' },
  'forced colours': { at: '2026-11-23T10:00', forcedColors: 'active' },
  'news failed': { at: '2026-11-23T10:00', blocked: /news/ },
  article: { at: '2026-11-23T10:00', act: (page) => inside(page, '.item a').click() },
  found: { at: '2026-11-23T10:00', act: (page) => inside(page, 'input').fill('e') },
  'nothing found': { at: '2026-11-23T10:00', act: (page) => inside(page, 'input').fill('zzzz') },
  'a service opened': { at: '2026-11-23T10:00', act: (page) => inside(page, 'summary').click() },
  'low vision': { at: '2026-11-23T10:00', act: (page) => page.getByText('visually impaired').click() },
  'low vision, white on black': {
    at: '2026-11-23T10:00',
    width: 768,
    act: async (page) => {
      await page.getByText('visually impaired').click();
      await page.getByText('White on black').click();
    },
  },
};

async function visit({ at, lang = 'en', width = 1280, colorScheme, forcedColors, blocked = null, act }) {
  town.blocked = blocked;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, forcedColors, bypassCSP: true });
  await page.goto(town.page({ at, lang }));
  await page.waitForFunction(
    (wanted) => document.querySelector('town-board')?.shadowRoot?.querySelector(wanted),
    blocked ? '.more button' : '.item',
  );
  await act?.(page);
  await page.waitForTimeout(100);
  return page;
}

for (const [name, state] of Object.entries(states)) {
  test(`axe-core finds nothing: ${name}`, async () => {
    const page = await visit(state);
    await page.screenshot({ path: path.join(pictures, `state-${name.replace(/\W+/g, '-')}.png`), fullPage: true });
    await page.evaluate(AXE);
    // In forced colours the browser paints others than the style sheet says, which axe cannot know.
    const rules = state.forcedColors ? { 'color-contrast': { enabled: false } } : {};
    const found = await page.evaluate(
      (rules) => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], rules }),
      rules,
    );
    const wrong = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target.flat().join(' ')} ${node.failureSummary}`).join('; ')}`);
    assert.deepEqual(wrong, []);
    assert.ok(found.passes.length > 10, 'axe looked at the board');
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(sideways <= 0, `${sideways} pixels too wide`);
    await page.close();
  });
}
