// The library is handed a calendar piece by piece, the command reads its file: both know the same days, of every region.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { OpeningHours } from '../../build/dist/hours.js';

const root = new URL('../../', import.meta.url);
const folder = new URL('data/calendars/', root);
const tool = fileURLToPath(new URL('build/native/townboard', root));
const HOURS = ['PH 10:00-11:00', 'SH 10:00-11:00', 'Mo-Fr 10:00-11:00'];
const [FROM, TO] = ['2026-01-01T00:00', '2028-01-01T00:00'];

function answersOfTool(requests) {
  const input = requests.map((request) => JSON.stringify(request)).join('\n');
  return execFileSync(tool, ['hours', '--batch'], { input: `${input}\n`, maxBuffer: 1 << 28 }).toString().trim().split('\n').map(JSON.parse);
}

for (const name of readdirSync(folder).filter((file) => /^[A-Z]{2}\.json$/.test(file))) {
  test(`${name} is the same for the library and the command`, () => {
    const calendar = JSON.parse(readFileSync(new URL(name, folder)));
    const regions = [calendar.region, ...Object.keys(calendar.regions ?? {})];
    const cases = regions.flatMap((region) => HOURS.map((hours) => ({ region, hours })));
    const answers = answersOfTool(cases.map(({ region, hours }) => ({ hours, calendar: region, zone: 'UTC', from: FROM, to: TO })));
    for (const [i, { region, hours }] of cases.entries()) {
      const value = OpeningHours.parse(hours, { zoneRule: 'UTC0', movedDays: false, calendar, region: region === calendar.region ? '' : region });
      const begins = value.ok ? value.intervals(new Date(`${FROM}Z`), new Date(`${TO}Z`)).map(({ from }) => from.toISOString().slice(0, 16)) : null;
      assert.deepEqual(begins, answers[i].ok ? answers[i].intervals.map(([begin]) => begin.slice(0, 16)) : null, `${hours} in ${region}`);
    }
  });
}
