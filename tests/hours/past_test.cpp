#include "hours/past.h"

#include "catch.h"
#include "hours/parse.h"

namespace townboard::hours {
namespace {

TEST_CASE("what is over is told apart from what comes again", "[hours][past]") {
  struct Row {
    const char* text;
    bool past;
  };
  const Row row = GENERATE(values<Row>({{"2024 00:00-24:00", true},
                                        {"2012 Jan 01 00:00-24:00", true},
                                        {"2025 May 01-22 00:00-24:00", true},
                                        {"2025 May 22 00:00-24:00", true},
                                        {"2025 May 23 00:00-24:00", false},
                                        {"2025 00:00-24:00", false},
                                        {"2020+ Mo 08:00-12:00", false},
                                        {"2024 Dec 20-Jan 10 off", true},
                                        {"2025 Dec 20-Jan 10 off", false},
                                        {"Jan 01 off", false},
                                        {"Mo-Fr 08:00-16:00; 2024 Dec 24 off", true},
                                        {"2024 easter off", true},
                                        {"Mo-Fr 08:00-16:00", false}}));
  CAPTURE(row.text);
  const Reading reading = read_hours(row.text);
  REQUIRE(reading.ok());
  text::Problems problems;
  report_past(*reading.value, time::day_of(2025, 5, 23), {0, 1}, problems);
  CHECK(problems.empty() != row.past);
}

TEST_CASE("a year from which on something holds is said long enough", "[hours][past]") {
  const time::Day today = time::day_of(2025, 5, 23);
  CHECK(began_long_ago(read_hours("2024+ Mo 08:00-12:00").value->rules[0], today));
  CHECK(began_long_ago(read_hours("2023/2 Mo 08:00-12:00").value->rules[0], today));
  CHECK_FALSE(began_long_ago(read_hours("2025+ Mo 08:00-12:00").value->rules[0], today));
  CHECK_FALSE(began_long_ago(read_hours("2024-2026 Mo 08:00-12:00").value->rules[0], today));
}

}  // namespace
}  // namespace townboard::hours
