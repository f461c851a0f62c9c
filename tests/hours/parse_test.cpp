#include "hours/parse.h"

#include <string>

#include "catch.h"
#include "hours/print.h"

namespace hours = townboard::hours;

TEST_CASE("values are read and printed in the normal form", "[hours][parse]") {
  struct Case {
    std::string text;
    std::string normal;
  };
  const auto c = GENERATE(values<Case>({
      {"Mo-Fr 08:30-13:00,14:00-17:30; PH off", "Mo-Fr 08:30-13:00,14:00-17:30; PH off"},
      {"24/7", "24/7"},
      {"Mo-Fr 8:30-13:00", "Mo-Fr 08:30-13:00"},
      {"mo-fr 08:30-13:00", "Mo-Fr 08:30-13:00"},
      {"Monday-Friday 08:30-13:00", "Mo-Fr 08:30-13:00"},
      {"Tu[2] 10:00-12:00", "Tu[2] 10:00-12:00"},
      {"Jan-Mar Sa 10:00-12:00", "Jan-Mar Sa 10:00-12:00"},
      {"2022-2030 Jan-Mar Mo[1] 10:00-12:00", "2022-2030 Jan-Mar Mo[1] 10:00-12:00"},
      {"workday[-1] 09:00-12:00", "workday[-1] 09:00-12:00"},
      {"Mo[1] 09:00-12:00 shift", "Mo[1] 09:00-12:00 shift"},
      {"Fr 10:00+", "Fr 10:00+"},
      {"Mo 09:00-12:00 || We 10:00-11:00", "Mo 09:00-12:00 || We 10:00-11:00"},
  }));
  CAPTURE(c.text);
  const hours::Reading reading = hours::read_hours(c.text);
  REQUIRE(reading.ok());
  CHECK(hours::print(*reading.value) == c.normal);
  const hours::Reading again = hours::read_hours(c.normal);
  REQUIRE(again.ok());
  CHECK(*again.value == *reading.value);
}

TEST_CASE("a refused value names the place of the error", "[hours][parse]") {
  struct Case {
    std::string text;
    std::uint32_t inside;  // a byte that the reported place covers or touches
  };
  const auto c = GENERATE(values<Case>({
      {"Mo-Fr 08:30-13:00 nonsense", 18},
      {"Mo 25:70-26:00", 3},
      {"Mo[9] 10:00-12:00", 3},
      {"Jan 45 10:00-12:00", 4},
  }));
  CAPTURE(c.text);
  const hours::Reading reading = hours::read_hours(c.text);
  REQUIRE_FALSE(reading.ok());
  bool found = false;
  for (const townboard::text::Problem& problem : reading.problems) {
    CAPTURE(problem.kind->code, problem.where.begin, problem.where.end);
    CHECK(problem.where.end <= c.text.size());
    found |= problem.is_error() && problem.where.begin <= c.inside && c.inside <= problem.where.end;
  }
  CHECK(found);
}
