#include "phrase/scan.h"

namespace townboard::phrase {

// -- days -----------------------------------------------------------------------------------------------

// The day or group of days that stands here, with the numbers `nth` before it.
void Scan::add_day(Days& days, unsigned nth) {
  static constexpr std::uint16_t kGroups[] = {kWeekend, kWeek, kWorkDays, kWeekend, kHolidays, kSchoolHolidays, kEves,
                                              kLastWorkDay};
  const int value = token().value;
  const auto group = static_cast<unsigned>(token().sense) - static_cast<unsigned>(Sense::days_off);
  bool twice = false;  // "Monday and Monday" is a slip, and refused as an unknown number is
  if (is_at(Sense::day)) {
    twice = nth == 0 && (days >> value & 1) != 0;
    if (nth == 0 && (days & kWeek) >> value != 0) days |= kRanges;
    days |= nth == 0 ? Days{1} << value : Days{nth} << (kNumbered + 6 * value);
  } else if (group < 8) {
    days |= kGroups[group] | kRanges;
  }
  of_month = (of_month && nth == 0 && group != 7) || twice;
  pass();
}

// "Mo-Fr", "с понедельника по пятницу". Three and more days with hyphens are a list: Lundi - Mardi - Jeudi.
bool Scan::add_range(Days& days) {
  unsigned count = 0;
  while (peek(count) == Sense::day && (peek(count + 1) == Sense::dash || peek(count + 1) == Sense::to) &&
         peek(count + 2) == Sense::day) {
    count += 2;
  }
  if (count == 0) return false;
  if (count == 2) {
    const int last = token(2).value;
    int length = 0;
    for (int day = token().value;; day = day == 6 ? 0 : day + 1, ++length) {
      days |= kRanges | Days{1} << day;
      if (day == last) break;
    }
    doubtful = doubtful || (peek(1) == Sense::dash && (length == 2 || length == 3));
    place += 3;
    return true;
  }
  listed = true;
  for (;; pass()) {
    add_day(days, 0);
    if (count == 0) return true;
    count -= 2;
  }
}

// Passes what joins two days of a list, if another day follows.
bool Scan::follows_day() {
  const std::uint32_t begin = place;
  // The full stop behind a whole name ends the sentence.
  if (token(-1U).size > 5 && sentence[token(-1U).end - 1] == '.') return false;
  const Sense last = peek(-1U);
  pass_all(senses(Sense::comma, Sense::both, Sense::dot, Sense::slash));
  const bool joined_days = place > begin;
  if (!joined_days && (is_at(Sense::nth) || is_at(Sense::school_holidays))) return false;
  if (is_preposition(peek(0)) && is_day(peek(1))) pass();
  // "In the school holidays, Mo-Fr" is a condition and no list, and in "8-20 on Mo-Fr, on Sa 9-15" each has its times.
  const bool apart = (is_at(Sense::day) && last == Sense::school_holidays) ||
                     (behind_times && is_any(peek(1), senses(Sense::from, Sense::time)));
  if (is_day(peek(0)) && !apart) return true;
  place = begin;
  return false;
}

Days Scan::read_days() {
  Days days = 0;
  unsigned nth = 0;
  bool daily = false;
  do {
    if (is_at(Sense::every_day) || (is_at(Sense::work_days) && peek(1) == Sense::day)) {
      daily = true;
      pass();
      pass_all(senses(Sense::colon));
      continue;
    }
    if (is_at(Sense::nth)) {
      nth |= 1U << (token().value + 5) % 6;
      days |= kRanges;
      pass();
      continue;
    }
    if (nth != 0 && !is_at(Sense::day)) return 0;  // "the first working day"
    if (nth == 0 && add_range(days)) continue;
    const bool is_numbered = nth != 0 && is_at(Sense::day);
    add_day(days, nth);
    // The numbers count for the days named together with them: "1st and 3rd Tuesday, Friday" stays with Tuesday.
    if (is_numbered && !(is_at(Sense::both) && peek(1) == Sense::day)) nth = 0;
  } while (follows_day());
  // "Daily Monday to Friday" is not the whole week, nor are "working days Monday to Thursday" five.
  if (daily && (days & kWeek) == 0) days |= kWeek | kRanges;
  return days;
}

// -- times ----------------------------------------------------------------------------------------------

namespace {

[[gnu::noinline]] int with_half(int minutes, Atom::Half half) {
  if (half == Atom::none || minutes >= 13 * 60) return minutes;
  return minutes % 720 + (half == Atom::pm ? 720 : 0);
}

// The range from `begin` to `end`, with a.m. and p.m. as they are meant; false when it is not clear.
// Rule: "9-5 pm" begins at the last nine o'clock before the end; 12 am at the end is midnight.
bool is_range(const Atom& begin, const Atom& end, Range& range) {
  int first = with_half(begin.value, begin.half);
  int last = with_half(end.value, end.half);
  if (end.half != Atom::none && begin.half == Atom::none && first < 13 * 60) {
    const int later = with_half(first, Atom::pm);
    first = later < last ? later : with_half(first, Atom::am);
  }
  if (first == kDay) first = 0;
  if (last == 0) last = kDay;
  const bool clock12 = begin.half == Atom::none && end.half == Atom::none;
  if (last <= first) {
    // 9-5 is an office from nine to five, and 9:00-5:00 may be a slip; 22:00-06:00 is a night, and so is 20-8.
    const bool office = clock12 && first < 13 * 60 && last <= 8 * 60;
    if (first < 18 * 60 && (begin.bare || end.bare) != office) return false;
    last += office ? kDay / 2 : kDay;
    if (last > first + 14 * 60) return false;
  }
  // 1-4 in the small hours is more likely an afternoon, and so is 5-8, not 5:00-8:00.
  if (clock12 && first >= 60 && first < 5 * 60 + begin.bare && last <= 12 * 60) return false;
  range = {static_cast<int>(first), static_cast<int>(last)};
  return true;
}

// 10.03-12.05 may be from the tenth of March to the twelfth of May.
bool is_month(const Atom& time) { return static_cast<unsigned>(time.value % 60 - 1) < 12; }

}  // namespace

Sense Scan::read_times() {
  bool from = false, to = false, between = false;
  for (; is_preposition(peek(0)); pass()) {
    from = from || is_at(Sense::from);
    to = is_at(Sense::to);
    between = between || is_at(Sense::between);
  }
  if (!is_at(Sense::time)) return Sense::done;
  const Atom& first = token();
  range.begin = static_cast<int>(with_half(first.value, first.half));
  range.end = kOpenEnd;
  pass();
  if (to) return Sense::until;
  const std::uint32_t behind = place;
  pass_all(senses(Sense::dot));
  if (is_any(peek(0), senses(Sense::line, Sense::comma)) && peek(1) == Sense::to && peek(2) == Sense::time) pass();
  const Sense sign = peek(0);
  const bool joins = is_any(sign, senses(Sense::dash, Sense::to, Sense::slash, Sense::bar)) ||
                     (sign == Sense::both && (between || peek(1) == Sense::to));
  if (joins) {
    pass();
    pass_all(senses(Sense::dash, Sense::to, Sense::dot, Sense::line));
    if (is_at(Sense::time) && !(first.value == token().value && sign == Sense::bar)) {
      const bool good = !(is_month(first) && is_month(token())) && is_range(first, token(), range);
      pass();
      pass_all(senses(Sense::dot));
      return good ? Sense::time : Sense::refuse;
    }
    // "From 8 to, lunch 13-14", "from 8 to dusk".
    if (sign == Sense::to) return Sense::refuse;
  }
  place = behind;
  return between || is_month(first) ? Sense::refuse : from ? Sense::time : Sense::moment;
}

// -- seasons --------------------------------------------------------------------------------------------

// 0: no date.
Season Scan::read_date() {
  if (!is_at(Sense::month)) return 0;
  const auto date = static_cast<unsigned>(token().value);
  of_month = false;
  pass();
  return date;
}

Season Scan::read_season() {
  const bool from = is_preposition(peek(0));
  pass_all(kPrepositions);
  const Season begin = read_date();
  if (begin == 0) return 0;
  const std::uint32_t behind = place;
  const Sense sign = peek(0);
  if (sign == Sense::dash || sign == Sense::to) {
    pass();
    pass_all(kPrepositions);
    // "17 March to November": to which day?
    if (const Season end = read_date(); end != 0) return (begin < 256) == (end < 256) ? begin | end << 16 : begin;
  }
  place = behind;
  const bool list = is_any(sign, senses(Sense::comma, Sense::both)) && peek(1) == Sense::month;
  const auto next = static_cast<unsigned>(token(1).value);
  if (list && next == begin % 12 + 1 && peek(3) != Sense::month) {
    // "July and August".
    place += 2;
    return begin | next << 16;
  }
  // "From May" has no end.
  return !from ? begin | begin << 16 : begin;
}

}  // namespace townboard::phrase
