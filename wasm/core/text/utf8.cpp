#include "text/utf8.h"

namespace townboard::text {
namespace {

// The allowed range of the second byte, which is what rules out overlong forms, surrogates and
// values past U+10FFFF.
struct Lead {
  int length;
  unsigned char second_min;
  unsigned char second_max;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0xC2 || byte > 0xF4) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte < 0xF0) {
    return {3, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
  }
  return {4, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
          static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
}

// Capital letters first..last, whose small ones lie `distance` behind; kPairs: every other letter, from the first on, is
// a capital with its small one behind it.
struct Capitals {
  std::uint16_t first;
  std::uint16_t last;
  std::int16_t distance;
};
constexpr std::int16_t kPairs = 1;
constexpr Capitals kCapitals[] = {
    {'A', 'Z', 32},         {0xC0, 0xD6, 32},       {0xD8, 0xDE, 32},       {0x100, 0x12F, kPairs}, {0x130, 0x130, -199},
    {0x132, 0x137, kPairs}, {0x139, 0x148, kPairs}, {0x14A, 0x177, kPairs}, {0x178, 0x178, -121},   {0x179, 0x17E, kPairs},
    {0x1CD, 0x1DC, kPairs}, {0x1DE, 0x1EF, kPairs}, {0x1F8, 0x21F, kPairs}, {0x222, 0x233, kPairs}, {0x386, 0x386, 38},
    {0x388, 0x38A, 37},     {0x38C, 0x38C, 64},     {0x38E, 0x38F, 63},     {0x391, 0x3A1, 32},     {0x3A3, 0x3AB, 32},
    {0x400, 0x40F, 80},     {0x410, 0x42F, 32},     {0x460, 0x481, kPairs}, {0x48A, 0x4BF, kPairs}, {0x4C0, 0x4C0, 15},
    {0x4C1, 0x4CE, kPairs}, {0x4D0, 0x52F, kPairs},
};

}  // namespace

Decoded decode_utf8(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[offset + i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.length == 0) return {kReplacement, 1, false};
  char32_t character = static_cast<char32_t>(first & (0x7F >> lead.length));
  for (std::uint32_t i = 1; i < static_cast<std::uint32_t>(lead.length); ++i) {
    const unsigned char low = i == 1 ? lead.second_min : 0x80;
    const unsigned char high = i == 1 ? lead.second_max : 0xBF;
    if (offset + i >= text.size() || byte(i) < low || byte(i) > high) {
      return {kReplacement, i, false};
    }
    character = (character << 6) | (byte(i) & 0x3F);
  }
  return {character, static_cast<std::uint32_t>(lead.length), true};
}

void append_utf8(text::String& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  const int extra = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
  static constexpr unsigned char kLead[] = {0, 0xC0, 0xE0, 0xF0};
  out += static_cast<char>(kLead[extra] | (c >> (6 * extra)));
  for (int i = extra - 1; i >= 0; --i) out += static_cast<char>(0x80 | ((c >> (6 * i)) & 0x3F));
}

text::String repaired_utf8(std::string_view text) {
  text::String out;
  out.reserve(text.size() + 64);
  for (std::size_t at = 0; at < text.size();) {
    const Decoded read = decode_utf8(text, at);
    append_utf8(out, read.character);
    at += read.length;
  }
  return out;
}

char32_t to_lower(char32_t c) {
  for (const Capitals& run : kCapitals) {
    if (c < run.first) break;
    if (c > run.last) continue;
    if (run.distance != kPairs) return c + static_cast<char32_t>(run.distance);
    return c + (((c ^ run.first) & 1) ^ 1);
  }
  return c;
}

text::String lowered(std::string_view text) {
  text::String out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<signed char>(text[i]) >= 0) {
      out += static_cast<char>(to_lower(static_cast<char32_t>(text[i++])));
      continue;
    }
    const Decoded next = decode_utf8(text, i);
    append_utf8(out, to_lower(next.character));
    i += next.length;
  }
  return out;
}

}  // namespace townboard::text
