// What each module of the core weighs inside a WebAssembly file that keeps the names of its functions.
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Reader, SECTION, sectionsOf } from '../wasm/wasm-file.mjs';

function namesOf(section) {
  const names = new Map();
  while (!section.done) {
    const kind = section.byte();
    const part = new Reader(section.take(section.number()));
    if (kind === 1) part.list(() => names.set(part.number(), part.text()));
  }
  return names;
}

/** The functions of a module without imported ones: [name, body][]. */
export function functionsOf(wasm) {
  let bodies = [];
  let names = new Map();
  for (const { kind, bytes } of sectionsOf(wasm)) {
    const section = new Reader(bytes);
    if (kind === SECTION.code) bodies = section.list(() => section.take(section.number()));
    if (kind === SECTION.custom && section.text() === 'name') names = namesOf(section);
  }
  return bodies.map((body, index) => [names.get(index) ?? '', body]);
}

// The first namespace of ours that a name holds: a container of a module's type is that module's too.
function moduleOf(name) {
  if (name.includes('nlohmann::')) return 'json';
  return /townboard::(\w+)::/.exec(name)?.[1] ?? 'libraries';
}

/** Rows of [name, raw, gzip, brotli, budget or null]; a budget "feed+markup" is that of both together. */
export function moduleSizes(wasm, budgets) {
  const parts = new Map();
  for (const [name, body] of functionsOf(wasm)) {
    const module = moduleOf(name);
    parts.set(module, [...(parts.get(module) ?? []), body]);
  }
  const row = (name, budget) => {
    const bytes = Buffer.concat(name.split('+').flatMap((module) => parts.get(module) ?? []));
    return [`core: ${name}`, bytes.length, gzipSync(bytes, { level: 9 }).length, brotliCompressSync(bytes).length, budget];
  };
  const together = Object.keys(budgets).filter((name) => name.includes('+'));
  return [...[...parts.keys()].sort(), ...together].map((name) => row(name, budgets[name] ?? null));
}
