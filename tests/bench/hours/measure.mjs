// The benchmark of an engine for node: npm opening_hours, the library web/hours.js as it was built, or our engine alone
// as a module that has the loops in itself (hours_bench.cpp).
// Arguments: the engine (a key of `engines`), the task, the engine's file, the calendar of Germany.
// It answers what run.py asks as measure.h does, and measures the same way.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

import { Calls, encoder } from '../../../web/calls.js';

const SAMPLE_NANOSECONDS = 30e6;
const WARM_NANOSECONDS = 20e6;
const POSITION = [52.52, 13.4];
const SLOWEST_SECONDS = 4; // for the random values

const [, , engineName, taskFile, engineFile, calendarFile] = process.argv;

// One operation after the other, each with the next instant.
const loopOf = (call) => (first, times) => {
  let sum = 0;
  for (let i = first; i < first + times; ++i) sum += Number(call(i));
  return sum;
};

function loopsOf(engine, text) {
  const value = engine.place(text);
  return {
    parse: loopOf(() => Boolean(engine.parse(text))),
    'parse+state': loopOf((i) => engine.isOpen(engine.place(text), dateOf(i))),
    state: loopOf((i) => engine.isOpen(value, dateOf(i))),
    next: loopOf((i) => engine.nextChange(value, dateOf(i))),
  };
}

/**
 * {parse(text) -> value, place(text) -> value that knows where it is, isOpen(value, date), nextChange(value, date) -> number},
 * or loops(text) instead of parse and isOpen, when the loops are the engine's own.
 */
const engines = {
  async opening_hours() {
    const OpeningHours = createRequire(import.meta.url)(engineFile);
    // As Nominatim answers, in strings: numbers are not taken, and the sun would rise at six every day.
    const [lat, lon] = POSITION.map(String);
    const place = { lat, lon, address: { country_code: 'de', state: 'Berlin' } };
    const parse = (text) => new OpeningHours(text, place);
    return {
      parse,
      place: parse,
      isOpen: (value, date) => value.getState(date),
      nextChange: (value, date) => Number(value.getNextChange(date) ?? 0),
    };
  },
  async library() {
    const { OpeningHours } = await import(pathToFileURL(engineFile));
    const accepted = (value) => {
      if (!value.ok) throw new Error(`refused: ${value.problems[0].code}`);
      return value;
    };
    const calendar = JSON.parse(readFileSync(calendarFile, 'utf8'));
    const options = { zone: 'Europe/Berlin', position: POSITION, movedDays: false };
    const withHolidays = { ...options, calendar, region: 'DE-BE' };
    return {
      parse: (text) => OpeningHours.parse(text),
      place: (text) => accepted(OpeningHours.parse(text, /[PS]H/.test(text) ? withHolidays : options)),
      isOpen: (value, date) => value.stateAt(date).state === 'open',
      nextChange: (value, date) => Number(value.nextChange(date) ?? 0),
    };
  },
  async module() {
    const core = new Calls((await WebAssembly.instantiate(readFileSync(engineFile))).instance.exports);
    core.exports._initialize?.();
    core.call('hours_bench_calendar', readFileSync(calendarFile, 'utf8'));
    core.call('hours_bench_instants', new Uint8Array(Float64Array.from(dates, (date) => Number(date) / 1000).buffer));
    const place = (text) => {
      if (core.call('hours_bench_place', text) === 0) throw new Error('refused');
    };
    return {
      place,
      nextChange: () => core.exports.hours_bench_next_change(0, 0, 0, 1),
      loops(text) {
        place(text);
        const bytes = encoder.encode(text);
        const block = core.put(bytes);
        const loop = (name) => (first, times) => core.exports[name](block, bytes.length, first, times);
        return {
          parse: loop('hours_bench_parse'),
          'parse+state': loop('hours_bench_parse_and_state'),
          state: loop('hours_bench_state'),
          next: loop('hours_bench_next_change'),
        };
      },
    };
  },
};

const lines = readFileSync(taskFile, 'utf8').split('\n');
const itemsOf = (kind) => lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(2));
const values = itemsOf('V');
const randomValues = itemsOf('R');
const dates = itemsOf('I').map((seconds) => new Date(Number(seconds) * 1000));

function cpuNanoseconds() {
  const used = process.cpuUsage();
  return (used.user + used.system) * 1000;
}

const wallNanoseconds = () => performance.now() * 1e6;

let sink = 0;

// Calls a loop for as long, and says how often it must be called to last as long as a sample.
async function warmed(loop, nanoseconds) {
  let times = 1;
  const wallOf = async () => {
    await new Promise(setImmediate); // lets a library give back what it holds for dead objects
    const begin = wallNanoseconds();
    sink += loop(0, times);
    return wallNanoseconds() - begin;
  };
  let wall;
  while ((wall = await wallOf()) < SAMPLE_NANOSECONDS / 20) times *= 2;
  const end = wallNanoseconds() + nanoseconds;
  do wall = Math.min(wall, await wallOf());
  while (wallNanoseconds() < end);
  return Math.ceil((times * SAMPLE_NANOSECONDS) / wall);
}

async function timeOf(loop) {
  const times = await warmed(loop, WARM_NANOSECONDS);
  await new Promise(setImmediate);
  const begin = cpuNanoseconds();
  sink += loop(0, times);
  return (cpuNanoseconds() - begin) / times;
}

const engine = await engines[engineName]();
const dateOf = (i) => dates[i & (dates.length - 1)];

async function answer(kind, index) {
  const text = values[index];
  const loops = engine.loops?.(text) ?? loopsOf(engine, text);
  if (kind !== 'open') return ['time', kind, index, (await timeOf(loops[kind])).toFixed(2)];
  let open = 0;
  for (let i = 0; i < dates.length; ++i) open += loops.state(i, 1) === 1 ? 1 : 0;
  return ['open', index, open];
}

// A value that the engine refuses takes no time here.
function nextChangeTime(text) {
  try {
    const value = engine.place(text);
    const begin = wallNanoseconds();
    sink += engine.nextChange(value, dates[0]);
    return wallNanoseconds() - begin;
  } catch {
    return 0;
  }
}

function reportSlowest() {
  const begin = wallNanoseconds();
  let [done, slowest, total, slowestText] = [0, 0, 0, ''];
  const reportSoFar = () =>
    console.log(['slowest', done, slowest.toFixed(1), (total / done).toFixed(1), slowestText].join('\t'));
  while (done < randomValues.length && wallNanoseconds() - begin < SLOWEST_SECONDS * 1e9) {
    const text = randomValues[done++];
    console.log(`try\t${text}`); // names the value from which an engine does not come back
    let fastest = Infinity;
    for (let i = 0; i < 3 && fastest > 0 && (i === 0 || fastest < 1e8); ++i) fastest = Math.min(fastest, nextChangeTime(text));
    total += fastest;
    if (fastest > slowest) [slowest, slowestText] = [fastest, text];
    if (fastest === slowest || done % 100 === 0) reportSoFar();
  }
  reportSoFar();
}

for await (const line of createInterface({ input: process.stdin })) {
  const [kind, index] = line.split(' ');
  if (kind === 'slowest') {
    reportSlowest();
    continue;
  }
  try {
    console.log((await answer(kind, index)).join('\t'));
  } catch (error) {
    console.log(['failed', index, String(error).split('\n')[0]].join('\t'));
  }
}
