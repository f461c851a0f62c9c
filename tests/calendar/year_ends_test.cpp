#include <string>

#include "calendar/calendar.h"
#include "catch.h"

using townboard::calendar::Calendar;
using townboard::time::Civil;
using townboard::time::day_of;

namespace {

Calendar calendar_of(const std::string& rule) {
  const townboard::json::Document document(R"({"holidays":[{"rule":")" + rule + R"(","name":"x"}]})");
  townboard::text::Problems problems;
  Calendar calendar = Calendar::read(document.root(), "", problems);
  REQUIRE(problems.empty());
  return calendar;
}

}  // namespace

TEST_CASE("a substitute day may lie in another year than its holiday", "[calendar]") {
  struct Case {
    const char* rule;
    Civil date;
    bool holiday;
  };
  const auto c = GENERATE(values<Case>({
      {"Jan 01 shift Sa-1", {2027, 12, 31}, true},   // 1 January 2028 is a Saturday
      {"Jan 01 shift Sa-1", {2028, 1, 1}, false},
      {"Jan 01 shift Sa-1", {2026, 12, 31}, false},  // 1 January 2027 is a Friday
      {"Dec 31 shift Su+1", {2024, 1, 1}, true},     // 31 December 2023 is a Sunday
      {"Dec 31 shift Su+1", {2023, 12, 31}, false},
      {"Dec 26 +7 days", {2027, 1, 2}, true},
  }));
  CAPTURE(c.rule, c.date.year, c.date.month, c.date.day);
  const Calendar calendar = calendar_of(c.rule);
  CHECK(calendar.holiday_on(day_of(c.date)).has_value() == c.holiday);
}

TEST_CASE("the next holiday is found across the end of a year", "[calendar]") {
  const Calendar calendar = calendar_of("Dec 31 shift Su+1");
  const auto next = calendar.next_holiday(day_of(2023, 12, 30));
  REQUIRE(next.has_value());
  CHECK(next->day == day_of(2024, 1, 1));
}
