#include "hours/describe.h"

#include <fstream>
#include <iterator>
#include <string>

#include "catch.h"
#include "hours/parse.h"
#include "source_file.h"

using namespace townboard;

namespace {

locale::Locale locale_of(const std::string& language) {
  const std::string file = tests::source_file("data/locales/" + language + ".json");
  const json::Document document(file);
  text::Problems problems;
  return locale::Locale::read_for_hours(document.root(), problems);
}

}  // namespace

TEST_CASE("values are described in every language", "[hours][describe]") {
  std::ifstream in(std::string(TOWNBOARD_SOURCE_DIR) + "/tests/hours/described.tsv");
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    const std::string language = line.substr(0, first);
    const hours::Reading reading = hours::read_hours(line.substr(first + 1, second - first - 1));
    CAPTURE(line);
    REQUIRE(reading.ok());
    CHECK(hours::describe(*reading.value, locale_of(language)) == line.substr(second + 1));
    ++rows;
  }
  CHECK(rows >= 80);
}

TEST_CASE("texts that a language file lacks are named", "[hours][describe]") {
  const json::Document document(R"({"strings": {"hours.closed": "zu"}})");
  text::Problems problems;
  const locale::Locale locale = locale::Locale::read_for_hours(document.root(), problems);
  CHECK(hours::describe(*hours::read_hours("Mo off; 24/7").value, locale) == "Hours.day_times; hours.always");
  CHECK(locale.hours_text(locale::HoursText::closed) == "zu");
}
