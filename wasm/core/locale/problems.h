#pragma once

#include "text/problem.h"

namespace townboard::locale {

// The document is no object, or it is larger than Locale allows.
inline constexpr text::ProblemKind kLocaleUnreadable{"locale_unreadable", text::Level::error};
inline constexpr text::ProblemKind kLocaleTooLarge{"locale_too_large", text::Level::error};
// A part that every language needs is not there, or is not of the form that the schema states.
inline constexpr text::ProblemKind kLocalePartMissing{"locale_part_missing", text::Level::error};
// A plural rule is not written as CLDR writes them.
inline constexpr text::ProblemKind kPluralRule{"plural_rule", text::Level::error};

}  // namespace townboard::locale
