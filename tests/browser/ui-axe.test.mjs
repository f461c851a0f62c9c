// axe-core finds nothing in any state of the demo, with the rules of WCAG 2.2 AA and its best practices.
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { test } from 'node:test';
import { browser, pictures, town } from './drive/stage.mjs';
import { root } from './drive/town.mjs';

const AXE = fs.readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

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
      await page.getByRole('button', { name: 'White on black' }).click();
    },
  },
};

async function visit({ at, lang = 'en', width = 1280, colorScheme, forcedColors, blocked = null, act }) {
  town.blocked = blocked;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, forcedColors, reducedMotion: 'reduce', bypassCSP: true });
  await page.goto(town.page({ at, lang }));
  await page.waitForFunction(
    (wanted) => document.querySelector('town-board')?.shadowRoot?.querySelector(wanted),
    blocked ? '.more button' : '.item',
  );
  await act?.(page);
  await settled(page);
  return page;
}

// Until nothing is under way and two frames long nothing has been drawn.
async function settled(page) {
  for (let calm = 0; calm < 2; ) {
    await town.answered();
    const still = await page.evaluate(() => new Promise((done) => {
      const board = document.querySelector('town-board');
      let count = 0;
      const drawn = () => (count += 1);
      board.addEventListener('town-board-drawn', drawn);
      requestAnimationFrame(() => setTimeout(() => {
        board.removeEventListener('town-board-drawn', drawn);
        done(count === 0);
      }));
    }));
    calm = still && town.pending === 0 ? calm + 1 : 0;
  }
}

/** What axe-core objects to on the page, and how many of its rules are met. */
async function judge(page, { forced = false, within = 'html' } = {}) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
  const found = await page.evaluate(
    ([rules, within]) => axe.run(within, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'], rules }),
    // In forced colours the browser paints others than the style sheet says, which axe cannot know.
    [forced ? { 'color-contrast': { enabled: false } } : {}, within],
  );
  const wrong = found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => `${node.target.flat().join(' ')} ${node.failureSummary}`).join('; ')}`);
  return { wrong, met: found.passes.length };
}

for (const [name, state] of Object.entries(states)) {
  test(`axe-core finds nothing: ${name}`, async () => {
    const page = await visit(state);
    await page.screenshot({ path: path.join(pictures, `state-${name.replace(/\W+/g, '-')}.png`), fullPage: true });
    const { wrong, met } = await judge(page, { forced: Boolean(state.forcedColors) });
    assert.deepEqual(wrong, []);
    assert.ok(met > 10, 'axe looked at the board');
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(sideways <= 0, `${sideways} pixels too wide`);
    await page.close();
  });
}

// The demo page itself says which states there are.
async function links() {
  const page = await browser.newPage();
  await page.goto(town.base); // a link keeps the language that the page was asked for
  const found = await page.locator('.states a').evaluateAll((all) => all.map((link) => [link.textContent, link.getAttribute('href').replace(/^.*\?/, '')]));
  await page.close();
  return found;
}

for (const [lang, colorScheme] of [['en', 'light'], ['be', 'dark'], ['ar', 'light']]) {
  test(`axe-core finds nothing in any state that the demo page links to: ${lang}, ${colorScheme}`, async () => {
    const all = await links();
    assert.ok(all.length > 20);
    const wrong = [];
    let count = 0;
    const look = async (page, [name, query]) => {
      const wishes = new URLSearchParams(query);
      // Arabic is a language of the district only; a link that names its language keeps it, and is looked at once.
      const named = wishes.get('lang');
      if (lang === 'ar' ? named !== 'ar' && (wishes.get('site') !== 'district' || named) : lang === 'be' && named && named !== 'be') return;
      if (!named) wishes.set('lang', lang);
      if (!wishes.has('at')) wishes.set('at', '2026-11-23T10:12');
      await page.goto(`${town.base}/?${wishes}`);
      await page.waitForFunction(() => document.querySelector('town-board')?.shadowRoot?.querySelector('[role=status] .state, .item'));
      await settled(page);
      const found = await judge(page, { within: 'town-board' });
      count += 1;
      if (found.wrong.length > 0 || found.met < 8) wrong.push(`${name}: ${found.met} rules met; ${found.wrong.join('; ')}`);
    };
    // Two at a time: a page that loads leaves the other one a processor.
    await Promise.all([0, 1].map(async (part) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme, reducedMotion: 'reduce', bypassCSP: true });
      for (const link of all.filter((_, i) => i % 2 === part)) await look(page, link);
      await page.close();
    }));
    assert.deepEqual(wrong, []);
    assert.ok(count >= (lang === 'ar' ? 6 : 30), `${count} states`);
  });
}
