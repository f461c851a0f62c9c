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
      {"PH off;24/7", "PH off; 24/7"},
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
      {"Mo·Fr 10:00=12:00?", "Mo-Fr 10:00-12:00"},
      {"Mo-Fr 17:00-late", "Mo-Fr 17:00+"},
      {"Mo-Fr 17:00 till late", "Mo-Fr 17:00+"},
      {"Mo-Fr 09:00-12:00 'ring'", "Mo-Fr 09:00-12:00 \"ring\""},
      {"Mo-Fr 09:00-midday", "Mo-Fr 09:00-12:00"},
      {"Mo-Fr 09:00-12:00 otherwise Sa 10:00-11:00", "Mo-Fr 09:00-12:00 || Sa 10:00-11:00"},
      {"Mo-Fr 10:00-12:00 week 1-10", "week 01-10 Mo-Fr 10:00-12:00"},
      {"Mo 10:00-12:00 ||", "Mo 10:00-12:00"},
      {"24/7 10:00-12:00", "24/7"},
      {"Mo 10:00-12:00 \"a\" \"b\"", "Mo 10:00-12:00 \"b\""},
      {"Mo 10:00-12:00 \"\"", "Mo 10:00-12:00 unknown"},
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

TEST_CASE("what is badly written is a warning at its place, with what to write", "[hours][parse]") {
  struct Case {
    std::string text;
    std::string code;
    std::uint32_t begin, end;
    std::string suggestion;
  };
  const auto c = GENERATE(values<Case>({
      {"Mo 10:00-20:00; open We 10:00-16:00", "hours_order", 16, 35, "We 10:00-16:00 open"},
      {"Mo-Fr Jan 10:00-16:00", "hours_order", 0, 21, "Jan Mo-Fr 10:00-16:00"},
      {"Mo-Fr PH 10:00-16:00", "hours_order", 0, 20, "PH Mo-Fr 10:00-16:00"},
      {"closed PH", "hours_order", 0, 9, "PH closed"},
      {"Mo 10:00-12:00 open off", "hours_repeated", 20, 23, ""},
      {"24/7 10:00-12:00", "hours_repeated", 0, 16, "24/7"},
      {"(dawn+00:00)-dusk", "hours_no_effect", 5, 11, ""},
      {"PH +0 days off", "hours_no_effect", 3, 10, ""},
      {"2026-2030/1 off", "hours_no_effect", 9, 11, ""},
      {"Mo 10:00-12:00 \"\"", "hours_no_effect", 15, 17, ""},
      {"PH: 10:00-12:00", "hours_stray_punctuation", 2, 3, ""},
      {"Jan: week 02: 10:00-12:00", "hours_stray_punctuation", 3, 4, ""},
      {"Mo 10:00-12:00 ||", "hours_stray_punctuation", 15, 17, ""},
  }));
  CAPTURE(c.text);
  const hours::Reading reading = hours::read_hours(c.text);
  REQUIRE(reading.ok());
  REQUIRE(reading.rule_places.size() == reading.value->rules.size());
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].kind->code == c.code);
  CHECK(reading.problems[0].where.begin == c.begin);
  CHECK(reading.problems[0].where.end == c.end);
  CHECK(reading.problems[0].suggestion == c.suggestion);
}

TEST_CASE("what is written well has no warning", "[hours][parse]") {
  const std::string text = GENERATE("easter -2 days off", "easter +1 day off", "Jan: 10:00-12:00", "Mo-Fr 8:00-12:00", "Jan 01: off");
  CAPTURE(text);
  CHECK(hours::read_hours(text).problems.empty());
}
