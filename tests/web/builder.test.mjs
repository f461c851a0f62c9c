// What the builder does without a page: JSON with the place of what is wrong, the site file, zones, and its words.
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { test } from 'node:test';
import { readJson } from '../../web/builder/json-text.js';
import { finished, put, putText, strangePlace, unread } from '../../web/builder/site.js';
import { instantOf, zoneOf } from '../../web/builder/zones.js';

const json = (name) => JSON.parse(fs.readFileSync(new URL(`../../${name}`, import.meta.url)));

test('what is no JSON is named by line and column', () => {
  const rows = [
    ['{"a":1,}', 1, 8], ['[1,2', 1, 5], ['{\n "a": tru }', 2, 7], ['{} x', 1, 4], ['', 1, 1], ['{"a" 1}', 1, 6], ['[1 2]', 1, 4],
    ['{"a":[{}],"b":"\\x"}', 1, 15], ['{"a":1}}', 1, 8], ["{'a':1}", 1, 2], ['{"a":1\n"b":2}', 2, 1], ['[1]]', 1, 4], ['{1:2}', 1, 2],
  ];
  for (const [text, line, column] of rows) assert.deepEqual(readJson(text), { line, column }, text);
  for (const text of ['{"a":[1,-2.5e3,{"b":null}],"c":"\\u00e9"}', '[]', ' "x" ', '[[],{}]']) assert.deepEqual(readJson(text), { value: JSON.parse(text) });
});

test('a new key stands where the schema has it, and unknown ones stay where they are', () => {
  const site = { $schema: 'x', theirs: 1, timeZone: 'Europe/Minsk', offices: [] };
  put(site, 'name', 'Kopyl');
  put(site, 'calendar', 'BY');
  assert.deepEqual(Object.keys(site), ['$schema', 'theirs', 'name', 'timeZone', 'calendar', 'offices']);
  put(site, 'calendar', '');
  assert.deepEqual(Object.keys(site), ['$schema', 'theirs', 'name', 'timeZone', 'offices']);
});

test('one text stays one, and becomes texts by language with the second', () => {
  const office = {};
  putText(office, 'name', ['be', 'ru'], 'be', 'Выканкам');
  assert.deepEqual(office, { name: 'Выканкам' });
  putText(office, 'name', ['be', 'ru'], 'ru', 'Исполком');
  assert.deepEqual(office, { name: { be: 'Выканкам', ru: 'Исполком' } });
  putText(office, 'name', ['be', 'ru'], 'ru', '');
  assert.deepEqual(office, { name: { be: 'Выканкам' } });
  putText(office, 'name', ['be', 'ru'], 'be', '');
  assert.deepEqual(office, {});
});

test('rows that are not finished are not written, whole sites are as they were', () => {
  for (const name of ['kopyl', 'district', 'village']) {
    const site = json(`data/sites/${name}/site.json`);
    assert.equal(JSON.stringify(finished(site)), JSON.stringify(site), name);
    assert.equal(strangePlace(site), null);
  }
  const closure = { from: '2026-12-24' };
  const office = { id: 'a', contacts: [{ role: 'fax' }], schedules: [{ id: 'h' }, { id: 'i', hours: '24/7' }], closures: [closure] };
  assert.deepEqual(finished({ offices: [office] }), { offices: [{ id: 'a', schedules: [{ id: 'i', hours: '24/7' }], closures: [closure] }] });
  unread.add(closure);
  assert.deepEqual(finished({ offices: [office] }).offices[0].closures, undefined);
});

test('what the form cannot show is named', () => {
  const rows = [[[], '/'], [null, '/'], [{ offices: {} }, '/offices'], [{ offices: [1] }, '/offices/0'], [{ languages: [] }, '/languages'],
    [{ offices: [{}, { contacts: [''] }] }, '/offices/1/contacts/0'], [{ feeds: [[]] }, '/feeds/0'], [{ offices: [{ address: 'x' }] }, '/offices/0/address']];
  for (const [site, place] of rows) assert.equal(strangePlace(site), place, JSON.stringify(site));
});

test('every country with a calendar has a zone, and an instant is that of the zone on either side of a change', () => {
  for (const file of fs.readdirSync(new URL('../../data/calendars', import.meta.url))) {
    if (/^[A-Z]{2}\.json$/.test(file)) assert.ok(zoneOf(file.slice(0, 2)), file);
  }
  const rows = [['2026-11-23T13:30', 'Europe/Minsk', '2026-11-23T10:30:00.000Z'], ['2026-03-29T01:30', 'Europe/Berlin', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29T03:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'], ['2026-07-01T00:00', 'Pacific/Auckland', '2026-06-30T12:00:00.000Z']];
  for (const [wall, zone, wanted] of rows) assert.equal(instantOf(wall, zone).toISOString(), wanted);
});

test('the three languages of the page say the same things', () => {
  const [en, ...others] = ['en', 'ru', 'be'].map((language) => json(`web/builder/${language}.json`));
  const told = Object.keys(json('data/problems.json')).filter((code) => /^(hours|phrase|days)_/.test(code));
  const silent = new Set(['hours_corrected', 'hours_no_minutes', 'hours_order', 'hours_empty']);
  for (const other of others) {
    assert.deepEqual(Object.keys(other), Object.keys(en));
    for (const key of Object.keys(en)) {
      if (key !== 'problems') assert.deepEqual(other[key].match(/\{\w+\}/g) ?? [], en[key].match(/\{\w+\}/g) ?? [], key);
    }
    assert.deepEqual(told.filter((code) => !silent.has(code) && !other.problems[code]), []);
  }
  const page = fs.readFileSync(new URL('../../web/builder.html', import.meta.url), 'utf8');
  for (const [, key] of page.matchAll(/data-(?:word|label)="([^"]+)"/g)) assert.ok(en[key], key);
});
