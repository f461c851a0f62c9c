#include "feed/dates.h"

#include "catch.h"

using namespace townboard;

namespace {

struct Row {
  std::string_view text;
  time::Instant instant;
};

constexpr time::Instant kDay = time::Instant{time::day_of(2026, 10, 5)} * 86400;

}  // namespace

TEST_CASE("a date is read in the forms that feeds write", "[feed][dates]") {
  const auto row = GENERATE(values<Row>({
      {"Mon, 05 Oct 2026 10:00:00 +0300", kDay + 7 * 3600},
      {"Mon, 5 Oct, 26 10:00 EST", kDay + 15 * 3600},
      {"Oct 5 2026", kDay},
      {"Mon Oct  5 10:00:00 PDT 2026", kDay + 17 * 3600},
      {"05 Oct 2026 10:00:00 GMT-01:30", kDay + 11 * 3600 + 1800},
      {"5 Oct 2026 22:00 Etc/GMT", kDay + 22 * 3600},
      {"5 Oct 2026 at 10:05 p.m.", kDay + 22 * 3600 + 300},
      {"2026-10-05T10:00:00.25Z", kDay + 36000},
      {"20261005T100000+0300", kDay + 7 * 3600},
      {"2026-10-05T24:00:00Z", kDay + 86400},
      {"2026-10-05T09:59:61Z", kDay + 36001},
      {"26-10-05", kDay},
      {"261005", kDay},
      {"26278", kDay},
      {"2026278", kDay},
      {"2026-278", kDay},
      {"2026-W41-1", kDay},
      {"2026W411T10:00Z", kDay + 36000},
      {"2026-W41", kDay},
      {"2026-10-05-03", kDay},
      {"-26-11", kDay + 27 * 86400},
      {"-2611", kDay + 27 * 86400},
      {"Mon, 2026/10/05 10:00:00 EDT", kDay + 14 * 3600},
      {"05.10.2026", kDay},
      {"05-10-2026 10:00", kDay + 36000},
      {"5.10.26, 10:00 Uhr", kDay + 36000},
      {"5 октября 2026 г., 10:00", kDay + 36000},
      {"5 жніўня 2026", kDay - 61 * 86400},
      {"5. října 2026", kDay},
      {"5. července 2026", kDay - 92 * 86400},
      {"2026-október-5T9:15-05:00", kDay + 14 * 3600 + 900},
      {"Δευ, 05 Οκτ 2026 10:00:00 EET", kDay + 8 * 3600},
      {"2026년 10월 05일 19:00:00", kDay + 36000},
      {"26년 10월 5일 19:00", kDay + 36000},
      {"2026-10-05 오후 7:00:00", kDay + 36000},
  }));
  CAPTURE(row.text);

  const std::optional<time::Instant> read = feed::read_date(row.text);

  REQUIRE(read.has_value());
  CHECK(*read == row.instant);
}

TEST_CASE("what is no date, or may be several, is none", "[feed][dates]") {
  const auto text = GENERATE(values<std::string_view>({
      "",
      "soon",
      "5 October",
      "October 2026",
      "31 Feb 2026",
      "Mon, 05 Oct 2026 25:00:00 GMT",
      "Mon, 05 Oct 2026 10:61:00 GMT",
      "Mon, 05 Oct 2026 1:2:3:4 GMT",
      "Mon, 05 Oct 2026 x:17:32 GMT",
      "Mon, 05 Oct 2026 10:x:32 GMT",
      "Mon, 05 Oct 2026 10:00:00 +00:zz",
      "Mon, 05 Oct 2026 10:00:00 +zz:00",
      "2026-13-05",
      "2026-366",
      "2005026년 10월 5일",
      "2026-W54-1",
      "9999-12-31T23:59:59-99:99",
  }));
  CAPTURE(text);

  CHECK_FALSE(feed::read_date(text).has_value());
}
