#pragma once

#include <optional>
#include <string_view>

namespace townboard::feed {

// 1 to 12 for a word in lower case that begins as the name of a month does in a language of town halls; 0 for others.
int month_named(std::string_view word);

// Minutes from UTC of a zone's name in lower case. Military letters but "z" mean nothing certain.
// Rule: RFC 5322, section 4.3; and what newspapers write.
std::optional<int> zone_named(std::string_view word);

}  // namespace townboard::feed
