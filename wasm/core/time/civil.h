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

// The year that begins with March 0000 is counted from far enough back that all is unsigned: exact for a million years
// to both sides. 400 years are 146,097 days.
inline constexpr std::uint32_t kErasBack = 3600;
inline constexpr std::uint32_t kDaysBack = kErasBack * 146097 + 719468;

// Source: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (days_from_civil), with a year that begins with
// March.
constexpr Day day_of(int year, int month, int day) {
  const bool before_march = month <= 2;
  const auto shifted_year = static_cast<std::uint32_t>(year) + kErasBack * 400 - before_march;
  const auto shifted_month = static_cast<std::uint32_t>(month) + (before_march ? 9u : -3u);
  const std::uint32_t centuries = shifted_year / 100;
  return static_cast<Day>(shifted_year * 1461 / 4 - centuries + centuries / 4 + (153 * shifted_month + 2) / 5 +
                          static_cast<std::uint32_t>(day) - 1 - kDaysBack);
}

constexpr Day day_of(Civil date) { return day_of(date.year, date.month, date.day); }

// Source: Cassio Neri and Lorenz Schneider, "Euclidean affine functions and their application to calendar algorithms"
// (2022): with the leap days that centuries lack put back, every fourth year is a leap year.
constexpr Civil civil_of(Day days) {
  const std::uint32_t count = static_cast<std::uint32_t>(days) + kDaysBack;
  const std::uint32_t centuries = (4 * count + 3) / 146097;
  const std::uint32_t julian = count + centuries - centuries / 4;
  const std::uint32_t shifted_year = (4 * julian + 3) / 1461;
  const std::uint32_t day_of_year = julian - shifted_year * 1461 / 4;
  const std::uint32_t shifted_month = (5 * day_of_year + 2) / 153;
  const bool before_march = shifted_month >= 10;
  return {static_cast<int>(shifted_year - kErasBack * 400 + before_march),
          static_cast<int>(shifted_month + (before_march ? -9u : 3u)),
          static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1)};
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
static_assert(day_of(-999999, 3, 1) == -365961603 && civil_of(-365961603) == Civil{-999999, 3, 1});
static_assert(iso_week_of(day_of(2021, 1, 3)).week == 53);

}  // namespace townboard::time
