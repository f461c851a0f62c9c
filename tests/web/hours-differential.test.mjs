// Random values against npm opening_hours, in zones without daylight saving time, where the reference can be trusted.
// DIFFERENTIAL_COUNT and DIFFERENTIAL_SEED ask for more of them, or others.
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { classes } from '../differential/classes.mjs';

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const COUNT = Number(process.env.DIFFERENTIAL_COUNT ?? 150); // in each zone
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? 20261126);
const PATIENCE = 20_000; // milliseconds for one answer of the reference, which can hang

const ZONES = [
  { zone: 'UTC' },
  { zone: 'Asia/Tokyo', position: [35.68, 139.77] },
  { zone: 'Asia/Kolkata' },
  { zone: 'America/Phoenix', position: [33.45, -112.07] },
  { zone: 'Africa/Lagos', position: [6.45, 3.4] },
];
// Leap day and Easter, the turn of the year, the end of summer. The reference knows school holidays until 2029.
const WINDOWS = [
  ['2024-02-20T00:00', '2024-04-10T00:00'],
  ['2025-12-15T00:00', '2026-01-20T00:00'],
  ['2027-08-20T00:00', '2027-10-15T00:00'],
];
const KNOWN = ['2023-12-20T00:00', '2029-01-10T00:00'];

/** A program that answers a line of JSON with a line of JSON; null when it does not in time. */
class Lines {
  #answers = [];
  #asked = [];

  constructor(command, args, env) {
    this.process = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'ignore'] });
    createInterface({ input: this.process.stdout }).on('line', (line) => this.#asked.shift()?.(JSON.parse(line)));
  }

  ask(request) {
    return new Promise((resolve) => {
      const late = setTimeout(() => resolve(null), PATIENCE);
      this.#asked.push((answer) => (clearTimeout(late), resolve(answer)));
      this.process.stdin.write(`${JSON.stringify(request)}\n`);
    });
  }

  end() {
    this.process.stdin.end();
    this.process.kill();
  }
}

const dayBefore = (wall) => new Date(Date.parse(`${wall.slice(0, 10)}Z`) - 86_400_000).toISOString().slice(0, 10);

/** The holidays that the reference knows, as our tool takes them. */
async function holidaysOf(reference) {
  const spans = async (hours) => (await reference.ask({ hours, windows: [KNOWN] })).windows[0];
  return {
    PH: (await spans('PH')).map(([begin, , , name]) => [begin.slice(0, 10), name]),
    SH: (await spans('SH')).map(([begin, end, , name]) => [begin.slice(0, 10), dayBefore(end), name]),
  };
}

/** The classes of the disagreements about one value; a text where none is known. */
async function disagreements(value, request, reference, tool) {
  const told = await reference.ask({ hours: value, windows: WINDOWS });
  if (told === null) return ['the reference hangs'];
  const found = [];
  for (const [i, [from, to]] of WINDOWS.entries()) {
    const ours = await tool.ask({ ...request, hours: value, from, to });
    if (told.ok !== ours.ok) return [`${value}: ${told.ok ? 'refused by us' : `refused by the reference: ${told.error}`}`];
    if (!told.ok) continue;
    const both = { value, reference: told.windows[i], ours: ours.intervals };
    if (JSON.stringify(both.reference) === JSON.stringify(both.ours)) continue;
    const known = classes.find(({ recognises }) => recognises(both));
    const place = both.ours.findIndex((span, k) => JSON.stringify(span) !== JSON.stringify(both.reference[k]));
    found.push(known?.name ?? `${value}: ${JSON.stringify(both.reference.slice(Math.max(place, 0))[0])} and ours ${JSON.stringify(both.ours[place])}`);
  }
  return found;
}

for (const [index, { zone, position }] of ZONES.entries()) {
  test(`random values mean the same as to opening_hours.js in ${zone}`, async (t) => {
    const values = JSON.parse(execFileSync('python3', [path('../bench/hours/random_values.py'), COUNT, SEED + index], { encoding: 'utf8', maxBuffer: 1e9 }));
    const reference = new Lines('node', [path('../differential/reference.mjs'), ...(position ?? [])], { TZ: zone });
    const tool = new Lines(path('../../build/native/townboard'), ['hours', '--batch'], {});
    try {
      const request = { zone, advice: false, ...(await holidaysOf(reference)), ...(position && { lat: position[0], lon: position[1] }) };
      const counts = {};
      for (const value of values) {
        for (const name of new Set(await disagreements(value, request, reference, tool))) counts[name] = (counts[name] ?? 0) + 1;
      }
      const known = new Set([...classes.map(({ name }) => name), 'the reference hangs']);
      t.diagnostic(`${values.length} values, known disagreements: ${JSON.stringify(counts)}`);
      assert.deepEqual(Object.keys(counts).filter((name) => !known.has(name)), []);
    } finally {
      reference.end();
      tool.end();
    }
  });
}
