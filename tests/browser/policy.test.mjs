// Pages that forbid much: the board draws under the strictest policy that lets it run, and says nothing to the console.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './drive/visits.mjs';

const AT_TEN = 'Open · closes at 13:00 for lunch, back at 14:00';
// As Lockdown Mode and browsers without a compiler are.
const WITHOUT = '<script src="/without-wasm.js"></script>';

function prepare(town) {
  town.files.set('/without-wasm.js', ['text/javascript', 'delete window.WebAssembly;']);
  const split = (html) => html.replace('src="townboard.js"', 'src="split/townboard.js"');
  town.pages.set('/split.html', split);
  town.pages.set('/lockdown.html', (html) => html.replace('<head>', `<head>${WITHOUT}`));
  town.pages.set('/split-lockdown.html', (html) => split(html).replace('<head>', `<head>${WITHOUT}`));
  town.pages.set('/no-wasm/split.html', split);
}

inEveryEngine((visit) => {
  const fetched = () => visit.browser.run(() => performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname));
  const isWhole = async () => {
    assert.equal(await visit.sentence(), AT_TEN);
    assert.deepEqual(await visit.wrong(), []);
  };

  test('the demo page enforces what it says', async () => {
    await visit.open();
    const { guarded, can } = await visit.browser.run(() => {
      let guarded = false;
      const probe = document.createElement('p');
      try {
        probe.innerHTML = '<b>x</b>';
      } catch {
        guarded = true;
      }
      return { guarded, can: typeof window.trustedTypes === 'object' };
    });
    // Firefox ESR and older WebKit do not know Trusted Types.
    assert.equal(guarded, can);
    if (visit.browser.engine === 'chromium') assert.ok(can);
  });

  test('everything that a visitor does works under the policy', async () => {
    await visit.open();
    const act = async (selector, expected) => {
      await visit.browser.run((one) => document.querySelector('town-board').shadowRoot.querySelector(one).click(), selector);
      await visit.finds(expected);
    };
    await visit.browser.run(() => {
      const field = document.querySelector('town-board').shadowRoot.querySelector('input');
      field.value = 'library';
      field.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await visit.browser.until(() => document.querySelector('town-board').shadowRoot.querySelectorAll('.item').length === 1);
    await act('.item a', '.article');
    await act('.article .more button', '.item');
    await act('.languages button:last-child', '.board[data-state~=low-vision]');
    await act('.contacts .plain, .contacts button', '.contacts');
    await act('.languages button[lang=be]', '.board[lang=be]');
    assert.deepEqual(await visit.wrong(), []);
  });

  for (const [under, file] of [
    ['/split.html', '/split/core.wasm'],
    ['/no-wasm/', '/core.wasm2js.js'],
    ['/no-wasm/split.html', '/core.wasm2js.js'],
    ['/lockdown.html', '/core.wasm2js.js'],
    ['/split-lockdown.html', '/core.wasm2js.js'],
  ]) {
    test(`${under} draws with ${file}`, async () => {
      await visit.open({ under });
      await isWhole();
      const files = await fetched();
      assert.ok(files.some((name) => name.endsWith(file)), files.join(' '));
      assert.equal(files.some((name) => name.endsWith('.wasm2js.js')), file.endsWith('.wasm2js.js'));
    });
  }
}, prepare);
