#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "hours/lex.h"

namespace townboard::hours {

// The value of TokenKind::daily: the first weekday, the last one << 3, and what else belongs to them.
inline constexpr std::int16_t kAndSunday = 64;
inline constexpr std::int16_t kAndHolidays = 128;

// What one word means in a value: of the grammar itself, or one that people write in its place.
struct Word {
  TokenKind kind;
  std::int16_t value;
  std::string_view name;  // as the specification writes it, or what to write instead; lives for ever
};

// The meaning of a word of the grammar or of a single English one, in whatever case; nullptr: it has none here.
const Word* find_word(std::string_view word);

// The word of the grammar, or what stands for it, that is written so but for the case; nullptr for others.
const Word* word_named(std::string_view name);

// How the specification writes a weekday (0..6), a month (1..12).
std::string_view weekday_name(int weekday);
std::string_view month_name(int month);
std::string_view event_name(int event);

}  // namespace townboard::hours
