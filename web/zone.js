/**
 * A time zone as its changes, from the tables of the browser or node. Searched once a zone and kept; some 30 ms.
 */
const FIRST = Date.UTC(1970, 0, 1) / 1000;
const LAST = Date.UTC(2050, 0, 1) / 1000;
const STEP = 20 * 86400; // Morocco leaves its offset for the five weeks of Ramadan
const known = new Map();

function offsetReader(zone) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', era: 'short', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  return (instant) => {
    const part = {};
    for (const { type, value } of format.formatToParts(instant * 1000)) part[type] = Number(value);
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) / 1000 - instant;
  };
}

/** An offset in seconds as POSIX writes it, with its sign turned round. */
export function posixOffset(offset) {
  const size = Math.abs(offset);
  const clock = [size / 3600, size / 60, size].map((value, place) => String(Math.floor(value) % (place ? 60 : 99)).padStart(2, '0'));
  return `<+00>${offset > 0 ? '-' : ''}${clock.join(':')}`;
}

/**
 * The changes of an IANA zone between 1970 and 2050: `first`, the offset before them, `pairs` of instant and offset in
 * seconds, and the `rule` that holds behind the last.
 */
export function transitionsOf(zone) {
  if (known.has(zone)) return known.get(zone);
  const offsetAt = offsetReader(zone);
  const first = offsetAt(FIRST);
  const pairs = [];
  let offset = first;
  for (let at = FIRST; at < LAST; at += STEP) {
    const next = offsetAt(at + STEP);
    if (next === offset) continue;
    let [before, after] = [at, at + STEP];
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (offsetAt(middle) === offset) before = middle;
      else after = middle;
    }
    offset = offsetAt(after);
    pairs.push(after, offset);
  }
  const found = { first, pairs, rule: posixOffset(offset) };
  known.set(zone, found);
  return found;
}
