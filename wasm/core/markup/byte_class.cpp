#include "markup/byte_class.h"

namespace townboard::markup {
namespace {

struct Classes {
  std::uint8_t of[256] = {};

  constexpr void add(std::string_view bytes, int classes) {
    for (const char c : bytes) of[static_cast<unsigned char>(c)] |= static_cast<std::uint8_t>(classes);
  }
};

constexpr Classes classes() {
  Classes out;
  for (int byte = 0; byte < ' '; ++byte) {
    const bool blank = byte >= '\t' && byte <= '\r';
    out.of[byte] = static_cast<std::uint8_t>(kUrlByte | (blank ? kBlankByte : kBackslashByte));
    if (byte != '\t' && byte != '\n') out.of[byte] |= kTextEndByte;
  }
  // Of characters of two bytes only those that begin with 0xC2 hold controls, of those of three the ones with 0xE2.
  out.add("\x7F\xC2\xE2", kDelicateByte | kTextEndByte);
  out.add("\x7F", kUrlByte);
  out.add("&<>", kMarkupByte | kTextEndByte);
  out.add("\"", kQuoteByte);
  out.add("\\", kBackslashByte);
  out.add(" ", kSpaceByte | kUrlByte);
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

}  // namespace townboard::markup
