import { decoder, encoder } from './calls.js';

/** Problems from the lines of wasm/bind/problem_lines.h, with places in `text` as strings count them. */
export function problemsIn(lines, text) {
  const bytes = encoder.encode(text);
  const place = (byte) => decoder.decode(bytes.subarray(0, byte)).length;
  return lines.filter(Boolean).map((line) => {
    const [code, level, begin, end, suggestion] = line.split('\t');
    const problem = { code, level: level === 'e' ? 'error' : 'warning', begin: place(begin), end: place(end) };
    return suggestion ? { ...problem, suggestion } : problem;
  });
}
