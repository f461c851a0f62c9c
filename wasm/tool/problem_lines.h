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

// The problem as people read it: message, the text with a line of carets below the bytes at fault, and
// what to write instead.
std::string explain(const text::Problem& problem, std::string_view text);

}  // namespace townboard::tool
