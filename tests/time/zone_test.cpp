#include "time/zone.h"

#include <string>

#include "catch.h"

using townboard::time::day_of;
using townboard::time::Instant;
using townboard::time::wall_of;
using townboard::time::Zone;

TEST_CASE("a zone without summer time", "[time][zone]") {
  const auto minsk = Zone::parse("<+03>-3");
  REQUIRE(minsk.has_value());
  CHECK(minsk->offset_at(0) == 3 * 3600);
  CHECK(minsk->wall_at(59) == 180);
  CHECK(minsk->instant_of(180) == 0);
}

TEST_CASE("both changes of Berlin", "[time][zone]") {
  const auto berlin = Zone::parse("CET-1CEST,M3.5.0,M10.5.0/3");
  REQUIRE(berlin.has_value());
  const Instant spring = Instant{day_of(2026, 3, 29)} * 86400 + 3600;
  const Instant autumn = Instant{day_of(2026, 10, 25)} * 86400 + 3600;
  CHECK(berlin->offset_at(spring - 1) == 3600);
  CHECK(berlin->offset_at(spring) == 7200);
  CHECK(berlin->offset_at(autumn - 1) == 7200);
  CHECK(berlin->offset_at(autumn) == 3600);
  // 02:30 is skipped in spring; in autumn the earlier of two counts.
  CHECK(berlin->instant_of(wall_of(day_of(2026, 3, 29), 150)) == spring);
  CHECK(berlin->instant_of(wall_of(day_of(2026, 10, 25), 150)) == autumn - 1800);
}

TEST_CASE("every way to name the day of a change, in common and leap years", "[time][zone]") {
  struct Row {
    const char* change;  // the day on which summer time begins, at midnight
    int month, day, month_of_leap_year, day_of_leap_year;
  };
  // 2027-01-01 is a Friday, 2028-01-01 a Saturday.
  const auto row = GENERATE(values<Row>({
      {"0", 1, 1, 1, 1},
      {"58", 2, 28, 2, 28},
      {"59", 3, 1, 2, 29},
      {"60", 3, 2, 3, 1},
      {"200", 7, 20, 7, 19},
      {"J1", 1, 1, 1, 1},
      {"J59", 2, 28, 2, 28},
      {"J60", 3, 1, 3, 1},
      {"J201", 7, 20, 7, 20},
      {"M1.1.5", 1, 1, 1, 7},
      {"M1.5.0", 1, 31, 1, 30},
      {"M2.4.2", 2, 23, 2, 22},
      {"M2.5.2", 2, 23, 2, 29},
      {"M2.5.0", 2, 28, 2, 27},
      {"M3.1.1", 3, 1, 3, 6},
      {"M3.5.0", 3, 28, 3, 26},
      {"M4.5.5", 4, 30, 4, 28},
      {"M6.3.6", 6, 19, 6, 17},
  }));
  CAPTURE(row.change);
  const auto zone = Zone::parse(std::string("AAA0BBB,") + row.change + "/0,J300/0");
  REQUIRE(zone.has_value());
  const Instant common = Instant{day_of(2027, row.month, row.day)} * 86400;
  const Instant leap = Instant{day_of(2028, row.month_of_leap_year, row.day_of_leap_year)} * 86400;
  for (const Instant begin : {common, leap}) {
    CAPTURE(begin);
    CHECK(zone->offset_at(begin - 1) == 0);
    CHECK(zone->offset_at(begin) == 3600);
  }
}

TEST_CASE("the last week of December and the south of the equator", "[time][zone]") {
  const auto zone = Zone::parse("AAA0BBB,M10.1.0/0,M12.5.0/0");
  REQUIRE(zone.has_value());
  const Instant end = Instant{day_of(2028, 12, 31)} * 86400 - 3600;
  CHECK(zone->offset_at(end - 1) == 3600);
  CHECK(zone->offset_at(end) == 0);
  const auto sydney = Zone::parse("AEST-10AEDT,M10.1.0,M4.1.0/3");
  REQUIRE(sydney.has_value());
  const Instant autumn = Instant{day_of(2027, 4, 4)} * 86400 + 16 * 3600 - 86400;
  CHECK(sydney->offset_at(autumn - 1) == 11 * 3600);
  CHECK(sydney->offset_at(autumn) == 10 * 3600);
  CHECK(sydney->offset_at(Instant{day_of(2027, 1, 1)} * 86400) == 11 * 3600);
  CHECK(sydney->offset_at(Instant{day_of(2027, 12, 31)} * 86400) == 11 * 3600);
}

TEST_CASE("what is no zone is refused", "[time][zone]") {
  const auto text = GENERATE(values<std::string>(
      {"", "CET", "<+03-3", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.5.0", "CET-168", "<+03>-3x"}));
  CAPTURE(text);
  CHECK_FALSE(Zone::parse(text).has_value());
}
