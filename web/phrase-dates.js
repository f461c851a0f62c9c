/**
 * Numbers of a sentence that are no times, as phrase::Tokens has them (wasm/core/phrase/dates.cpp): those of days in their
 * month, which become one token with it, and those that count lines.
 */

const MONTH = /^[A-Z]..$/;
const DAY = /^[A-Z].$/;
const meantOf = ({ sense, meant = sense }) => meant;
const countOf = ({ count = 1 }) => count;
const isMonth = (token) => MONTH.test(meantOf(token));
const isGlued = (token, sense) => token?.glued && token.sense === sense;

const isDayOfMonth = ({ sense, count = 1, text, value }) => (
  sense === 'number' && count < 2 && text.length < 3 && value > 0 && value < 32);

// Behind the suffix of a number: 1st, 1-го, 1er.
function behindSuffix(tokens, at) {
  if (isGlued(tokens[at + 1], 'dash') && tokens[at + 2].suffix) return at + 3;
  return at + (tokens[at + 1].suffix ? 2 : 1);
}

function behindDay(tokens, at) {
  const next = behindSuffix(tokens, at);
  return meantOf(tokens[next]) === 'dot' ? next + 1 : next;
}

// What is of a time: of a list of days only those are taken that cannot be of one: "8-17, 24 and 31 December".
const OF_TIMES = ['dash', 'from', 'to', 'between', 'dot', 'colon', 'slash', 'hour', 'hour_and_minutes'];
const RANGE = ['dash', 'to'];
const LIST = [...RANGE, 'comma', 'and'];

// The month of a day, also behind further days: "16 to 31 August", "24, 25 and 31 December".
function monthOf(tokens, day) {
  const before = tokens[day - 1];
  let joins = before && (OF_TIMES.includes(meantOf(before)) || before.sense === 'number') ? RANGE : LIST;
  let next = behindDay(tokens, day);
  for (let days = 0; days < 12; days += 1) {
    const token = tokens[next];
    const month = meantOf(token) === 'from' ? next + countOf(token) : next;
    if (isMonth(tokens[month])) return month;
    const further = next + countOf(token);
    if (!joins.includes(meantOf(token)) || !isDayOfMonth(tokens[further])) return undefined;
    if (RANGE.includes(meantOf(token))) joins = RANGE;
    next = behindDay(tokens, further);
  }
  return undefined;
}

function makeDate(tokens, at, end, month) {
  const token = tokens[at];
  Object.assign(token, { sense: 'unknown', meant: month, value: token.value << 8, count: end - at });
  return end;
}

// 01.04., 31/12: where it ends. A year may not follow.
function endOfNumbers(tokens, at, sign) {
  const [day, between, month, dot] = tokens.slice(at, at + 4);
  if (!isDayOfMonth(day) || !isGlued(between, sign) || !month.glued || !isDayOfMonth(month) || month.value > 12) return undefined;
  const end = at + (isGlued(dot, 'dot') ? 4 : 3);
  return isGlued(tokens[end], 'number') ? undefined : end;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

// "Du 01/09 au 31/12", "01.04. - 31.10.": where they cannot be times, nor 12/31. The end.
function dateNumbers(tokens, first) {
  const sign = tokens[first + 1].sense;
  if (sign !== 'slash' && sign !== 'dot') return undefined;
  const end = endOfNumbers(tokens, first, sign);
  if (!end || !RANGE.includes(meantOf(tokens[end]))) return undefined;
  const second = end + countOf(tokens[end]);
  const last = endOfNumbers(tokens, second, sign);
  if (!last) return undefined;
  const latest = Math.max(tokens[first].value, tokens[second].value);
  const dots = end - first === 4 && last - second === 4;
  if (sign === 'slash' ? latest <= 12 : latest <= 24 && !dots) return undefined;
  makeDate(tokens, first, end, MONTHS[tokens[first + 2].value - 1]);
  return makeDate(tokens, second, last, MONTHS[tokens[second + 2].value - 1]);
}

// "May to September 9-18": the end of a range of whole months, whose number is an hour.
function endsMonths(tokens, month) {
  let isRange = false;
  let first = month - 1;
  for (; first >= 0 && [...RANGE, 'dot'].includes(meantOf(tokens[first])); first -= 1) {
    isRange ||= meantOf(tokens[first]) !== 'dot';
  }
  return isRange && first >= 0 && isMonth(tokens[first]) && tokens[first].value === 0;
}

// A day behind its month: June 15, Sept. 15, June the 15th. The end.
function monthFirst(tokens, month) {
  const behind = month + countOf(tokens[month]);
  let number = behind + (isGlued(tokens[behind], 'dot') ? 1 : 0);
  if (meantOf(tokens[number]) === 'filler') number += countOf(tokens[number]);
  if (!isDayOfMonth(tokens[number])) return undefined;
  const isTime = ['colon', 'dot'].includes(tokens[number + 1].sense) && isGlued(tokens[number + 2], 'number');
  if (isTime || endsMonths(tokens, month) || monthOf(tokens, number)) return undefined;
  const end = behindSuffix(tokens, number);
  Object.assign(tokens[month], { value: tokens[number].value << 8, count: end - month });
  return end;
}

// The end of the date of which a day stands here.
function dayFirst(tokens, day) {
  const month = monthOf(tokens, day);
  if (!month) return dateNumbers(tokens, day);
  const own = behindDay(tokens, day);
  const isDirect = own === month || (meantOf(tokens[own]) === 'from' && own + countOf(tokens[own]) === month);
  return makeDate(tokens, day, isDirect ? month + countOf(tokens[month]) : own, tokens[month].meant);
}

/** Makes one token of every day of a month. */
export function findDates(tokens) {
  for (let at = 0; at < tokens.length - 1;) {
    const token = tokens[at];
    const next = at + countOf(token);
    let end;
    if (isMonth(token)) end = monthFirst(tokens, at);
    else if (isDayOfMonth(token) && !['minute', 'room'].includes(meantOf(tokens[next]))) end = dayFirst(tokens, at);
    at = end ?? next;
  }
}

const pass = (tokens, marker) => {
  for (const token of tokens.slice(marker, marker + 2)) token.sense = token.meant = 'filler';
};

/** "1) Monday", "a) on Monday", "1.\nMonday", "1. Monday\n2. Tuesday", which are not the first Monday and second Tuesday. */
export function passMarkers(tokens, isOfMonth) {
  let last;
  for (let at = 0; at < tokens.length - 2; at += 1) {
    if (at > 0 && !['line', 'semicolon'].includes(tokens[at - 1].sense)) continue;
    const [token, sign, behind] = tokens.slice(at, at + 3);
    const isNumber = token.sense === 'number' && token.text.length < 3;
    const hasDot = isNumber && isGlued(sign, 'dot');
    if ((isGlued(sign, 'close') && (isNumber || token.text.length === 1)) || (hasDot && behind.sense === 'line')) {
      pass(tokens, at);
    } else if (hasDot && DAY.test(meantOf(behind)) && !isOfMonth) {
      if (tokens[last]?.value + 1 === token.value) {
        pass(tokens, last);
        pass(tokens, at);
      } else {
        token.sense = token.meant = 'sign';
      }
      last = at;
    }
  }
}
