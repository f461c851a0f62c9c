// The element's life on a page that others write: moved, taken out, put back, twice there, with another site.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './drive/visits.mjs';

const AT_TEN = 'Open · closes at 13:00 for lunch, back at 14:00';

// The script is there long before the tag's end: the page comes in two parts.
function prepare(town) {
  const site = { name: 'Town', timeZone: 'Europe/Minsk', languages: ['en'], offices: [{ id: 'o', name: 'Office', schedules: [{ id: 's', hours: 'Mo-Fr 08:30-17:30' }] }] };
  town.late = /late-stop/;
  town.files.set('/late-stop.js', ['text/javascript', 'void 0;']);
  town.files.set('/inside.html', ['text/html', `<!doctype html><html lang="en"><title>x</title><script src="/witness.js"></script>
    <script type="module" async src="/townboard.js"></script><p>x</p><script src="/late-stop.js"></script>
    <town-board now="2026-11-23T10:00:00+03:00"><script src="/late-stop.js?2"></script>
    <script type="application/json">${JSON.stringify(site)}</script></town-board>`]);
}

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

  test('a board whose site is named late, or twice in a row, draws the last one', async () => {
    await visit.open();
    await visit.browser.run(() => {
      const board = document.createElement('town-board');
      board.setAttribute('now', '2026-11-23T10:00:00+03:00');
      document.querySelector('town-board').replaceWith(board);
      return new Promise((done) => setTimeout(done));
    });
    visit.town.files.set('/data/sites/kopyl/late.json', ['application/json', '{"name": "Late", "timeZone": "Europe/Minsk", "offices": [7]}']);
    await visit.browser.run(() => {
      const board = document.querySelector('town-board');
      board.setAttribute('src', 'data/sites/kopyl/late.json');
      board.setAttribute('src', 'data/sites/kopyl/site.json');
    });
    await isDrawn();
    assert.equal(await visit.sentence(), AT_TEN);
    assert.deepEqual((await visit.wrong()).filter((words) => !/neither src/.test(words)), []);
  });

  test('a click counts once after the site was asked for again', async () => {
    await visit.open();
    const items = await visit.browser.run(async () => {
      const board = document.querySelector('town-board');
      await Promise.all([board.refresh(), board.refresh()]);
      await board.refresh();
      return new Promise((done) => {
        const root = board.shadowRoot;
        const press = () => {
          const button = root.querySelector('.news > .more button');
          if (!button || root.querySelectorAll('.item').length !== 5) return setTimeout(press, 20);
          button.click();
          return requestAnimationFrame(() => setTimeout(() => done(root.querySelectorAll('.item').length)));
        };
        press();
      });
    });
    assert.equal(items, 10);
    assert.deepEqual(await visit.wrong(), []);
  });

  test('a tag that is parsed after the script, with its site inside, is drawn', async () => {
    await visit.browser.go(`${visit.town.base}/inside.html`);
    await visit.browser.until(() => document.querySelector('town-board').status?.state === 'open');
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
}, prepare);
