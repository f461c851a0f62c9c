#pragma once

#include "text/string.h"

#include "hours/hours.h"

namespace townboard::hours {

// The value in the one normal form of the specification: two-digit hours, English names, ";" and ", "
// between rules. read_hours(print(h)) gives h again,
// as long as the normal form itself is within kMaxTextBytes (parse.h).
text::String print(const Hours& hours);

// One rule of it, without the sign before it.
text::String print(const Rule& rule);

// "08:30", up to "48:00".
text::String print_clock(int minutes);

}  // namespace townboard::hours
