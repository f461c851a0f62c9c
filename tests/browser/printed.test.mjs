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
  // For a site file that lies elsewhere.
  town.pages.set('/moved.html', (html) => withBoard(html, printed('--lang', 'en', '--src', 'site.json')));
  town.pages.set('/holiday.html', (html) => withBoard(html, printed('--lang', 'en', '--on', '2026-12-24')));
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

  test('a board that was printed on a day is taken over, on that day and later', async () => {
    for (const at of ['2026-12-24T10:00', '2026-12-29T10:00']) {
      await visit.open({ under: '/holiday.html', at });
      assert.equal(await fate(), 'kept', at);
      const whole = await visit.html();
      assert.match(whole, /Coming days/);
      assert.deepEqual(await visit.wrong(), []);
      await visit.open({ at });
      assert.equal(whole, await visit.html(), at);
    }
  });

  // The demo page sets attributes while the board begins, and the browser says that the page is shown.
  for (const late of [/locales/, /calendars/, /news/]) {
    test(`${late} that are late are waited for before anything is drawn`, async () => {
      visit.town.late = late;
      await visit.open({ under: '/en.html', at: AT });
      visit.town.late = null;
      assert.equal(await fate(), 'kept');
      assert.deepEqual(await visit.wrong(), []);
    });
  }

  test('a picture beside the feed is shown, printed and drawn', async () => {
    for (const under of ['/still.html', '/en.html', '/']) {
      await visit.begin({ under });
      await visit.finds('.picture');
      const shown = await visit.browser.until(async () => {
        const [picture] = document.querySelector('town-board').shadowRoot.querySelectorAll('.picture');
        picture.scrollIntoView();
        return picture.naturalWidth > 0 && picture.src;
      });
      assert.equal(shown, `${visit.town.base}/data/sites/kopyl/library-evenings.svg`);
    }
  });

  test('news that were printed stay while those to be drawn are late, and the office is open all the same', async () => {
    visit.town.held = /news/;
    await visit.begin({ under: '/en.html', at: AT });
    await visit.finds('[role=status] .state');
    const items = () => visit.browser.run(() => document.querySelector('town-board').shadowRoot.querySelectorAll('.item').length);
    assert.equal(await items(), 5);
    assert.match(await visit.text('.more'), /Show more/);
    assert.doesNotMatch(await visit.html(), /ago|yesterday/);
    visit.town.held = null;
    visit.town.release();
    await visit.browser.until(() => /ago/.test(document.querySelector('town-board').shadowRoot.querySelector('.item time').innerText));
    await visit.quiet();
    assert.equal(await fate(), 'kept');
    const whole = await visit.html();
    assert.deepEqual(await visit.wrong(), []);
    await visit.open({ at: AT });
    assert.equal(whole, await visit.html());
  });

  test('a visitor who does something before the news come is answered', async () => {
    visit.town.held = /news/;
    await visit.begin({ under: '/en.html', at: AT });
    await visit.finds('[role=status] .state');
    await visit.browser.run(() => document.querySelector('town-board').shadowRoot.querySelector('.languages button').click());
    await visit.finds('.board[lang=be] .skeleton');
    visit.town.held = null;
    visit.town.release();
    await visit.finds('.board[lang=be] .item');
    assert.deepEqual(await visit.wrong(), []);
  });

  test('a board that is taken over works', async () => {
    await visit.open({ under: '/en.html' });
    await visit.browser.run(() => document.querySelector('town-board').shadowRoot.querySelector('.item a').click());
    await visit.finds('.article');
    assert.equal(await fate(), 'kept');
  });

  for (const page of ['other-text', 'other-tree', 'moved', 'nothing', 'ru']) {
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
