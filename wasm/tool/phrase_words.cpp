#include "tool/phrase_words.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "hours/parse.h"
#include "tool/embedded.h"
#include "tool/hours_words.h"

namespace townboard::tool {
namespace {

using Json = nlohmann::ordered_json;

// The lines that phrase::Words::add reads; web/phrase-words.js takes the same words.
std::string lines_of(const Json& file) {
  std::string lines;
  for (const auto& [name, forms] : file["words"].items()) {
    lines += name;
    for (const Json& form : forms) lines += '\t' + form.get<std::string>();
    lines += '\n';
  }
  return lines;
}

}  // namespace

std::optional<phrase::Words> phrase_words(std::string_view language) {
  const std::string own(language.substr(0, language.find('-')));
  const std::string_view text = embedded("phrases/" + own + ".json");
  if (text.empty()) return std::nullopt;
  const Json file = Json::parse(text);
  phrase::Words words;
  words.add(lines_of(file));
  for (const Json& other : file.value("also", Json::array())) {
    words.add(lines_of(Json::parse(embedded("phrases/" + other.get<std::string>() + ".json"))));
  }
  return words;
}

Sentence read_sentence(std::string_view languages, std::string_view sentence) {
  Sentence first;
  while (!languages.empty()) {
    const std::string language(languages.substr(0, languages.find(',')));
    languages.remove_prefix(std::min(languages.size(), language.size() + 1));
    const auto words = phrase_words(language);
    if (!words) continue;
    phrase::Reading reading = phrase::read_phrase(sentence, *words);
    if (reading.ok) return {std::move(reading), language};
    if (first.language.empty()) first = {std::move(reading), language};
  }
  return first;
}

phrase::Reading read_sentence(const site::Site& site, const site::Schedule& schedule) {
  std::string languages;
  for (const std::string_view one : site.languages) {
    if (!languages.empty()) languages += ',';
    languages += one;
  }
  phrase::Reading reading = read_sentence(languages, schedule.text).reading;
  if (!reading.ok) {
    hours::Reading osm = hours::read_hours(schedule.text, {.dictionary = &hours_words()});
    if (osm.problems.size() <= reading.problems.size() || reading.problems.empty()) reading.problems = std::move(osm.problems);
  }
  for (text::Problem& problem : reading.problems) problem.pointer = schedule.pointer;
  return reading;
}

}  // namespace townboard::tool
