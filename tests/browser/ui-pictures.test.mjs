// Pictures of the board's states into build/screenshots/, for people to look at; and what a program can see in them.
// TOWNBOARD_PICTURE=1 makes web/board.png anew, the one in the README.
import assert from 'node:assert/strict';
import * as path from 'node:path';
import { test } from 'node:test';
import { colours, readPicture } from './drive/picture.mjs';
import { browser, pictures, town } from './drive/stage.mjs';
import { root } from './drive/town.mjs';

const WIDTHS = [320, 768, 1280];
const HEIGHTS = { 320: 2000, 768: 1600, 1280: 1000 };
const ROWS = 300; // of a picture are looked at
const IN_BELARUSIAN = ['open', 'holiday', 'article', 'offices'];
const SCHEMES = { light: { colorScheme: 'light' }, dark: { colorScheme: 'dark' }, forced: { colorScheme: 'dark', forcedColors: 'active' } };
const states = {
  open: { at: '2026-11-23T10:12' },
  'closes-soon': { at: '2026-11-23T12:45' },
  lunch: { at: '2026-11-23T13:30' },
  closed: { at: '2026-11-21T10:00' },
  holiday: { at: '2026-12-25T10:00' },
  article: { at: '2026-11-23T10:12', state: 'article' },
  failed: { at: '2026-11-23T10:12', state: 'failed' },
  'low-vision': { at: '2026-11-23T10:12', state: 'low-vision' },
  offices: { at: '2026-11-24T10:12', site: 'district' },
};
const SHOWN = { article: '.article', failed: '.note', 'low-vision': '[data-state~=low-vision] .item' };

async function open(wishes, viewport = { width: 1280, height: 900 }) {
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  await page.goto(town.page(wishes));
  await page.waitForFunction(
    ([shown, lang]) => {
      const root = document.querySelector('town-board')?.shadowRoot;
      return root?.querySelector('.board')?.lang === lang && root.querySelector('[role=status] .state') && root.querySelector(shown);
    },
    [SHOWN[wishes.state] ?? '.item', wishes.lang],
  );
  await town.answered();
  return page;
}

const luminance = ({ channels, pixels }) => pixels.reduce((sum, value, i) => sum + (i % channels < 3 ? value : 0), 0) / (pixels.length / channels) / 3;

for (const [name, wishes] of Object.entries(states)) {
  for (const lang of IN_BELARUSIAN.includes(name) ? ['en', 'be'] : ['en']) {
    test(`pictures of: ${name}, ${lang}`, async () => {
      const page = await open({ ...wishes, lang });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: HEIGHTS[width] });
        await page.evaluate(() => document.querySelector('town-board').scrollIntoView());
        const light = {};
        for (const [scheme, media] of Object.entries(SCHEMES)) {
          await page.emulateMedia({ forcedColors: 'none', ...media });
          const picture = readPicture(await page.screenshot({ path: path.join(pictures, `${name}-${lang}-${width}-${scheme}.png`) }), ROWS);
          assert.ok(colours(picture, { x: 0, y: 0, width, height: ROWS }) > (scheme === 'forced' ? 5 : 20), `${width} ${scheme} is blank`);
          light[scheme] = luminance(picture);
        }
        const isAsWished = light.light > 180 && light.dark < 80 && light.forced < 80;
        assert.ok(isAsWished || name === 'low-vision', `${width}: ${JSON.stringify(light)}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${wide} pixels too wide at ${width}`);
      }
      await page.close();
    });
  }
}

test('the picture of the README', { skip: process.env.TOWNBOARD_PICTURE ? false : 'SKIPPED: made on demand, with TOWNBOARD_PICTURE=1' }, async () => {
  const page = await open({ at: '2026-11-23T10:12', lang: 'en' }, { width: 1120, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.screenshot({ path: path.join(root, 'web/board.png') });
  await page.close();
});
