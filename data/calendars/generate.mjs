// Writes the calendars that are not written by hand, from npm date-holidays (a development dependency; see LICENSE).
//
//   node data/calendars/generate.mjs [COUNTRY…]
//
// A holiday becomes a rule of the date language where one gives its dates in all the years below, else dated entries.
// What the package has wrong is in corrections.json, so that writing again keeps it.
import { readFileSync, writeFileSync } from 'node:fs';
import Holidays from 'date-holidays';

const here = new URL('./', import.meta.url);
const corrections = JSON.parse(readFileSync(new URL('corrections.json', here)));
const COUNTRIES = ('AD AL AT BA BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL ' +
  'PT RO RS RU SE SI SK SM TR UA VA XK US CA AU NZ JP BR KZ').split(' ');
const FIRST = 2024;
const LAST = 2051; // 28 years, in which every date falls on every weekday
const DATED_LAST = 2032; // of holidays that no rule gives
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const DAYS = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'];
const DAY = 86400000;

const dayOf = (year, month, day) => Date.UTC(year, month - 1, day) / DAY;
const weekdayOf = (day) => (((day + 3) % 7) + 7) % 7;
const isoOf = (day) => new Date(day * DAY).toISOString().slice(0, 10);
const partsOf = (day) => isoOf(day).split('-').map(Number);
const two = (number) => String(number).padStart(2, '0');
const sign = (number) => (number < 0 ? `${number}` : `+${number}`);

// Rule: Meeus, Astronomical Algorithms, chapter 8 (the anonymous Gregorian algorithm, and the Julian one).
function easter(year) {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e, g] = [Math.floor(b / 4), b % 4, Math.floor((8 * b + 13) / 25)];
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dayOf(year, Math.floor(n / 31), (n % 31) + 1);
}
function orthodoxEaster(year) {
  const d = (19 * (year % 19) + 15) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  return dayOf(year, 3, 22) + d + e + 13;
}

// Each kind of rule: a guess from one date, and the date in a year.
const guesses = [
  ([, month, date]) => ({ text: `${MONTHS[month - 1]} ${two(date)}`, in: (year) => dayOf(year, month, date) }),
  ...[['easter', easter], ['orthodox easter', orthodoxEaster]].map(([name, of]) => ([year], day) => {
    const days = day - of(year);
    if (Math.abs(days) > 70) return null;
    return { text: days === 0 ? name : `${name} ${sign(days)} days`, in: (other) => of(other) + days };
  }),
  ([, month, date], day) => nth(month, weekdayOf(day), Math.ceil(date / 7)),
  ([, month], day) => nth(month, weekdayOf(day), -1),
  // The weekday on or after a date: one of the seven dates up to this one.
  ...[0, 1, 2, 3, 4, 5, 6].map((back) => (parts, day) => {
    const [, month, date] = partsOf(day - back);
    const weekday = weekdayOf(day);
    return {
      text: `${MONTHS[month - 1]} ${two(date)} ${DAYS[weekday]}`,
      in: (year) => {
        const from = dayOf(year, month, date);
        return from + ((weekday - weekdayOf(from) + 7) % 7);
      },
    };
  }),
];

function nth(month, weekday, count) {
  return {
    text: `${MONTHS[month - 1]} ${DAYS[weekday]}[${count}]`,
    in: (year) => {
      if (count > 0) {
        const first = dayOf(year, month, 1);
        const day = first + ((weekday - weekdayOf(first) + 7) % 7) + 7 * (count - 1);
        return partsOf(day)[1] === month ? day : NaN;
      }
      const last = dayOf(year, month + 1, 1) - 1;
      return last - ((weekdayOf(last) - weekday + 7) % 7);
    },
  };
}

// A fixed date that moves when it falls on some weekdays: "Dec 25 shift Sa+2 Su+1". `years` maps a year to its day.
function shiftedRule(years, month, date) {
  const shifts = new Map();
  for (const [year, day] of years) {
    const base = dayOf(year, month, date);
    const moved = day - base;
    const weekday = weekdayOf(base);
    if (Math.abs(moved) > 6 || (shifts.has(weekday) && shifts.get(weekday) !== moved)) return null;
    shifts.set(weekday, moved);
  }
  const words = [...shifts].filter(([, moved]) => moved !== 0).sort(([a], [b]) => a - b).map(([weekday, moved]) => `${DAYS[weekday]}${sign(moved)}`);
  return words.length ? `${MONTHS[month - 1]} ${two(date)} shift ${words.join(' ')}` : null;
}

// The rule of a holiday that is on `years` (year -> day), or null. It must give no other day within its years.
function ruleFor(years, original) {
  const entries = [...years];
  const [first, last] = [entries[0][0], entries.at(-1)[0]];
  const gaps = entries.length !== last - first + 1;
  const limits = { ...(first > FIRST && { from: first }), ...(last < LAST && { until: last }) };
  // Few years tell a rule from chance only where the holiday begins late and stays.
  if (!gaps && (entries.length > 5 || (last === LAST && first > FIRST && first < LAST - 5))) {
    for (const guess of guesses) {
      const rule = guess(partsOf(entries[0][1]), entries[0][1]);
      if (rule && entries.every(([year, day]) => rule.in(year) === day)) return { rule: rule.text, ...limits };
    }
  }
  // A substitute has years without it: on other weekdays it is the day itself, which is a holiday then anyway.
  const fixed = /^(?:substitutes )?(\d\d)-(\d\d)/.exec(original);
  if (fixed) {
    const rule = shiftedRule(years, Number(fixed[1]), Number(fixed[2]));
    const since = /since (\d{4})/.exec(original)?.[1];
    const before = /prior to (\d{4})/.exec(original)?.[1];
    if (rule) return { rule, ...(since > FIRST && { from: Number(since) }), ...(before && { until: Number(before) - 1 }) };
  }
  return null;
}

// Everything off in a place: a list of { key, original, substitute, years }.
function holidaysOf(country, state) {
  const groups = new Map();
  const source = state ? new Holidays(country, state) : new Holidays(country);
  for (let year = FIRST; year <= LAST; ++year) {
    for (const one of source.getHolidays(year)) {
      if (one.type !== 'public') continue;
      const [y, m, d] = one.date.slice(0, 10).split('-').map(Number);
      const key = `${one.rule}|${one.substitute ? 'substitute' : ''}`;
      const day = dayOf(y, m, d);
      if (!groups.has(key)) groups.set(key, { key, original: one.rule, substitute: Boolean(one.substitute), years: new Map(), extra: [] });
      const group = groups.get(key);
      const days = Math.max(1, Math.round((one.end - one.start) / DAY));
      for (let i = 0; i < days; ++i) {
        if (i === 0 && !group.years.has(year) && y === year) group.years.set(year, day);
        else group.extra.push([year, day + i]);
      }
    }
  }
  return [...groups.values()];
}

function namesOf(country, state) {
  const names = new Map();
  const source = state ? new Holidays(country, state) : new Holidays(country);
  const tags = [...new Set([...source.getLanguages(), 'en'])].filter((tag) => /^[a-z]{2}$/.test(tag));
  for (const tag of tags) {
    source.setLanguages(tag);
    for (const year of [FIRST, FIRST + 1, FIRST + 2, FIRST + 3, FIRST + 4, FIRST + 5, FIRST + 6]) {
      for (const one of source.getHolidays(year)) {
        const key = `${one.rule}|${one.substitute ? 'substitute' : ''}`;
        if (!names.has(key)) names.set(key, {});
        names.get(key)[country === 'JP' && tag === 'jp' ? 'ja' : tag] ??= one.name;
      }
    }
  }
  return names;
}

function sectionOf(country, state) {
  const names = namesOf(country, state);
  const holidays = [];
  const dated = [];
  const add = (list, entry) => {
    const same = (other) => (entry.rule ? other.rule === entry.rule : other.date === entry.date);
    if (!list.some(same)) list.push(entry);
  };
  for (const group of holidaysOf(country, state)) {
    const name = names.get(group.key) ?? { en: group.original };
    // Several days of one holiday are rules of their own, by their distance from the first.
    const byPlace = new Map([[0, group.years]]);
    for (const [year, day] of group.extra) {
      const place = day - (group.years.get(year) ?? day);
      if (!byPlace.has(place)) byPlace.set(place, new Map());
      byPlace.get(place).set(year, day);
    }
    for (const years of byPlace.values()) {
      if (years.size === 0) continue;
      const rule = ruleFor(years, group.original);
      if (rule) add(holidays, { ...rule, name });
      else for (const [year, day] of years) if (year <= DATED_LAST) add(dated, { date: isoOf(day), name });
    }
  }
  return { holidays, dated: dated.sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

// Where the package has its own rule for a name, a substitute day is called as its holiday, the rest as corrections say.
function named(section, names = {}) {
  const bare = (name) => /\d\d-\d\d/.test(name.en ?? '');
  const nameOf = (entry) => names[entry.name.en]
    ?? section.holidays.find(({ rule, name }) => rule === entry.rule?.split(' shift ')[0] && !bare(name))?.name
    ?? section.dated.find(({ date, name }) => `${date}`.slice(5) === entry.name.en.slice(0, 5) && !bare(name))?.name;
  const mend = (entry) => (bare(entry.name) ? { ...entry, name: nameOf(entry) ?? entry.name } : entry);
  return { holidays: section.holidays.map(mend), dated: section.dated.map(mend) };
}

// What a region has more and less than its country.
function regionOf(section, whole) {
  const missing = (list, other, key) => list.filter((one) => !other.some((two) => two[key] === one[key] && two.from === one.from && two.until === one.until));
  const holidays = missing(section.holidays, whole.holidays, 'rule');
  const dated = missing(section.dated, whole.dated, 'date');
  const without = missing(whole.holidays, section.holidays, 'rule').map(({ rule }) => rule);
  return { ...(holidays.length && { holidays }), ...(dated.length && { dated }), ...(without.length && { without }) };
}

function corrected(raw, { add = [], remove = [], names } = {}) {
  const section = named(raw, names);
  const holidays = section.holidays.filter(({ rule }) => !remove.includes(rule));
  return { ...section, holidays: [...holidays, ...add] };
}

// One entry a line, so that a change of one day is a change of one line.
function print(file) {
  const list = (entries, indent) => `[\n${entries.map((one) => `${indent}  ${JSON.stringify(one)}`).join(',\n')}\n${indent}]`;
  const lines = Object.entries(file).map(([key, value]) => {
    if (key === 'regions') {
      const regions = Object.entries(value).map(([tag, region]) => {
        const parts = Object.entries(region).map(([name, part]) => `      ${JSON.stringify(name)}: ${name === 'holidays' || name === 'dated' ? list(part, '      ') : JSON.stringify(part)}`);
        return `    ${JSON.stringify(tag)}: {\n${parts.join(',\n')}\n    }`;
      });
      return `  "regions": {\n${regions.join(',\n')}\n  }`;
    }
    return `  ${JSON.stringify(key)}: ${Array.isArray(value) ? list(value, '  ') : JSON.stringify(value)}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

function calendarOf(country) {
  const own = corrections[country] ?? {};
  const source = new Holidays();
  const whole = corrected(sectionOf(country), own);
  const regions = {};
  for (const state of Object.keys(source.getStates(country) ?? {})) {
    const region = regionOf(corrected(sectionOf(country, state), own), whole);
    if (Object.keys(region).length > 0) {
      const named = source.getStates(country)[state];
      regions[`${country}-${state.toUpperCase()}`] = { name: named, ...region };
    }
  }
  const anyDated = whole.dated.length > 0 || Object.values(regions).some(({ dated }) => dated);
  return {
    $schema: 'calendar.schema.json',
    region: country,
    name: { en: source.getCountries('en')[country] ?? country },
    holidays: whole.holidays,
    ...(whole.dated.length > 0 && { dated: whole.dated }),
    ...(Object.keys(regions).length > 0 && { regions }),
    ...(anyDated && { holidaysCompleteUntil: DATED_LAST }),
    ...(own.note && { note: own.note }),
    source: 'npm date-holidays 3.37.0, written by generate.mjs, with corrections.json',
    licence: 'CC-BY-SA-3.0',
  };
}

const wanted = process.argv.slice(2);
for (const country of wanted.length ? wanted : COUNTRIES) {
  const file = calendarOf(country);
  writeFileSync(new URL(`${country}.json`, here), print(file));
  console.log(`${country}: ${file.holidays.length} rules, ${file.dated?.length ?? 0} dates, ${Object.keys(file.regions ?? {}).length} regions`);
}
