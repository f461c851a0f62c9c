#include "tool/hours_words.h"

#include <nlohmann/json.hpp>

#include "tool/embedded.h"

namespace townboard::tool {
namespace {

// The lines that hours::ListedWords reads; web/hours.js makes the same.
std::string lines() {
  const auto file = nlohmann::ordered_json::parse(embedded("hours/words.json"));
  std::string all;
  for (const auto& [name, words] : file["words"].items()) {
    all += name;
    for (const auto& word : words) all += '\t' + word.get<std::string>();
    all += '\n';
  }
  return all;
}

}  // namespace

const hours::Dictionary& hours_words() {
  static const hours::ListedWords words(lines());
  return words;
}

}  // namespace townboard::tool
