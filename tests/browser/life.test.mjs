// The element's life on a page that others write: moved, taken out, put back, twice there, with another site.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './drive/visits.mjs';

const AT_TEN = 'Open · closes at 13:00 for lunch, back at 14:00';

inEveryEngine((visit) => {
  const isDrawn = () => visit.browser.until(() => {
    const boards = [...document.querySelectorAll('town-board')];
    return boards.length > 0 && boards.every((board) => board.status?.state === 'open' && board.shadowRoot?.querySelector('.item'));
  });

  test('a board that is moved goes on, and its controls work once', async () => {
    await visit.open();
    await visit.browser.run(() => document.querySelector('footer').append(document.querySelector('town-board')));
    await isDrawn();
    const drawings = await visit.browser.run(async () => {
      const board = document.querySelector('town-board');
      let count = 0;
      board.addEventListener('town-board-drawn', () => { count += 1; });
      const drawn = new Promise((done) => board.addEventListener('town-board-drawn', done, { once: true }));
      board.shadowRoot.querySelector('.more button').click();
      await drawn;
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      return { count, items: board.shadowRoot.querySelectorAll('.item').length };
    });
    assert.deepEqual(drawings, { count: 1, items: 10 });
    assert.deepEqual(await visit.wrong(), []);
  });

  test('a board that is taken out while it loads draws when it is put back', async () => {
    await visit.open();
    await visit.browser.run(async () => {
      const board = document.querySelector('town-board');
      const place = board.parentNode;
      board.remove();
      place.append(board);
      board.remove();
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      place.append(board);
    });
    await isDrawn();
    assert.equal(await visit.sentence(), AT_TEN);
    assert.deepEqual(await visit.wrong(), []);
  });

  test('two boards of one page keep apart what is done on them', async () => {
    await visit.open();
    await visit.browser.run(() => {
      const second = document.createElement('town-board');
      for (const { name, value } of document.querySelector('town-board').attributes) second.setAttribute(name, value);
      document.querySelector('main').append(second);
    });
    await isDrawn();
    const states = await visit.browser.run(async () => {
      const [first, second] = document.querySelectorAll('town-board');
      const drawn = (board) => new Promise((done) => board.addEventListener('town-board-drawn', done, { once: true }));
      const opened = drawn(second);
      second.shadowRoot.querySelector('.item a').click();
      await opened;
      const turned = drawn(first);
      first.setAttribute('now', '2026-11-23T13:30:00+03:00');
      await turned;
      return [first, second].map((board) => [board.status.state, board.shadowRoot.querySelector('.article') !== null]);
    });
    assert.deepEqual(states, [['pause', false], ['open', true]]);
    assert.deepEqual(await visit.wrong(), []);
  });

  test('a changed language, and one chosen on the board, are drawn', async () => {
    await visit.open();
    await visit.browser.run(() => document.querySelector('town-board').setAttribute('lang', 'ru'));
    await visit.browser.until(() => /^Открыто/.test(document.querySelector('town-board').status.sentence));
    await visit.browser.run(() => document.querySelector('town-board').shadowRoot.querySelector('.languages button').click());
    await visit.browser.until(() => /^Адчынена/.test(document.querySelector('town-board').status.sentence));
    assert.deepEqual(await visit.wrong(), []);
  });

  test('a page that comes back from the cache says what is true now', async () => {
    await visit.open({ at: '' }); // the visitor's own clock
    const before = await visit.browser.run(async () => {
      const board = document.querySelector('town-board');
      let drawn = 0;
      board.addEventListener('town-board-drawn', () => { drawn += 1; });
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      return drawn;
    });
    assert.ok(before >= 1);
  });
});
