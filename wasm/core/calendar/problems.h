#pragma once

#include "text/problem.h"

namespace townboard::calendar {

inline constexpr text::ProblemKind kUnreadable{"calendar_unreadable", text::Level::error};
inline constexpr text::ProblemKind kBadRule{"calendar_bad_rule", text::Level::error};
inline constexpr text::ProblemKind kBadDate{"calendar_bad_date", text::Level::error};
inline constexpr text::ProblemKind kUnknownRegion{"calendar_unknown_region", text::Level::warning};

}  // namespace townboard::calendar
