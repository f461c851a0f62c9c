// What a drawing does to the page that shows the last one: no more than it must.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './drive/visits.mjs';

inEveryEngine((visit) => {
  test('a drawing that changes nothing causes no mutation', async () => {
    await visit.open();
    assert.deepEqual(await visit.changedAt('2026-11-23T10:00:00'), []);
    assert.deepEqual(await visit.changedAt('2026-11-23T10:00:20'), []);
    assert.deepEqual(await visit.changedAt('2026-11-23T10:00:59'), []);
  });

  test('a minute touches one element, the mark on the bar; news age in steps of five', async () => {
    await visit.open();
    assert.deepEqual(await visit.changedAt('2026-11-23T10:01'), ['svg.now']);
    let aged = 0;
    for (let minute = 2; minute <= 12; minute += 1) {
      const changed = await visit.changedAt(`2026-11-23T10:${String(minute).padStart(2, '0')}`);
      aged += changed.filter((one) => one === 'time.').length;
      assert.deepEqual(changed.filter((one) => one !== 'time.'), ['svg.now'], `at 10:${minute}`);
    }
    assert.ok(aged <= 3, `${aged} news in 11 minutes`);
  });

  test('a countdown touches the mark and the words of the schedules that count', async () => {
    await visit.open({ at: '2026-11-23T12:50' });
    const counting = await visit.browser.run(() => [...document.querySelector('town-board').shadowRoot.querySelectorAll('.next')]
      .filter((one) => /minutes/.test(one.innerText)).length);
    assert.ok(counting >= 1);
    assert.deepEqual((await visit.changedAt('2026-11-23T12:51')).sort(), [...Array(counting).fill('span.next'), 'svg.now']);
  });

  test('the focus stays on its control while the board changes around it', async () => {
    await visit.open({ at: '2026-11-23T12:50' });
    await visit.focus('.item a');
    const title = await visit.focused();
    for (const at of ['2026-11-23T13:00', '2026-11-23T14:00', '2026-11-24T09:00', '2026-12-25T09:00']) {
      assert.notDeepEqual(await visit.changedAt(at), []);
      assert.equal(await visit.focused(), title, at);
    }
  });

  test('the hours of a service open by keyboard and stay open when the board is drawn again', async () => {
    await visit.open();
    assert.equal(await visit.text('details[open]'), null);
    await visit.focus('.also summary');
    await visit.browser.press('Enter');
    await visit.finds('details[open]');
    assert.match(await visit.text('details[open]'), /Monday–Friday\s*today\s+8:00–13:00, 14:00–17:30/);
    await visit.changedAt('2026-11-23T13:30');
    await visit.changedAt('2026-11-24T09:00');
    await visit.finds('details[open] [aria-current]');
  });

  test('the status changes on screen after a translator has replaced its words', async () => {
    await visit.open();
    await visit.browser.run(() => {
      const walker = document.createTreeWalker(document.querySelector('town-board').shadowRoot, NodeFilter.SHOW_TEXT);
      const texts = [];
      while (walker.nextNode()) texts.push(walker.currentNode);
      for (const text of texts) {
        const [outer, inner] = [document.createElement('font'), document.createElement('font')];
        inner.textContent = `~${text.data}~`;
        outer.append(inner);
        text.replaceWith(outer);
      }
    });
    assert.match(await visit.text('[role=status]'), /^~Open~/);
    for (const [at, words] of [
      ['2026-11-23T13:30', /^Lunch break\s+Opens at 14:00/],
      ['2026-11-23T14:10', /^Open\s+Closes at 17:30/],
      ['2026-12-25T10:00', /^Closed for a holiday/],
    ]) {
      await visit.changedAt(at);
      assert.match(await visit.text('[role=status]'), words);
    }
    assert.deepEqual(await visit.wrong(), []);
  });
});
