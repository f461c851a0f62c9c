/**
 * Reads JSON and says where it ends to be JSON, which engines word differently or not at all.
 * Rule: RFC 8259, sections 2 to 7.
 */

const TOKEN = /[\t\n\r ]*(?:([{}[\]:,])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)))/y;
const BLANKS = /[\t\n\r ]*/y;

// What may follow, by what is awaited: a token's kind -> what is awaited then.
const VALUE = { '{': 'firstKey', '[': 'firstItem', text: 'after', plain: 'after' };
const AWAITED = {
  value: VALUE,
  firstItem: { ...VALUE, ']': 'after' },
  firstKey: { text: 'colon', '}': 'after' },
  key: { text: 'colon' },
  colon: { ':': 'value' },
};

// The offset of the first character that cannot be part of JSON; the text's length where it only ends too early.
function errorIn(text) {
  const open = [];
  let awaited = 'value';
  for (let at = 0; ; ) {
    BLANKS.lastIndex = at;
    at = BLANKS.test(text) ? BLANKS.lastIndex : at;
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) return at;
    const kind = found[1] ?? (found[2] ? 'text' : 'plain');
    if (awaited === 'after') {
      const inside = open[open.length - 1];
      if (kind === ',' && inside) awaited = inside === '{' ? 'key' : 'value';
      else if ((kind === '}' && inside === '{') || (kind === ']' && inside === '[')) open.pop();
      else return at;
    } else {
      const next = AWAITED[awaited][kind];
      if (!next) return at;
      if (kind === '{' || kind === '[') open.push(kind);
      if (kind === '}' || kind === ']') open.pop();
      awaited = next;
    }
    at = TOKEN.lastIndex;
  }
}

/** The value of a JSON text, or the place that is wrong: `{ value }` or `{ line, column }`, both counted from 1. */
export function readJson(text) {
  try {
    return { value: JSON.parse(text) };
  } catch {
    const before = text.slice(0, errorIn(text)).split('\n');
    return { line: before.length, column: before[before.length - 1].length + 1 };
  }
}
