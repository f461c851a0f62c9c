// The module that reads sentences about hours: loaded only when a site file holds one.
#include "bind/border.h"
#include "bind/problem_lines.h"
#include "phrase/phrase.h"

namespace townboard::bind {
namespace {

phrase::Words& words() {
  static phrase::Words known;
  return known;
}

}  // namespace
}  // namespace townboard::bind

using namespace townboard;

// Forgets the words and takes those of `lines` (phrase::Words::add) in their place; `more`: keeps what is known.
TOWNBOARD_EXPORT(phrase_words) void phrase_words(const char* lines, std::uint32_t size, std::uint32_t more) {
  if (more == 0) bind::words() = phrase::Words();
  bind::words().add(bind::view(lines, size));
}

// Reads a sentence. 1: understood. The answer has a line with the OSM text, which is empty when the sentence is
// refused, and the lines of its problems.
TOWNBOARD_EXPORT(phrase_read) std::uint32_t phrase_read(const char* sentence, std::uint32_t size) {
  const phrase::Reading reading = phrase::read_phrase(bind::view(sentence, size), bind::words());
  text::String& out = bind::answer();
  out = reading.hours;
  bind::append_problem_lines(out, reading.problems);
  return reading.ok ? 1 : 0;
}
