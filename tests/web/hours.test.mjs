// The library townboard/hours: the examples of its page, zones, and values that must not harm.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { runExamples } from './examples.mjs';

const module = new URL('../../build/dist/hours.js', import.meta.url);
const { OpeningHours } = await import(module.href);

runExamples('web/hours.md');

test('values are described in the words of the command, in every language', () => {
  const rows = readFileSync(new URL('../hours/described.tsv', import.meta.url), 'utf8').split('\n').filter((row) => /^[^#]/.test(row));
  assert.ok(rows.length >= 80);
  for (const row of rows) {
    const [language, value, words] = row.split('\t');
    assert.equal(OpeningHours.parse(value).describe(language), words, row);
  }
});

test('answers do not depend on the zone of the machine', () => {
  const program = `
    const { OpeningHours } = await import(${JSON.stringify(module.href)});
    const hours = OpeningHours.parse('Mo-Fr 08:30-17:30; Sa 14:00-01:00', { zone: 'Europe/Berlin' });
    const from = Date.UTC(2026, 2, 20);
    console.log(JSON.stringify([hours.intervals(from, from + 30 * 864e5), hours.nextChange(from), hours.stateAt(from)]));`;
  const answers = ['UTC', 'Asia/Tokyo', 'America/St_Johns', 'Pacific/Kiritimati', 'Europe/Berlin'].map((TZ) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { env: { ...process.env, TZ } }).toString());
  assert.equal(new Set(answers).size, 1);
});

test('a span over midnight survives both changes of the clock', () => {
  const hours = OpeningHours.parse('Sa 14:00-01:00', { zone: 'Europe/Berlin' });
  assert.equal(hours.stateAt(new Date('2026-03-30T00:30:00+02:00')).state, 'closed');
  const [spring] = hours.intervals(Date.UTC(2026, 2, 28), Date.UTC(2026, 2, 30));
  assert.equal((spring.to - spring.from) / 36e5, 11);
});

test('zones that only tables know are taken from them', () => {
  const hours = OpeningHours.parse('Mo-Su 09:00-17:00', { zone: 'Africa/Casablanca' });
  // In Ramadan 2026 the clock is an hour back.
  assert.equal(hours.nextChange(new Date('2026-03-01T00:00Z')).toISOString(), '2026-03-01T09:00:00.000Z');
  assert.equal(hours.nextChange(new Date('2026-06-01T00:00Z')).toISOString(), '2026-06-01T08:00:00.000Z');
});

test('places of problems count as strings do', () => {
  const text = 'Пн-Пт 8:00-17:00 xyzzy';
  const [error] = OpeningHours.parse(text).problems.filter(({ level }) => level === 'error');
  assert.equal(text.slice(error.begin, error.end), 'xyzzy');
});

test('bad options are told apart from bad values', () => {
  assert.throws(() => OpeningHours.parse('24/7', { zoneRule: 'nonsense' }), RangeError);
  assert.throws(() => OpeningHours.parse('24/7', { zone: 'Mars/Olympus' }), RangeError);
  assert.throws(() => OpeningHours.parse('24/7', { mode: 'x' }), RangeError);
  assert.throws(() => OpeningHours.parse('24/7').stateAt(new Date('x')), RangeError);
  assert.equal(OpeningHours.parse('24/7').nextChange(0), null);
});

test('many values do not pile up', () => {
  for (let i = 0; i < 20_000; ++i) OpeningHours.parse(`Mo-Fr 08:${String(i % 60).padStart(2, '0')}-17:30`);
});

test('a night on the town begins and ends by its clock in every zone, 2020 to 2035', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  assert.ok(zones.length > 300);
  const from = Date.UTC(2020, 0, 1);
  const to = Date.UTC(2036, 0, 1);
  for (const zone of zones) {
    const hours = OpeningHours.parse('Sa 14:00-01:00', { zone });
    const clock = new Intl.DateTimeFormat('en-US', { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    const nights = hours.intervals(from, to);
    assert.ok(nights.length >= 834 && nights.length <= 836, `${zone}: ${nights.length}`);
    for (const night of nights.slice(1, -1)) {
      const where = `${zone} ${night.from.toISOString()}`;
      assert.equal(clock.format(night.from), 'Sat 14:00', where);
      // Where one o'clock is skipped, the night ends when the clock has jumped over it.
      const end = clock.format(night.to);
      const before = clock.format(night.to - 60_000);
      assert.ok(end === 'Sun 01:00' || (before < 'Sun 01:00' && end > 'Sun 01:00'), `${where}: ${before} ${end}`);
      assert.equal(hours.stateAt(night.from).state, 'open', where);
      assert.equal(hours.stateAt(night.to).state, 'closed', where);
    }
  }
});
