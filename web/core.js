import { Calls } from './calls.js';
import { wasmSource } from 'townboard:wasm';

/**
 * The core of this page: one instance for all boards, loaded on first use. A load that failed is tried
 * again by the next caller.
 */

let loading = null;

/** @returns {Promise<Core>} */
export function loadCore() {
  loading ??= Core.load(wasmSource).catch((cause) => {
    loading = null;
    throw cause;
  });
  return loading;
}

// `WebAssembly.validate` says true under a policy that forbids compiling, so the only test is to try.
export async function instantiate({ bytes, url }) {
  if (import.meta.isInside) return (await WebAssembly.instantiate(bytes, {})).instance.exports;
  if (import.meta.isLibrary && url.startsWith('file:')) {
    // Node, which does not fetch files.
    const { readFile } = await import('node:fs/promises');
    return (await WebAssembly.instantiate(await readFile(new URL(url)), {})).instance.exports;
  }
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  // Compiled while it arrives; not where the server does not know the type, nor in Safari before 15.
  if (WebAssembly.instantiateStreaming && response.headers.get('content-type') === 'application/wasm') {
    return (await WebAssembly.instantiateStreaming(response, {})).instance.exports;
  }
  return (await WebAssembly.instantiate(await response.arrayBuffer(), {})).instance.exports;
}

export class Core extends Calls {
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

  /** A copy of `size` bytes of the core's memory. */
  bytes(pointer, size) {
    return new Uint8Array(this.exports.memory.buffer, pointer, size).slice();
  }
}
