#include "markup/byte_class.h"

namespace townboard::markup {
namespace {

struct Classes {
  std::uint8_t of[256] = {};
};

constexpr Classes classes() {
  Classes out;
  for (int byte = 0; byte < ' '; ++byte) out.of[byte] = byte >= '\t' && byte <= '\r' ? kBlankByte : kBackslashByte;
  // Of characters of two bytes only those that begin with 0xC2 hold controls; 0x80 to 0xBF begin none.
  out.of[0xC2] = kDelicateByte;
  for (int byte = 0xE0; byte < 256; ++byte) out.of[byte] = kDelicateByte;
  for (const unsigned byte : {unsigned{'&'}, unsigned{'<'}, unsigned{'>'}}) out.of[byte] = kMarkupByte;
  out.of[unsigned{'"'}] = kQuoteByte;
  out.of[unsigned{'\\'}] = kBackslashByte;
  out.of[unsigned{' '}] = kSpaceByte;
  out.of[0x7F] = kDelicateByte;
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

std::string_view whole_characters(std::string_view text, std::size_t max) {
  if (text.size() <= max) return text;
  while (max > 0 && (static_cast<unsigned char>(text[max]) & 0xC0) == 0x80) --max;
  return text.substr(0, max);
}

}  // namespace townboard::markup
