// What whole feeds go through: eight bytes at a time as long as their characters are short.
#include <cstring>

#include "text/utf8.h"

namespace townboard::text {
namespace {

constexpr std::uint64_t kEach = 0x0101010101010101U;
constexpr std::uint64_t kHighBits = kEach << 7;

// Whether eight bytes, the first in the lowest bits, are whole and valid characters of one or two bytes, but that the
// first may end one and the last may begin one: bit 0 and bit 64 of `begun`, so to speak.
bool is_short(std::uint64_t word, bool& begun) {
  const std::uint64_t high = word & kHighBits;
  const std::uint64_t leads = high & (word << 1);
  // Bit 5 belongs to three bytes and more; 0xC0 and 0xC1 begin nothing.
  const std::uint64_t longer = leads & (word << 2);
  const std::uint64_t right = ((word & kEach * 0x1E) + kEach * 0x7E) & leads;
  const std::uint64_t expected = leads << 8 | (begun ? 0x80U : 0U);
  begun = (leads >> 63) != 0;
  return longer == 0 && right == leads && (high ^ leads) == expected;
}

}  // namespace

bool is_valid_utf8(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    bool begun = false;
    std::uint64_t word;
    for (; text.size() - at >= sizeof word; at += sizeof word) {
      std::memcpy(&word, text.data() + at, sizeof word);
      const bool before = begun;
      if (is_short(word, begun)) continue;
      begun = before;
      break;
    }
    at -= begun;
    // Across what is longer, or to the end.
    for (const std::size_t behind = at + sizeof word; at < behind && at < text.size();) {
      const Decoded next = decode_utf8(text, at);
      if (!next.valid) return false;
      at += next.length;
    }
  }
  return true;
}

bool is_ascii(std::string_view text) {
  std::size_t at = 0;
  std::uint64_t word;
  for (; text.size() - at >= sizeof word; at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if ((word & kHighBits) != 0) return false;
  }
  for (; at < text.size(); ++at) {
    if (static_cast<signed char>(text[at]) < 0) return false;
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

namespace {

// Four bytes of ASCII as four units.
std::uint64_t widened(std::uint64_t four) {
  four = (four | four << 16) & 0x0000FFFF0000FFFFU;
  return (four | four << 8) & 0x00FF00FF00FF00FFU;
}

// The first four of eight bytes that are whole characters of one or two bytes, as four units; the bytes that they take. No
// branch: how long words are nobody can guess.
std::size_t four_characters(std::uint64_t word, std::uint64_t& units) {
  units = 0;
  std::uint64_t bits = 0;
  for (int i = 0; i < 4; ++i) {
    const std::uint64_t two = word >> 7 & 1;
    const std::uint64_t both = (word & 0x1F) << 6 | (word >> 8 & 0x3F);
    units |= (two != 0 ? both : word & 0x7F) << (16 * i);
    word >>= 8 + 8 * two;
    bits += 8 + 8 * two;
  }
  return static_cast<std::size_t>(bits / 8);
}

}  // namespace

std::uint32_t append_utf16(String& out, std::string_view text) {
  // No character has more units than bytes.
  const std::size_t begin = out.size();
  char* to = out.extend(text.size() * 2);
  const auto put = [&to](std::uint32_t unit) {
    const auto both = static_cast<std::uint16_t>(unit);
    std::memcpy(to, &both, sizeof both);
    to += sizeof both;
  };
  for (std::size_t at = 0; at < text.size();) {
    std::uint64_t word;
    while (text.size() - at >= sizeof word) {
      std::memcpy(&word, text.data() + at, sizeof word);
      const std::uint64_t high = word & kHighBits;
      std::uint64_t units[2] = {widened(word & 0xFFFFFFFFU), widened(word >> 32)};
      if (high != 0) {
        if ((high & word << 1 & word << 2) != 0) break;
        at += four_characters(word, units[0]);
      } else {
        at += sizeof word;
      }
      std::memcpy(to, units, sizeof units);
      to += high != 0 ? 8 : 16;
    }
    if (at == text.size()) break;
    if (static_cast<signed char>(text[at]) >= 0) {
      put(static_cast<unsigned char>(text[at++]));
      continue;
    }
    const Decoded next = decode_utf8(text, at);
    at += next.length;
    const bool pair = next.character >= 0x10000;
    if (pair) put(0xD7C0 + (next.character >> 10));
    put(pair ? 0xDC00 | (next.character & 0x3FF) : next.character);
  }
  out.resize(static_cast<std::size_t>(to - out.data()));
  return static_cast<std::uint32_t>((out.size() - begin) / 2);
}

}  // namespace townboard::text
