#pragma once

#include "text/problem.h"

namespace townboard::site {

inline constexpr text::ProblemKind kNotAnObject{"site_not_an_object"};
inline constexpr text::ProblemKind kUnknownKey{"site_unknown_key", text::Level::warning};
inline constexpr text::ProblemKind kWrongType{"site_wrong_type"};
inline constexpr text::ProblemKind kMissing{"site_missing"};
inline constexpr text::ProblemKind kUnknownValue{"site_unknown_value"};
inline constexpr text::ProblemKind kBadZoneRule{"site_bad_zone_rule"};
inline constexpr text::ProblemKind kBadDate{"site_bad_date"};
inline constexpr text::ProblemKind kTooMany{"site_too_many"};

}  // namespace townboard::site
