// Boards that `townboard render` printed into the page: the same nodes as the element draws, taken over when
// they are, rebuilt when they are not.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printed, withBoard } from './drive/printed.mjs';
import { inEveryEngine } from './drive/visits.mjs';

const AT = '2026-11-23T10:00';

function prepare(town) {
  for (const lang of ['en', 'ru', 'be']) {
    town.pages.set(`/${lang}.html`, (html) => withBoard(html, printed('--lang', lang)));
  }
  // The board as it is at that instant, without script: what the element is compared with.
  town.pages.set('/still.html', (html) =>
    withBoard(html, printed('--lang', 'en', '--at', AT)).replace('src="townboard.js"', 'src="none.js"'));
  town.pages.set('/other-text.html', (html) => withBoard(html, printed('--lang', 'en').replace('Hot line', 'Cold line')));
  town.pages.set('/other-tree.html', (html) => withBoard(html, printed('--lang', 'en').replace('<tbody>', '<tbody><tr></tr>')));
  town.pages.set('/nothing.html', (html) => withBoard(html, '<template shadowrootmode="open"></template>'));
}

inEveryEngine((visit) => {
  // What became of the board that the witness saw before the element was defined.
  const fate = () => visit.browser.run(() => {
    if (!window.printedBoard) return 'none was printed';
    return window.printedBoard === document.querySelector('town-board').shadowRoot.querySelector('.board') ? 'kept' : 'rebuilt';
  });

  test('the first drawing and the printed page are the same nodes', async () => {
    await visit.begin({ under: '/still.html' });
    const still = await visit.html();
    await visit.open({ at: AT });
    assert.equal(await visit.html(), still);
    assert.ok(still.length > 5000);
  });

  test('a printed board is taken over with its nodes, in three languages', async () => {
    for (const lang of ['en', 'ru', 'be']) {
      await visit.open({ under: `/${lang}.html`, lang });
      assert.equal(await fate(), 'kept', lang);
      const whole = await visit.html();
      assert.equal(await visit.browser.run(() => document.querySelector('town-board').shadowRoot.childNodes.length), 1);
      assert.deepEqual(await visit.wrong(), []);
      await visit.open({ lang });
      assert.equal(whole, await visit.html(), lang);
    }
  });

  test('a board that is taken over works', async () => {
    await visit.open({ under: '/en.html' });
    await visit.browser.run(() => document.querySelector('town-board').shadowRoot.querySelector('.item a').click());
    await visit.finds('.article');
    assert.equal(await fate(), 'kept');
  });

  for (const page of ['other-text', 'other-tree', 'nothing', 'ru']) {
    test(`a printed board that differs (${page}) is rebuilt, and nothing goes wrong`, async () => {
      await visit.open({ under: `/${page}.html` });
      assert.equal(await fate(), page === 'nothing' ? 'none was printed' : 'rebuilt');
      const whole = await visit.html();
      assert.match(whole, /Hot line/);
      assert.deepEqual(await visit.wrong(), []);
      await visit.open();
      assert.equal(whole, await visit.html());
    });
  }
}, prepare);
