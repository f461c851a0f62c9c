// What each module of the core weighs inside a WebAssembly file that keeps the names of its functions.
import { brotliCompressSync, gzipSync } from 'node:zlib';

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return Buffer.from(this.take(this.number())).toString();
  }
}

function namesOf(section) {
  const names = new Map();
  while (section.at < section.bytes.length) {
    const kind = section.bytes[section.at++];
    const part = new Reader(section.take(section.number()));
    if (kind !== 1) continue;
    for (let count = part.number(); count > 0; --count) {
      const index = part.number();
      names.set(index, part.text());
    }
  }
  return names;
}

/** The functions of a module without imported ones: [name, body][]. */
export function functionsOf(wasm) {
  const file = new Reader(wasm);
  file.at = 8;
  const bodies = [];
  let names = new Map();
  while (file.at < wasm.length) {
    const kind = wasm[file.at++];
    const section = new Reader(file.take(file.number()));
    if (kind === 10) {
      for (let count = section.number(); count > 0; --count) bodies.push(section.take(section.number()));
    } else if (kind === 0 && section.text() === 'name') {
      names = namesOf(section);
    }
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
