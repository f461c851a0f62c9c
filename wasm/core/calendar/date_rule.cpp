#include "calendar/date_rule.h"

#include "calendar/easter.h"
#include "text/cursor.h"

namespace townboard::calendar {
namespace {

using text::Cursor;

constexpr std::string_view kWeekdays = "MoTuWeThFrSaSu";
constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";

// Steps over one of the names, `width` letters each, and says which it is.
bool take_name(Cursor& in, std::string_view names, std::uint32_t width, std::int8_t& place) {
  for (std::uint32_t i = 0; i < names.size(); i += width) {
    if (!in.take(names.substr(i, width))) continue;
    place = static_cast<std::int8_t>(i / width);
    return true;
  }
  return false;
}

bool take_weekday(Cursor& in, std::int8_t& weekday) { return take_name(in, kWeekdays, 2, weekday); }

// sign_number = ("+" / "-") 1*3DIGIT
bool take_signed(Cursor& in, std::int16_t& number) {
  const bool negative = in.take('-');
  if (!negative && !in.take('+')) return false;
  const int value = in.take_number(3);
  number = static_cast<std::int16_t>(negative ? -value : value);
  return value >= 0;
}

}  // namespace

// rule = (["orthodox "] "easter" / month (day [weekday] / weekday "[" nth "]"))
//        [signed " day" ["s"]] ["shift" 1*(weekday signed)]
std::optional<DateRule> DateRule::parse(std::string_view text) {
  Cursor in(text);
  DateRule rule;
  in.skip_blanks();
  if (in.take("orthodox easter")) {
    rule.kind_ = Kind::orthodox_easter;
  } else if (in.take("easter")) {
    rule.kind_ = Kind::easter;
  } else {
    if (!take_name(in, kMonths, 3, rule.month_)) return std::nullopt;
    ++rule.month_;
    in.skip_blanks();
    if (take_weekday(in, rule.weekday_)) {
      rule.kind_ = Kind::nth_weekday;
      if (!in.take('[')) return std::nullopt;
      const bool last = in.take('-');
      const int nth = in.take_number(1);
      if (nth < 1 || nth > 5 || !in.take(']')) return std::nullopt;
      rule.nth_ = static_cast<std::int8_t>(last ? -nth : nth);
    } else {
      const int day = in.take_number(2);
      if (!time::is_date(2000, rule.month_, day)) return std::nullopt;
      rule.day_ = static_cast<std::int8_t>(day);
      in.skip_blanks();
      if (take_weekday(in, rule.weekday_)) rule.kind_ = Kind::weekday_from;
    }
  }
  in.skip_blanks();
  if (take_signed(in, rule.offset_)) {
    in.skip_blanks();
    if (!in.take("days") && !in.take("day")) return std::nullopt;
    in.skip_blanks();
  }
  if (in.take("shift")) {
    for (in.skip_blanks(); !in.done(); in.skip_blanks()) {
      std::int8_t weekday = 0;
      std::int16_t days = 0;
      if (!take_weekday(in, weekday) || !take_signed(in, days) || days < -7 || days > 7) return std::nullopt;
      rule.shift_[static_cast<std::size_t>(weekday)] = static_cast<std::int8_t>(days);
    }
  }
  if (!in.done()) return std::nullopt;
  return rule;
}

std::optional<time::Day> DateRule::day_in(int year) const {
  time::Day day = 0;
  switch (kind_) {
    case Kind::easter:
      day = easter(year);
      break;
    case Kind::orthodox_easter:
      day = orthodox_easter(year);
      break;
    case Kind::nth_weekday: {
      const std::optional<time::Day> found = time::nth_weekday_of(year, month_, weekday_, nth_);
      if (!found) return std::nullopt;
      day = *found;
      break;
    }
    case Kind::date:
    case Kind::weekday_from:
      if (!time::is_date(year, month_, day_)) return std::nullopt;
      day = time::day_of(year, month_, day_);
      if (kind_ == Kind::weekday_from) day += (weekday_ - time::weekday_of(day) + 7) % 7;
      break;
  }
  day += offset_;
  return day + shift_[static_cast<std::size_t>(time::weekday_of(day))];
}

}  // namespace townboard::calendar
