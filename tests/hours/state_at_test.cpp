#include "catch.h"
#include "hours/evaluate.h"
#include "hours/parse.h"

namespace hours = townboard::hours;
using townboard::time::Instant;
using townboard::time::Zone;

TEST_CASE("the state at an instant is that of the wall minute there, however often it was asked", "[hours][state_at]") {
  const char* const value =
      GENERATE("24/7", "off", "unknown \"by appointment\"", "Mo-Su 00:00-24:00", "Mo-Fr 08:30-13:00,14:00-17:30",
               "Fr-Sa 22:00-03:00", "Mo-We open; Th-Su unknown", "sunrise-sunset", "24/7; Dec 25 off", "2026: Mo 10:00-12:00",
               "Mo-Fr 08:00-09:00,10:00-11:00,12:00-13:00,14:00-15:00,16:00-17:00,18:00-19:00", "week 1-53/2 Fr 09:00-12:00+");
  const char* const rule = GENERATE("UTC0", "CET-1CEST,M3.5.0,M10.5.0/3", "<-0330>3:30<-0230>,M3.2.0,M11.1.0");
  CAPTURE(value, rule);
  const auto zone = Zone::parse(rule);
  REQUIRE(zone.has_value());
  const hours::Reading reading = hours::read_hours(value);
  REQUIRE(reading.ok());
  hours::Context context;
  context.zone = &*zone;
  context.position = townboard::calendar::Position{52.52, 13.40};
  const hours::Evaluator evaluator(*reading.value, context);
  for (int i = 0; i < 2; ++i) {
    int wrong = 0;
    for (Instant at = 1'767'225'600; at < 1'798'761'600; at += 937) {
      wrong += evaluator.state_at(at) != evaluator.at(zone->wall_at(at)).state;
    }
    for (Instant at = -80'000'000'000; at < 80'000'000'000; at += 777'777'777) {
      wrong += evaluator.state_at(at) != evaluator.at(zone->wall_at(at)).state;
    }
    CHECK(wrong == 0);
  }
}
