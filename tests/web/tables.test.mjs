// What stands once in C++ and once in JavaScript is the same in both: operations, elements, attributes, actions,
// kinds of needs. The headers are read as text.
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

// ops.js takes its functions from a browser's prototypes when it is loaded; only its lists are wanted here.
globalThis.Document ??= class {};
globalThis.Element ??= class {};
const { ATTRIBUTES, OPS, TAGS } = await import('../../web/ops.js');

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const source = (name) => fs.readFileSync(path.join(root, name), 'utf8');

/** The enumerators of `enum class name`, in order; one that is given another's count goes on from there. */
function enumerators(file, name) {
  const found = new RegExp(`enum class ${name}\\b[^{]*\\{([^}]*)\\}`).exec(source(file));
  assert.ok(found, `${file} has no enum class ${name}`);
  return found[1].replace(/\/\/.*$/gm, '').split(',').map((part) => part.replace(/=.*/s, '').trim()).filter(Boolean);
}

/** The names of a table of string literals. */
function names(file, table) {
  const found = new RegExp(`${table}\\[\\] = \\{([^}]*)\\}`).exec(source(file));
  assert.ok(found, `${file} has no ${table}`);
  return [...found[1].matchAll(/"([^"]*)"/g)].map((match) => match[1]);
}

// How an enumerator is written in HTML.
const asHtml = (name) => name.replace(/_$/, '').replace(/^(aria|data)_/, '$1-').replace('text_anchor', 'text-anchor');

test('the operations have the same numbers', () => {
  assert.deepEqual([...OPS], enumerators('wasm/core/view/ops.h', 'Op'));
});

test('the elements have the same numbers', () => {
  const safe = enumerators('wasm/core/markup/tags.h', 'Tag');
  const own = enumerators('wasm/core/view/names.h', 'OwnTag');
  assert.equal(safe[0], 'text'); // no element
  assert.deepEqual([...TAGS].slice(1), [...safe.slice(1), ...own.map((name) => name.replace('svg_text', 'text'))]);
  assert.deepEqual(own.map((name) => name.replace('svg_text', 'text')), names('wasm/core/view/names.cpp', 'kOwnTags'));
});

test('the attributes have the same numbers', () => {
  const safe = enumerators('wasm/core/markup/tags.h', 'Attribute');
  const own = enumerators('wasm/core/view/names.h', 'OwnAttribute');
  assert.deepEqual([...ATTRIBUTES], [...safe, ...own].map(asHtml));
  assert.deepEqual(own.map(asHtml), names('wasm/core/view/names.cpp', 'kOwnAttributes'));
});

test('none of the attributes runs script or style', () => {
  for (const name of ATTRIBUTES) assert.doesNotMatch(name, /^(on|style$|srcdoc$|srcset$|formaction$|action$|xlink)/);
});

test('the actions that JavaScript does itself have the numbers of the core', () => {
  const actions = enumerators('wasm/core/widget/board.h', 'Action');
  const written = /const ACTION = Object\.freeze\(\{([^}]*)\}\)/.exec(source('web/town-board.js'));
  assert.ok(written);
  const pairs = [...written[1].matchAll(/(\w+): (\d+)/g)].map(([, name, number]) => [name, Number(number)]);
  assert.ok(pairs.length > 0);
  for (const [name, number] of pairs) {
    const snake = name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    assert.equal(actions.indexOf(snake), number, name);
  }
});

test('the kinds of needs have the same numbers', () => {
  const written = /const KINDS = \[([^\]]*)\]/.exec(source('web/load.js'));
  assert.deepEqual([...written[1].matchAll(/'(\w+)'/g)].map((match) => match[1]), enumerators('wasm/core/widget/board.h', 'Kind'));
});
