// Files that are broken: the rest of the board stands, and the console names the file and the place.
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { inEveryEngine } from './drive/visits.mjs';

const AT_TEN = 'Open · closes at 13:00 for lunch, back at 14:00';
const json = (change) => (text) => {
  const site = JSON.parse(text);
  change(site);
  return JSON.stringify(site);
};

// [what is wrong, file, its text from the good one, what the console says, whether the status and the news stand]
const rows = [
  ['an unknown key', 'site.json', json((site) => { site.offices[0].adress = {}; }),
    /site\.json#\/offices\/0\/adress: site_unknown_key; write address/, true, true],
  ['hours that are none', 'site.json', json((site) => { site.offices[0].schedules[1].hours = 'Mo-Fr 25:00-26:00'; }),
    /site\.json#\/offices\/0\/schedules\/1\/hours: .*25/, true, true],
  ['an office that is a number', 'site.json', json((site) => { site.offices.push(7); }),
    /site\.json#\/offices\/1: site_/, true, true],
  ['a page instead of a feed', 'news.json', () => '<!doctype html><title>Not found</title><p>Sorry', /feed|news-en/, true, false],
  ['a feed that is cut off', 'news.json', (text) => text.slice(0, text.length / 2), /news-en/, true, null],
  ['a language that is no JSON', 'locales/en.json', () => '{"hours":', /town-board: en#.*json/, null, null],
  ['a calendar that is a list', 'calendars/BY.json', () => '[]', /BY#: calendar_unreadable/, true, true],
];

inEveryEngine((visit) => {
  afterEach(() => {
    visit.town.changes.clear();
    visit.town.blocked = null;
  });

  // Waits for the words in the console, and for the end of everything that was under way.
  const says = async (words) => {
    await visit.browser.until((source) => new RegExp(source).test(window.said.join('\n')), words.source);
    await visit.quiet();
  };
  const hasContacts = () => visit.browser.until(() => document.querySelector('town-board').shadowRoot?.querySelectorAll('.contacts a').length > 3);
  const shown = () => visit.browser.run(() => {
    const board = document.querySelector('town-board');
    return {
      sentence: board.status?.sentence ?? null,
      news: board.shadowRoot?.querySelectorAll('.item').length ?? null,
      contacts: board.shadowRoot?.querySelectorAll('.contacts a').length ?? null,
      text: board.innerText,
    };
  });

  for (const [what, file, change, words, status, news] of rows) {
    test(`${what}: the rest stands, and the console says where`, async () => {
      visit.town.changes.set(file, change);
      await visit.begin();
      await says(words);
      await hasContacts();
      const { sentence, news: items } = await shown();
      if (status) assert.equal(sentence, AT_TEN);
      if (news !== null) assert.equal(items > 0, news);
    });
  }

  test('feeds that are not there: the rest stands, and the console names them', async () => {
    visit.town.blocked = /news/;
    await visit.begin();
    await says(/feed news-en: .*news\.json: 404/);
    await visit.finds('.note');
    assert.equal((await shown()).sentence, AT_TEN);
  });

  for (const [what, change] of [['no JSON', () => '{"name": "Kopyl",,}'], ['a list', () => '[]'], ['empty', () => '']]) {
    test(`a site file that is ${what}: the markup stays, and the console says so`, async () => {
      visit.town.changes.set('site.json', change);
      await visit.begin();
      await says(/site\.json/);
      await visit.browser.run(() => { window.dispatchEvent(new PageTransitionEvent('pageshow')); });
      await visit.browser.until(() => /Monday to Friday/.test(document.querySelector('town-board')?.innerText));
      assert.equal((await shown()).contacts, null);
    });
  }

  test('a site file that is not there: the markup stays, and the console says so', async () => {
    visit.town.blocked = /site\.json/;
    await visit.begin();
    await says(/site\.json: 404/);
    await visit.browser.until(() => /Monday to Friday/.test(document.querySelector('town-board')?.innerText));
  });
});
