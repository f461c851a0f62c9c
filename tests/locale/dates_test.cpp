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
      {R"("H:mm")", 1440, "24:00"},  // stays
      {R"("H:mm")", 1530, "1:30"},   // the next day
      {R"("H:mm")", 2880, "24:00"},
      {R"("H:mm")", -5, "0:00"},
      {R"("H 'h' mm", "clockOnTheHour": "H 'h'")", 510, "8 h 30"},
      {R"("H 'h' mm", "clockOnTheHour": "H 'h'")", 780, "13 h"},
      {R"("h:mm a", "dayPeriods": ["am", "pm"])", 0, "12:00 am"},
      {R"("h:mm a", "dayPeriods": ["am", "pm"])", 719, "11:59 am"},
      {R"("h:mm a", "dayPeriods": ["am", "pm"])", 720, "12:00 pm"},
      {R"("h:mm a", "dayPeriods": ["am", "pm"])", 1050, "5:30 pm"},
      {R"("h:mm a", "dayPeriods": ["am", "pm"])", 1440, "12:00 am"},
      {R"("H:mm 'open")", 60, "1:00 open"},  // the quote is never closed
      {R"("'")", 60, ""},
      {R"("")", 60, "1:00"},  // no pattern
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
      {"monday", "Monday"},
      {"панядзелак", "Панядзелак"},
      {"ўторак", "Ўторак"},
      {"їжак", "Їжак"},
      {"šeštadienis", "Šeštadienis"},
      {"étage", "Étage"},
      {"zítra", "Zítra"},
      {"žiadny", "Žiadny"},
      {"łódź", "Łódź"},
      {"Monday", "Monday"},
      {"8:30", "8:30"},
      {"", ""},
      {"יום", "יום"},
      {"الاثنين", "الاثنين"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.small);
    CHECK(locale::capitalised(c.small) == c.large);
  }
}

TEST_CASE("every language has its own way to say when", "[locale][dates]") {
  struct Case {
    const char* language;
    std::string_view clock;  // 8:30
    std::string_view on_day;
    std::string_view date;
  };
  const Case cases[] = {
      {"ar", "8:30", "يوم الاثنين 23 نوفمبر", "23 نوفمبر 2026"},
      {"be", "8:30", "ў панядзелак, 23 лістапада", "23 лістапада 2026 г."},
      {"cs", "8:30", "v pondělí 23. listopadu", "23. listopadu 2026"},
      {"de", "8:30", "am Montag, 23. November", "23. November 2026"},
      {"en", "8:30", "on Monday, 23 November", "23 November 2026"},
      {"es", "8:30", "el lunes 23 de noviembre", "23 de noviembre de 2026"},
      {"et", "8.30", "esmaspäeval, 23. novembril", "23. november 2026"},
      {"fr", "8\u00a0h\u00a030", "le lundi 23 novembre", "23 novembre 2026"},
      {"he", "8:30", "ביום שני, 23 בנובמבר", "23 בנובמבר 2026"},
      {"it", "8:30", "lunedì 23 novembre", "23 novembre 2026"},
      {"lt", "8.30", "pirmadienį, lapkričio 23 d.", "2026 m. lapkričio 23 d."},
      {"lv", "8.30", "pirmdien, 23. novembrī", "2026. gada 23. novembris"},
      {"nl", "8.30", "maandag 23 november", "23 november 2026"},
      {"pl", "8:30", "w poniedziałek, 23 listopada", "23 listopada 2026"},
      {"pt", "8h30", "na segunda-feira, 23 de novembro", "23 de novembro de 2026"},
      {"ro", "8:30", "luni, 23 noiembrie", "23 noiembrie 2026"},
      {"ru", "8:30", "в понедельник, 23 ноября", "23 ноября 2026 г."},
      {"sk", "8:30", "v pondelok 23. novembra", "23. novembra 2026"},
      {"uk", "8:30", "в понеділок, 23 листопада", "23 листопада 2026 р."},
  };
  for (const Case& c : cases) {
    CAPTURE(c.language);
    const Locale words = tests::read_locale(c.language);
    CHECK(words.language() == c.language);
    CHECK(words.right_to_left() == (words.language() == "ar" || words.language() == "he"));
    CHECK(words.clock(510) == c.clock);
    CHECK(words.on_weekday_and_date(kMonday) == c.on_day);
    CHECK(words.date(kMonday) == c.date);
    CHECK(locale::own_name(c.language) != c.language);
  }
  CHECK(tests::read_locale("fr").clock(780) == "13\u00a0h");
  CHECK(tests::read_locale("fr").day_and_month(time::day_of(2026, 5, 1)) == "1er mai");
  CHECK(locale::own_name("xx") == "xx");
}
