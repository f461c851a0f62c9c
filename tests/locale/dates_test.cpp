#include <string>

#include "catch.h"
#include "locale/locale.h"
#include "read_locale.h"
#include "time/civil.h"

using namespace townboard;
using locale::Locale;

constexpr time::Day kMonday = time::day_of(2026, 11, 23);

TEST_CASE("clock times are written as the language writes them", "[locale][dates]") {
  struct Case {
    const char* pattern;
    int minute;
    std::string_view text;
  };
  const Case cases[] = {
      {R"("H:mm")", 510, "8:30"},
      {R"("HH:mm")", 510, "08:30"},
      {R"("H.mm")", 785, "13.05"},
      {R"("H:mm")", 0, "0:00"},
      {R"("H:mm")", 1440, "24:00"},                             // stays
      {R"("H:mm")", 1530, "1:30"},                              // the next day
      {R"("H:mm")", 2880, "24:00"},
      {R"("H:mm")", -5, "0:00"},
      {R"("H 'h' mm", "clockOnTheHour": "H 'h'")", 510, "8 h 30"},
      {R"("H 'h' mm", "clockOnTheHour": "H 'h'")", 780, "13 h"},
      {R"("h:mm a", "dayPeriods": ["am", "pm"])", 0, "12:00 am"},
      {R"("h:mm a", "dayPeriods": ["am", "pm"])", 719, "11:59 am"},
      {R"("h:mm a", "dayPeriods": ["am", "pm"])", 720, "12:00 pm"},
      {R"("h:mm a", "dayPeriods": ["am", "pm"])", 1050, "5:30 pm"},
      {R"("h:mm a", "dayPeriods": ["am", "pm"])", 1440, "12:00 am"},
      {R"("H:mm 'open")", 60, "1:00 open"},                     // the quote is never closed
      {R"("'")", 60, ""},
      {R"("")", 60, "1:00"},                                    // no pattern
  };
  for (const Case& c : cases) {
    CAPTURE(c.pattern, c.minute);
    const Locale words = tests::read_text(std::string(R"({"clock": )") + c.pattern + "}");
    CHECK(words.clock(c.minute) == c.text);
  }
  CHECK(Locale().clock(510) == "8:30");
}

TEST_CASE("a span has both its times", "[locale][dates]") {
  CHECK(tests::read_locale("en").span(510, 780) == "8:30–13:00");
  CHECK(Locale().span(510, 1440) == "8:30–24:00");
}

TEST_CASE("dates are written as the language writes them", "[locale][dates]") {
  const Locale en = tests::read_locale("en");
  CHECK(en.day_and_month(kMonday) == "23 November");
  CHECK(en.date(kMonday) == "23 November 2026");
  CHECK(en.weekday_and_date(kMonday) == "Monday, 23 November");
  CHECK(en.on_date(kMonday) == "on 23 November");
  CHECK(en.on_weekday_and_date(kMonday) == "on Monday, 23 November");
  CHECK(en.brief_date(kMonday) == "Mon 23 Nov");

  const Locale be = tests::read_locale("be");
  CHECK(be.day_and_month(kMonday) == "23 лістапада");
  CHECK(be.weekday_and_date(kMonday) == "панядзелак, 23 лістапада");
  CHECK(be.on_weekday_and_date(kMonday) == "ў панядзелак, 23 лістапада");

  const Locale ru = tests::read_locale("ru");
  CHECK(ru.date(kMonday) == "23 ноября 2026 г.");
  CHECK(ru.on_weekday_and_date(kMonday + 1) == "во вторник, 24 ноября");

  CHECK(Locale().date(kMonday) == "23 11 2026");
}

TEST_CASE("the first of a month may have a form of its own", "[locale][dates]") {
  const Locale words = tests::read_text(R"({"dates": {"dayAndMonth": "{day} {month}",
      "firstDay": "1er"}})");
  CHECK(words.day_and_month(time::day_of(2026, 5, 1)) == "1er 5");
  CHECK(words.day_and_month(time::day_of(2026, 5, 11)) == "11 5");
}

TEST_CASE("ordinals agree with their weekday", "[locale][dates]") {
  const Locale ru = tests::read_locale("ru");
  CHECK(ru.ordinal(2, 0) == "2-й");
  CHECK(ru.ordinal(4, 2) == "4-я");
  CHECK(ru.ordinal(-1, 6) == "последнее");
  CHECK(ru.ordinal(-2, 5) == "предпоследняя");
  CHECK(ru.ordinal(0, 0).empty());
  CHECK(ru.ordinal(6, 0).empty());
  CHECK(ru.ordinal(1, 7).empty());
  CHECK(Locale().ordinal(1, 0).empty());
}

TEST_CASE("lists have their last part joined by a word", "[locale][dates]") {
  const Locale en = tests::read_locale("en");
  CHECK(en.list({}).empty());
  CHECK(en.list({"a"}) == "a");
  CHECK(en.list({"a", "b"}) == "a and b");
  CHECK(en.list({"a", "b", "c"}) == "a, b and c");
  CHECK(Locale().list({"a", "b"}) == "a, b");
}

TEST_CASE("a line begins with a large letter", "[locale][dates]") {
  struct Case {
    std::string_view small;
    std::string_view large;
  };
  const Case cases[] = {
      {"monday", "Monday"}, {"панядзелак", "Панядзелак"}, {"ўторак", "Ўторак"},
      {"їжак", "Їжак"},     {"šeštadienis", "Šeštadienis"}, {"étage", "Étage"},
      {"zítra", "Zítra"},   {"žiadny", "Žiadny"},         {"łódź", "Łódź"},
      {"Monday", "Monday"}, {"8:30", "8:30"},             {"", ""},
      {"יום", "יום"},       {"الاثنين", "الاثنين"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.small);
    CHECK(locale::capitalised(c.small) == c.large);
  }
}
