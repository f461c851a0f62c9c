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

}  // namespace townboard::phrase
