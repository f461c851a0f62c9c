// How far what a visitor reads jumps while the board comes, as Chromium scores it (cumulative layout shift).
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Browser } from './drive/browser.mjs';
import { printed, withBoard } from './drive/printed.mjs';
import { Town } from './drive/town.mjs';
import { Visit } from './drive/visits.mjs';

// Before a holiday, on one, on a moved working day, and when the calendar ends: each with more that is coming.
const UNUSUAL = ['2026-12-24', '2026-12-25', '2026-04-25', '2026-12-31'];
const visit = new Visit();

before(async () => {
  visit.town = await Town.start();
  // The page is painted before the script and the news come, as on a slow line.
  visit.town.late = /townboard\.js|news|town-board\.css/;
  for (const lang of ['en', 'ru', 'be']) {
    visit.town.pages.set(`/${lang}.html`, (html) => withBoard(html, printed('--lang', lang)));
    for (const day of UNUSUAL) visit.town.pages.set(`/${lang}-${day}.html`, (html) => withBoard(html, printed('--lang', lang, '--on', day)));
  }
  visit.browser = await Browser.start('chromium');
});
after(async () => {
  await visit.browser?.close();
  visit.town?.close();
});

// The score, and what moved.
async function shift(width, wishes, height = 860) {
  await visit.browser.resize(width, height);
  await visit.open(wishes);
  return visit.browser.run(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    const entries = [];
    const observer = new PerformanceObserver((list) => entries.push(...list.getEntries()));
    observer.observe({ type: 'layout-shift', buffered: true });
    await document.fonts.ready;
    // What is drawn is scored in the frame after, and told in the one after that.
    for (let frames = 0; frames < 5; frames += 1) await frame();
    entries.push(...observer.takeRecords());
    const moved = entries.flatMap((entry) => entry.sources)
      .map(({ previousRect: was, currentRect: is }) => `${was.x},${was.y} ${was.height} -> ${is.x},${is.y} ${is.height}`);
    return { score: entries.reduce((sum, entry) => sum + entry.value, 0), moved, painted: performance.getEntriesByName('first-contentful-paint').length };
  });
}

for (const width of [1120, 700, 400]) {
  for (const lang of ['en', 'ru', 'be']) {
    test(`at ${width} pixels in ${lang} a printed board moves nothing, one that is drawn hardly anything`, async () => {
      for (const at of lang === 'en' ? ['2026-11-23T10:00', '2026-11-23T13:30', '2026-11-21T09:00'] : ['2026-11-23T10:00']) {
        const taken = await shift(width, { at, lang, under: `/${lang}.html` });
        assert.equal(taken.painted, 1);
        assert.equal(taken.score, 0, `printed, ${at}: ${taken.moved.join('; ')}`);
        const drawn = await shift(width, { at, lang });
        assert.ok(drawn.score < 0.02, `${at}: ${drawn.score}: ${drawn.moved.join('; ')}`);
      }
    });
  }
}

for (const width of [1120, 700, 400]) {
  for (const lang of ['en', 'ru', 'be']) {
    test(`at ${width} pixels in ${lang} on unusual days a board printed on them moves nothing, one that is drawn hardly anything`, async () => {
      for (const day of UNUSUAL) {
        const at = `${day}T10:00`;
        const taken = await shift(width, { at, lang, under: `/${lang}-${day}.html` });
        assert.equal(taken.score, 0, `printed, ${at}: ${taken.moved.join('; ')}`);
        const plain = await shift(width, { at, lang, under: `/${lang}.html` });
        assert.equal(plain.score, 0, `printed on no day, ${at}: ${plain.moved.join('; ')}`);
        const drawn = await shift(width, { at, lang });
        assert.ok(drawn.score < 0.02, `${at}: ${drawn.score}: ${drawn.moved.join('; ')}`);
      }
    });
  }
}

test('in the highest window of its width nothing of a printed board moves', async () => {
  for (const [width, height] of [[1600, 1200], [1120, 2400], [700, 2400], [400, 2400], [360, 1600], [320, 1600]]) {
    for (const lang of ['en', 'be']) {
      for (const at of ['2026-11-23T10:00', '2026-12-24T10:00', '2026-12-25T10:00', '2026-04-25T10:00']) {
        const day = at.slice(0, 10);
        const under = UNUSUAL.includes(day) ? `/${lang}-${day}.html` : `/${lang}.html`;
        const taken = await shift(width, { at, lang, under }, height);
        assert.equal(taken.score, 0, `${width} ${lang} ${at}: ${taken.moved.join('; ')}`);
      }
    }
  }
});
