// The generated calendars say what their source says: every country and region, day by day, through the tool.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);
const tool = fileURLToPath(new URL('build/native/townboard', root));
const folder = new URL('data/calendars/', root);
const corrections = JSON.parse(readFileSync(new URL('corrections.json', folder)));
const YEARS = [2024, 2026, 2027, 2028, 2032];
const DAY = 86400000;

// A development dependency; without it there is nothing to compare with.
const source = await import('date-holidays').then((module) => module.default, () => null);
if (!source) console.log('SKIPPED: npm date-holidays is not installed');

function datesOfSource(country, state, year) {
  const calendar = state ? new source(country, state) : new source(country);
  const dates = new Set();
  for (const near of [year - 1, year, year + 1]) {
    for (const one of calendar.getHolidays(near).filter(({ type }) => type === 'public')) {
      const [y, m, d] = one.date.slice(0, 10).split('-').map(Number);
      for (let i = 0; i < Math.max(1, Math.round((one.end - one.start) / DAY)); ++i) {
        const date = new Date(Date.UTC(y, m - 1, d + i)).toISOString().slice(0, 10);
        if (date.startsWith(String(year))) dates.add(date);
      }
    }
  }
  return dates;
}

function datesOfTool(region, year) {
  const lines = execFileSync(tool, ['calendar', region, '--year', String(year), '--batch']).toString().split('\n');
  return new Set(lines.filter(Boolean).map((line) => JSON.parse(line)).filter(({ kind }) => kind === 'holiday').map(({ date }) => date));
}

for (const name of readdirSync(folder).filter((file) => /^[A-Z]{2}\.json$/.test(file))) {
  const file = JSON.parse(readFileSync(new URL(name, folder)));
  const country = file.region;
  test(`${country} has the form of the schema`, () => {
    assert.equal(`${country}.json`, name);
    const known = Object.keys(JSON.parse(readFileSync(new URL('calendar.schema.json', folder))).properties);
    assert.deepEqual(Object.keys(file).filter((key) => !known.includes(key)), []);
    for (const { rule, name: words } of file.holidays) assert.ok(rule && Object.keys(words).length, JSON.stringify(rule));
  });
  if (file.licence === 'MIT' || corrections[country]?.add || !source || !existsSync(tool)) continue;
  test(`${country} has the days of its source`, () => {
    for (const region of [country, ...Object.keys(file.regions ?? {})]) {
      for (const year of YEARS) {
        const expected = datesOfSource(country, region === country ? null : region.slice(3), year);
        assert.deepEqual([...datesOfTool(region, year)].sort(), [...expected].sort(), `${region} ${year}`);
      }
    }
  });
}

test('Belarus moves, shortens and keeps its days', () => {
  const lines = execFileSync(tool, ['calendar', 'BY', '--year', '2026', '--batch']).toString().trim().split('\n').map((line) => JSON.parse(line));
  const kinds = (date) => lines.filter((line) => line.date === date).map(({ kind }) => kind);
  assert.deepEqual(kinds('2026-01-02'), ['holiday']);
  assert.deepEqual(kinds('2026-04-20'), ['moved_off']);
  assert.deepEqual(kinds('2026-04-25'), ['moved_work', 'short']);
  assert.deepEqual(kinds('2026-11-06'), ['short']);
  assert.deepEqual(kinds('2026-03-07'), []);
});
