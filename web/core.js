import { wasmSource } from 'townboard:wasm';

/**
 * The core of this page: one instance for all boards, loaded on first use. A load that failed is tried
 * again by the next caller.
 */

const encoder = new TextEncoder();
const decoder = new TextDecoder();

let loading = null;

/** @returns {Promise<Core>} */
export function loadCore(source = wasmSource) {
  loading ??= Core.load(source).catch((cause) => {
    loading = null;
    throw cause;
  });
  return loading;
}

// `WebAssembly.validate` says true under a policy that forbids compiling, so the only test is to try.
async function instantiate({ bytes, url }) {
  if (bytes) return (await WebAssembly.instantiate(bytes, {})).instance.exports;
  if (url.startsWith('file:')) {
    // Node, which does not fetch files.
    const { readFile } = await import('node:fs/promises');
    return (await WebAssembly.instantiate(await readFile(new URL(url)), {})).instance.exports;
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  try {
    return (await WebAssembly.instantiateStreaming(response.clone(), {})).instance.exports;
  } catch {
    // A server that does not know application/wasm; the body is still there.
    return (await WebAssembly.instantiate(await response.arrayBuffer(), {})).instance.exports;
  }
}

export class Core {
  /** @param {WebAssembly.Exports} exports */
  constructor(exports) {
    this.exports = exports;
  }

  static async load(source) {
    let exports;
    try {
      exports = await instantiate(source);
    } catch (cause) {
      // Forbidden by the page's policy or switched off: the same module as plain JavaScript.
      if (!source.fallbackUrl) throw cause;
      exports = await import(source.fallbackUrl);
    }
    exports._initialize?.();
    return new Core(exports);
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
      const block = this.exports.core_alloc(bytes.length);
      if (block === 0) throw new RangeError('town-board: no memory');
      blocks.push(block);
      // A view made anew: memory may have moved by the call before.
      new Uint8Array(this.exports.memory.buffer).set(bytes, block);
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

  /** A copy of `size` bytes of the core's memory. */
  bytes(pointer, size) {
    return new Uint8Array(this.exports.memory.buffer, pointer, size).slice();
  }
}
