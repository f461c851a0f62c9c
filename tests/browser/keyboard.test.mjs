// The board by keyboard alone: everything is reached in the order of the page and back, the focus is always seen, and no
// action loses it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inEveryEngine } from './drive/visits.mjs';

// Runs in the page: where the focus is, and whether a visitor sees it there.
const whereIs = () => {
  const board = document.querySelector('town-board');
  const one = board.shadowRoot.activeElement;
  if (document.activeElement !== board || !one) return { inside: false, name: document.activeElement?.localName };
  const style = getComputedStyle(one);
  const box = one.getBoundingClientRect();
  const middle = [Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1), Math.min(Math.max(box.y + box.height / 2, 1), innerHeight - 1)];
  return {
    inside: true,
    number: [...board.shadowRoot.querySelectorAll('*')].indexOf(one),
    name: one.getAttribute('aria-label') ?? one.innerText.trim(),
    outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && style.outlineColor !== 'rgba(0, 0, 0, 0)',
    shown: box.width > 0 && box.bottom > 0 && box.top < innerHeight && board.shadowRoot.elementFromPoint(...middle) !== null,
  };
};

// Runs in the page: the places of everything that may have the focus and is rendered.
const allThatMay = () => [...document.querySelector('town-board').shadowRoot.querySelectorAll('*')]
  .flatMap((one, number) => (one.matches('a[href], button, input, select, summary, [tabindex="0"]') && one.getClientRects().length > 0 ? [number] : []));

inEveryEngine((visit) => {
  const focus = () => visit.browser.run(whereIs);
  const isHeld = async (what) => {
    const here = await focus();
    assert.ok(here.inside, `after ${what} the focus is on ${here.name}`);
    return here;
  };
  // WebKit scrolls to the focus a moment later.
  const isSeen = async (what) => {
    await visit.browser.until(`() => (${whereIs})().shown`).catch(() => {});
    const here = await isHeld(what);
    assert.ok(here.shown, `not in sight: ${here.name}`);
    assert.ok(here.outlined, `no outline: ${here.name}`);
    return here;
  };
  // Puts the focus there and waits until what the keys do is drawn.
  const act = async (selector, keys, expected) => {
    await visit.focus(selector);
    await visit.browser.press(...keys);
    await visit.finds(expected);
    await visit.quiet();
    return isHeld(`${keys} on ${selector}`);
  };

  test('Tab goes through everything in the order of the page, Shift+Tab back, and the focus is seen everywhere', async () => {
    await visit.open();
    await visit.browser.run(() => {
      const last = document.querySelector('header li:last-child a');
      last.focus();
    });
    const wanted = await visit.browser.run(allThatMay);
    assert.ok(wanted.length > 20);
    const there = [];
    for (let i = 0; i < wanted.length; i += 1) {
      await visit.browser.press('Tab');
      const here = await isSeen(`${i + 1} times Tab`);
      assert.notEqual(here.name, '', 'a control without a name');
      there.push(here.number);
    }
    assert.deepEqual(there, wanted);
    for (let i = wanted.length - 2; i >= 0; i -= 1) {
      await visit.browser.press('Shift+Tab');
      assert.equal((await focus()).number, wanted[i]);
    }
    await visit.browser.press('Shift+Tab');
    assert.equal((await focus()).inside, false, 'the board lets the focus go');
  });

  test('every control does its work by Enter or Space, and keeps the focus', async () => {
    await visit.open();
    await act('.also summary', ['Enter'], 'details[open]');
    await act('.also summary', ['Space'], '.also:not(:has([open]))');
    const language = await act('.languages button[lang=be]', ['Enter'], '.board[lang=be]');
    assert.equal(language.name, 'Беларуская');
    await act('.languages button[lang=en]', ['Space'], '.board[lang=en]');
    const chip = await act('.chips li:nth-child(2) button', ['Space'], '.chips li:nth-child(2) [aria-pressed=true]');
    assert.equal(chip.name, 'Notices');
    await act('.chips li:first-child button', ['Enter'], '.chips li:first-child [aria-pressed=true]');
    const field = await act('input', [...'library'], '.item:only-child');
    assert.equal(field.name, 'Search the news');
    await act('input', ['Enter'], '.item');
    await visit.browser.run(() => {
      const input = document.querySelector('town-board').shadowRoot.querySelector('input');
      input.value = '';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await visit.finds('.more button');
    await act('.more button', ['Enter'], '.item:nth-child(6)');
    assert.deepEqual(await visit.wrong(), []);
  });

  test('the last "show more" leaves the focus in the list', async () => {
    await visit.open();
    for (let shown = 5; ; ) {
      const here = await act('.more button', ['Enter'], `.item:nth-child(${shown + 1})`);
      assert.notEqual(here.name, '');
      const more = await visit.browser.run(() => {
        const root = document.querySelector('town-board').shadowRoot;
        return { items: root.querySelectorAll('.item').length, goesOn: root.querySelector('.news > .more button') !== null };
      });
      if (!more.goesOn) break;
      shown = more.items;
    }
  });

  test('the version for low vision is switched on, used and left by keyboard', async () => {
    await visit.open();
    await act('.languages button:last-of-type', ['Enter'], '.board[data-state~=low-vision]');
    for (const number of [6, 5, 5, 4]) {
      const here = await act(`.languages button:nth-child(${number})`, ['Space'], '.languages button');
      assert.ok(here.outlined, here.name);
    }
    assert.equal(await visit.browser.run(() => document.querySelector('town-board').shadowRoot.querySelector('[data-state~=low-vision]')), null);
  });

  test('news that failed are asked for again by keyboard, and the focus stays in the board', async () => {
    visit.town.blocked = /news/;
    try {
      await visit.begin();
      await visit.finds('.note');
      await visit.quiet();
      await act('.news .more button', ['Enter'], '.note');
      visit.town.blocked = null;
      const here = await act('.news .more button', ['Enter'], '.item');
      assert.ok(here.inside);
    } finally {
      visit.town.blocked = null;
    }
  });

  test('an article is opened, left and found again where it was, from each place in the list', async () => {
    await visit.open();
    for (const number of [1, 3, 5]) {
      await visit.focus(`.item:nth-child(${number}) a`);
      const title = await visit.focused();
      await visit.browser.press('Enter');
      await visit.finds('.article');
      await visit.quiet();
      const heading = await isHeld('opening');
      assert.equal(heading.name, title);
      await visit.browser.until(`() => (${whereIs})().shown`);
      await act('.article .more button', ['Space'], '.item');
      assert.equal((await focus()).name, title);
      await isSeen('going back');
    }
  });
});
