// The demo page in Chromium, Firefox and WebKit: what every visitor must get, whatever the engine.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Browser, ENGINES } from './drive/browser.mjs';
import { Town } from './drive/town.mjs';

let town;
before(async () => {
  town = await Town.start();
});
after(() => town?.close());

const AT_TEN = 'Open · closes at 13:00 for lunch, back at 14:00';

for (const engine of ENGINES) {
  describe(engine, () => {
    let browser;
    before(async () => {
      browser = await Browser.start(engine);
    });
    after(() => browser?.close());

    const open = async (wishes) => {
      await browser.go(town.page({ at: '2026-11-23T10:00', ...wishes }));
      if (wishes?.drawn !== false) {
        await browser.until(() => Boolean(document.querySelector('town-board').shadowRoot?.querySelector('.item')));
      }
    };
    const sentence = () => browser.run(() => document.querySelector('town-board').status?.sentence);
    const wrong = () => browser.run(() => window.wrong);
    const focused = () => browser.run(() => document.querySelector('town-board').shadowRoot.activeElement?.innerText ?? '');

    test('the board is drawn, in three languages, and nothing goes wrong', async () => {
      for (const [lang, wanted] of [
        ['en', AT_TEN],
        ['ru', 'Открыто · закроется на обед в 13:00, снова откроется в 14:00'],
        ['be', 'Адчынена · зачыніцца на абед а 13:00, зноў адчыніцца а 14:00'],
      ]) {
        await open({ lang });
        assert.equal(await sentence(), wanted);
        const shown = await browser.run(() => document.querySelector('town-board').shadowRoot.querySelector('[role=status]').innerText);
        assert.ok(shown.startsWith(wanted.split(' · ')[0]), shown);
        assert.deepEqual(await wrong(), []);
      }
    });

    test('the status flips at the boundary', async () => {
      await open({ at: '2026-11-23T12:59:30' });
      assert.match(await sentence(), /^Open · closes for lunch in 1 minute/);
      const seen = await browser.run(() => {
        const board = document.querySelector('town-board');
        board.setAttribute('now', '2026-11-23T13:00:00+03:00');
        return new Promise((done) => {
          setTimeout(() => done([board.status.sentence, board.shadowRoot.querySelector('[role=status]').innerText]), 300);
        });
      });
      for (const words of seen) assert.match(words, /^Lunch break/);
    });

    test('an article opens and closes by keyboard, and the focus goes along', async () => {
      await open();
      await browser.run(() => document.querySelector('town-board').shadowRoot.querySelector('.item a').focus());
      const title = await focused();
      assert.notEqual(title, '');
      await browser.press('Enter');
      await browser.until(() => document.querySelector('town-board').shadowRoot.querySelector('.article') !== null);
      await browser.until((t) => document.querySelector('town-board').shadowRoot.activeElement?.innerText === t, title);
      await browser.press('Shift+Tab', 'Enter');
      await browser.until(() => document.querySelector('town-board').shadowRoot.querySelector('.item') !== null);
      await browser.until((t) => document.querySelector('town-board').shadowRoot.activeElement?.innerText === t, title);
      assert.deepEqual(await wrong(), []);
    });

    test('the markup in the tag stays when the core does not load', async () => {
      town.blocked = /\/townboard\.js$/;
      try {
        await open({ drawn: false });
        await new Promise((done) => setTimeout(done, 300));
        const state = await browser.run(() => {
          const board = document.querySelector('town-board');
          return { shadow: board.shadowRoot !== null, text: board.innerText };
        });
        assert.equal(state.shadow, false);
        assert.match(state.text, /Monday to Friday/);
      } finally {
        town.blocked = null;
      }
    });

    test('plain JavaScript takes over where the policy forbids WebAssembly', async () => {
      await open({ under: '/no-wasm/' });
      assert.equal(await sentence(), AT_TEN);
      const fetched = await browser.run(() => performance.getEntriesByType('resource').map((entry) => entry.name));
      assert.ok(fetched.some((name) => name.endsWith('/core.wasm2js.js')), fetched.join(' '));
    });

    test('without either the markup in the tag stays', async () => {
      town.blocked = /wasm2js/;
      try {
        await open({ under: '/no-wasm/', drawn: false });
        await browser.until(() => customElements.get('town-board') !== undefined);
        await new Promise((done) => setTimeout(done, 500));
        const text = await browser.run(() => document.querySelector('town-board').innerText);
        assert.match(text, /Monday to Friday/);
        assert.equal(await browser.run(() => document.querySelector('town-board').shadowRoot), null);
      } finally {
        town.blocked = null;
      }
    });
  });
}
