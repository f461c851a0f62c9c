#include "time/offset_table.h"

#include "catch.h"

using townboard::time::Instant;
using townboard::time::OffsetTable;
using townboard::time::Transition;
using townboard::time::Zone;

namespace {

void check_against(const Zone& zone) {
  const OffsetTable table(zone);
  // Every five hours of three years and a step of some days over a century, each twice: worked out and kept.
  for (int i = 0; i < 2; ++i) {
    int wrong = 0;
    for (Instant at = 1'767'225'600; at < 1'861'920'000; at += 18'000) wrong += table.offset_at(at) != zone.offset_at(at);
    for (Instant at = -1'600'000'000; at < 4'200'000'000; at += 777'777) wrong += table.offset_at(at) != zone.offset_at(at);
    CHECK(wrong == 0);
  }
}

}  // namespace

TEST_CASE("a table of offsets answers as its zone does", "[time][offset_table]") {
  const char* const rule = GENERATE("UTC0", "<+03>-3", "CET-1CEST,M3.5.0,M10.5.0/3", "<-03>3<-02>,M3.5.0/-2,M10.5.0/-1",
                                    "AEST-10AEDT,M10.1.0,M4.1.0/3", "XXX0YYY,M3.1.0,M3.3.0");
  CAPTURE(rule);
  const auto zone = Zone::parse(rule);
  REQUIRE(zone.has_value());
  check_against(*zone);
}

TEST_CASE("a table of offsets follows dated changes that lie close together", "[time][offset_table]") {
  auto zone = Zone::parse("<+01>-1");
  REQUIRE(zone.has_value());
  // Morocco, around Ramadan of 2026 and 2027.
  zone->set_transitions({Transition{1'771'120'800, 0}, Transition{1'774'144'800, 3600}, Transition{1'801'965'600, 0},
                         Transition{1'804'989'600, 3600}}, 3600);
  check_against(*zone);
  const OffsetTable table(*zone);
  CHECK(table.offset_at(1'771'120'799) == 3600);
  CHECK(table.offset_at(1'771'120'800) == 0);
  CHECK(table.offset_at(1'774'144'800) == 3600);
}
