#include "hours/skip.h"

#include <string>

#include "catch.h"
#include "hours/evaluate.h"
#include "hours/parse.h"

namespace townboard::hours {
namespace {

// The first change of state behind `wall`, found stretch by stretch.
std::optional<time::Wall> walked(const Evaluator& evaluator, time::Wall wall, time::Wall limit) {
  const State now = evaluator.at(wall).state;
  while (wall < limit) {
    const Interval stretch = evaluator.at(wall);
    if (stretch.state != now) return stretch.begin;
    wall = stretch.end;
  }
  return std::nullopt;
}

TEST_CASE("a search that passes over days finds what a walk finds", "[hours][skip]") {
  const char* dates[] = {"",        "Jan-Mar ",     "week 5-20/2 ", "week 53 ",       "2026 ",  "2024-2034/3 ", "2031+ ",
                         "Feb 29 ", "easter +1 day ", "Dec 24-Jan 02 ", "Mar Su[-1]-Oct Su[-1] ", "Jan 1-31/7 ",
                         "Nov Sa[2] ", "2027 Apr 26 -3 days ", "Jun 31 ", "orthodox easter-Jul 04 "};
  const char* days[] = {"", "Mo-Fr ", "Sa,Su ", "Tu[2] ", "PH ", "workday[-1] ", "Fr[-1] +2 days ", "Mo-Su ", "We[5] ", "Sa-Mo[1,-1] "};
  const char* times[] = {"08:30-13:00", "22:00-03:00", "sunrise-sunset", "10:00+", "off", "unknown", "(dusk+05:00)-(dusk+06:00)", "off \"x\"", "22:00-46:00"};
  const char* separators[] = {"; ", "; ", ", ", " || "};
  std::uint32_t state = 11;
  const auto below = [&](std::uint32_t limit) { return ((state = state * 1664525U + 1013904223U) >> 8) % limit; };
  const time::Wall year = 366 * time::kMinutesPerDay;
  for (int round = 0; round < 1500; ++round) {
    std::string value;
    for (std::uint32_t rules = 1 + below(4); rules > 0; --rules) {
      std::string selectors = dates[below(std::size(dates))];
      selectors += days[below(std::size(days))];
      value += selectors + times[below(std::size(times))];
      if (rules > 1) value += separators[below(4)];
    }
    CAPTURE(value);
    const Reading reading = read_hours(value);
    if (!reading.ok()) continue;
    Context context;
    if (below(3) == 0) context.position = calendar::Position{52.5, 13.4};
    const Evaluator evaluator(*reading.value, context);
    const time::Wall wall = time::wall_of(time::day_of(2024, 2, 27) + static_cast<int>(below(2000)), static_cast<int>(below(1440)));
    const auto found = evaluator.next_change(wall);
    const auto expected = walked(evaluator, wall, wall + 3 * year);
    CAPTURE(time::day_of_wall(wall));
    if (expected) {
      CHECK(found == expected);
    } else {
      CHECK((!found || *found >= wall + 3 * year));
    }
  }
}

TEST_CASE("days that are all alike are passed over at once", "[hours][skip]") {
  struct Row {
    const char* text;
    int decided;
    time::Day next;
  };
  const time::Day day = time::day_of(2026, 5, 20);
  const time::Day limit = day + 4000;
  const Row row = GENERATE_COPY(values<Row>({{"2022-2030 Jan-Mar Mo[1] 10:00-12:00", -1, time::day_of(2027, 1, 4)},
                                             {"Mo-Fr 08:00-12:00; Mo-Su off", 1, limit},
                                             {"24/7; Dec 25 off", 0, time::day_of(2026, 12, 25)},
                                             {"2020 Mo 08:00-12:00", -1, limit},
                                             {"week 53 Sa 10:00-12:00", -1, time::day_of(2027, 1, 2)},
                                             {"PH 10:00-12:00", -1, day + 1},
                                             {"PH off; easter 10:00-12:00", -1, time::day_of(2027, 3, 28)}}));
  CAPTURE(row.text);
  const Reading reading = read_hours(row.text);
  REQUIRE(reading.ok());
  CHECK(skip_same_days(*reading.value, Context{}, day, row.decided, false, limit) == row.next);
}

}  // namespace
}  // namespace townboard::hours
