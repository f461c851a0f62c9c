// The build puts like functions beside like and leaves out what is promised of alignment: nothing else may change.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import binaryen from 'binaryen';
import { ordered } from '../../wasm/order-functions.mjs';

const bytesOf = (text) => {
  const module = binaryen.parseText(text);
  module.setFeatures(binaryen.Features.MVP);
  const bytes = Buffer.from(module.emitBinary());
  module.dispose();
  return bytes;
};

// A function of its own kind between pairs of like ones, all called in one of the ways there are.
const like = (name, added) => `(func $${name} (param i32) (result i32) (local i64 f64)
  (local.set 1 (i64.const 123456789012)) (local.set 2 (f64.const 1.5))
  (i32.add (i32.mul (local.get 0) (i32.const 77)) (i32.xor (local.get 0) (i32.const ${added}))))`;
const text = `(module
  (type $one (func (param i32) (result i32)))
  (memory 1)
  (table 4 funcref)
  (elem (i32.const 1) $c $a $b)
  (export "memory" (memory 0))
  (export "through" (func $through))
  (export "called" (func $called))
  ${like('a', 1)}
  (func $called (param i32) (result i32)
    (block $two (block $one (br_table $one $two (local.get 0))) (return (call $b (i32.const 5))))
    (f32.store offset=8 (i32.const 16) (f32.const 0.25))
    (i32.add (call $a (local.get 0)) (i32.load offset=8 (i32.const 16))))
  ${like('b', 2)}
  (func $through (param i32) (result i32) (call_indirect (type $one) (i32.const 9) (local.get 0)))
  ${like('c', 3)})`;

const answers = (bytes) => {
  const { called, through } = new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
  return [called(0), called(1), called(7), through(1), through(2), through(3)];
};

test('a module whose functions are put in order answers as before', () => {
  const before = bytesOf(text);
  const [ships, aligned] = ordered(before);
  for (const after of [ships, aligned]) {
    assert.deepEqual(answers(after), answers(before));
    assert.equal(after.length, before.length);
  }
  assert.equal(new Set(answers(before)).size, 6);
});

test('what ships promises no alignment, what becomes JavaScript keeps it', () => {
  const printed = (bytes) => {
    const module = binaryen.readBinary(bytes);
    const words = module.emitText();
    module.dispose();
    return words;
  };
  const [ships, aligned] = ordered(bytesOf(text)).map(printed);
  assert.equal((ships.match(/align=1/g) ?? []).length, 2);
  assert.equal((aligned.match(/align=/g) ?? []).length, 0);
  assert.equal(ships.replaceAll(' align=1', ''), aligned);
});

test('a module of families that are mixed becomes smaller on its way', () => {
  const family = (kind, member) => `(func (export "f${kind}-${member}") (result i32)
    ${Array.from({ length: 30 }, (_, i) => `(i32.store offset=${kind * 90 + ((i * kind) % 7)} (i32.const ${(i * kind * 37) % 101}) (i32.const ${(i * member) % 23}))`).join(' ')}
    (i32.const ${member}))`;
  const mixed = Array.from({ length: 60 }, (_, i) => family(1 + (i % 6), i)).join('\n');
  const before = bytesOf(`(module (memory 1) ${mixed})`);
  const [after] = ordered(before);
  assert.equal(after.length, before.length);
  assert.ok(brotliCompressSync(after).length < brotliCompressSync(before).length);
});

test('what it does not know is refused', () => {
  assert.throws(() => ordered(bytesOf('(module (import "a" "b" (func)) (func (export "c")))')), /imports/);
  assert.throws(() => ordered(bytesOf('(module (func $s (export "c")) (start $s))')), /start/);
});
