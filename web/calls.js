export const encoder = new TextEncoder();
export const decoder = new TextDecoder();

/** Calls of a module of ours, as wasm/bind/border.h has them. */
export class Calls {
  /** @param {WebAssembly.Exports} exports */
  constructor(exports) {
    this.exports = exports;
  }

  /** A block of the module's memory with these bytes; `core_free` takes it back. */
  put(bytes) {
    const block = this.exports.core_alloc(bytes.length);
    if (block === 0) throw new RangeError('town-board: no memory');
    // A view made anew: memory may have moved by the call before.
    new Uint8Array(this.exports.memory.buffer).set(bytes, block);
    return block;
  }

  /** Calls `name` with texts or bytes as (pointer, size) pairs among the plain numbers. */
  call(name, ...values) {
    const blocks = [];
    const args = [];
    for (const value of values) {
      if (typeof value === 'number') {
        args.push(value);
        continue;
      }
      const bytes = typeof value === 'string' ? encoder.encode(value) : value;
      const block = this.put(bytes);
      blocks.push(block);
      args.push(block, bytes.length);
    }
    try {
      return this.exports[name](...args);
    } finally {
      for (const block of blocks) this.exports.core_free?.(block);
    }
  }

  /** The text that the last call answered with. */
  answer() {
    const { buffer } = this.exports.memory;
    return decoder.decode(
      new Uint8Array(buffer, this.exports.core_answer(), this.exports.core_answer_size()),
    );
  }
}
