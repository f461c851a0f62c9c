// Boards that `townboard render` printed into the page: the same nodes as the element draws, taken over when
// they are, rebuilt when they are not.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Browser, ENGINES } from './drive/browser.mjs';
import { Town, root } from './drive/town.mjs';

const AT = '2026-11-23T10:00';
const site = path.join(root, 'data/sites/kopyl/site.json');
const printed = (...words) =>
  execFileSync(path.join(root, 'build/native/townboard'), ['render', site, '--stylesheet', 'town-board.css', ...words]).toString();

let town;
before(async () => {
  town = await Town.start();
  const withBoard = (html, board) => html.replace(/(<town-board [^>]*>)/, `$1${board}`);
  for (const lang of ['en', 'ru', 'be']) {
    town.pages.set(`/${lang}.html`, (html) => withBoard(html, printed('--lang', lang)));
  }
  // The same board as it is at that instant, without script: what the element is compared with.
  town.pages.set('/still.html', (html) => withBoard(html, printed('--lang', 'en', '--at', AT)).replace('src="townboard.js"', 'src="none.js"'));
  town.pages.set('/other-text.html', (html) => withBoard(html, printed('--lang', 'en').replace('Hot line', 'Cold line')));
  town.pages.set('/other-tree.html', (html) => withBoard(html, printed('--lang', 'en').replace('<tbody>', '<tbody><tr></tr>')));
  town.pages.set('/nothing.html', (html) => withBoard(html, '<template shadowrootmode="open"></template>'));
});
after(() => town?.close());

for (const engine of ENGINES) {
  describe(engine, () => {
    let browser;
    before(async () => {
      browser = await Browser.start(engine);
    });
    after(() => browser?.close());

    const settled = () => browser.until(() => {
      const inside = document.querySelector('town-board').shadowRoot;
      return Boolean(inside?.querySelector('[role=status]') && inside.querySelector('.item'));
    });
    const open = async (page, wishes) => {
      await browser.go(town.page({ at: AT, under: page, ...wishes }));
      await settled();
    };
    const html = () => browser.run(() => document.querySelector('town-board').shadowRoot.querySelector('.board').outerHTML);
    // Whether the board on the page is the one that the witness saw before the element was defined.
    const fate = () => browser.run(() => {
      if (!window.printedBoard) return 'none was printed';
      return window.printedBoard === document.querySelector('town-board').shadowRoot.querySelector('.board') ? 'kept' : 'rebuilt';
    });

    test('the first drawing and the printed page are the same nodes', async () => {
      await browser.go(town.page({ under: '/still.html' }));
      const still = await html();
      await open('/');
      assert.equal(await html(), still);
      assert.ok(still.length > 5000);
    });

    test('a printed board is taken over with its nodes, in three languages', async () => {
      for (const lang of ['en', 'ru', 'be']) {
        await open(`/${lang}.html`, { lang });
        assert.equal(await fate(), 'kept', lang);
        const whole = await html();
        assert.equal(await browser.run(() => document.querySelector('town-board').shadowRoot.childNodes.length), 1);
        await open('/', { lang });
        assert.equal(whole, await html(), lang);
        assert.deepEqual(await browser.run(() => window.wrong), []);
      }
    });

    test('a board that is taken over works', async () => {
      await open('/en.html');
      await browser.run(() => document.querySelector('town-board').shadowRoot.querySelector('.item a').click());
      await browser.until(() => document.querySelector('town-board').shadowRoot.querySelector('.article') !== null);
      assert.equal(await fate(), 'kept');
    });

    for (const page of ['other-text', 'other-tree', 'nothing', 'ru']) {
      test(`a printed board that differs (${page}) is rebuilt, and nothing goes wrong`, async () => {
        await open(`/${page}.html`);
        assert.equal(await fate(), page === 'nothing' ? 'none was printed' : 'rebuilt');
        assert.match(await html(), /Hot line/);
        const whole = await html();
        await open('/');
        assert.equal(whole, await html());
        assert.deepEqual(await browser.run(() => window.wrong), []);
      });
    }
  });
}
