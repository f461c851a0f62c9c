#include "hours/dictionary.h"

#include <string>

#include "catch.h"
#include "hours/parse.h"
#include "hours/print.h"

namespace hours = townboard::hours;

namespace {

const hours::ListedWords kWords(
    "Mo\tma\tпн\n"
    "Fr\tvr\tпт\n"
    "-\tbis\n"
    "PH\tjours fériés\n"
    "24/7\t24 hours\n"
    "Mo-Su\tevery day\t7/7\n"
    "\tuhr\n"
    "\"Nach Vereinbarung\"\tnach vereinbarung\n"
    "+\topen end\n");

}  // namespace

TEST_CASE("words of the dictionary stand for those of the grammar, and each is a warning", "[hours][dictionary]") {
  struct Case {
    std::string text;
    std::string normal;
    std::size_t warnings;
  };
  const auto c = GENERATE(values<Case>({
      {"ma-vr 09:00-12:00", "Mo-Fr 09:00-12:00", 2},
      {"ПН-пт 09:00-12:00", "Mo-Fr 09:00-12:00", 2},
      {"Mo bis vr. 09:00-12:00 Uhr", "Mo-Fr 09:00-12:00", 3},
      {"Mo-Fr 17:00 - open end", "Mo-Fr 17:00+", 1},
      {"Mo-Fr 09:00-12:00 nach_Vereinbarung", "Mo-Fr 09:00-12:00 \"Nach Vereinbarung\"", 1},
      {"Jours  Fériés off", "PH off", 1},
      {"24 hours", "24/7", 1},
      {"7/7 09:00-12:00", "Mo-Su 09:00-12:00", 1},
      {"every day 09:00-12:00", "Mo-Su 09:00-12:00", 1},
  }));
  CAPTURE(c.text);
  const hours::Reading reading = hours::read_hours(c.text, {.dictionary = &kWords});
  REQUIRE(reading.ok());
  CHECK(hours::print(*reading.value) == c.normal);
  CHECK(reading.problems.size() == c.warnings);
  // Without it nothing is read otherwise: the value is refused.
  CHECK(!hours::read_hours(c.text).ok());
}

TEST_CASE("what is a part of a word, or of a name, is no word of the dictionary", "[hours][dictionary]") {
  for (const char* word : {"m", "mar", "Fr\tvr", "jours", "fériés", "mo-su"}) {
    CAPTURE(word);
    CHECK(!kWords.word(word));
  }
  CHECK(!kWords.saying("every days"));
  CHECK(!kWords.saying("everyday"));
  CHECK(!kWords.saying("24 hoursx"));
}
