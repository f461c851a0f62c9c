#include "phrase/scan.h"

namespace townboard::phrase {
namespace {

constexpr std::uint8_t kWorkDays = 0x1F;
constexpr std::uint8_t kWeekend = 0x60;
constexpr std::uint8_t kAllDays = 0x7F;

bool is_preposition(Sense sense) {
  return sense == Sense::from || sense == Sense::to || sense == Sense::between;
}

}  // namespace

Scan::Scan(const Atoms& atoms) {
  bool of_month = false, every = false;
  for (const Atom& atom : atoms) of_month = of_month || atom.sense == Sense::of_month;
  for (Atom atom : atoms) {
    if (atom.sense == Sense::filler || atom.sense == Sense::of_month) continue;
    // "Every second Tuesday" is of the month only where the sentence says so; else it may be every other week.
    const bool alternate = every && atom.sense == Sense::nth && atom.value > 1 && !of_month;
    every = atom.sense == Sense::every;
    if (every) continue;
    if (alternate) atom.sense = Sense::refuse;
    atoms_.push_back(atom);
  }
}

bool Scan::is_day(Sense sense) {
  return sense == Sense::day || sense == Sense::nth || sense == Sense::every_day || sense == Sense::work_days ||
         sense == Sense::weekend || sense == Sense::holidays || sense == Sense::school_holidays ||
         sense == Sense::eves || sense == Sense::last_work_day;
}

bool Scan::is_time_next(const Scan& scan, std::size_t ahead) {
  while (is_preposition(scan.peek(ahead).sense) || scan.peek(ahead).sense == Sense::colon ||
         scan.peek(ahead).sense == Sense::dash || scan.peek(ahead).sense == Sense::dot) {
    ++ahead;
  }
  return scan.peek(ahead).sense == Sense::time;
}

void Scan::skip_dots() {
  while (now().sense == Sense::dot) pass();
}

// -- days -----------------------------------------------------------------------------------------------

// The day or group of days that stands here, with the numbers `nth` before it.
void Scan::add_day(Days& days, std::uint8_t& nth) {
  const Atom& atom = now();
  switch (atom.sense) {
    case Sense::day: {
      const auto day = static_cast<std::size_t>(atom.value);
      if (nth != 0) {
        days.nth[day] = static_cast<std::uint8_t>(days.nth[day] | nth);
      } else {
        days.weekdays = static_cast<std::uint8_t>(days.weekdays | (1 << day));
        if (days.listed_count < 7) days.listed[days.listed_count++] = static_cast<std::uint8_t>(day);
      }
      break;
    }
    case Sense::every_day: days.weekdays |= kAllDays; break;
    case Sense::work_days: days.weekdays |= kWorkDays; break;
    case Sense::weekend: case Sense::days_off: days.weekdays |= kWeekend; break;
    case Sense::holidays: days.holidays = true; break;
    case Sense::school_holidays: days.school_holidays = true; break;
    case Sense::eves: days.eves = true; break;
    case Sense::last_work_day: days.last_work_day = true; break;
    default: break;
  }
  if (atom.sense != Sense::day) days.listed_count = 255;
  pass();
}

// "Mo-Fr", "с понедельника по пятницу". Three and more days with hyphens are a list: Lundi - Mardi - Jeudi.
bool Scan::add_range(Days& days, std::uint8_t nth) {
  std::size_t count = 0;
  while (peek(2 * count).sense == Sense::day &&
         (peek(2 * count + 1).sense == Sense::dash || peek(2 * count + 1).sense == Sense::to) &&
         peek(2 * count + 2).sense == Sense::day) {
    ++count;
  }
  if (count == 0 || nth != 0) return false;
  if (count == 1) {
    const int first = now().value, last = peek(2).value;
    for (int day = first;; day = (day + 1) % 7) {
      days.weekdays = static_cast<std::uint8_t>(days.weekdays | (1 << day));
      if (day == last) break;
    }
    days.listed_count = 255;
    for (int i = 0; i < 3; ++i) pass();
    return true;
  }
  for (std::size_t i = 0; i <= count; ++i) {
    std::uint8_t none = 0;
    add_day(days, none);
    if (i < count) pass();
  }
  return true;
}

// Passes what joins two days of a list, if another day follows.
bool Scan::follows_day() {
  const std::size_t begin = at_;
  while (now().sense == Sense::comma || now().sense == Sense::both || now().sense == Sense::dot ||
         now().sense == Sense::slash) {
    pass();
  }
  const bool joined = at_ > begin;
  if (is_preposition(now().sense) && is_day(peek(1).sense)) pass();
  const bool off = now().sense == Sense::days_off && joined && peek(1).sense == Sense::both;
  if (is_day(now().sense) || off) return true;
  at_ = begin;
  return false;
}

Days Scan::days() {
  Days days;
  std::uint8_t nth = 0;
  do {
    if (now().sense == Sense::nth) {
      const int value = now().value;
      nth = static_cast<std::uint8_t>(nth | (value == 0 ? 1 << 5 : 1 << (value - 1)));
      days.listed_count = 255;
      pass();
      if (now().sense == Sense::dash && peek(1).sense == Sense::nth) pass();
      continue;
    }
    if (now().sense == Sense::day && add_range(days, nth)) continue;
    const bool numbered = nth != 0 && now().sense == Sense::day;
    add_day(days, nth);
    // The numbers count for the days named together with them: "1st and 3rd Tuesday, Friday" stays with Tuesday.
    if (numbered && !(now().sense == Sense::both && peek(1).sense == Sense::day)) nth = 0;
  } while (follows_day());
  return days;
}

// -- times ----------------------------------------------------------------------------------------------

namespace {

int with_half(int minutes, Atom::Half half) {
  if (half == Atom::none || minutes > 12 * 60 + 59) return minutes;
  const int hour = minutes / 60 % 12;
  return (half == Atom::pm ? hour + 12 : hour) * 60 + minutes % 60;
}

// The range from `begin` to `end`, with a.m. and p.m. as they are meant; nothing when it is not clear.
// Rule: "9-5 pm" begins at the last nine o'clock before the end; 12 am at the end is midnight.
std::optional<Range> range_of(const Atom& begin, const Atom& end) {
  int first = with_half(begin.value, begin.half);
  int last = with_half(end.value, end.half);
  if (end.half != Atom::none && begin.half == Atom::none && begin.value <= 12 * 60 + 59) {
    const int later = with_half(begin.value, Atom::pm);
    first = later < last ? later : with_half(begin.value, Atom::am);
  }
  if (first == 24 * 60) first = 0;
  if (last == 0) last = 24 * 60;
  const bool clock12 = begin.half == Atom::none && end.half == Atom::none;
  if (last <= first) {
    // 9:00-5:00 is either an office from nine to five or nothing; 22:00-06:00 is a night.
    if (last == first || (clock12 && first < 13 * 60)) return std::nullopt;
    last += 24 * 60;
    const bool night = !begin.bare && !end.bare && (first >= 20 * 60 || last <= 30 * 60);
    if (!night || last > 36 * 60) return std::nullopt;
  }
  // 01.09 - 20.12 may be dates.
  const auto like_month = [](const Atom& atom) {
    const int minute = atom.value % 60;
    return minute >= 1 && minute <= 12;
  };
  // 1-4 in the small hours is more likely an afternoon.
  if (clock12 && first >= 60 && first < 5 * 60 && last <= 12 * 60) return std::nullopt;
  const bool round = begin.value % 5 == 0 && end.value % 5 == 0;
  if (like_month(begin) && like_month(end) && !round) return std::nullopt;
  return Range{static_cast<std::int16_t>(first), static_cast<std::int16_t>(last)};
}

}  // namespace

Scan::Times Scan::times() {
  Times out;
  bool from = false, to = false, between = false;
  while (is_preposition(now().sense)) {
    from = from || now().sense == Sense::from;
    to = now().sense == Sense::to;
    between = between || now().sense == Sense::between;
    pass();
  }
  if (now().sense != Sense::time) return out;
  const Atom first = now();
  pass();
  if (to && !from && !between) {
    out.kind = Times::until;
    out.range.begin = static_cast<std::int16_t>(with_half(first.value, first.half));
    const bool second = (now().sense == Sense::dash || now().sense == Sense::to) && peek(1).sense == Sense::time;
    if (!second) return out;
  }
  const std::size_t behind = at_;
  skip_dots();
  if (now().sense == Sense::line && peek(1).sense == Sense::to) pass();
  if (now().sense == Sense::comma && peek(1).sense == Sense::to && peek(2).sense == Sense::time) pass();
  const Sense sign = now().sense;
  const bool joins = sign == Sense::dash || sign == Sense::to || sign == Sense::slash || sign == Sense::bar ||
                     (sign == Sense::both && (between || peek(1).sense == Sense::to));
  if (joins) {
    pass();
    while (now().sense == Sense::dash || now().sense == Sense::to || now().sense == Sense::dot) pass();
  }
  if (joins && now().sense == Sense::time && !(first.value == now().value && sign == Sense::bar)) {
    const std::optional<Range> range = range_of(first, now());
    pass();
    skip_dots();
    out.kind = range ? Times::span : Times::bad;
    if (range) out.range = *range;
    return out;
  }
  at_ = behind;
  const int begin = with_half(first.value, first.half);
  out.range = {static_cast<std::int16_t>(begin), kOpenEnd};
  out.kind = between ? Times::bad : from ? Times::span : Times::moment;
  return out;
}

// -- seasons --------------------------------------------------------------------------------------------

bool Scan::read_date(std::uint8_t& month, std::uint8_t& day) {
  day = 0;
  if (now().sense == Sense::number && now().value >= 1 && now().value <= 31) {
    std::size_t ahead = 1;
    while (peek(ahead).sense == Sense::dot || peek(ahead).sense == Sense::from) ++ahead;
    if (peek(ahead).sense != Sense::month) return false;
    day = static_cast<std::uint8_t>(now().value);
    for (; ahead > 0; --ahead) pass();
  }
  if (now().sense != Sense::month) return false;
  month = static_cast<std::uint8_t>(now().value);
  pass();
  if (day == 0 && now().sense == Sense::number && now().value >= 1 && now().value <= 31) {
    day = static_cast<std::uint8_t>(now().value);
    pass();
  }
  return true;
}

std::optional<Season> Scan::season() {
  Season season;
  while (is_preposition(now().sense)) pass();
  if (!read_date(season.begin_month, season.begin_day)) return std::nullopt;
  const std::size_t behind = at_;
  const Sense sign = now().sense;
  if (sign == Sense::dash || sign == Sense::to) {
    pass();
    while (is_preposition(now().sense)) pass();
    if (read_date(season.end_month, season.end_day)) return season;
  }
  at_ = behind;
  if (season.begin_day == 0) {
    season.end_month = season.begin_month;
    const bool list = (sign == Sense::comma || sign == Sense::both) && peek(1).sense == Sense::month;
    if (list) season.end_month = 0;
  }
  return season;
}

}  // namespace townboard::phrase
