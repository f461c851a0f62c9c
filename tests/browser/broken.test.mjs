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

  const said = () => visit.browser.run(() => window.said.join('\n'));
  const shown = () => visit.browser.run(() => {
    const board = document.querySelector('town-board');
    return {
      sentence: board.status?.sentence ?? null,
      news: board.shadowRoot?.querySelectorAll('.item').length ?? null,
      contacts: board.shadowRoot?.querySelectorAll('.contacts a').length ?? null,
      text: board.innerText,
    };
  });
  const settle = () => new Promise((done) => setTimeout(done, 400));

  for (const [what, file, change, words, status, news] of rows) {
    test(`${what}: the rest stands, and the console says where`, async () => {
      visit.town.changes.set(file, change);
      await visit.begin();
      await settle();
      const { sentence, news: items, contacts } = await shown();
      assert.match(await said(), words);
      if (status) assert.equal(sentence, AT_TEN);
      if (news !== null) assert.equal(items > 0, news);
      assert.ok(contacts > 3, `${contacts} contacts`);
    });
  }

  test('feeds that are not there: the rest stands, and the console names them', async () => {
    visit.town.blocked = /news/;
    await visit.begin();
    await settle();
    assert.match(await said(), /feed news-en: .*news\.json: 404/);
    assert.equal((await shown()).sentence, AT_TEN);
    assert.equal(await visit.text('.note') !== null, true);
  });

  for (const [what, change] of [['no JSON', () => '{"name": "Kopyl",,}'], ['a list', () => '[]'], ['empty', () => '']]) {
    test(`a site file that is ${what}: the markup stays, and the console says so`, async () => {
      visit.town.changes.set('site.json', change);
      await visit.begin();
      await settle();
      assert.match(await said(), /site\.json/);
      assert.match((await shown()).text, /Monday to Friday/);
      assert.equal((await shown()).contacts, null);
    });
  }

  test('a site file that is not there: the markup stays, and the console says so', async () => {
    visit.town.blocked = /site\.json/;
    await visit.begin();
    await settle();
    assert.match(await said(), /site\.json: 404/);
    assert.match((await shown()).text, /Monday to Friday/);
  });
});
