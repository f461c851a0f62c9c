#pragma once

#include <cstddef>
#include <cstdint>
#include "text/string.h"
#include <string_view>

namespace townboard::markup {

// Reads a character reference ("&eacute;" and the like of HTML 4, "&#1089;", "&#x441;") at the beginning of `text`; its length in
// bytes, or 0 when there is none and the "&" stands for itself.
std::size_t read_reference(std::string_view text, char32_t& character);

// Appends `text` with its character references replaced.
void append_unescaped(text::String& out, std::string_view text);

// What Windows' code page 1252 has at the place of a C1 control (0x80..0x9F), which people mean by it; the control itself
// where it has nothing. Rule: WHATWG HTML, section 13.2.5.80, numeric character reference end state.
char32_t windows1252(char32_t control);

}  // namespace townboard::markup
