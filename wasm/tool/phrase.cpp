// townboard phrase: how a sentence about hours is understood.
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "phrase/phrase.h"
#include "tool/commands.h"
#include "tool/json_fields.h"
#include "tool/in_words.h"
#include "tool/phrase_words.h"
#include "tool/problem_lines.h"

namespace townboard::tool {
namespace {

using Json = nlohmann::ordered_json;

Json answer(const Json& request, const phrase::Words* words) {
  Json out;
  out["id"] = request.contains("id") ? request["id"] : Json();
  const phrase::Reading reading =
      words != nullptr ? phrase::read_phrase(text_in(request, "text"), *words) : phrase::Reading();
  out["ok"] = reading.ok;
  if (reading.ok) {
    out["hours"] = reading.hours;
    out["words"] = in_words(reading.hours, text_in(request, "language"));
  }
  out["problems"] = problems_json(reading.problems);
  return out;
}

int batch() {
  std::map<std::string, std::optional<phrase::Words>> known;
  std::string line;
  while (std::getline(std::cin, line)) {
    const Json request = Json::parse(line, nullptr, false);
    Json out = {{"id", nullptr}, {"ok", false}, {"problems", Json::array()}};
    if (request.is_object()) {
      const std::string language = text_in(request, "language");
      const auto found = known.try_emplace(language, std::nullopt);
      if (found.second) found.first->second = phrase_words(language);
      out = answer(request, found.first->second ? &*found.first->second : nullptr);
    }
    std::cout << out.dump(-1, ' ', false, Json::error_handler_t::replace) << std::endl;
  }
  return kDone;
}

int explain_sentence(const std::string& sentence, const std::string& language) {
  const auto words = phrase_words(language);
  if (!words) {
    std::cerr << "townboard phrase: no words for the language '" << language << "'\n";
    return kUsageError;
  }
  const phrase::Reading reading = phrase::read_phrase(sentence, *words);
  for (const text::Problem& problem : reading.problems) std::cout << explain(problem, sentence);
  if (!reading.ok) return kProblemsFound;
  std::cout << reading.hours << '\n' << in_words(reading.hours, language) << '\n';
  return kDone;
}

int run(const Arguments& arguments) {
  std::string sentence, language = "en";
  bool usage = arguments.empty();
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--batch") return batch();
    if (arguments[i] == "--lang" && i + 1 < arguments.size()) {
      language = arguments[++i];
    } else if (sentence.empty() && !arguments[i].starts_with("--")) {
      sentence = arguments[i];
    } else {
      usage = true;
    }
  }
  if (!usage) return explain_sentence(sentence, language);
  std::cerr << "townboard phrase TEXT [--lang LANGUAGE] | --batch\n";
  return kUsageError;
}

const Register registered{
    {"phrase", "TEXT [--lang LANGUAGE] | --batch", "reads hours as people write them", run}};

}  // namespace
}  // namespace townboard::tool
