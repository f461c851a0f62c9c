// Where npm opening_hours and we are known to disagree, and why ours is right. Each class recognises a disagreement by
// the value and by the two answers, lists of [begin, end, state, comment] with local minutes.

const GUESSED = 'Specified as open end. Closing time was guessed.';
const MINUTE = 60_000;

/** The stretches with other comments or states, and equal neighbours joined. */
function joined(spans, change) {
  const all = [];
  for (const span of spans.map(change)) {
    const last = all.at(-1);
    if (last && last[1] === span[0] && last[2] === span[2] && last[3] === span[3]) last[1] = span[1];
    else all.push([...span]);
  }
  return all;
}

const equal = (a, b) => JSON.stringify(a) === JSON.stringify(b);
const equalWhen = (change) => ({ reference, ours }) => equal(joined(reference, change), joined(ours, change));

/** Whether the state differs only at hours of the day that `allowed` has. */
function differsOnlyAt({ reference, ours }, allowed) {
  const borders = [...reference, ...ours].flatMap(([begin, end]) => [begin, end]).sort();
  const at = (spans, time) => spans.find(([begin, end]) => begin <= time && time < end)?.slice(2).join() ?? 'closed';
  return borders.every((border) => at(reference, border) === at(ours, border) || allowed(Number(border.slice(11, 13))));
}

/** The rules behind "||" up to the next ";", each group a text. */
const fallbacks = (value) => value.split(';').flatMap((group) => group.split('||').slice(1));

const passesMidnight = (rules) =>
  /\d\d:\d\d\+|(?:sun|da|du)\w+\+/.test(rules) ||
  [...rules.matchAll(/(\d\d:\d\d)-(\d\d:\d\d)/g)].some(([, begin, end]) => end <= begin);

const minutes = (wall) => Date.parse(`${wall}Z`) / MINUTE;
const near = (a, b) => Math.abs(minutes(a) - minutes(b)) <= 1;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Whether a range of dates ends on the day before its first one. */
const roundTheYear = (value) =>
  [...value.matchAll(/\b([A-Z][a-z]{2}) (\d+)-([A-Z][a-z]{2}) (\d+)\b/g)].some(([, month, day, lastMonth, lastDay]) =>
    Date.UTC(2025, MONTHS.indexOf(lastMonth), Number(lastDay) + 1) === Date.UTC(2025, MONTHS.indexOf(month), Number(day)));

export const classes = [
  {
    name: 'a span behind an open end',
    why: `The reference decides whether an open end is over each time it looks, so "07:00+,12:00-16:00" is closed behind
      16:00 and "20:00+,22:00-23:00" is unknown again at midnight; another rule's time in between ends it as well. Ours
      is over where the next span of the same rule begins.`,
    recognises: ({ value }) => /\+,(?! )/.test(value),
  },
  {
    name: 'open end from midnight',
    why: 'The reference takes the hour 0 of "00:00+" for none and drops the sign. Ours is unknown until midnight, as from any other hour.',
    recognises: ({ value, reference, ours }) => /\b00:00\+/.test(value) &&
      equalWhen(([begin, end]) => [begin, end])({ reference, ours }),
  },
  {
    name: 'the night behind a fallback',
    why: `What a rule behind "||" has behind midnight is no fallback to the reference and replaces what is open there. By
      the specification a fallback only fills what is closed.`,
    recognises: (case_) => fallbacks(case_.value).some(passesMidnight) && differsOnlyAt(case_, (hour) => hour < 12),
  },
  {
    name: 'the name of a holiday',
    why: `The reference forgets the name when a later rule names holidays too, and keeps a stale one over midnight as long
      as the state stays. Ours stands at every time that a holiday's rule decides, and ends with its day.`,
    recognises: (case_) => /[PS]H/.test(case_.value) && equalWhen(([begin, end, state, comment]) =>
      [begin, end, state, comment === GUESSED || case_.value.includes(`"${comment}"`) ? comment : null])(case_),
  },
  {
    name: 'a range of dates round the year',
    why: '"Apr 26-Apr 25" is no day to the reference, since the day behind its end is its begin. It is every day of the year.',
    recognises: ({ value }) => roundTheYear(value),
  },
  {
    name: 'the sun by a minute',
    why: 'Both take the minute that has begun; where the sun is within a second of a full minute, one of the two has passed it.',
    recognises: ({ value, reference, ours }) => /sun|dawn|dusk/.test(value) && reference.length === ours.length &&
      reference.every(([begin, end, ...rest], i) =>
        near(begin, ours[i][0]) && near(end, ours[i][1]) && equal(rest, ours[i].slice(2))),
  },
];
