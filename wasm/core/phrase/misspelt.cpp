// Words with wrong letters, for native programs; web/phrase-words.js finds the same ones.
#include "phrase/words.h"

namespace townboard::phrase {
namespace {

// Whether one letter, of forms of seven and more two, must change, appear or vanish to make the form of the word, or, for
// a stem, of the beginning of the word. Rule: Levenshtein distance, one row at a time.
bool is_near(const unsigned char* word, unsigned size, const unsigned char* form, unsigned form_size, bool stem) {
  constexpr unsigned kLongest = 30;
  if (size > kLongest || form_size > kLongest) return false;
  unsigned char row[kLongest + 1];
  for (unsigned j = 0; j <= form_size; ++j) row[j] = static_cast<unsigned char>(j);
  unsigned best = form_size;
  for (unsigned i = 0; i < size; ++i) {
    unsigned corner = i, left = i + 1;
    row[0] = static_cast<unsigned char>(left);
    for (unsigned j = 0; j < form_size; ++j) {
      const unsigned above = row[j + 1];
      unsigned least = corner + (word[i] != form[j]);
      if (above + 1 < least) least = above + 1;
      if (left + 1 < least) least = left + 1;
      corner = above;
      left = least;
      row[j + 1] = static_cast<unsigned char>(least);
    }
    if (left < best || !stem) best = left;
  }
  return best <= (form_size < 7 ? 1U : 2U);
}

bool contains(const unsigned char* word, unsigned size, const unsigned char* part, unsigned part_size) {
  for (unsigned at = 0; at + part_size <= size; ++at) {
    unsigned same = 0;
    while (same < part_size && word[at + same] == part[same]) ++same;
    if (same == part_size) return true;
  }
  return false;
}

}  // namespace

const WordTable::Form* Words::misspelt(const unsigned char* word, unsigned size) const {
  if (size < 4 || size >= WordTable::kLongestForm) return nullptr;
  const WordTable known = table();
  if (known.day_in(word, size) != nullptr) return nullptr;
  const WordTable::Form* found = nullptr;
  for (const WordTable::Form* form = known.begin(); form < known.end(); form = form->next()) {
    // A word of the table is none that is wrong.
    if (form->fits(word, size)) return nullptr;
    const unsigned form_size = form->letters();
    // A day inside a longer word ("щосереди") is as telling as one with a wrong letter.
    if (found == nullptr && form->rank >= 8 &&
        ((form->sense() == Sense::day && contains(word, size, form->text(), form_size)) ||
         is_near(word, size, form->text(), form_size, form->is_stem()))) {
      found = form;
    }
  }
  return found;
}

text::String Words::meant_by(std::string_view word) const {
  unsigned char letters[WordTable::kLongestForm];
  unsigned size = 0;
  for (const char *at = word.data(), *const end = at + word.size(); at < end;) {
    const unsigned char letter = table().sign(next_character(at, end));
    if (letter > kNoLetter && size < WordTable::kLongestForm) letters[size++] = letter;
  }
  text::String out;
  const WordTable::Form* const form = misspelt(letters, size);
  for (unsigned i = 0; form != nullptr && i < form->size; ++i) {
    const unsigned char letter = form->text()[i];
    const unsigned character = letter - kCyrillic + 0x430U;
    if (letter == '*') continue;
    if (letter >= kCyrillic) out += static_cast<char>(0xC0 | character >> 6);
    out += static_cast<char>(letter < kCyrillic ? letter : 0x80 | (character & 0x3F));
  }
  return out;
}

void Words::mark_misspelt(std::string_view sentence) {
  unsigned char word[WordTable::kLongestForm];
  unsigned size = 0;
  text::String marks;
  const auto end_word = [&] {
    if (misspelt(word, size) != nullptr) {
      for (const unsigned byte : {static_cast<unsigned>(Sense::unknown), 1U, 3U, size}) marks += static_cast<char>(byte);
      marks += std::string_view(reinterpret_cast<const char*>(word), size);
    }
    size = 0;
  };
  char32_t before = 0;
  for (const char *at = sentence.data(), *const end = at + sentence.size(); at < end;) {
    const char32_t character = next_character(at, end);
    const unsigned char letter = table().sign(character);
    if (letter < kNoLetter || begins_word(before, character)) end_word();
    before = character;
    if (letter > kNoLetter && size < WordTable::kLongestForm) word[size++] = letter;
  }
  end_word();
  bytes_ += marks;
}

}  // namespace townboard::phrase
