// Sentences put together from the words of each language: all spellings of times with all forms of days and breaks
// mean the same, and near-misses are refused.
#include "phrase/language_words.h"

namespace townboard::phrase {
namespace {

const std::vector<std::string> kLanguages = {"be", "ca", "cs", "de", "en", "es", "fr", "it", "lt",
                                             "lv", "nl", "pl", "pt", "ro", "ru", "sk", "uk"};

// The first form of a meaning that is one plain word or several.
std::string form(const std::string& language, const std::string& meaning, std::size_t place = 0) {
  static std::string file;
  file = tests::source_file("data/phrases/" + language + ".json");
  const json::Document document(file);
  for (json::Value one = document.root()["words"][meaning].first(); one; one = one.next()) {
    if (one.string().find('*') != std::string_view::npos) {
      std::string stem(one.string());
      stem.pop_back();
      if (stem.find('*') == std::string::npos && place-- == 0) return stem;
      continue;
    }
    if (place-- == 0) return std::string(one.string());
  }
  FAIL(language << " has no words for " << meaning);
  return {};
}

struct Times {
  std::string first, last, lunch, back;
};

// 8:30 to 17:30 with lunch from 13 to 14, in all ways in which minutes are written.
std::vector<Times> spellings() {
  return {{"8:30", "17:30", "13:00", "14:00"},
          {"8.30", "17.30", "13.00", "14.00"},
          {"08.30", "17.30", "13.00", "14.00"},
          {"8-30", "17-30", "13-00", "14-00"},
          {"8,30", "17,30", "13,00", "14,00"},
          {"8³⁰", "17³⁰", "13⁰⁰", "14⁰⁰"}};
}

TEST_CASE("every spelling of times, days and breaks means the same in every language", "[phrase][generated]") {
  for (const std::string& language : kLanguages) {
    const std::string monday = form(language, "Mo"), friday = form(language, "Fr"), saturday = form(language, "Sa"),
                      sunday = form(language, "Su"), from = form(language, "from"), to = form(language, "to"),
                      pause = form(language, "break"), closed = form(language, "closed");
    const std::vector<std::string> days = {monday + " - " + friday, monday + "–" + friday + ":",
                                           from + " " + monday + " " + to + " " + friday,
                                           monday + ", " + form(language, "Tu") + ", " + form(language, "We") + ", " +
                                               form(language, "Th") + ", " + friday};
    for (const Times& times : spellings()) {
      for (const std::string& named : days) {
        const std::string span = times.first + " – " + times.last;
        const std::string range = from + " " + times.first + " " + to + " " + times.last;
        const std::string lunch = pause + " " + times.lunch + " – " + times.back;
        const std::vector<std::string> sentences = {
            named + " " + span + ", " + lunch,
            named + " " + range + "; " + pause + ": " + from + " " + times.lunch + " " + to + " " + times.back,
            named + "\n" + span + "\n" + pause + "\n" + times.lunch + " – " + times.back,
            named + " " + span + " (" + lunch + ")",
            named + " " + times.first + " – " + times.lunch + ", " + times.back + " – " + times.last,
            named + " " + span + ", " + lunch + ", " + saturday + ", " + sunday + " – " + closed};
        for (const std::string& sentence : sentences) {
          const Reading reading = read_phrase(sentence, words_of(language));
          INFO(language << ": " << sentence);
          CHECK(reading.hours.substr(0, 29) == "Mo-Fr 08:30-13:00,14:00-17:30");
        }
      }
    }
  }
}

TEST_CASE("a day with a wrong letter is never left out", "[phrase][generated]") {
  for (const std::string& language : kLanguages) {
    for (const std::string meaning : {"Mo", "We", "Fr", "Su"}) {
      const std::string day = form(language, meaning);
      if (day.size() < 6) continue;
      // One letter away and one too many, not at the beginning.
      for (std::size_t at = 2; at + 2 < day.size(); ++at) {
        if ((day[at] & 0xC0) == 0x80 || (day[at + 1] & 0xC0) == 0x80) continue;
        const std::string missing = day.substr(0, at) + day.substr(at + 1);
        const Reading reading = read_phrase(missing + " 9:00-17:00", words_of(language));
        INFO(language << ": " << missing << " " << reading.hours);
        // Refused, or still that day (a form of it, or its stem).
        CHECK((!reading.ok || reading.hours.substr(0, 2) == meaning));
      }
    }
  }
}

TEST_CASE("what contradicts itself or is cut off is refused in every language", "[phrase][generated]") {
  for (const std::string& language : kLanguages) {
    const std::string monday = form(language, "Mo"), friday = form(language, "Fr"), pause = form(language, "break"),
                      refuse = form(language, "refuse"), closed = form(language, "closed");
    for (const std::string& sentence :
         {monday + " 9:00-17:00, " + monday + " 10:00-18:00", monday + " 9:00-17:00, " + monday + " - " + closed,
          monday + "-" + friday + " 9:00-17:00, " + pause + " 8:00-10:00", monday + "-" + friday + " 9:00-25:00",
          monday + " 9:00-17:00, " + pause, monday + " - " + friday, refuse + " " + monday + " 9:00-17:00",
          monday + "-" + friday + " 17:00-9:00", monday + " 9:00-17:00 4711", std::string("9:00")}) {
      INFO(language << ": " << sentence);
      CHECK_FALSE(read_phrase(sentence, words_of(language)).ok);
    }
  }
}

TEST_CASE("any text is read in bounded work", "[phrase][robust]") {
  const Words& words = words_of("ru");
  std::vector<std::string> seeds = {"пн-пт 9.00-18.00, обед 13-14 (пт до 16.00)", "1-я и 3-я среда месяца с 8 до 13"};
  for (const std::string& seed : seeds) {
    for (std::size_t size = 0; size <= seed.size(); ++size) read_phrase(seed.substr(0, size), words);
    for (std::size_t at = 0; at < seed.size(); ++at) {
      for (const char c : {'\0', '(', ')', '-', '9', '\n', '\xD0', '\xFF', '"'}) {
        std::string changed = seed;
        changed[at] = c;
        read_phrase(changed, words);
      }
    }
  }
  for (const std::string part : {"(", "пн,", "9-", "8.00-9.00 ", "1-я ", "обед ", "пн 9-10; ", "сентября ", "а"}) {
    std::string large;
    while (large.size() + part.size() <= kMaxPhrase) large += part;
    read_phrase(large, words);
  }
  CHECK_FALSE(read_phrase(std::string(kMaxPhrase + 1, 'a'), words).ok);
}

}  // namespace
}  // namespace townboard::phrase
