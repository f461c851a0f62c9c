#include "calendar/date_rule.h"

#include "calendar/easter.h"
#include "text/cursor.h"

namespace townboard::calendar {
namespace {

using text::Cursor;

constexpr std::string_view kWeekdays = "MoTuWeThFrSaSu";
constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";

std::optional<int> place_in(std::string_view names, std::size_t width, std::string_view name) {
  if (name.size() != width) return std::nullopt;
  for (std::size_t i = 0; i < names.size(); i += width) {
    if (names.substr(i, width) == name) return static_cast<int>(i / width);
  }
  return std::nullopt;
}

std::optional<std::int8_t> take_weekday(Cursor& in) {
  const std::optional<int> weekday = weekday_of_name(in.rest().substr(0, 2));
  if (!weekday) return std::nullopt;
  in.skip(2);
  return static_cast<std::int8_t>(*weekday);
}

// sign_number = ("+" / "-") 1*3DIGIT
std::optional<std::int16_t> take_signed(Cursor& in) {
  const bool negative = in.take('-');
  if (!negative && !in.take('+')) return std::nullopt;
  const int value = in.take_number(3);
  if (value < 0) return std::nullopt;
  return static_cast<std::int16_t>(negative ? -value : value);
}

}  // namespace

std::optional<int> weekday_of_name(std::string_view name) { return place_in(kWeekdays, 2, name); }

std::optional<int> month_of_name(std::string_view name) {
  const std::optional<int> place = place_in(kMonths, 3, name);
  return place ? std::optional<int>(*place + 1) : std::nullopt;
}

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
    const std::optional<int> month = month_of_name(in.rest().substr(0, 3));
    if (!month) return std::nullopt;
    in.skip(3);
    rule.month_ = static_cast<std::int8_t>(*month);
    in.skip_blanks();
    if (const auto weekday = take_weekday(in)) {
      rule.kind_ = Kind::nth_weekday;
      rule.weekday_ = *weekday;
      if (!in.take('[')) return std::nullopt;
      const bool last = in.take('-');
      const int nth = in.take_number(1);
      if (nth < 1 || nth > 5 || !in.take(']')) return std::nullopt;
      rule.nth_ = static_cast<std::int8_t>(last ? -nth : nth);
    } else {
      const int day = in.take_number(2);
      if (!time::is_date(2000, *month, day)) return std::nullopt;
      rule.day_ = static_cast<std::int8_t>(day);
      in.skip_blanks();
      if (const auto from = take_weekday(in)) {
        rule.kind_ = Kind::weekday_from;
        rule.weekday_ = *from;
      }
    }
  }
  in.skip_blanks();
  if (const auto offset = take_signed(in)) {
    rule.offset_ = *offset;
    in.skip_blanks();
    if (!in.take("days") && !in.take("day")) return std::nullopt;
    in.skip_blanks();
  }
  if (in.take("shift")) {
    for (in.skip_blanks(); !in.done(); in.skip_blanks()) {
      const auto weekday = take_weekday(in);
      const auto days = take_signed(in);
      if (!weekday || !days || *days < -7 || *days > 7) return std::nullopt;
      rule.shift_[static_cast<std::size_t>(*weekday)] = static_cast<std::int8_t>(*days);
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
      const int length = time::days_in_month(year, month_);
      const time::Day first = time::day_of(year, month_, 1);
      if (nth_ > 0) {
        day = first + (weekday_ - time::weekday_of(first) + 7) % 7 + 7 * (nth_ - 1);
      } else {
        const time::Day last = first + length - 1;
        day = last - (time::weekday_of(last) - weekday_ + 7) % 7 + 7 * (nth_ + 1);
      }
      if (day < first || day >= first + length) return std::nullopt;
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
