// The demo page in Chromium, Firefox and WebKit: what every visitor must get, whatever the engine.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './drive/visits.mjs';

const AT_TEN = 'Open · closes at 13:00 for lunch, back at 14:00';

inEveryEngine((visit) => {
  test('the board is drawn, in three languages, and nothing goes wrong', async () => {
    for (const [lang, wanted] of [
      ['en', AT_TEN],
      ['ru', 'Открыто · закроется на обед в 13:00, снова откроется в 14:00'],
      ['be', 'Адчынена · зачыніцца на абед а 13:00, зноў адчыніцца а 14:00'],
    ]) {
      await visit.open({ lang });
      assert.equal(await visit.sentence(), wanted);
      const shown = await visit.text('[role=status]');
      assert.ok(shown.startsWith(wanted.split(' · ')[0]), shown);
      assert.deepEqual(await visit.wrong(), []);
    }
  });

  test('the status flips at the boundary', async () => {
    await visit.open({ at: '2026-11-23T12:59:30' });
    assert.match(await visit.sentence(), /^Open · closes for lunch in 1 minute/);
    await visit.changedAt('2026-11-23T13:00:00');
    assert.match(await visit.sentence(), /^Lunch break/);
    assert.match(await visit.text('[role=status]'), /^Lunch break/);
  });

  test('an article opens and closes by keyboard, and the focus goes along', async () => {
    await visit.open();
    await visit.focus('.item a');
    const title = await visit.focused();
    assert.notEqual(title, '');
    const comesBack = () =>
      visit.browser.until((t) => document.querySelector('town-board').shadowRoot.activeElement?.innerText === t, title);
    await visit.browser.press('Enter');
    await visit.finds('.article');
    await comesBack();
    // Past the buttons that print and share.
    await visit.browser.press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Enter');
    await visit.finds('.item');
    await comesBack();
    assert.deepEqual(await visit.wrong(), []);
  });

  test('a site file without a zone rule has that of the browser', async () => {
    for (const zone of ['Europe/Minsk', 'Europe/Kiev']) {
      visit.town.changes.set('site.json', (text) => text.replace(/"zoneRule": "[^"]*",/, '').replace('Europe/Minsk', zone));
      try {
        await visit.open();
        assert.equal(await visit.sentence(), AT_TEN);
        // In Kiev it is an hour earlier in winter.
        await visit.changedAt('2026-11-23T13:00');
        assert.match(await visit.sentence(), zone === 'Europe/Minsk' ? /^Lunch break/ : /^Open/);
        assert.deepEqual(await visit.wrong(), []);
      } finally {
        visit.town.changes.clear();
      }
    }
  });

  test('the markup in the tag stays when the core does not load', async () => {
    visit.town.blocked = /\/townboard\.js$/;
    try {
      await visit.begin();
      await visit.browser.until(() => window.wrong.some((words) => /did not load: .*townboard\.js/.test(words)));
      assert.match(await visit.browser.run(() => document.querySelector('town-board').innerText), /Monday to Friday/);
      assert.equal(await visit.browser.run(() => document.querySelector('town-board').shadowRoot), null);
    } finally {
      visit.town.blocked = null;
    }
  });

  test('plain JavaScript takes over where the policy forbids WebAssembly', async () => {
    await visit.open({ under: '/no-wasm/' });
    assert.equal(await visit.sentence(), AT_TEN);
    const fetched = await visit.browser.run(() => performance.getEntriesByType('resource').map((entry) => entry.name));
    assert.ok(fetched.some((name) => name.endsWith('/core.wasm2js.js')), fetched.join(' '));
  });

  test('without either the markup in the tag stays', async () => {
    visit.town.blocked = /wasm2js/;
    try {
      await visit.begin({ under: '/no-wasm/' });
      await visit.browser.until(() => customElements.get('town-board') !== undefined);
      await visit.browser.until(() => window.said.length > 0);
      await visit.quiet();
      assert.match(await visit.browser.run(() => document.querySelector('town-board').innerText), /Monday to Friday/);
      assert.equal(await visit.browser.run(() => document.querySelector('town-board').shadowRoot), null);
    } finally {
      visit.town.blocked = null;
    }
  });
});
