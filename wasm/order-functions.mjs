// Puts the functions of a module into an order in which like stands beside like: what packs the module for its way (brotli,
// gzip) looks for repeated bytes, and its statistics change less from one function to the next. A module becomes smaller
// by a hundredth; nothing in it changes but the numbers of its functions, and what it says of alignment.
//   node order-functions.mjs IN OUT ALIGNED
// ALIGNED has the same order and keeps what is said of alignment: wasm2js reads bytes one by one where nothing is.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { Reader, SECTION, leb, moduleOf, sectionsOf } from './wasm-file.mjs';

const CALL = 0x10;

const isOfMemory = (instruction) => instruction >= 0x28 && instruction <= 0x3e;

// Steps over what follows an instruction. Rule: WebAssembly Core Specification 1.0, section 5.4.
function skipImmediates(code, instruction) {
  if (instruction === 0x0e) code.numbers(code.number() + 1);  // br_table
  else if (instruction === 0x11 || isOfMemory(instruction)) code.numbers(2);  // call_indirect
  else if (instruction === 0x43) code.take(4);  // f32.const
  else if (instruction === 0x44) code.take(8);  // f64.const
  else if (instruction > 0xbf) throw new Error(`instruction 0x${instruction.toString(16)} is not of WebAssembly 1.0`);
  else if ((instruction >= 0x02 && instruction <= 0x04) || instruction === 0x0c || instruction === 0x0d ||
           (instruction >= 0x20 && instruction <= 0x24) || (instruction >= 0x3f && instruction <= 0x42)) code.number();
}

// A function's body as bytes and, between them, the numbers of the functions that it calls.
// Engines take no notice of the alignment that loads and stores promise: one promise for all is shorter when packed.
// Rule: the same specification, section 4.4.7.
function split(original, aligned) {
  const body = Buffer.from(original);
  const code = new Reader(body);
  code.list(() => [code.number(), code.byte()]);
  const parts = [];
  let from = 0;
  while (!code.done) {
    const instruction = code.byte();
    if (instruction !== CALL) {
      if (!aligned && isOfMemory(instruction)) body[code.at] = 0;
      skipImmediates(code, instruction);
      continue;
    }
    parts.push(body.subarray(from, code.at), code.number());
    from = code.at;
  }
  return [...parts, body.subarray(from)];
}

// Four bytes are the shortest that is worth a reference back. How often each four stand in a function.
const LENGTH = 4;
function sequences(parts) {
  const bytes = Buffer.concat(parts.filter((part) => typeof part !== 'number'));
  const counts = new Map();
  for (let at = 0; at + LENGTH <= bytes.length; at += 1) {
    const sequence = bytes.readUInt32LE(at);
    counts.set(sequence, (counts.get(sequence) ?? 0) + 1);
  }
  return counts;
}

// For every sequence in more than one function: what it tells, and [function, count] of where it is. The rarer, the more.
function whereabouts(all) {
  const places = new Map();
  all.forEach((counts, index) => counts.forEach((count, sequence) => {
    if (!places.has(sequence)) places.set(sequence, []);
    places.get(sequence).push([index, count]);
  }));
  for (const [sequence, where] of places) {
    if (where.length === 1) places.delete(sequence);
    else places.set(sequence, { weight: Math.log(all.length / where.length), where });
  }
  return places;
}

// How much of every function is known to who has just read one.
function likeness(counts, places, howMany) {
  const like = new Float64Array(howMany);
  for (const [sequence, count] of counts) {
    const { weight, where } = places.get(sequence) ?? { where: [] };
    for (const [index, other] of where) like[index] += Math.min(count, other) * weight;
  }
  return like;
}

// Always the one next of which most, by its length, is known from the last few; the nearest counts most. Which is best to
// begin with is not known: the longest ones are tried.
const LAST = [1, 1.1, 1.2];
const STARTS = 40;
function* orders(functions) {
  const all = functions.map(sequences);
  const places = whereabouts(all);
  const lengths = functions.map((parts) => parts.reduce((sum, part) => sum + (part.length ?? 2), 0));
  const byLength = [...functions.keys()].sort((a, b) => lengths[b] - lengths[a]);
  for (const first of byLength.slice(0, STARTS)) {
    const left = new Set(functions.keys());
    const order = [];
    let known = [];
    const worth = (index) => Math.max(0, ...known.map((like, ago) => like[index] / LAST[ago])) / lengths[index];
    for (let next = first; left.size > 0; ) {
      left.delete(next);
      order.push(next);
      known = [likeness(all[next], places, functions.length), ...known].slice(0, LAST.length);
      let best = -1;
      for (const index of left) {
        const value = worth(index);
        if (value > best) [next, best] = [index, value];
      }
    }
    yield order;
  }
}

const vector = (entries) => Buffer.concat([leb(entries.length), ...entries]);

// (export kind index)*: kind 0 is a function.
const renumberExports = (bytes, place) => vector(new Reader(bytes).list((section) => {
  const from = section.at;
  section.text();
  const kind = section.byte();
  const start = bytes.subarray(from, section.at);
  const index = section.number();
  return Buffer.concat([start, leb(kind === 0 ? place[index] : index)]);
}));

// (table offset function*)*: an offset is one constant and the end of its expression.
const renumberElements = (bytes, place) => vector(new Reader(bytes).list((section) => {
  const from = section.at;
  section.number();
  skipImmediates(section, section.byte());
  section.byte();
  const start = bytes.subarray(from, section.at);
  return Buffer.concat([start, vector(section.list(() => leb(place[section.number()])))]);
}));

const written = (parts, place) => {
  const body = Buffer.concat(parts.map((part) => (typeof part === 'number' ? leb(place[part]) : part)));
  return Buffer.concat([leb(body.length), body]);
};

const packedSize = (bytes) => brotliCompressSync(bytes, { params: {
  [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;

// What likeness does not tell is tried: some neighbours move elsewhere, and what packs no worse is kept. The attempts are the
// same in every build, and no more than pack twelve megabytes, which takes twenty seconds.
const MOST_ATTEMPTS = 320;
const MOST_PACKED = 12e6;
const MOST_MOVED = 4;
function moved(order, random) {
  const rest = [...order];
  const some = rest.splice(random(order.length), 1 + random(2) * random(MOST_MOVED));
  rest.splice(random(rest.length + 1), 0, ...some);
  return rest;
}

// Numbers below a limit that are the same in every run. Rule: a linear congruential generator, as in ISO C, 7.22.2.
function numbers() {
  let state = 1;
  return (limit) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % limit;
  };
}

/**
 * The module with its functions in the order of their likeness: [as it ships, with its alignments]. It may import no
 * function and must have no start.
 */
export function ordered(wasm) {
  const sections = sectionsOf(wasm);
  if (sections.some(({ kind }) => kind === SECTION.start || kind === SECTION.imports)) throw new Error('imports or a start');
  const entries = (kind, one) => new Reader(sections.find((section) => section.kind === kind).bytes).list(one);
  const types = entries(SECTION.types, (section) => leb(section.number()));
  const bodies = entries(SECTION.code, (section) => section.take(section.number()));
  const functions = bodies.map((body) => split(body, false));
  const inOrder = (order, parts = functions) => {
    const place = [];
    order.forEach((index, at) => { place[index] = at; });
    const changed = {
      [SECTION.types]: () => vector(order.map((index) => types[index])),
      [SECTION.exports]: (bytes) => renumberExports(bytes, place),
      [SECTION.elements]: (bytes) => renumberElements(bytes, place),
      [SECTION.code]: () => vector(order.map((index) => written(parts[index], place))),
    };
    return moduleOf(sections.map(({ kind, bytes }) => ({ kind, bytes: changed[kind]?.(bytes) ?? bytes })));
  };
  let [smallest, least, best] = [null, Infinity, null];
  const attempt = (order) => {
    const module = inOrder(order);
    const size = packedSize(module);
    if (size <= least) [smallest, least, best] = [module, size, order];
  };
  for (const order of orders(functions)) attempt(order);
  const random = numbers();
  const attempts = Math.min(MOST_ATTEMPTS, MOST_PACKED / wasm.length);
  for (let i = 0; i < attempts; i += 1) attempt(moved(best, random));
  return [smallest, inOrder(best, bodies.map((body) => split(body, true)))];
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [from, ...to] = process.argv.slice(2);
  ordered(readFileSync(from)).forEach((module, number) => writeFileSync(to[number], module));
}
