#pragma once

#include <cstdint>
#include "text/string.h"

namespace townboard::text {

// Appends `value` in decimal, with leading zeros up to `width` digits (a minus sign is not counted).
// Its own code because std::to_string and to_chars cost 2.1 and 0.6 KB of brotli in the module.
inline void append_number(text::String& out, std::int64_t value, int width = 1) {
  if (value < 0) out += '-';
  std::uint64_t rest = value < 0 ? 0 - static_cast<std::uint64_t>(value)
                                 : static_cast<std::uint64_t>(value);
  char digits[20];
  int count = 0;
  do {
    digits[count++] = static_cast<char>('0' + rest % 10);
    rest /= 10;
  } while (rest != 0);
  for (int i = count; i < width; ++i) out += '0';
  while (count > 0) out += digits[--count];
}

}  // namespace townboard::text
