#include <algorithm>
#include <string>
#include <vector>

#include "calendar/calendar.h"
#include "calendar/working_day.h"
#include "catch.h"
#include "source_file.h"

using townboard::calendar::Calendar;
using townboard::calendar::Move;
using townboard::time::Civil;
using townboard::time::civil_of;
using townboard::time::Day;
using townboard::time::day_of;
using townboard::time::weekday_of;

namespace {

struct Expected {
  int year;
  Civil radonitsa;
  std::vector<Move> moves;
};

const std::vector<Expected>& expected_years() {
  static const std::vector<Expected> years = {
      {2024,
       {2024, 5, 14},
       {{day_of(2024, 5, 13), day_of(2024, 5, 18)}, {day_of(2024, 11, 8), day_of(2024, 11, 16)}}},
      {2025,
       {2025, 4, 29},
       {{day_of(2025, 1, 6), day_of(2025, 1, 11)},
        {day_of(2025, 4, 28), day_of(2025, 4, 26)},
        {day_of(2025, 7, 4), day_of(2025, 7, 12)},
        {day_of(2025, 12, 26), day_of(2025, 12, 20)}}},
      {2026, {2026, 4, 21}, {{day_of(2026, 4, 20), day_of(2026, 4, 25)}}}};
  return years;
}

bool is_fixed_holiday(Civil date) {
  const int days[][2] = {{1, 1}, {1, 2}, {1, 7}, {3, 8},  {5, 1},
                         {5, 9}, {7, 3}, {11, 7}, {12, 25}};
  return std::any_of(std::begin(days), std::end(days), [&](const int (&day)[2]) {
    return day[0] == date.month && day[1] == date.day;
  });
}

}  // namespace

TEST_CASE("every day of three years in Belarus", "[calendar][belarus]") {
  const townboard::json::Document document(tests::source_file("data/calendars/BY.json"));
  REQUIRE(document.ok());
  townboard::text::Problems problems;
  const Calendar calendar = Calendar::read(document.root(), "", problems);
  REQUIRE(problems.empty());

  for (const Expected& expected : expected_years()) {
    for (Day day = day_of(expected.year, 1, 1); day < day_of(expected.year + 1, 1, 1); ++day) {
      const Civil date = civil_of(day);
      CAPTURE(date.year, date.month, date.day);
      const bool holiday = is_fixed_holiday(date) || date == expected.radonitsa;
      bool from = false;
      bool to = false;
      for (const Move& move : expected.moves) {
        from |= move.from == day;
        to |= move.to == day;
      }
      REQUIRE(calendar.holiday_on(day).has_value() == holiday);
      REQUIRE(calendar.move_from(day).has_value() == from);
      REQUIRE(calendar.move_to(day).has_value() == to);
      const bool worked = to || (weekday_of(day) < 5 && !holiday && !from);
      REQUIRE(townboard::calendar::is_working_day(calendar, day) == worked);
    }
  }
}

TEST_CASE("short days travel with a moved day", "[calendar][belarus]") {
  const townboard::json::Document document(tests::source_file("data/calendars/BY.json"));
  townboard::text::Problems problems;
  const Calendar calendar = Calendar::read(document.root(), "", problems);
  struct Case {
    Civil date;
    bool is_short;
  };
  const auto c = GENERATE(values<Case>({
      {{2025, 1, 6}, false},   // off, moved to the 11th
      {{2025, 1, 11}, true},   // a Saturday worked for the eve of Christmas
      {{2025, 1, 10}, false},
      {{2026, 4, 20}, false},  // off, moved to the 25th
      {{2026, 4, 25}, true},   // worked for the eve of Radonitsa
      {{2026, 1, 6}, true},
      {{2026, 11, 6}, true},   // the holiday is a Saturday
      {{2026, 12, 24}, true},
      {{2026, 3, 7}, false},   // a Saturday is not worked anyway
      {{2026, 1, 1}, false},   // a holiday before a holiday
  }));
  CAPTURE(c.date.year, c.date.month, c.date.day);
  const Day day = day_of(c.date);
  CHECK(townboard::calendar::holiday_after(calendar, day).has_value() == c.is_short);
}
