/**
 * A time zone as its changes, from the tables of the browser or node. A search takes some 30 ms.
 */
const LAST = 29220 * 86400; // 2050-01-01; the first is 1970-01-01
const STEP = 20 * 86400; // Morocco leaves its offset for the five weeks of Ramadan

function offsetReader(zone) {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
  });
  return (instant) => {
    const part = {};
    for (const { type, value } of format.formatToParts(instant * 1000)) part[type] = Number(value);
    return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) / 1000 - instant;
  };
}

/** An offset in seconds as POSIX writes it, with its sign turned round. */
export function posixOffset(offset) {
  return `<+00>${offset > 0 ? '-' : ''}${new Date(Math.abs(offset) * 1000).toISOString().slice(11, 19)}`;
}

/**
 * The changes of an IANA zone between 1970 and 2050: `first`, the offset before them, `pairs` of instant and offset in
 * seconds, and the `rule` that holds behind the last.
 */
export function transitionsOf(zone) {
  const offsetAt = offsetReader(zone);
  const first = offsetAt(0);
  const pairs = [];
  let offset = first;
  for (let at = 0; at < LAST; at += STEP) {
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
  return { first, pairs, rule: posixOffset(offset) };
}
