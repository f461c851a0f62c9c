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

TEST_CASE("what is no zone is refused", "[time][zone]") {
  const auto text = GENERATE(values<std::string>(
      {"", "CET", "<+03-3", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.5.0", "CET-168", "<+03>-3x"}));
  CAPTURE(text);
  CHECK_FALSE(Zone::parse(text).has_value());
}
