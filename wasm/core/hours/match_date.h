#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "calendar/calendar.h"
#include "hours/hours.h"
#include "text/localized.h"
#include "time/civil.h"

namespace townboard::hours {

// One calendar day with what the selectors ask of it, worked out once.
struct DayFacts {
  explicit DayFacts(time::Day day_) : day(day_), date(time::civil_of(day_)), weekday(time::weekday_of(day_)) {}

  time::Day day;
  time::Civil date;
  int weekday;  // 0 is Monday; on a day that is worked in place of another, that other day's
  bool worked_for_other = false;  // then no public holiday matches
};

// What the date selectors of a rule say of a day.
struct DateMatch {
  bool matches = false;
  const text::Localized* holiday = nullptr;  // the holiday by which it matched
  std::int16_t days_off = 0;                 // how many days behind it (before: negative)
};

// Whether the rule's date selectors hold on a day; a rule without any holds always.
// Without a calendar no PH and no SH matches.
DateMatch match_date(const Rule& rule, const DayFacts& facts, const calendar::Calendar* calendar);

// The selector that keeps a rule from matching.
enum class Selector : std::uint8_t { none, years, dates, weeks, weekdays };

// The first one, the widest before the others, by which the rule does not match on a day whatever the calendar says.
Selector first_mismatch(const Rule& rule, const DayFacts& facts);

// The first group of the rule's dates that does not hold on a day; the rule has one.
std::uint8_t unmatched_group(const Rule& rule, const DayFacts& facts);

// The first day of a range that begins in `year`; for 29 February in a common year the day behind it.
time::Day first_day_of(const DateRange& range, int year);

// The day a point names in `year`; nothing for 29 February in a common year or a fifth weekday that is
// not there. A month alone is its first day.
std::optional<time::Day> resolve(const DatePoint& point, int year);

}  // namespace townboard::hours
