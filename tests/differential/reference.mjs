// npm opening_hours as a line-by-line program: JSON requests in, JSON answers out. It evaluates in the zone of the
// process, so it is started with TZ set. {hours, mode, windows: [[from, to], …]} -> {ok, windows: [[[begin, end, state,
// comment], …], …]} with local minutes, or {ok: false, error}.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const OpeningHours = createRequire(import.meta.url)('opening_hours');
// Holidays are those of Germany wherever the clock stands: the other side is told them.
const [lat, lon] = process.argv.slice(2);
const place = { address: { country_code: 'de', state: 'Bayern' }, ...(lat && { lat, lon }) };
console.warn = console.error = () => {};

const two = (number) => String(number).padStart(2, '0');
const wall = (date) =>
  `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;

function answer({ hours, mode = 0, windows }) {
  try {
    const value = new OpeningHours(hours, place, { mode, warnings_severity: 0 });
    const spans = ([begin, end, unknown, comment]) => [wall(begin), wall(end), unknown ? 'unknown' : 'open', comment || null];
    return { ok: true, windows: windows.map(([from, to]) => value.getOpenIntervals(new Date(from), new Date(to)).map(spans)) };
  } catch (problem) {
    return { ok: false, error: String(problem).slice(0, 300) };
  }
}

for await (const line of createInterface({ input: process.stdin })) console.log(JSON.stringify(answer(JSON.parse(line))));
