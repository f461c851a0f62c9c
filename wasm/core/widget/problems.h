#pragma once

#include "text/problem.h"

namespace townboard::widget {

inline constexpr text::ProblemKind kBadOption{"board_bad_option", text::Level::warning};
inline constexpr text::ProblemKind kUnknownOption{"board_unknown_option", text::Level::warning};

}  // namespace townboard::widget
