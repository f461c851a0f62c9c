// What the modules ask of their host, and what they offer.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../../build/wasm/modules/', import.meta.url);
const names = existsSync(folder)
  ? readdirSync(folder).filter((name) => /^\w+\.wasm$/.test(name)).map((name) => name.replace('.wasm', ''))
  : [];
const compiled = (name) => new WebAssembly.Module(readFileSync(new URL(`${name}.wasm`, folder)));

test('modules have been built', () => assert.notEqual(names.length, 0));

for (const name of names) {
  test(`${name}.wasm imports nothing`, () => {
    assert.deepEqual(WebAssembly.Module.imports(compiled(name)), []);
  });

  test(`${name}.wasm exports its memory and functions of its own name, and little else`, () => {
    const exported = WebAssembly.Module.exports(compiled(name)).map((one) => one.name);
    assert.ok(exported.includes('memory'), exported.join(' '));
    const own = exported.filter((one) => one.startsWith(`${name}_`));
    assert.notEqual(own.length, 0);
    // What wasm/bind/border.h and Emscripten add to every module.
    const usual = /^(core_\w+|memory|_initialize|__indirect_function_table|_?emscripten_stack_\w+)$/;
    assert.deepEqual(exported.filter((one) => !one.startsWith(`${name}_`) && !usual.test(one)), []);
  });
}

// Browsers look for garbage at every growth: tens of thousands of values of hours were read five times slower by it.
for (const name of ['core', 'hours', 'feed']) {
  test(`${name}.wasm has room for many things by growing seldom`, { skip: !names.includes(name) && 'not built' }, () => {
    const { exports } = new WebAssembly.Instance(compiled(name));
    exports._initialize?.();
    let growths = 0;
    for (let last = exports.memory.buffer, i = 0; i < 50_000; i += 1) {
      assert.notEqual(exports.core_alloc(1000), 0);
      if (exports.memory.buffer !== last) growths += 1;
      last = exports.memory.buffer;
    }
    assert.ok(growths > 1 && growths < 100, `${growths} growths`);
  });
}
