// The table of words for native programs; web/phrase-words.js has the same words.
#include <algorithm>

#include "phrase/words.h"

namespace townboard::phrase {
namespace {

// In the order of Sense, one line each; the names of a line are the values from 0 on.
constexpr std::string_view kNames =
#include "phrase/names.inc"
    ;

// One line a sense or letter: its name, then characters and ranges of them as hexadecimal numbers. A name of one or two
// characters is a letter, by itself or as a hexadecimal number; with "+" it is that of the first in each range, and the
// next ones follow. What stands behind the empty line is for languages in Cyrillic, whose words people type with Latin
// letters that look alike: Cpeда.
constexpr std::string_view kSigns =
#include "phrase/signs.inc"
    ;

// What stands before the first of `separators`, which is taken away with it.
std::string_view take(std::string_view& text, std::string_view separators) {
  const std::string_view field = text.substr(0, text.find_first_of(separators));
  text.remove_prefix(std::min(text.size(), field.size() + 1));
  return field;
}

unsigned hexadecimal(std::string_view digits) {
  unsigned number = 0;
  for (const char digit : digits) {
    number = number * 16 + static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
  }
  return number;
}

// The two bytes of a name, for the sense and the value; empty: there is no such name.
text::String marks_of(std::string_view name) {
  text::String marks;
  char sense = 0;
  for (std::string_view lines = kNames; !lines.empty() && !name.empty(); ++sense) {
    std::string_view line = take(lines, "\n");
    for (char value = 0; !line.empty(); ++value) {
      if (take(line, " ") != name) continue;
      marks += sense;
      marks += value;
      return marks;
    }
  }
  return marks;
}

constexpr std::size_t kLookAlikes = kSigns.find("\n\n") + 1;
static_assert(kLookAlikes < kSigns.size());

}  // namespace

Words::Words() {
  bytes_.resize(WordTable::kCharacters);
  for (unsigned c = 0; c < WordTable::kCharacters; ++c) {
    const bool letter = (c >= 0xC0 && c < 0x2000) || c >= 0x3040;
    bytes_[c] = static_cast<char>(letter ? kOtherLetter : static_cast<unsigned char>(Sense::sign));
  }
  map_characters(kSigns.substr(0, kLookAlikes));
}

void Words::map_characters(std::string_view lines) {
  while (!lines.empty()) {
    std::string_view line = take(lines, "\n");
    const std::string_view name = take(line, " ");
    const bool follow = name.size() > 1 && name.back() == '+';
    const std::string_view letter = name.substr(0, name.size() - follow);
    const unsigned first = letter.size() == 1   ? static_cast<unsigned char>(letter[0])
                           : letter.size() == 2 ? hexadecimal(letter)
                                                : static_cast<unsigned char>(marks_of(name)[0]);
    while (!line.empty()) {
      std::string_view range = take(line, " ");
      const unsigned begin = hexadecimal(take(range, "-"));
      const unsigned end = range.empty() ? begin : hexadecimal(range);
      for (unsigned c = begin; c <= end; ++c) bytes_[c] = static_cast<char>(follow ? first + c - begin : first);
    }
  }
}

void Words::add_form(std::string_view marks, std::string_view form, bool filling) {
  const std::size_t begin = bytes_.size();
  const bool stem = form.find('*') != std::string_view::npos;
  bytes_ += marks;
  bytes_ += static_cast<char>((filling ? 0 : 2) + (stem ? 0 : 1));
  bytes_ += '\0';
  unsigned char before = ' ';
  bool has_letters = false;
  for (const char *at = form.data(), *const end = at + form.size(); at < end;) {
    const char32_t character = next_character(at, end);
    unsigned char letter = table().sign(character);
    if (letter == kNoLetter) continue;
    const auto sense = static_cast<Sense>(letter);
    const bool parts = sense == Sense::blank || sense == Sense::dash || sense == Sense::slash;
    if (parts || character == '*') letter = parts ? ' ' : '*';
    const bool changes = is_digit(letter) != is_digit(before);
    if (before != ' ' && letter > '*' && changes) bytes_ += ' ';
    if (letter != ' ' || before != ' ') bytes_ += static_cast<char>(letter);
    before = letter;
    has_letters = has_letters || letter > '*';
  }
  const std::size_t size = bytes_.size() - begin - sizeof(WordTable::Form);
  if (!has_letters || size >= WordTable::kLongestForm || bytes_.size() > kMost) return bytes_.resize(begin);
  const auto sense = static_cast<Sense>(marks[0]);
  const bool matters = is_any(sense, senses(Sense::day, Sense::pause, Sense::closed)) ||
                       is_within(sense, Sense::month, Sense::days_off);
  const bool telling = matters && size >= 5U + stem && bytes_.find(' ', begin + sizeof(WordTable::Form)) == std::string::npos;
  bytes_[begin + 2] = static_cast<char>(bytes_[begin + 2] + (size == form.size() ? 0 : 4) + (telling ? 8 : 0));
  bytes_[begin + 3] = static_cast<char>(size);
}

void Words::add(std::string_view lines) {
  const bool filling = bytes_.size() > WordTable::kCharacters;
  if (!filling && lines.find_first_of("\xD0\xD1") != std::string_view::npos) {
    map_characters(kSigns.substr(kLookAlikes + 1));
  }
  while (!lines.empty()) {
    std::string_view line = take(lines, "\n");
    const text::String marks = marks_of(take(line, "\t"));
    while (!line.empty() && marks.size() != 0) add_form(marks, take(line, "\t"), filling);
  }
}

WordTable Words::table() const {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(bytes_.data());
  return {bytes, reinterpret_cast<const WordTable::Form*>(bytes + bytes_.size())};
}

}  // namespace townboard::phrase
