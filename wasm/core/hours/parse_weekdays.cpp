// The small-range selectors: weekdays and holidays.
#include "hours/parser.h"
#include "hours/words.h"

namespace townboard::hours {

// nth = "[" nth_entry *("," nth_entry) "]" ; nth_entry = ["-"] 1-5 / 1-5 "-" 1-5
bool Parser::nth(std::uint16_t& bits) {
  ++at_;
  for (;;) {
    const bool from_end = take(TokenKind::dash);
    if (!is(TokenKind::number) || token().value < 1 || token().value > 5) return fail(kNth);
    const int first = token().value;
    int last = first;
    ++at_;
    if (!from_end && is(TokenKind::dash)) {
      ++at_;
      if (!is(TokenKind::number) || token().value < first || token().value > 5) return fail(kNth);
      last = token().value;
      ++at_;
    }
    for (int i = first; i <= last; ++i) {
      bits = static_cast<std::uint16_t>(bits | 1u << (from_end ? i + 4 : i - 1));
    }
    if (take(TokenKind::close_bracket)) return true;
    if (!take(TokenKind::comma)) return fail(kNth);
  }
}

// weekday_range = weekday ["-" weekday] [nth] [day_offset]
bool Parser::weekday_range(WeekdayRange& range) {
  if (is(TokenKind::daily)) {
    range.first = token().value & 7;
    range.last = token().value >> 3 & 7;
    ++at_;
    return true;
  }
  if (is(TokenKind::workday)) {
    range.working_day = true;
    ++at_;
  } else {
    range.first = range.last = static_cast<std::uint8_t>(token().value);
    ++at_;
    const bool offset = is(TokenKind::number, 1) && is(TokenKind::day, 2);
    if (is(TokenKind::dash) && !offset) {
      if (!is(TokenKind::weekday, 1)) return fail(kUnexpected, 1);
      range.last = static_cast<std::uint8_t>(token(1).value);
      at_ += 2;
    }
  }
  const bool one_day = range.first == range.last;
  if (is(TokenKind::open_bracket) && one_day && !nth(range.nth)) return false;
  return range.nth == 0 || day_offset(range.offset);
}

// holiday = ("PH" / "SH") [day_offset] [weekday_range *("," weekday_range)]
bool Parser::holiday(Rule& rule, bool after_weekdays) {
  HolidaySelector& selector = rule.holidays.add();
  selector.school = token().value == 1;
  ++at_;
  if (is(TokenKind::dash) && begins_weekday(1)) return fail(kUnexpected);
  // "PH + 2 day" says neither one day nor several.
  if ((is(TokenKind::plus) || is(TokenKind::dash)) && is(TokenKind::number, 1) && token(1).value > 1 &&
      is(TokenKind::day, 2) && text_.substr(token(2).where.begin, 4) != "days") {
    warn(kOffset, token(2).where, "days");
    return false;
  }
  if (!selector.school && !day_offset(selector.offset)) return false;
  if (!after_weekdays) {
    while (is(TokenKind::weekday)) {
      if (!weekday_range(selector.weekdays.add())) return false;
      if (is(TokenKind::comma) && is(TokenKind::weekday, 1)) {
        ++at_;
      } else if (!is(TokenKind::weekday)) {
        break;
      }
    }
  }
  return true;
}

// weekday_selector = (weekday_range / holiday) *("," …)
bool Parser::weekday_selector(Rule& rule) {
  const bool first_list = rule.weekdays.empty() && rule.holidays.empty();
  if (!first_list && !rule.holidays.empty() && rule.weekdays.empty() && is(TokenKind::weekday)) {
    // "SH Sep-Jun Mo": days behind the months narrow the holidays before them.
    while (is(TokenKind::weekday)) {
      if (!weekday_range(rule.holidays.back().weekdays.add())) return false;
      if (!is(TokenKind::comma) || !is(TokenKind::weekday, 1)) return true;
      ++at_;
    }
  }
  bool comma = false;
  for (;;) {
    if (is(TokenKind::holiday)) {
      // "Mo-Th PH": both must hold, when all the days stand before without a comma between.
      const bool narrows = !rule.weekdays.empty() && !comma && rule.holidays.empty();
      if (!holiday(rule, !rule.weekdays.empty())) return false;
      if (narrows) {
        in_order_ = false;
        rule.holidays.back().weekdays.swap(rule.weekdays);
      }
    } else {
      const int also = is(TokenKind::daily) ? token().value : 0;
      if (!weekday_range(rule.weekdays.add())) return false;
      if ((also & kAndSunday) != 0) rule.weekdays.add() = {6, 6};
      if ((also & kAndHolidays) != 0) rule.holidays.add();
    }
    if (rule.weekdays.size() + rule.holidays.size() > 500) return fail(kTooLong);
    comma = is(TokenKind::comma) && begins_weekday(1);
    if (comma) {
      ++at_;
    } else if (!begins_weekday()) {
      return true;
    } else if (!is(TokenKind::holiday) || !rule.holidays.empty()) {
      warn_missing(",");
    }
  }
}

}  // namespace townboard::hours
