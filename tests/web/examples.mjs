// Runs the examples of a page of documentation: in each block of JavaScript, a line that ends with "// → text" is
// evaluated and its value, as text, must be that. Blocks import from './<name>.js' as if they lay in build/dist.
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';

const dist = new URL('../../build/dist/', import.meta.url);

export function runExamples(page) {
  const text = readFileSync(new URL(`../../${page}`, import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/^```js\n([^]*?)^```/gm)].map(([, code]) => code);
  assert.notEqual(blocks.length, 0);
  blocks.forEach((block, place) => {
    test(`${page}, example ${place + 1}`, async () => {
      const expected = [];
      const code = block.replace(/^(.*?);? \/\/ → (.*)$/gm, (line, expression, value) => {
        expected.push([expression, value]);
        return `results.push(${expression});`;
      });
      // Beside the module, so that its relative imports are those of the page.
      const file = new URL(`example-${process.pid}-${place}.mjs`, dist);
      writeFileSync(file, `const results = [];\n${code}\nexport { results };\n`.replace(/^([^]*?)((?:^import .*\n)*)/m, '$1$2'));
      try {
        const { results } = await import(file.href);
        assert.equal(results.length, expected.length);
        expected.forEach(([expression, value], at) => assert.equal(String(results[at]), value, expression));
      } finally {
        rmSync(file);
      }
    });
  });
}
