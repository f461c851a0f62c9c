#include "hours/advice.h"

#include <string>

#include "catch.h"

namespace townboard::hours {
namespace {

TEST_CASE("advice names the rule that may not say what was meant", "[hours][advice]") {
  struct Row {
    std::string text;
    std::string codes;  // with a blank behind each
    std::string place;  // of the first
  };
  const Row row = GENERATE(values<Row>({
      {"PH,Mo 10:00-12:00; unknown", "changes_default ", "unknown"},
      {"PH,Mo 10:00-12:00 || unknown", "changes_default ", "unknown"},
      {"unknown; PH,Mo 10:00-12:00", "", ""},
      {"PH,Mo open", "no_time ", "PH,Mo open"},
      {"PH,Mo open \"ring\"", "", ""},
      {"Mo-Fr,PH 10:00-12:00, Tu off", "additional_off ", "Tu off"},
      {"Mo-Fr 22:00-03:00; PH off", "cuts_night ", "PH off"},
      {"Mo-Fr 22:00-03:00, PH off", "additional_off ", "PH off"},
      {"Mo-Fr 22:00-26:00; Sa,PH 10:00-12:00", "cuts_night ", "Sa,PH 10:00-12:00"},
      {"Mo-Fr 18:00+; Sa,PH 10:00-12:00", "cuts_night ", "Sa,PH 10:00-12:00"},
      {"Mo-Fr 12:00+; Sa,PH 10:00-12:00", "", ""},
      {"Mo 22:00-03:00; Fr 10:00-12:00; PH off", "", ""},
      {"Su 22:00-03:00; Mo 10:00-12:00; PH off", "cuts_night ", "Mo 10:00-12:00"},
      {"Jan-Mar 22:00-03:00; Apr 10:00-12:00; PH off", "", ""},
      {"24/7; PH off", "not_always ", "24/7"},
      {"24/7", "", ""},
      {"Mo-Fr,PH 24/7", "not_always ", "Mo-Fr,PH 24/7"},
      {"08:00-09:00; 10:00-12:00", "one_rule holidays_unsaid ", "08:00-09:00; 10:00-12:00"},
      {"Mo-Fr 08:00-16:00", "holidays_unsaid ", "Mo-Fr 08:00-16:00"},
      {"Mo-Fr 08:00-16:00; SH off", "holidays_unsaid ", "Mo-Fr 08:00-16:00; SH off"},
      {"Mo-Fr 08:00-16:00; PH off", "", ""},
  }));
  CAPTURE(row.text);
  const Reading reading = read_hours(row.text);
  REQUIRE(reading.ok());
  text::Problems problems;
  advise(reading, problems);
  std::string codes;
  for (const text::Problem& problem : problems) {
    codes += problem.kind->code.substr(std::string_view("hours_").size());
    codes += ' ';
  }
  CHECK(codes == row.codes);
  if (problems.empty()) return;
  const text::Span where = problems[0].where;
  CHECK(row.text.substr(where.begin, where.end - where.begin) == row.place);
}

}  // namespace
}  // namespace townboard::hours
