// Opening hours as people write them, tests/differential/written.txt, against npm opening_hours: what both understand alike,
// what both refuse, and where they are known to disagree.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const WINDOWS = [
  ['2024-02-20T00:00', '2024-04-10T00:00'],
  ['2025-12-15T00:00', '2026-01-20T00:00'],
];
const KNOWN = [['2023-12-20T00:00', '2029-01-10T00:00']];

/** The answers of a program that reads a line of JSON for each request and writes one. */
function answers(command, args, requests) {
  const input = requests.map((request) => `${JSON.stringify(request)}\n`).join('');
  const run = spawnSync(command, args, { input, encoding: 'utf8', maxBuffer: 1e9, env: { ...process.env, TZ: 'UTC' } });
  const lines = run.stdout.trim().split('\n');
  assert.equal(lines.length, requests.length, run.stderr);
  return lines.map((line) => JSON.parse(line));
}

const reference = (requests) => answers('node', [path('../differential/reference.mjs')], requests);
const dayBefore = (wall) => new Date(Date.parse(`${wall.slice(0, 10)}Z`) - 86_400_000).toISOString().slice(0, 10);

/** Whether each value is read by both, refused by both, or neither: "agree", "refused", "differ". */
function outcomes(values) {
  const [PH, SH] = reference(['PH', 'SH'].map((hours) => ({ hours, windows: KNOWN }))).map(({ windows }) => windows[0]);
  const place = {
    zone: 'UTC',
    advice: false,
    PH: PH.map(([begin, , , name]) => [begin.slice(0, 10), name]),
    SH: SH.map(([begin, end, , name]) => [begin.slice(0, 10), dayBefore(end), name]),
  };
  const theirs = reference(values.map((hours) => ({ hours, windows: WINDOWS })));
  const [first, second] = WINDOWS.map(([from, to]) =>
    answers(path('../../build/native/townboard'), ['hours', '--batch'], values.map((hours) => ({ ...place, hours, from, to }))));
  return values.map((_, i) => {
    if (theirs[i].ok !== first[i].ok) return 'differ';
    if (!first[i].ok) return 'refused';
    return JSON.stringify(theirs[i].windows) === JSON.stringify([first[i].intervals, second[i].intervals]) ? 'agree' : 'differ';
  });
}

/** [heading, value] of each line. */
function written() {
  let heading = '';
  const rows = [];
  for (const line of readFileSync(path('../differential/written.txt'), 'utf8').split('\n')) {
    if (line.startsWith('= ')) heading = line.slice(2).split(' | ')[0];
    else if (line && !line.startsWith('#')) rows.push([heading, line.replaceAll('\\n', '\n').replaceAll('\\t', '\t')]);
  }
  return rows;
}

test('what people write means the same as to opening_hours.js, or differs for a known reason', (t) => {
  createRequire(import.meta.url).resolve('opening_hours');
  const rows = written();
  const found = outcomes(rows.map(([, value]) => value));
  const counts = { agree: 0, refused: 0, differ: 0 };
  const wrong = [];
  rows.forEach(([heading, value], i) => {
    counts[found[i]] += 1;
    if (found[i] !== (heading in counts ? heading : 'differ')) wrong.push(`${value}: under "${heading}", and ${found[i]}`);
  });
  t.diagnostic(JSON.stringify(counts));
  assert.deepEqual(wrong, []);
});
