// Plural rules and the names of days and months, compared with those of Intl.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';

const folder = new URL('../../data/locales/', import.meta.url);
const locales = readdirSync(folder)
  .filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

// The same reading of CLDR's rule syntax as wasm/core/locale/plural_rule.cpp has.
function fulfils(rule, count) {
  const zero = { v: 0, w: 0, f: 0, t: 0, c: 0, e: 0 };
  const operands = { n: count, i: count, ...zero };
  return rule.split(' or ').some((part) =>
    part.split(' and ').every((relation) => {
      const [, operand, divisor, not, ranges] = relation.match(
        /^\s*([nivwftce])\s*(?:%\s*(\d+))?\s*(!?)=\s*(.+?)\s*$/,
      );
      const value = divisor ? operands[operand] % Number(divisor) : operands[operand];
      const inside = ranges.split(',').some((range) => {
        const [low, high = low] = range.split('..').map(Number);
        return value >= low && value <= high;
      });
      return inside !== (not === '!');
    }),
  );
}

function categoryOf(plurals, count) {
  const order = ['zero', 'one', 'two', 'few', 'many'];
  return order.find((name) => plurals[name] && fulfils(plurals[name], count)) ?? 'other';
}

const asCompared = (word) => word.toLowerCase().replaceAll(/[.\u200e\u200f]/g, '').replaceAll('ʼ', '’');

for (const locale of locales) {
  test(`${locale.language}: plural rules give what Intl.PluralRules gives`, () => {
    const rules = new Intl.PluralRules(locale.language);
    const named = [...Object.keys(locale.plurals), 'other'].sort();
    assert.deepEqual(named, [...rules.resolvedOptions().pluralCategories].sort());
    for (let count = 0; count <= 200; ++count) {
      assert.equal(categoryOf(locale.plurals, count), rules.select(count), `count ${count}`);
    }
    for (const count of [1000, 1001, 1012, 10000, 1000000, 2000000, 1000001]) {
      assert.equal(categoryOf(locale.plurals, count), rules.select(count), `count ${count}`);
    }
  });

  test(`${locale.language}: names of days and months are those of Intl`, () => {
    const name = (date, options) =>
      new Intl.DateTimeFormat(locale.language, { ...options, timeZone: 'UTC' }).format(date);
    for (let day = 0; day < 7; ++day) {
      const monday = new Date(Date.UTC(2026, 10, 23 + day));
      assert.equal(asCompared(locale.weekdays.wide[day]), asCompared(name(monday, { weekday: 'long' })));
    }
    for (let month = 0; month < 12; ++month) {
      const first = new Date(Date.UTC(2026, month, 15));
      assert.equal(asCompared(locale.months.wide[month]), asCompared(name(first, { month: 'long' })));
      const withDay = new Intl.DateTimeFormat(locale.language, { month: 'long', day: 'numeric', timeZone: 'UTC' })
        .formatToParts(first)
        .find((part) => part.type === 'month').value;
      assert.equal(asCompared(locale.months.format[month]), asCompared(withDay));
    }
  });
}
