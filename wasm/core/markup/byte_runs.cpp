// What need not be as fast as byte_class.cpp.
#include "markup/byte_class.h"

namespace townboard::markup {

// Rule: Unicode Standard Annex 9, section 2: U+202A to U+202E and U+2066 to U+2069; C1 is U+0080 to U+009F.
std::size_t end_of_text(std::string_view text, std::size_t at, int wanted) {
  for (;;) {
    at = end_of_run(text, at, wanted);
    const auto byte = [&](std::size_t ahead) { return static_cast<unsigned char>(text[at + ahead]); };
    if (text.size() - at >= 2 && byte(0) == 0xC2 && byte(1) >= 0xA0) {
      at += 2;
    } else if (text.size() - at >= 3 && byte(0) == 0xE2 &&
               !(byte(1) == 0x80 && byte(2) >= 0xAA && byte(2) <= 0xAE) &&
               !(byte(1) == 0x81 && byte(2) >= 0xA6 && byte(2) <= 0xA9)) {
      at += 3;
    } else {
      return at;
    }
  }
}

std::string_view whole_characters(std::string_view text, std::size_t max) {
  if (text.size() <= max) return text;
  while (max > 0 && (static_cast<unsigned char>(text[max]) & 0xC0) == 0x80) --max;
  return text.substr(0, max);
}

}  // namespace townboard::markup
