// What whole feeds go through: eight bytes at a time as long as they are ASCII.
#include <cstring>

#include "text/utf8.h"

namespace townboard::text {
namespace {

constexpr std::uint64_t kHighBits = 0x8080808080808080U;

bool is_ascii(const char* eight) {
  std::uint64_t word;
  std::memcpy(&word, eight, sizeof word);
  return (word & kHighBits) == 0;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  const char* at = text.data();
  const char* const end = at + text.size();
  while (at != end) {
    if (static_cast<signed char>(*at) >= 0) {
      ++at;
      while (end - at >= 8 && is_ascii(at)) at += 8;
      continue;
    }
    const auto byte = static_cast<unsigned char>(*at);
    // Nearly all others have two bytes.
    if (byte >= 0xC2 && byte < 0xE0 && end - at > 1 && (at[1] & 0xC0) == 0x80) {
      at += 2;
      continue;
    }
    const Decoded next = decode_utf8({at, static_cast<std::size_t>(end - at)}, 0);
    if (!next.valid) return false;
    at += next.length;
  }
  return true;
}

std::uint32_t utf16_length(std::string_view text) {
  std::uint32_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    units += (byte & 0xC0) != 0x80;
    units += byte >= 0xF0;
  }
  return units;
}

}  // namespace townboard::text
