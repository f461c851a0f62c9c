#include "calendar/sun.h"

#include <cmath>

#include "catch.h"

namespace townboard::calendar {
namespace {

TEST_CASE("the sun rises and sets to the second of suncalc", "[calendar][sun]") {
  struct Row {
    time::Civil date;
    SunEvent event;
    Position position;
    double minutes;  // UTC, as suncalc 2.0.2 has it
  };
  const Row row = GENERATE(values<Row>({
      {{2020, 1, 10}, SunEvent::dawn, {53.15, 27.09}, 341.242},
      {{2020, 1, 10}, SunEvent::sunrise, {53.15, 27.09}, 382.471},
      {{2020, 1, 10}, SunEvent::sunset, {53.15, 27.09}, 855.700},
      {{2020, 1, 10}, SunEvent::dusk, {53.15, 27.09}, 896.939},
      {{2020, 1, 10}, SunEvent::dawn, {35.68, 139.77}, -156.964},
      {{2020, 1, 10}, SunEvent::sunrise, {35.68, 139.77}, -128.907},
      {{2020, 1, 10}, SunEvent::sunset, {35.68, 139.77}, 465.240},
      {{2020, 1, 10}, SunEvent::dusk, {35.68, 139.77}, 493.297},
      {{2020, 1, 10}, SunEvent::dawn, {-33.87, 151.21}, -334.254},
      {{2020, 1, 10}, SunEvent::sunrise, {-33.87, 151.21}, -305.592},
      {{2020, 1, 10}, SunEvent::sunset, {-33.87, 151.21}, 549.890},
      {{2020, 1, 10}, SunEvent::dusk, {-33.87, 151.21}, 578.499},
      {{2020, 1, 10}, SunEvent::dawn, {64.15, -21.94}, 595.567},
      {{2020, 1, 10}, SunEvent::sunrise, {64.15, -21.94}, 666.734},
      {{2020, 1, 10}, SunEvent::sunset, {64.15, -21.94}, 963.923},
      {{2020, 1, 10}, SunEvent::dusk, {64.15, -21.94}, 1035.114},
      {{2020, 1, 10}, SunEvent::dawn, {0, 0}, 341.295},
      {{2020, 1, 10}, SunEvent::sunrise, {0, 0}, 363.605},
      {{2020, 1, 10}, SunEvent::sunset, {0, 0}, 1090.998},
      {{2020, 1, 10}, SunEvent::dusk, {0, 0}, 1113.295},
      {{2024, 6, 21}, SunEvent::dawn, {53.15, 27.09}, 52.611},
      {{2024, 6, 21}, SunEvent::sunrise, {53.15, 27.09}, 104.591},
      {{2024, 6, 21}, SunEvent::sunset, {53.15, 27.09}, 1122.489},
      {{2024, 6, 21}, SunEvent::dusk, {53.15, 27.09}, 1174.459},
      {{2024, 6, 21}, SunEvent::dawn, {35.68, 139.77}, -304.682},
      {{2024, 6, 21}, SunEvent::sunrise, {35.68, 139.77}, -274.574},
      {{2024, 6, 21}, SunEvent::sunset, {35.68, 139.77}, 600.096},
      {{2024, 6, 21}, SunEvent::dusk, {35.68, 139.77}, 630.203},
      {{2024, 6, 21}, SunEvent::dawn, {-33.87, 151.21}, -207.668},
      {{2024, 6, 21}, SunEvent::sunrise, {-33.87, 151.21}, -179.937},
      {{2024, 6, 21}, SunEvent::sunset, {-33.87, 151.21}, 413.930},
      {{2024, 6, 21}, SunEvent::dusk, {-33.87, 151.21}, 441.662},
      {{2024, 6, 21}, SunEvent::sunrise, {64.15, -21.94}, 175.141},
      {{2024, 6, 21}, SunEvent::sunset, {64.15, -21.94}, 1444.146},
      {{2024, 6, 21}, SunEvent::dawn, {0, 0}, 335.702},
      {{2024, 6, 21}, SunEvent::sunrise, {0, 0}, 358.241},
      {{2024, 6, 21}, SunEvent::sunset, {0, 0}, 1085.614},
      {{2024, 6, 21}, SunEvent::dusk, {0, 0}, 1108.152},
      {{2026, 3, 29}, SunEvent::dawn, {53.15, 27.09}, 197.950},
      {{2026, 3, 29}, SunEvent::sunrise, {53.15, 27.09}, 232.934},
      {{2026, 3, 29}, SunEvent::sunset, {53.15, 27.09}, 1001.037},
      {{2026, 3, 29}, SunEvent::dusk, {53.15, 27.09}, 1036.167},
      {{2026, 3, 29}, SunEvent::dawn, {35.68, 139.77}, -233.149},
      {{2026, 3, 29}, SunEvent::sunrise, {35.68, 139.77}, -207.562},
      {{2026, 3, 29}, SunEvent::sunset, {35.68, 139.77}, 539.747},
      {{2026, 3, 29}, SunEvent::dusk, {35.68, 139.77}, 565.387},
      {{2026, 3, 29}, SunEvent::dawn, {-33.87, 151.21}, -260.118},
      {{2026, 3, 29}, SunEvent::sunrise, {-33.87, 151.21}, -235.200},
      {{2026, 3, 29}, SunEvent::sunset, {-33.87, 151.21}, 474.781},
      {{2026, 3, 29}, SunEvent::dusk, {-33.87, 151.21}, 499.667},
      {{2026, 3, 29}, SunEvent::dawn, {64.15, -21.94}, 367.526},
      {{2026, 3, 29}, SunEvent::sunrise, {64.15, -21.94}, 416.583},
      {{2026, 3, 29}, SunEvent::sunset, {64.15, -21.94}, 1210.229},
      {{2026, 3, 29}, SunEvent::dusk, {64.15, -21.94}, 1259.647},
      {{2026, 3, 29}, SunEvent::dawn, {0, 0}, 340.801},
      {{2026, 3, 29}, SunEvent::sunrise, {0, 0}, 361.501},
      {{2026, 3, 29}, SunEvent::sunset, {0, 0}, 1088.026},
      {{2026, 3, 29}, SunEvent::dusk, {0, 0}, 1108.731},
      {{2035, 10, 3}, SunEvent::dawn, {53.15, 27.09}, 221.462},
      {{2035, 10, 3}, SunEvent::sunrise, {53.15, 27.09}, 256.006},
      {{2035, 10, 3}, SunEvent::sunset, {53.15, 27.09}, 944.485},
      {{2035, 10, 3}, SunEvent::dusk, {53.15, 27.09}, 978.938},
      {{2035, 10, 3}, SunEvent::dawn, {35.68, 139.77}, -228.584},
      {{2035, 10, 3}, SunEvent::sunrise, {35.68, 139.77}, -203.103},
      {{2035, 10, 3}, SunEvent::sunset, {35.68, 139.77}, 502.797},
      {{2035, 10, 3}, SunEvent::dusk, {35.68, 139.77}, 528.243},
      {{2035, 10, 3}, SunEvent::dawn, {-33.87, 151.21}, -294.684},
      {{2035, 10, 3}, SunEvent::sunrise, {-33.87, 151.21}, -269.635},
      {{2035, 10, 3}, SunEvent::sunset, {-33.87, 151.21}, 478.918},
      {{2035, 10, 3}, SunEvent::dusk, {-33.87, 151.21}, 504.018},
      {{2035, 10, 3}, SunEvent::dawn, {64.15, -21.94}, 414.238},
      {{2035, 10, 3}, SunEvent::sunrise, {64.15, -21.94}, 461.833},
      {{2035, 10, 3}, SunEvent::sunset, {64.15, -21.94}, 1130.310},
      {{2035, 10, 3}, SunEvent::dusk, {64.15, -21.94}, 1177.707},
      {{2035, 10, 3}, SunEvent::dawn, {0, 0}, 325.106},
      {{2035, 10, 3}, SunEvent::sunrise, {0, 0}, 345.817},
      {{2035, 10, 3}, SunEvent::sunset, {0, 0}, 1072.340},
      {{2035, 10, 3}, SunEvent::dusk, {0, 0}, 1093.056},
  }));
  CAPTURE(row.date.year, row.date.month, row.date.day, row.event, row.position.latitude, row.minutes);
  const auto found = sun_event_utc_minutes(time::day_of(row.date), row.event, row.position);
  REQUIRE(found.has_value());
  CHECK(std::abs(*found - row.minutes) < 1.5 / 60);
}

TEST_CASE("no sun rises in polar night and none sets in polar day", "[calendar][sun]") {
  const Position tromso{69.65, 18.96};
  CHECK_FALSE(sun_event_utc_minutes(time::day_of(2026, 12, 21), SunEvent::sunrise, tromso).has_value());
  CHECK_FALSE(sun_event_utc_minutes(time::day_of(2026, 6, 21), SunEvent::sunset, tromso).has_value());
  CHECK(sun_event_utc_minutes(time::day_of(2026, 12, 21), SunEvent::dawn, tromso).has_value());
}

}  // namespace
}  // namespace townboard::calendar
