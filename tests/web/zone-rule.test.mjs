// The rule of a zone from the browser's tables is that of the tz database.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneRule } from '../../web/zone-rule.js';

const NOW = Date.UTC(2026, 10, 23) / 1000;

const rows = [
  ['Europe/Minsk', '<+00>-03:00:00'],
  ['Asia/Kathmandu', '<+00>-05:45:00'],
  ['America/Bogota', '<+00>05:00:00'],
  ['Europe/Berlin', '<+00>-01:00:00<+00>-02:00:00,M3.5.0/02:00:00,M10.5.0/03:00:00'],
  ['Europe/Kiev', '<+00>-02:00:00<+00>-03:00:00,M3.5.0/03:00:00,M10.5.0/04:00:00'],
  ['America/New_York', '<+00>05:00:00<+00>04:00:00,M3.2.0/02:00:00,M11.1.0/02:00:00'],
  ['Australia/Sydney', '<+00>-10:00:00<+00>-11:00:00,M10.1.0/02:00:00,M4.1.0/03:00:00'],
  ['Australia/Lord_Howe', '<+00>-10:30:00<+00>-11:00:00,M10.1.0/02:00:00,M4.1.0/02:00:00'],
];

for (const [zone, rule] of rows) {
  test(`${zone} follows ${rule}`, () => assert.equal(zoneRule(zone, NOW), rule));
}

test('a zone that follows no rule, and one that is none, are refused', () => {
  assert.throws(() => zoneRule('Africa/Casablanca', NOW), /follows no rule/);
  assert.throws(() => zoneRule('Europe/Kopyl', NOW), RangeError);
});
