#include "hours/describe.h"
#include "hours/parse.h"
#include "hours/print.h"
#include "phrase/language_words.h"
#include "phrase/problems.h"

namespace townboard::phrase {
namespace {

std::string problems_of(const Reading& reading) {
  std::string all;
  for (const text::Problem& problem : reading.problems) all += std::string(problem.kind->code) + ' ';
  return all;
}

TEST_CASE("sentences of offices mean what their readers took them for", "[phrase]") {
  const auto rows = rows_of("tests/phrase/phrases.tsv");
  REQUIRE(rows.size() > 250);
  for (const auto& row : rows) {
    const Reading reading = read_phrase(row[1], words_of(row[0]));
    INFO(row[0] << ": " << row[1] << " -> " << problems_of(reading));
    CHECK((reading.ok ? reading.hours : "!") == row[2]);
    if (!reading.ok) {
      CHECK(problems_of(reading) != "");
      continue;
    }
    // What comes out is OSM text in its normal form.
    const hours::Reading osm = hours::read_hours(reading.hours);
    REQUIRE(osm.ok());
    CHECK(osm.problems.empty());
  }
}

TEST_CASE("what was understood is read back in words", "[phrase]") {
  const auto rows = rows_of("tests/phrase/read_back.tsv");
  REQUIRE(rows.size() >= 30);
  for (const auto& row : rows) {
    const std::string file = tests::source_file("data/locales/" + row[0] + ".json");
    const json::Document document(file);
    text::Problems problems;
    const locale::Locale locale = locale::Locale::read_for_hours(document.root(), problems);
    const Reading reading = read_phrase(row[1], words_of(row[0]));
    REQUIRE(reading.ok);
    CHECK(hours::describe(*hours::read_hours(reading.hours).value, locale) == row[2]);
  }
}

TEST_CASE("places of problems are those of the words", "[phrase]") {
  const std::string text = "пн-пт 8.00-17.00, кроме чётных недель";
  const Reading reading = read_phrase(text, words_of("ru"));
  REQUIRE_FALSE(reading.ok);
  bool found = false;
  for (const text::Problem& problem : reading.problems) {
    found = found || text.substr(problem.where.begin, problem.where.end - problem.where.begin) == "чётных";
  }
  CHECK(found);
}

TEST_CASE("days that are not named are a problem, not a guess", "[phrase]") {
  const Reading reading = read_phrase("8.30-17.30, lunch 13.00-14.00", words_of("en"));
  REQUIRE(reading.ok);
  CHECK(reading.hours == "08:30-13:00,14:00-17:30");
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].kind == &kind_of(Trouble::days_missing));
  CHECK(reading.problems[0].suggestion == "Mo-Fr 08:30-13:00,14:00-17:30");
}

}  // namespace
}  // namespace townboard::phrase
