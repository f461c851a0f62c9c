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
      {"Mo-Fr 0am-5pm", "Mo-Fr 00:00-17:00"},
      {"Mo-Fr 0pm-5pm", "Mo-Fr 12:00-17:00"},
      {"4-10 pm", "16:00-22:00"},
      {"9-5 pm", "09:00-17:00"},
      {"Mo[2-2] 10:00-12:00", "Mo[2] 10:00-12:00"},
      {"Dec 25th off", "Dec 25 off"},
      {"Dec 1st-2nd off", "Dec 01-02 off"},
      {"Dec 3rd off", "Dec 03 off"},
      {"Dec 3.-5. off", "Dec 03-05 off"},
      {"Jan 1 2026 off", "2026 Jan 01 off"},
      {"Jan 2026 Mo 10:00-12:00", "2026 Jan Mo 10:00-12:00"},
      {"easter 2026 off", "2026 easter off"},
      {"open: Mo-Fr 10:00-12:00", "Mo-Fr 10:00-12:00 open"},
      {"closed: Mo", "Mo closed"},
      {"10:00-16:00/1440", "10:00-16:00/24:00"},
      {"Dec 24 Jan 06 off", "Dec 24,Jan 06 off"},
      {"Jan Feb off", "Jan,Feb off"},
      {"Jan-Feb Jan 09-15 off", "Jan-Feb Jan 09-15 off"},
      {"SH PH off", "SH,PH off"},
      {"Jan 01 -Mo off", "Jan 01 -Mo off"},
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
      {"Mo 13am-2pm", 3},
      {"Mo-Fr[1] 10:00-12:00", 5},
      {"Mo +1 day 10:00-12:00", 3},
      {"SH -1 day off", 3},
      {"Jan-Mar/2 off", 7},
      {"Jan 10/2 off", 6},
      {"week 5/2 off", 6},
      {"Jan 1-Mo off", 5},
      {"Mar Su[-We]-Oct Su[-1] off", 8},
      {"Mo :00-12:00", 3},
      {"Jan-Mar 2026 off", 8},
      {"Jan 1 2026-2027 off", 6},
      {"open:", 4},
      {"1st-5th Dec off", 0},
      {"Dec 24+Dec 31 off", 6},
      {"9:00-12:00 Mo 14:00-18:00 Th", 11},
      {"9:00-17:00 Mo-Fr, 10:00-14:00 Sa", 11},
      {"10:00-16:00/1441", 12},
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
      {"open 24/7", "hours_order", 0, 9, "24/7 open"},
      {"week 1 Jan Mo 10:00-12:00", "hours_order", 0, 25, "Jan week 01 Mo 10:00-12:00"},
      {"week 1 2026 Mo 10:00-12:00", "hours_order", 0, 26, "2026 week 01 Mo 10:00-12:00"},
      {"Jan 1 2026 off", "hours_order", 0, 14, "2026 Jan 01 off"},
      {"SH PH off", "hours_stray_punctuation", 3, 3, ","},
      {"Dec 24 Jan 06 off", "hours_stray_punctuation", 7, 7, ","},
      {"Jan-Feb Jan 09-15 off", "hours_stray_punctuation", 8, 8, ""},
      {"2026 2027 off", "hours_stray_punctuation", 5, 5, ","},
      {"week 1 week 2 off", "hours_stray_punctuation", 7, 7, ","},
      {"Mo 10:00-12:00?", "hours_corrected", 14, 15, " "},
      {"Dec 25th off", "hours_corrected", 4, 8, "25"},
      {"Dec 25. off", "hours_corrected", 4, 7, "25"},
      {"10:00-6:00", "hours_ambiguous_hour", 6, 10, "06:00"},
      {"sunrise-9:00", "hours_ambiguous_hour", 8, 12, "09:00"},
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

TEST_CASE("each doubt about one span is told", "[hours][parse]") {
  struct Case {
    std::string text;
    std::string told;  // code, begin, end and suggestion of each problem
  };
  const auto c = GENERATE(values<Case>({
      {"8:00-9:00", "ambiguous_hour 0-4 08:00; ambiguous_hour 5-9 09:00; "},
      {"9-5", "ambiguous_hour 0-1 09:00; ambiguous_hour 2-3 05:00; no_minutes 0-3 09:00-05:00; "},
      {"09-5", "ambiguous_hour 3-4 05:00; no_minutes 0-4 09:00-05:00; "},
      {"9:30-5:30 pm", "corrected 5-12 17:30; ambiguous_hour 0-4 09:30; "},
      {"9-5pm", "corrected 2-5 17:00; ambiguous_hour 0-1 09:00; no_minutes 0-5 09:00-17:00; "},
      {"9am-5pm", "corrected 0-3 09:00; corrected 4-7 17:00; no_minutes 0-7 09:00-17:00; "},
      {"8h-17h", "corrected 0-2 08:00; corrected 3-6 17:00; no_minutes 0-6 08:00-17:00; "},
      {"8h30-17h30", "corrected 0-4 08:30; corrected 5-10 17:30; "},
      {"8-12", "no_minutes 0-4 08:00-12:00; "},
  }));
  CAPTURE(c.text);
  const hours::Reading reading = hours::read_hours(c.text);
  REQUIRE(reading.ok());
  std::string told;
  for (const townboard::text::Problem& problem : reading.problems) {
    told += std::string(problem.kind->code.substr(6)) + ' ' + std::to_string(problem.where.begin) + '-' +
            std::to_string(problem.where.end) + ' ' + std::string(problem.suggestion) + "; ";
  }
  CHECK(told == c.told);
}

TEST_CASE("points in time and ranges are told apart by what is expected", "[hours][parse]") {
  struct Case {
    std::string text;
    bool ranges, points, both;  // whether it is read in the mode
  };
  const auto c = GENERATE(values<Case>({
      {"Mo 10:00-12:00", true, false, true},
      {"Mo 10:00+", true, false, true},
      {"Mo 10:00", true, true, true},
      {"Mo 10:00-12:00/30", true, true, true},
      {"Mo 10:00-12:00,14:00", false, false, true},
      {"24/7", true, true, true},
  }));
  CAPTURE(c.text);
  CHECK(hours::read_hours(c.text, {.mode = hours::Mode::ranges}).ok() == c.ranges);
  CHECK(hours::read_hours(c.text, {.mode = hours::Mode::points}).ok() == c.points);
  CHECK(hours::read_hours(c.text, {.mode = hours::Mode::both}).ok() == c.both);
}

TEST_CASE("what is written well has no warning", "[hours][parse]") {
  const std::string text = GENERATE("easter -2 days off", "easter +1 day off", "Jan: 10:00-12:00", "Mo-Fr 8:00-12:00", "sunrise-09:00", "Jan 01: off");
  CAPTURE(text);
  CHECK(hours::read_hours(text).problems.empty());
}
