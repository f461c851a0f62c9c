// The wide-range selectors: years, months and dates, weeks.
#include "hours/parser.h"
#include "time/civil.h"

namespace townboard::hours {

// day_offset = ("+" / "-") number ("day" / "days")
bool Parser::day_offset(std::int16_t& offset) {
  if ((!is(TokenKind::plus) && !is(TokenKind::dash)) || !is(TokenKind::number, 1) ||
      !is(TokenKind::day, 2)) {
    return true;
  }
  const int value = token(1).value;
  if (value > 366) return fail(kOffset, 1);
  if (value == 0) warn_no_effect(2);
  offset = static_cast<std::int16_t>(offset + (is(TokenKind::dash) ? -value : value));
  at_ += 3;
  return true;
}

// step = "/" number
bool Parser::step(std::int16_t& out, int low, int high) {
  if (!is(TokenKind::slash) || !is(TokenKind::number, 1)) return true;
  if (token(1).value < low || token(1).value > high) return fail(kOffset, 1);
  out = token(1).value;
  if (out == 1) warn_no_effect(1);
  at_ += 2;
  return true;
}

// year_selector = year ["-" year ["/" number] / "/" number / "+"] *("," …)
bool Parser::year_selector(Rule& rule) {
  if (!rule.years.empty()) warn_missing(",");
  for (;;) {
    YearRange& range = rule.years.add();
    range.first = range.last = token().value;
    ++at_;
    if (is(TokenKind::dash)) {
      ++at_;
      if (!is_year()) return fail(kYearRange);
      range.last = token().value;
      if (range.last <= range.first) return fail(kYearRange);
      ++at_;
    } else if (is(TokenKind::slash) || is(TokenKind::plus)) {
      range.open_end = true;
      range.last = 9999;
      take(TokenKind::plus);
    }
    if (!step(range.step, 1, 1000)) return false;
    if (!is(TokenKind::comma) || !is_year(1)) return true;
    ++at_;
  }
}

// week_selector = "week" week ["-" week ["/" number]] *("," …)
bool Parser::week_selector(Rule& rule) {
  if (!rule.weeks.empty()) warn_missing(",");
  ++at_;
  for (;;) {
    if (!is_day_number()) return fail(kWeekRange);
    WeekRange& range = rule.weeks.add();
    const text::Span where = token().where;
    const int first = token().value;
    int last = first;
    ++at_;
    if (is(TokenKind::dash)) {
      ++at_;
      if (!is_day_number()) return fail(kWeekRange);
      last = token().value;
      ++at_;
    }
    if (first < 1 || last > 53 || first > last) return fail(kWeekRange, where);
    range.first = static_cast<std::uint8_t>(first);
    range.last = static_cast<std::uint8_t>(last);
    std::int16_t every = 1;
    if (last > first && !step(every, 2, 26)) return false;
    range.step = static_cast<std::uint8_t>(every);
    if (!is(TokenKind::comma)) return true;
    if (is(TokenKind::week, 1) && is_day_number(2)) {
      ++at_;
    } else if (!is_day_number(1)) {
      return true;
    }
    ++at_;
  }
}

// date_selector = date_range *("," date_range)
bool Parser::date_selector(Rule& rule) {
  std::uint8_t group = 0;
  const std::size_t before = rule.dates.size();
  if (before > 0) {
    // "Dec 24 Jan 06" lacks a comma; "Jan-Feb Jan 09-15" are two conditions.
    const bool months = rule.dates.back().begin.kind == DatePoint::Kind::month;
    const bool days = is_year() || !is(TokenKind::month) || is_day_number(1);
    group = rule.dates.back().group;
    if (months == days) ++group;
    warn_missing(months == days ? "" : ",");
  }
  for (;;) {
    DatePoint begin;
    if (is_year()) begin.year = (at_++)->value;
    if (!date_point(begin, 0) || !date_range(rule, begin)) return false;
    // "Dec 24,26": more days of the same month.
    while (is(TokenKind::comma) && is_day_number(1) && rule.dates.back().end.kind == DatePoint::Kind::date) {
      const DateRange& last = rule.dates.back();
      ++at_;
      DatePoint next;
      next.year = last.begin.year;
      const bool other_month = last.is_range && last.end.month != last.begin.month;
      if (!date_point(next, other_month ? std::int8_t{0} : last.end.month) || !date_range(rule, next)) return false;
    }
    if (!is(TokenKind::comma) || !begins_date(1)) break;
    if (is_year(1) && !names_date(2)) break;
    ++at_;
  }
  for (std::size_t i = before; i < rule.dates.size(); ++i) rule.dates[i].group = group;
  return true;
}

// date_point = month [day / weekday "[" nth "]"] / easter, each with an offset
// With `month`, only the day of that month is still to be read.
// Behind a range of whole months ("Nov-Feb 00-24") a number is no day.
bool Parser::date_point(DatePoint& point, std::int8_t month, bool is_end, bool month_only) {
  if (month == 0 && (is(TokenKind::orthodox) || is(TokenKind::easter))) {
    point.kind = DatePoint::Kind::easter;
    if (take(TokenKind::orthodox)) point.kind = DatePoint::Kind::orthodox_easter;
    if (!is(TokenKind::easter)) return fail(kUnexpected);
    point.offset = token().value;
    ++at_;
  } else {
    if (month == 0) {
      if (!is(TokenKind::month)) return fail(kUnexpected);
      month = static_cast<std::int8_t>(token().value);
      ++at_;
    }
    point.month = month;
    // "Jan 10-12" are days; "Jan 10:00" was read as a time, "Jan 2012" is no day.
    if (is_day_number() && !month_only) {
      if (!time::is_date(2000, month, token().value)) return fail(kDateRange);
      point.kind = DatePoint::Kind::date;
      point.day = static_cast<std::int8_t>(token().value);
      ++at_;
    } else if (!month_only && is(TokenKind::weekday) && is(TokenKind::open_bracket, 1) &&
               is(TokenKind::number, is(TokenKind::dash, 2) ? 3 : 2)) {
      // "Aug Mo[1]" is a date only as an end of a range of dates; alone, and behind months as in "Jan-Mar Mo[1]", it is
      // a weekday in a month.
      const int digit = is(TokenKind::dash, 2) ? 3 : 2;
      const int behind = digit + 2;
      const bool offset = (is(TokenKind::dash, behind) || is(TokenKind::plus, behind)) &&
                          is(TokenKind::number, behind + 1) && is(TokenKind::day, behind + 2);
      const int next = offset ? behind + 3 : behind;
      const bool range = is(TokenKind::dash, next) && begins_date(next + 1);
      if (is(TokenKind::close_bracket, digit + 1) && (range || is_end)) {
        const int nth = token(digit).value;
        if (nth < 1 || nth > 5) return fail(kNth, digit);
        point.kind = DatePoint::Kind::nth_weekday;
        point.weekday = static_cast<std::int8_t>(token().value);
        point.nth = static_cast<std::int8_t>(digit == 3 ? -nth : nth);
        at_ += behind;
      }
    }
  }
  if ((is(TokenKind::plus) || is(TokenKind::dash)) && is(TokenKind::weekday, 1) &&
      point.kind == DatePoint::Kind::date && token().blank_before && !token(1).blank_before) {
    const int weekday = token(1).value + 1;
    point.to_weekday = static_cast<std::int8_t>(is(TokenKind::dash) ? -weekday : weekday);
    at_ += 2;
  }
  return day_offset(point.offset);
}

// date_range = date_point ["-" date_point / "-" day / "+"] ["/" number]
bool Parser::date_range(Rule& rule, const DatePoint& begin) {
  if (rule.dates.size() == 500) return fail(kTooLong);
  DateRange& range = rule.dates.add();
  range.begin = range.end = begin;
  const text::Span where = token().where;
  if (is(TokenKind::dash)) {
    const bool day_follows = is_day_number(1) && begin.kind == DatePoint::Kind::date;
    if (!day_follows && !begins_date(1)) return fail(kDateRange);
    ++at_;
    range.is_range = true;
    DatePoint& end = range.end = {};
    if (is_year()) end.year = (at_++)->value;
    if (!date_point(end, day_follows ? begin.month : std::int8_t{0}, true, begin.kind == DatePoint::Kind::month)) return false;
    if (day_follows && end.day < begin.day) return fail(kDateRange, where);
    if (!same_kind(range)) return fail(kDateRange, where);
  } else if (is(TokenKind::plus) && begin.kind != DatePoint::Kind::month) {
    if (begins_date(1)) return fail(kUnexpected);
    ++at_;
    range.open_end = true;
  }
  return begin.kind == DatePoint::Kind::month || !range.is_range || step(range.step, 1, 366);
}

// A month's name alone and a day do not make a range, and a year on one end of a movable feast only is
// a mistake more often than not.
bool Parser::same_kind(const DateRange& range) {
  const bool begin_month = range.begin.kind == DatePoint::Kind::month;
  const bool end_month = range.end.kind == DatePoint::Kind::month;
  if (begin_month != end_month) return false;
  if (range.begin.year == 0 && range.end.year != 0) return false;
  const bool easter = range.begin.kind >= DatePoint::Kind::easter;
  if (easter && range.begin.year != 0 && range.end.year == 0) return false;
  return range.end.year == 0 || range.end.year >= range.begin.year;
}

}  // namespace townboard::hours
