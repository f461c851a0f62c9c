#pragma once

namespace townboard::bind {

// The number that a decimal text begins with: [+-] digits ["." digits] [("e" | "E") [+-] digits]. `end` is set
// behind it, or to `text` when there is none; the text ends with a zero byte.
//
// The nearest double for up to 15 digits; past 19 digits the rest is not looked at, so the last bit may differ.
// Too large is infinity, too small is zero, and what is below the smallest normal double loses bits. Reads no
// hexadecimal numbers, no names such as "inf" and no leading blanks: JSON has none of them.
//
// It stands in the modules in place of the C library's strtod, which is 15 KB, and is compiled natively
// only to be compared with that one.
double decimal_to_double(const char* text, const char** end);

// The whole number that a text of digits begins with, after one sign at most. Past the largest it stays there
// and `fits` becomes false.
unsigned long long digits_to_integer(const char* text, const char** end, bool& negative, bool& fits);

}  // namespace townboard::bind
