#include "locale/locale.h"

#include <string>

#include "catch.h"
#include "locale/problems.h"
#include "read_locale.h"

using namespace townboard;
using locale::DayForm;
using locale::Locale;
using locale::MonthForm;
using locale::Plural;

TEST_CASE("a missing string is shown as its own name", "[locale][locale]") {
  const Locale words = tests::read_locale("en");

  CHECK(words.text("status.open") == "Open");
  CHECK(words.has("status.open"));
  CHECK(words.text("status.no_such") == "status.no_such");
  CHECK_FALSE(words.has("status.no_such"));
  CHECK_FALSE(words.has(""));
  CHECK(Locale().text("status.open") == "status.open");
}

TEST_CASE("braces are filled in, and what is not given stays", "[locale][locale]") {
  const Locale words = tests::read_text(R"({"strings": {
      "a": "closes at {time} for lunch, back at {back}", "b": "{x}{x}", "c": "{ {x} } {x",
      "d": "no braces"}})");

  CHECK(words.fill("a", {{"time", "13:00"}, {"back", "14:00"}}) ==
        "closes at 13:00 for lunch, back at 14:00");
  CHECK(words.fill("a", {{"time", "13:00"}}) == "closes at 13:00 for lunch, back at {back}");
  CHECK(words.fill("b", {{"x", "{x}"}}) == "{x}{x}");  // what was filled in is not read again
  CHECK(words.fill("c", {{"x", "1"}}) == "{ 1 } {x");
  CHECK(words.fill("d", {{"x", "1"}}) == "no braces");
  CHECK(words.fill("missing", {{"x", "1"}}) == "missing");
}

TEST_CASE("a text of nothing but braces takes linear work", "[locale][locale]") {
  const std::string braces(500'000, '{');
  const Locale words = tests::read_text("{\"strings\": {\"a\": \"" + braces + "}\"}}");

  CHECK(words.fill("a", {{"x", "1"}}) == braces + "}");
}

TEST_CASE("a count takes the form of its language", "[locale][locale]") {
  struct Case {
    const char* language;
    int count;
    std::string_view text;
  };
  const Case cases[] = {
      {"en", 1, "closes in 1 minute"},        {"en", 20, "closes in 20 minutes"},
      {"ru", 1, "закроется через 1 минуту"},  {"ru", 22, "закроется через 22 минуты"},
      {"ru", 11, "закроется через 11 минут"}, {"be", 21, "зачыніцца праз 21 хвіліну"},
      {"be", 4, "зачыніцца праз 4 хвіліны"},  {"be", 12, "зачыніцца праз 12 хвілін"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.language, c.count);
    CHECK(tests::read_locale(c.language).counted("status.closes_in", c.count) == c.text);
  }
}

TEST_CASE("a plural form that is missing is replaced by the general one", "[locale][locale]") {
  const Locale words = tests::read_text(
      R"({"plurals": {"one": "n = 1"}, "strings": {"a.other": "{count} {what}"}})");

  CHECK(words.plural_of(1) == Plural::one);
  CHECK(words.counted("a", 1, {{"what", "days"}}) == "1 days");
  CHECK(words.counted("b", 3) == "b.other");
}

TEST_CASE("days and months have the forms of the language", "[locale][locale]") {
  const Locale be = tests::read_locale("be");
  CHECK(be.weekday(0, DayForm::wide) == "панядзелак");
  CHECK(be.weekday(0, DayForm::on) == "ў панядзелак");
  CHECK(be.weekday(2, DayForm::brief) == "ср");
  CHECK(be.month(11, MonthForm::wide) == "лістапад");
  CHECK(be.month(11, MonthForm::format) == "лістапада");
  CHECK(be.month(11, MonthForm::on) == "лістапада");  // not apart in Belarusian
  CHECK(be.weekday(7, DayForm::wide).empty());
  CHECK(be.month(0, MonthForm::wide).empty());
  CHECK(be.first_weekday() == 0);

  CHECK(Locale().weekday(6, DayForm::on) == "Su");
  CHECK(Locale().month(1, MonthForm::wide) == "1");
  CHECK(Locale().month(12, MonthForm::format) == "12");
}

TEST_CASE("a bad part is reported and the rest is kept", "[locale][read]") {
  text::Problems problems;
  const json::Document document(R"({"language": "xx", "clock": 5, "firstWeekday": "su",
      "plurals": {"one": "n = 1", "few": "some"},
      "weekdays": {"wide": ["a", "b"], "brief": ["1", "2", "3", "4", "5", "6", "7"]},
      "strings": {"a": "A", "b": 7, "a": "last"}})");
  const Locale words = Locale::read(document.root(), problems);

  CHECK(words.language() == "xx");
  CHECK_FALSE(words.right_to_left());
  CHECK(words.clock(510) == "8:30");
  CHECK(words.first_weekday() == 6);
  CHECK(words.plural_of(1) == Plural::one);
  CHECK(words.plural_of(3) == Plural::other);
  CHECK(words.weekday(1, DayForm::wide) == "Tu");
  CHECK(words.weekday(1, DayForm::brief) == "2");
  CHECK(words.text("a") == "last");
  CHECK(words.text("b") == "b");
  const auto reported = [&](std::string_view pointer) {
    for (const text::Problem& problem : problems) {
      if (problem.pointer == pointer) return true;
    }
    return false;
  };
  CHECK(reported("/clock"));
  CHECK(reported("/plurals/few"));
  CHECK(reported("/weekdays/wide"));
  CHECK(reported("/months/format"));
  CHECK(reported("/strings/b"));
  CHECK_FALSE(reported("/weekdays/brief"));
  CHECK_FALSE(reported("/months/on"));
}

TEST_CASE("what is no object is refused", "[locale][read]") {
  for (const char* text : {"[]", "5", "null"}) {
    CAPTURE(text);
    text::Problems problems;
    const json::Document document(text);
    const Locale words = Locale::read(document.root(), problems);
    REQUIRE(problems.size() == 1);
    CHECK(problems[0].kind == &locale::kLocaleUnreadable);
    CHECK(words.text("x") == "x");
  }
}

TEST_CASE("too many strings are refused", "[locale][read]") {
  std::string text = R"({"strings": {)";
  for (int i = 0; i < 5000; ++i) {
    text += (i > 0 ? ",\"k" : "\"k") + std::to_string(i) + "\": \"v\"";
  }
  text += "}}";
  text::Problems problems;
  const json::Document document(text);
  const Locale words = Locale::read(document.root(), problems);

  REQUIRE_FALSE(problems.empty());
  CHECK(problems.back().kind == &locale::kLocaleTooLarge);
  CHECK(words.text("k1") == "k1");
}
