#include "hours/match_date.h"

#include "calendar/easter.h"
#include "calendar/working_day.h"

namespace townboard::hours {
namespace {

using time::Day;

bool in_wrapping_range(int value, int first, int last) {
  return first <= last ? value >= first && value <= last : value >= first || value <= last;
}

// Whether a day is the nth of its weekday in its month, by the bits of WeekdayRange::nth.
bool is_nth(std::uint16_t bits, const time::Civil& date) {
  const int from_begin = (date.day - 1) / 7;
  const int from_end = (time::days_in_month(date.year, date.month) - date.day) / 7;
  return (bits >> from_begin & 1) != 0 || (bits >> (5 + from_end) & 1) != 0;
}

bool match_working_day(const WeekdayRange& range, Day day, const calendar::Calendar* calendar) {
  const calendar::Calendar none;
  const calendar::Calendar& known = calendar != nullptr ? *calendar : none;
  if (!calendar::is_working_day(known, day)) return false;
  if (range.nth == 0) return true;
  const time::Civil date = time::civil_of(day);
  for (int i = 0; i < 10; ++i) {
    if ((range.nth >> i & 1) == 0) continue;
    const int nth = i < 5 ? i + 1 : 4 - i;
    if (calendar::nth_working_day(known, date.year, date.month, nth) == day) return true;
  }
  return false;
}

bool match_weekday(const WeekdayRange& range, const DayFacts& facts,
                   const calendar::Calendar* calendar) {
  if (range.working_day) return match_working_day(range, facts.day - range.offset, calendar);
  if (range.offset == 0) {
    return in_wrapping_range(facts.weekday, range.first, range.last) && (range.nth == 0 || is_nth(range.nth, facts.date));
  }
  const Day day = facts.day - range.offset;
  if (!in_wrapping_range(time::weekday_of(day), range.first, range.last)) return false;
  return range.nth == 0 || is_nth(range.nth, time::civil_of(day));
}

bool match_weekdays(const text::List<WeekdayRange>& ranges, const DayFacts& facts,
                    const calendar::Calendar* calendar) {
  for (const WeekdayRange& range : ranges) {
    if (match_weekday(range, facts, calendar)) return true;
  }
  return false;
}

const text::Localized* match_holiday(const HolidaySelector& selector, const DayFacts& facts,
                                     const calendar::Calendar* calendar) {
  if (calendar == nullptr) return nullptr;
  if (!selector.weekdays.empty() && !match_weekdays(selector.weekdays, facts, calendar)) {
    return nullptr;
  }
  const Day day = facts.day - selector.offset;
  if (selector.school) {
    const auto found = calendar->school_holiday_on(day);
    return found ? found->name : nullptr;
  }
  if (facts.worked_for_other) return nullptr;
  const auto found = calendar->holiday_on(day);
  return found ? found->name : nullptr;
}

bool match_week(const WeekRange& range, const DayFacts& facts) {
  const int week = time::iso_week_of(facts.day).week;
  return week >= range.first && week <= range.last && (week - range.first) % range.step == 0;
}

bool match_year(const YearRange& range, int year) {
  return year >= range.first && year <= range.last && (year - range.first) % range.step == 0;
}

Day resolve_day(const DatePoint& point, Day day) {
  if (point.to_weekday > 0) day += (point.to_weekday - 1 - time::weekday_of(day) + 7) % 7;
  if (point.to_weekday < 0) day -= (time::weekday_of(day) + point.to_weekday + 1 + 7) % 7;
  return day + point.offset;
}

// Where a range ends or begins in `year`. In a common year 28 February and 1 March stand in for the 29th.
std::optional<Day> resolve_end(const DatePoint& point, int year, bool last) {
  if (point.kind > DatePoint::Kind::date) return resolve(point, year);
  int day = point.kind == DatePoint::Kind::date ? point.day : last ? 31 : 1;
  const int length = time::days_in_month(year, point.month);
  if (day > length) day = last ? length : length + 1;
  return resolve_day(point, time::day_of(year, point.month, 1) + day - 1);
}

// Whether `day` is in the range that begins in `year`.
bool match_range_from(const DateRange& range, Day day, int year) {
  const std::optional<Day> first =
      range.is_range ? resolve_end(range.begin, year, false) : resolve(range.begin, year);
  if (!first || day < *first) return false;
  std::optional<Day> last;
  if (range.open_end) {
    if (range.begin.year == 0) last = time::day_of(year, 12, 31);
  } else if (range.end.year != 0 && range.is_range) {
    last = resolve_end(range.end, range.end.year, true);
    if (!last) return false;
  } else {
    last = range.is_range || range.end.kind == DatePoint::Kind::month
               ? resolve_end(range.end, year, true)
               : resolve(range.end, year);
    if (!last || (range.is_range && *last < *first)) last = resolve_end(range.end, year + 1, true);
    if (!last) return false;
    // Deviation from the letter, with the reference: "Dec 25-easter" runs up to Easter, not over it.
    const bool until_feast = range.is_range && range.end.kind >= DatePoint::Kind::easter &&
                             range.begin.kind < DatePoint::Kind::easter;
    if (until_feast) --*last;
  }
  if (last && day > *last) return false;
  return (day - *first) % range.step == 0;
}

bool match_dates(const DateRange& range, const DayFacts& facts) {
  if (range.begin.year != 0) return match_range_from(range, facts.day, range.begin.year);
  const int year = facts.date.year;
  // A month or two without offsets is the common case and needs no dates.
  if (range.begin.kind == DatePoint::Kind::month && range.end.kind == DatePoint::Kind::month &&
      range.begin.offset == 0 && range.end.offset == 0 && range.step == 1 && !range.open_end) {
    return in_wrapping_range(facts.date.month, range.begin.month, range.end.month);
  }
  // Offsets and ranges over the new year reach from one year into the next.
  for (int from = year - 1; from <= year + 1; ++from) {
    if (match_range_from(range, facts.day, from)) return true;
  }
  return false;
}

// The index of the first range of a group that does not hold; as many as there are when all hold.
std::size_t unmatched_range(const Rule& rule, const DayFacts& facts) {
  for (std::size_t i = 0; i < rule.dates.size();) {
    const std::size_t begin = i;
    bool any = false;
    for (; i < rule.dates.size() && rule.dates[i].group == rule.dates[begin].group; ++i) {
      any = any || match_dates(rule.dates[i], facts);
    }
    if (!any) return begin;
  }
  return rule.dates.size();
}

template <class Range, class Match>
bool none_or_any(const text::List<Range>& ranges, Match match) {
  for (const Range& range : ranges) {
    if (match(range)) return true;
  }
  return ranges.empty();
}

}  // namespace

std::optional<Day> resolve(const DatePoint& point, int year) {
  Day day = 0;
  switch (point.kind) {
    case DatePoint::Kind::easter: day = calendar::easter(year); break;
    case DatePoint::Kind::orthodox_easter: day = calendar::orthodox_easter(year); break;
    case DatePoint::Kind::month: day = time::day_of(year, point.month, 1); break;
    case DatePoint::Kind::date:
      if (!time::is_date(year, point.month, point.day)) return std::nullopt;
      day = time::day_of(year, point.month, point.day);
      break;
    case DatePoint::Kind::nth_weekday: {
      const std::optional<Day> found = time::nth_weekday_of(year, point.month, point.weekday, point.nth);
      if (!found) return std::nullopt;
      day = *found;
      break;
    }
  }
  return resolve_day(point, day);
}

std::uint8_t unmatched_group(const Rule& rule, const DayFacts& facts) {
  return rule.dates[unmatched_range(rule, facts)].group;
}

Day first_day_of(const DateRange& range, int year) {
  const std::optional<Day> first = resolve_end(range.begin, year, false);
  return first ? *first : time::day_of(year, 1, 1);
}

Selector first_mismatch(const Rule& rule, const DayFacts& facts) {
  if (!none_or_any(rule.years, [&](const YearRange& r) { return match_year(r, facts.date.year); })) {
    return Selector::years;
  }
  if (unmatched_range(rule, facts) != rule.dates.size()) return Selector::dates;
  if (!none_or_any(rule.weeks, [&](const WeekRange& r) { return match_week(r, facts); })) return Selector::weeks;
  if (rule.weekdays.empty() || !rule.holidays.empty()) return Selector::none;
  return none_or_any(rule.weekdays, [&](const WeekdayRange& r) { return r.working_day || match_weekday(r, facts, nullptr); })
             ? Selector::none
             : Selector::weekdays;
}

DateMatch match_date(const Rule& rule, const DayFacts& facts, const calendar::Calendar* calendar) {
  DateMatch result;
  const Selector mismatch = first_mismatch(rule, facts);
  if (mismatch != Selector::none) return result;
  for (const HolidaySelector& selector : rule.holidays) {
    if (const text::Localized* name = match_holiday(selector, facts, calendar)) {
      result.matches = true;
      result.holiday = name;
      result.days_off = selector.offset;
      return result;
    }
  }
  result.matches = (rule.weekdays.empty() && rule.holidays.empty()) ||
                   match_weekdays(rule.weekdays, facts, calendar);
  return result;
}

}  // namespace townboard::hours
