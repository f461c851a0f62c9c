#include "phrase/words.h"

namespace townboard::phrase {
namespace {

// Whether at most `most` letters must change, appear or vanish to make the form of the word, or, for a stem, of the
// beginning of the word. Rule: Levenshtein distance, one row at a time.
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

[[gnu::noinline]] char32_t next_character(const char*& at, const char* end) {
  char32_t c = static_cast<unsigned char>(*at++);
  if (c < 0x80) return c;
  if (c < 0xC0) return 0xFFFD;
  int more = c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
  c &= 0x3FU >> more;
  for (; more > 0 && at < end && (*at & 0xC0) == 0x80; --more) c = c << 6 | (*at++ & 0x3F);
  return c;
}

const WordTable::Form* WordTable::misspelt(const unsigned char* word, unsigned size) const {
  if (size < 4) return nullptr;
  for (const Form* form = begin(); form < end(); form = form->next()) {
    if (form->rank < 8) continue;
    const unsigned form_size = form->size - form->is_stem();
    // A day inside a longer word ("щосереди") is as telling as one with a wrong letter.
    if ((form->sense() == Sense::day && contains(word, size, form->text(), form_size)) ||
        is_near(word, size, form->text(), form_size, form->is_stem())) {
      return form;
    }
  }
  return nullptr;
}

}  // namespace townboard::phrase
