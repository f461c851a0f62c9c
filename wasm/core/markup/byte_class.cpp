#include "markup/byte_class.h"

namespace townboard::markup {
namespace {

struct Classes {
  std::uint16_t of[256] = {};

  constexpr void add(std::string_view bytes, int classes) {
    for (const char c : bytes) of[static_cast<unsigned char>(c)] |= static_cast<std::uint16_t>(classes);
  }
};

constexpr Classes classes() {
  Classes out;
  for (int byte = 0; byte < ' '; ++byte) {
    const bool blank = byte >= '\t' && byte <= '\r';
    out.of[byte] = kUrlByte | (blank ? kBlankByte | kNameEndByte : kBackslashByte);
    if (byte != '\t' && byte != '\n') out.of[byte] |= kTextEndByte;
  }
  // Of characters of two bytes only those that begin with 0xC2 hold controls, of those of three the ones with 0xE2.
  out.add("\x7F\xC2\xE2", kDelicateByte | kTextEndByte);
  out.add("\x7F", kUrlByte);
  out.add("&<>", kMarkupByte | kTextEndByte);
  out.add("\"", kQuoteByte);
  out.add("\\", kBackslashByte);
  out.add(" ", kSpaceByte | kNameEndByte | kUrlByte);
  out.add("\"'<>", kTagByte);
  out.add("></", kNameEndByte);
  out.add("\"<>`", kUrlByte);
  return out;
}

constexpr Classes kClasses = classes();

}  // namespace

std::size_t end_of_run(std::string_view text, std::size_t at, int wanted) {
  const char* next = text.data() + at;
  const char* const end = text.data() + text.size();
  const auto is = [wanted](char c) { return kClasses.of[static_cast<unsigned char>(c)] & wanted; };
  while (end - next >= 4 && (is(next[0]) | is(next[1]) | is(next[2]) | is(next[3])) == 0) next += 4;
  while (next != end && is(*next) == 0) ++next;
  return static_cast<std::size_t>(next - text.data());
}

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
