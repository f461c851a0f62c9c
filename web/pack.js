const encoder = new TextEncoder();

/** A value of JSON as the bytes that json::Document::Packed describes, so that a module needs no parser. */
export function pack(value) {
  const parts = [];
  const mark = (letter) => parts.push(encoder.encode(letter));
  const text = (letter, string) => {
    const bytes = encoder.encode(string);
    const head = new DataView(new ArrayBuffer(5));
    head.setUint8(0, letter.charCodeAt(0));
    head.setUint32(1, bytes.length, true);
    parts.push(new Uint8Array(head.buffer), bytes);
  };
  const add = (one) => {
    if (typeof one === 'string') {
      text('s', one);
    } else if (typeof one === 'number') {
      const number = new DataView(new ArrayBuffer(9));
      number.setUint8(0, 100); // d
      number.setFloat64(1, one, true);
      parts.push(new Uint8Array(number.buffer));
    } else if (Array.isArray(one)) {
      mark('[');
      one.forEach(add);
      mark(']');
    } else if (one !== null && typeof one === 'object') {
      mark('{');
      for (const [key, member] of Object.entries(one)) {
        if (member === undefined) continue;
        text('k', key);
        add(member);
      }
      mark('}');
    } else {
      mark(one === true ? 't' : one === false ? 'f' : 'n');
    }
  };
  add(value);
  const bytes = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
