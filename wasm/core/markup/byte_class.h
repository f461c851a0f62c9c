#pragma once

#include <cstdint>
#include <string_view>

namespace townboard::markup {

// What a byte may need when text is copied; the rest is copied in runs. Bits.
enum ByteClass : std::uint8_t {
  kMarkupByte = 1,     // & < >
  kQuoteByte = 2,      // "
  kBackslashByte = 4,  // and C0 controls that are no blanks
  kBlankByte = 8,      // tab to carriage return; a plain blank is none of them
  kSpaceByte = 16,
  kDelicateByte = 32,  // DEL, and what begins C1 and bidirectional controls
  kTextEndByte = 64,   // what cannot just be copied from HTML to HTML: & < > and what SafeTreeBuilder cleans
  kUrlByte = 128,      // what no URL may hold: controls, blanks, " < > `
};

// The offset of the first byte at or behind `at` that is of one of the classes, or the end.
std::size_t end_of_run(std::string_view text, std::size_t at, int classes);

// The same for kTextEndByte or kDelicateByte among `classes`, but past the characters that only begin like a control.
std::size_t end_of_text(std::string_view text, std::size_t at, int classes);

// As much of valid UTF-8 as fits into `max` bytes.
std::string_view whole_characters(std::string_view text, std::size_t max);

}  // namespace townboard::markup
