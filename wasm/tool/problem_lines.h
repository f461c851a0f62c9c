#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "text/problem.h"

namespace townboard::tool {

// The English sentence for a problem's code, from data/problems.json; the code itself when there is none.
std::string message_of(const text::ProblemKind& kind);

// {"code","level","begin","end","message","suggestion"} of every problem; "pointer" where there is one.
nlohmann::ordered_json problems_json(const text::Problems& problems);

// How many columns UTF-8 text takes, at one a character.
std::size_t columns(std::string_view text);

// The line of `text` at `where`, or the part of a long one that people need to see, and under it carets below the bytes at
// fault; both indented.
std::string shown_line(std::string_view text, text::Span where);

// The problem as people read it: message, the text with a line of carets below the bytes at fault, and
// what to write instead.
std::string explain(const text::Problem& problem, std::string_view text);

}  // namespace townboard::tool
