const encoder = new TextEncoder();

// json::Document goes no deeper.
const DEEPEST = 64;

/** A value of JSON as the bytes that json::Document::Packed describes, so that a module needs no parser. */
export function pack(value) {
  let bytes = new Uint8Array(4096);
  let view = new DataView(bytes.buffer);
  let size = 0;
  const mark = (letter, room = 0) => {
    if (size + 9 + room > bytes.length) {
      const larger = new Uint8Array((size + 9 + room) * 2);
      larger.set(bytes);
      bytes = larger;
      view = new DataView(bytes.buffer);
    }
    bytes[size++] = letter.charCodeAt(0);
  };
  const text = (letter, string) => {
    mark(letter, string.length * 3);
    const { written } = encoder.encodeInto(string, bytes.subarray(size + 4));
    view.setUint32(size, written, true);
    size += 4 + written;
  };
  // One level more than there may be says that it is too deep.
  const add = (one, depth) => {
    if (typeof one === 'string') {
      text('s', one);
    } else if (typeof one === 'number') {
      mark('d');
      view.setFloat64(size, one, true);
      size += 8;
    } else if (one === null || typeof one !== 'object' || depth > DEEPEST) {
      mark(one === true ? 't' : one === false ? 'f' : 'n');
    } else if (Array.isArray(one)) {
      mark('[');
      for (const element of one) add(element, depth + 1);
      mark(']');
    } else {
      mark('{');
      for (const [key, member] of Object.entries(one)) {
        if (member === undefined) continue;
        text('k', key);
        add(member, depth + 1);
      }
      mark('}');
    }
  };
  add(value, 0);
  return bytes.subarray(0, size);
}
