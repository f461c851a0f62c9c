#pragma once

#include "text/problem.h"

namespace townboard::feed {

inline constexpr text::ProblemKind kNotAFeed{"feed_not_a_feed", text::Level::error};
inline constexpr text::ProblemKind kPageNotFeed{"feed_is_a_page", text::Level::error};
inline constexpr text::ProblemKind kInvalidBytes{"feed_invalid_bytes", text::Level::warning};
inline constexpr text::ProblemKind kTooManyArticles{"feed_too_many_articles", text::Level::warning};

}  // namespace townboard::feed
