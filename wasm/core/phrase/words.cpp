#include "phrase/words.h"

namespace townboard::phrase {

[[gnu::noinline]] char32_t next_character(const char*& at, const char* end) {
  char32_t c = static_cast<unsigned char>(*at++);
  if (c < 0x80) return c;
  if (c < 0xC0) return 0xFFFD;
  int more = c < 0xE0 ? 1 : c < 0xF0 ? 2 : 3;
  c &= 0x3FU >> more;
  for (; more > 0 && at < end && (*at & 0xC0) == 0x80; --more) c = c << 6 | (*at++ & 0x3F);
  return c;
}

bool begins_word(char32_t before, char32_t letter) {
  const bool small = (before >= 'a' && before <= 'z') || (before >= 0xDF && before <= 0xFF) || (before >= 0x430 && before <= 0x45F);
  const bool capital = (letter >= 'A' && letter <= 'Z') || (letter >= 0xC0 && letter <= 0xDE) || (letter >= 0x400 && letter <= 0x42F);
  return small && capital;
}

bool WordTable::Form::begins(const unsigned char* word, unsigned word_size) const {
  unsigned same = 0;
  while (same < word_size && same < letters() && text()[same] == word[same]) ++same;
  return same == letters();
}

const WordTable::Form* WordTable::day_in(const unsigned char* word, unsigned size) const {
  constexpr Senses kHalves = senses(Sense::morning, Sense::afternoon, Sense::am, Sense::pm);
  if (*word >= kCyrillic) return nullptr;
  for (const Form* day = begin(); day < end(); day = day->next()) {
    if (day->sense() != Sense::day || day->letters() < 4 || !day->begins(word, size)) continue;
    const unsigned length = day->letters();
    for (const Form* half = begin(); half < end(); half = half->next()) {
      if (is_any(half->sense(), kHalves) && half->fits(word + length, size - length)) return day;
    }
  }
  return nullptr;
}

}  // namespace townboard::phrase
