#include "hours/skip.h"

#include "hours/match_date.h"

namespace townboard::hours {
namespace {

using time::Day;

constexpr int kMostSteps = 64;  // a year of weeks, and twelve years

bool is_every_day(const Rule& rule) {
  if (!rule.times.empty() || !rule.years.empty() || !rule.dates.empty() || !rule.weeks.empty() ||
      !rule.holidays.empty() || rule.shift_to_working_day) {
    return false;
  }
  for (const WeekdayRange& range : rule.weekdays) {
    if (range.nth == 0 && !range.working_day && (range.last - range.first + 7) % 7 == 6) return true;
  }
  return rule.weekdays.empty();
}

Day new_year_behind(const DayFacts& facts) { return time::day_of(facts.date.year + 1, 1, 1); }

// The first begin behind `day` of the first group of dates that does not hold on it, or the next New Year's Day.
Day next_date(const Rule& rule, const DayFacts& facts) {
  Day next = new_year_behind(facts);
  const std::uint8_t group = unmatched_group(rule, facts);
  for (const DateRange& range : rule.dates) {
    if (range.group != group) continue;
    if (range.step != 1) return facts.day + 1;
    for (int year = facts.date.year - 1; year <= facts.date.year + 1; ++year) {
      const Day begin = first_day_of(range, range.begin.year != 0 ? range.begin.year : year);
      if (begin > facts.day && begin < next) next = begin;
    }
  }
  return next;
}

// To the next day that can be one of the weekdays.
Day next_weekday(const Rule& rule, const DayFacts& facts) {
  int days = 7;
  for (const WeekdayRange& range : rule.weekdays) {
    int ahead = (range.first - facts.weekday + 7) % 7;
    if (ahead == 0 && range.first == range.last) ahead = 7;
    const bool inside = (facts.weekday - range.first + 7) % 7 < (range.last - range.first + 7) % 7;
    if (inside || range.offset != 0 || range.working_day || ahead == 0) ahead = 1;
    if (ahead < days) days = ahead;
  }
  return facts.day + days;
}

// The first day from `day` on, not past `limit`, on which the rule can match, as far as a few steps tell: however the
// rules are mixed, a day that is not passed over costs no walk over all that are left.
Day next_match(const Rule& rule, Day day, Day limit) {
  if (rule.shift_to_working_day) return day;
  for (int steps = 0; day < limit; ++steps) {
    if (steps == kMostSteps) return day;
    const DayFacts facts(day);
    switch (first_mismatch(rule, facts)) {
      case Selector::none: return day;
      case Selector::years: day = new_year_behind(facts); break;
      case Selector::dates: day = next_date(rule, facts); break;
      case Selector::weeks: day += 7 - facts.weekday; break;
      case Selector::weekdays: day = next_weekday(rule, facts); break;
    }
  }
  return limit;
}

}  // namespace

Day skip_same_days(const Hours& hours, const Context& context, Day day, int decided, bool comments, Day limit) {
  const bool other_causes = (context.moved_days && context.calendar != nullptr) ||
                            (context.closures != nullptr && !context.closures->empty());
  if (other_causes) return day + 1;
  std::size_t first = 0;
  bool closed = true;
  if (decided >= 0) {
    const Rule& rule = hours.rules[static_cast<std::size_t>(decided)];
    if (!is_every_day(rule) || rule.separator != Separator::normal) return day + 1;
    first = static_cast<std::size_t>(decided) + 1;
    closed = rule.state == State::closed;
  }
  Day next = limit;
  for (std::size_t i = first; i < hours.rules.size() && next > day; ++i) {
    const Rule& rule = hours.rules[i];
    if (closed && rule.state == State::closed && !comments) continue;
    next = next_match(rule, day, next);
  }
  return next > day ? next : day + 1;
}

}  // namespace townboard::hours
