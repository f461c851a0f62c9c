#pragma once

#include <cstdint>
#include <optional>

namespace townboard::time {

// Days since 1970-01-01 in the proleptic Gregorian calendar. An int, since dates are counted,
// compared and stepped far more often than they are taken apart.
using Day = std::int32_t;

inline constexpr int kMinutesPerDay = 24 * 60;

// A date taken apart. month 1..12, day 1..31; make them with `civil_of`, or check by `is_date`.
struct Civil {
  int year = 1970;
  int month = 1;
  int day = 1;

  friend constexpr bool operator==(Civil, Civil) = default;
};

constexpr bool is_leap_year(int year) {
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

// 28..31; month must be 1..12.
constexpr int days_in_month(int year, int month) {
  return month == 2 ? 28 + is_leap_year(year) : 30 + ((month + (month >> 3)) & 1);
}

constexpr bool is_date(int year, int month, int day) {
  return month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil,
// civil_from_days); exact for every year that a Day can hold.
constexpr Day day_of(int year, int month, int day) {
  year -= month <= 2;
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

constexpr Day day_of(Civil date) { return day_of(date.year, date.month, date.day); }

constexpr Civil civil_of(Day days) {
  days += 719468;
  const int era = (days >= 0 ? days : days - 146096) / 146097;
  const int day_of_era = days - era * 146097;
  const int year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month + (shifted_month < 10 ? 3 : -9);
  return {year_of_era + era * 400 + (month <= 2), month,
          day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

// 0 is Monday, 6 is Sunday. Rule: ISO 8601, less one.
constexpr int weekday_of(Day day) {
  const int shifted = (day + 3) % 7;
  return shifted < 0 ? shifted + 7 : shifted;
}

// The nth (1..5, or counted from the end -1..-5) of a weekday in a month; nothing for a fifth that is not there.
constexpr std::optional<Day> nth_weekday_of(int year, int month, int weekday, int nth) {
  const Day first = day_of(year, month, 1);
  const Day last = first + days_in_month(year, month) - 1;
  const Day day = nth > 0 ? first + (weekday - weekday_of(first) + 7) % 7 + 7 * (nth - 1)
                          : last - (weekday_of(last) - weekday + 7) % 7 + 7 * (nth + 1);
  return day < first || day > last ? std::nullopt : std::optional<Day>(day);
}

// ISO 8601 week number, 1..53, and the year that the week belongs to.
struct IsoWeek {
  int year = 1970;
  int week = 1;
};
constexpr IsoWeek iso_week_of(Day day) {
  const Day thursday = day - weekday_of(day) + 3;
  const int year = civil_of(thursday).year;
  return {year, (thursday - day_of(year, 1, 1)) / 7 + 1};
}

static_assert(day_of(1970, 1, 1) == 0 && weekday_of(0) == 3);
static_assert(civil_of(day_of(2000, 2, 29)) == Civil{2000, 2, 29});
static_assert(iso_week_of(day_of(2021, 1, 3)).week == 53);

}  // namespace townboard::time
