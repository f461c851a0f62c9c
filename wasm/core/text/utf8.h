#pragma once

#include <cstdint>
#include "text/string.h"
#include <string_view>

namespace townboard::text {

inline constexpr char32_t kReplacement = 0xFFFD;

// The character at `offset` of UTF-8 `text` and its length in bytes. Bytes that are no UTF-8 give
// kReplacement and the length of the maximal invalid part (at least 1), as browsers decode.
// `offset` must be below text.size().
// Rule: Unicode 15, section 3.9, table 3-7; WHATWG Encoding, UTF-8 decoder.
struct Decoded {
  char32_t character;
  std::uint32_t length;  // 1..4
  bool valid;
};
Decoded decode_utf8(std::string_view text, std::size_t offset);

// Appends `character` as UTF-8; surrogates and values past U+10FFFF become kReplacement.
void append_utf8(text::String& out, char32_t character);

bool is_valid_utf8(std::string_view text);
bool is_ascii(std::string_view text);

// `text` with U+FFFD for each part that is none.
text::String repaired_utf8(std::string_view text);

// Number of UTF-16 code units that `text` (valid UTF-8) has in JavaScript.
std::uint32_t utf16_length(std::string_view text);

// Appends `text` (valid UTF-8) as UTF-16, little-endian; the number of code units.
std::uint32_t append_utf16(text::String& out, std::string_view text);

// One character in lower case: Latin (with the Baltic, Polish, Czech, … letters), Greek and
// Cyrillic; others stay. Simple mapping only, so lengths in characters never change.
// Rule: Unicode simple case folding for the blocks U+0041..U+024F, U+0386..U+03FF, U+0400..U+052F.
char32_t to_lower(char32_t character);

// `text` in lower case by `to_lower`, invalid bytes replaced.
text::String lowered(std::string_view text);

}  // namespace townboard::text
