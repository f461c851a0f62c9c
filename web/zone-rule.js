import { posixOffset, transitionsOf } from './zone.js';

const YEARS = 6;
const known = new Map(); // zone -> its changes, for all the elements of a page
const allSame = (values) => values.every((value) => value === values[0]);

// Mm.w.d/time of the days on which the clock is put forward, or back: [first instants, offsets before them].
function dayOf(changes, zone) {
  const days = changes.map(({ at, before }) => new Date((at + before) * 1000));
  const weeks = days.map((day) => Math.ceil(day.getUTCDate() / 7));
  const areLast = days.every((day) => new Date(day.getTime() + 7 * 86_400_000).getUTCMonth() !== day.getUTCMonth());
  const seconds = days.map((day) => (day.getTime() / 1000) % 86_400);
  const regular = allSame(days.map((day) => day.getUTCMonth())) && allSame(days.map((day) => day.getUTCDay()))
    && allSame(seconds) && (areLast || allSame(weeks));
  if (!regular) throw new Error(`the clock of ${zone} follows no rule; write zoneRule into the site file`);
  const [month, week, day] = [days[0].getUTCMonth() + 1, areLast ? 5 : weeks[0], days[0].getUTCDay()];
  return `M${month}.${week}.${day}/${posixOffset(-seconds[0]).slice('<+00>'.length)}`;
}

/**
 * The POSIX rule of an IANA zone for the years from `now` on, by the browser's tables, for a site file that has none.
 * Throws for a zone that the browser does not know or that follows no rule. Rule: POSIX.1-2017, section 8.3 (TZ).
 */
export function zoneRule(zone, now = Date.now() / 1000) {
  if (!known.has(zone)) known.set(zone, transitionsOf(zone));
  const { first, pairs, rule } = known.get(zone);
  const changes = [];
  for (let i = 0; i < pairs.length; i += 2) {
    changes.push({ at: pairs[i], before: i === 0 ? first : pairs[i - 1], after: pairs[i + 1] });
  }
  const ahead = changes.filter(({ at }) => at > now && at < now + YEARS * 365 * 86_400);
  const forward = ahead.filter(({ before, after }) => after > before);
  const back = ahead.filter(({ before, after }) => after < before);
  if (ahead.length === 0) return rule;
  if (forward.length === 0 || back.length === 0) return posixOffset(ahead[ahead.length - 1].after);
  const [winter, summer] = [forward[0].before, forward[0].after];
  return `${posixOffset(winter)}${posixOffset(summer)},${dayOf(forward, zone)},${dayOf(back, zone)}`;
}
