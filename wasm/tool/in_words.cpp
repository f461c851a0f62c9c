#include "tool/in_words.h"

#include "hours/describe.h"
#include "hours/parse.h"
#include "json/document.h"
#include "tool/embedded.h"
#include "tool/hours_words.h"

namespace townboard::tool {

std::string in_words(std::string_view hours, std::string_view language) {
  const hours::Reading reading = hours::read_hours(hours, {.dictionary = &hours_words()});
  if (!reading.ok()) return std::string(hours);
  const std::string own(language.substr(0, language.find('-')));
  std::string_view words = embedded("locales/" + own + ".json");
  if (words.empty()) words = embedded("locales/en.json");
  text::Problems problems;
  const json::Document document(words);
  return hours::describe(*reading.value, locale::Locale::read_for_hours(document.root(), problems));
}

}  // namespace townboard::tool
