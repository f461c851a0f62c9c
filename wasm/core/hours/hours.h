#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/problem.h"

namespace townboard::hours {

// What a place is at some time. `unknown`: the data say "maybe", or do not say.
enum class State : std::uint8_t { closed, open, unknown };

// A read value of the OSM opening_hours language (the syntax tree). A value type with ==; the
// implementer decides what is inside (hours/syntax.h), callers only pass it on.
struct Hours;

// What the reader answers. `problems` holds warnings too; when one of them is an error there is no
// value. Offsets are bytes of the text that was read.
// See hours/parse.h:   Reading read_hours(std::string_view text, ReadOptions = {});

}  // namespace townboard::hours
