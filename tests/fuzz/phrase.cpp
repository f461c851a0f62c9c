// Any bytes as a sentence: what is understood must be hours that the OSM reader takes without objection.
#include <cstdint>
#include <cstdlib>

#include "hours/parse.h"
#include "json/document.h"
#include "phrase/phrase.h"
#include "source_file.h"

namespace {

using namespace townboard;

phrase::Words words_of(const char* language) {
  const std::string text = tests::source_file(std::string("data/phrases/") + language + ".json");
  const json::Document document(text);
  std::string lines;
  for (json::Value sense = document.root()["words"].first(); sense; sense = sense.next()) {
    lines += sense.key();
    for (json::Value form = sense.first(); form; form = form.next()) lines += '\t' + std::string(form.string());
    lines += '\n';
  }
  phrase::Words words;
  words.add(lines);
  return words;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const phrase::Words all[] = {words_of("ru"), words_of("en"), words_of("fr"), words_of("lt")};
  if (size == 0) return 0;
  const std::string_view sentence(reinterpret_cast<const char*>(data) + 1, size - 1);
  const phrase::Reading reading = phrase::read_phrase(sentence, all[data[0] % 4]);
  for (const text::Problem& problem : reading.problems) {
    if (problem.where.begin > problem.where.end || problem.where.end > sentence.size()) std::abort();
  }
  if (!reading.ok) {
    if (reading.problems.empty()) std::abort();
    return 0;
  }
  if (reading.hours.size() < hours::kMaxTextBytes && !hours::read_hours(reading.hours).ok()) std::abort();
  return 0;
}
