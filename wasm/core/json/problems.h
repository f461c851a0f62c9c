#pragma once

#include "text/problem.h"

namespace townboard::json {

inline constexpr text::ProblemKind kJsonSyntax{"json_syntax", text::Level::error};
inline constexpr text::ProblemKind kJsonTooLarge{"json_too_large", text::Level::error};
inline constexpr text::ProblemKind kJsonTooDeep{"json_too_deep", text::Level::error};

}  // namespace townboard::json
