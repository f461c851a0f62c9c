#include "hours/past.h"

#include "hours/problems.h"

namespace townboard::hours {
namespace {

// The last day that a point with a year can mean, as late as it may be.
time::Day latest(const DatePoint& point) {
  const time::Day end_of_year = time::day_of(point.year, 12, 31);
  if (point.offset != 0 || point.to_weekday != 0) return end_of_year + point.offset + 7;
  switch (point.kind) {
    case DatePoint::Kind::month:
    case DatePoint::Kind::nth_weekday:
      return time::day_of(point.year, point.month, time::days_in_month(point.year, point.month));
    case DatePoint::Kind::date: return time::day_of(point.year, point.month, point.day);
    default: return end_of_year;
  }
}

bool is_past(const DateRange& range, time::Day today) {
  if (range.open_end || range.begin.year == 0) return false;
  DatePoint last = range.is_range ? range.end : range.begin;
  if (last.year == 0) last.year = range.begin.year;
  const time::Day end = latest(last);
  // Without a year of its own, an end before the beginning is in the next year.
  const bool next_year = range.is_range && range.end.year == 0 && end < latest(range.begin);
  return (next_year ? end + 366 : end) < today;
}

}  // namespace

bool is_past(const Rule& rule, time::Day today) {
  const int year = time::civil_of(today).year;
  bool years = !rule.years.empty(), dates = !rule.dates.empty();
  for (const YearRange& range : rule.years) years = years && !range.open_end && range.last < year;
  for (const DateRange& range : rule.dates) dates = dates && is_past(range, today);
  return years || dates;
}

bool began_long_ago(const Rule& rule, time::Day today) {
  for (const YearRange& range : rule.years) {
    if (range.open_end && range.first < time::civil_of(today).year) return true;
  }
  return false;
}

void report_past(const Hours& hours, time::Day today, text::Span where, text::Problems& problems) {
  for (const Rule& rule : hours.rules) {
    if (is_past(rule, today)) return text::report(problems, kPast, where);
  }
}

}  // namespace townboard::hours
