// Reading and writing the binary format of WebAssembly 1.0, as far as the build looks into modules.
// Source: WebAssembly Core Specification 1.0, section 5.

/** A position in bytes. */
export class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get done() {
    return this.at >= this.bytes.length;
  }

  byte() {
    return this.bytes[this.at++];
  }

  // LEB128 without sign.
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.byte();
      value += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) return value;
    }
  }

  numbers(count) {
    for (let left = count; left > 0; left -= 1) this.number();
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return Buffer.from(this.take(this.number())).toString();
  }

  /** Reads a vector with a function that reads one of its entries. */
  list(one) {
    return Array.from({ length: this.number() }, () => one(this));
  }
}

/** A number as the format writes it. */
export function leb(number) {
  const bytes = [];
  let rest = number;
  for (; rest > 127; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + 128);
  return Buffer.from([...bytes, rest]);
}

export const SECTION = { custom: 0, imports: 2, types: 3, exports: 7, start: 8, elements: 9, code: 10 };

/** The sections of a module in their order: {kind, bytes}[]. */
export function sectionsOf(wasm) {
  const file = new Reader(wasm);
  file.take(8);
  const sections = [];
  while (!file.done) sections.push({ kind: file.byte(), bytes: file.take(file.number()) });
  return sections;
}

/** A module of the sections given. */
export function moduleOf(sections) {
  const parts = sections.flatMap(({ kind, bytes }) => [Buffer.from([kind]), leb(bytes.length), bytes]);
  return Buffer.concat([Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), ...parts]);
}
