// Pictures that browsers take: read, cut and compared, without any package.
import { inflateSync } from 'node:zlib';

const CHANNELS = { 2: 3, 6: 4 }; // by PNG's colour type: red, green, blue, perhaps alpha

// Rule: PNG 1.2, section 6, filter types; a, b, c are the bytes to the left, above, and above to the left.
const FILTERS = [
  () => 0,
  (a) => a,
  (a, b) => b,
  (a, b) => (a + b) >> 1,
  (a, b, c) => {
    const [toA, toB, toC] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
    return toA <= toB && toA <= toC ? a : toB <= toC ? b : c;
  },
];

/** The pixels of a PNG of 8 bits a channel, or of its first rows: {width, height, channels, pixels}. */
export function readPicture(png, rows = Infinity) {
  let header = null;
  const parts = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const body = png.subarray(at + 8, at + 8 + png.readUInt32BE(at));
    const name = png.toString('latin1', at + 4, at + 8);
    if (name === 'IHDR') header = body;
    if (name === 'IDAT') parts.push(body);
  }
  const [width, channels] = [header.readUInt32BE(0), CHANNELS[header[9]]];
  const height = Math.min(header.readUInt32BE(4), rows);
  if (header[8] !== 8 || !channels || header[12] !== 0) throw new Error('a kind of PNG that no browser here makes');
  const packed = inflateSync(Buffer.concat(parts));
  const line = width * channels;
  const pixels = Buffer.alloc(line * height);
  for (let y = 0; y < height; y += 1) {
    const filter = FILTERS[packed[y * (line + 1)]];
    for (let x = 0; x < line; x += 1) {
      const here = y * line + x;
      const a = x >= channels ? pixels[here - channels] : 0;
      const b = y > 0 ? pixels[here - line] : 0;
      const c = x >= channels && y > 0 ? pixels[here - line - channels] : 0;
      pixels[here] = packed[y * (line + 1) + 1 + x] + filter(a, b, c);
    }
  }
  return { width, height, channels, pixels };
}

/**
 * How many pixels of the area differ in a channel by more than `tolerance` of 255, and where the first is.
 * @param {{x: number, y: number, width: number, height: number}} area in pixels, within both pictures
 */
export function compare(one, other, area, tolerance) {
  let count = 0;
  let first = null;
  for (let y = area.y; y < area.y + area.height; y += 1) {
    for (let x = area.x; x < area.x + area.width; x += 1) {
      const [i, j] = [(y * one.width + x) * one.channels, (y * other.width + x) * other.channels];
      const differs = [0, 1, 2].some((channel) => Math.abs(one.pixels[i + channel] - other.pixels[j + channel]) > tolerance);
      if (!differs) continue;
      count += 1;
      first ??= { x, y };
    }
  }
  return { count, first };
}

/** How many colours an area has: one means that nothing is painted there. */
export function colours({ width, channels, pixels }, area) {
  const found = new Set();
  for (let y = area.y; y < area.y + area.height; y += 1) {
    for (let x = area.x; x < area.x + area.width; x += 1) {
      found.add(pixels.readUIntBE((y * width + x) * channels, 3));
    }
  }
  return found.size;
}
