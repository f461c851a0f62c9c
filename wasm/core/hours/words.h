#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "hours/lex.h"

namespace townboard::hours {

// What one word means in a value: of the grammar itself, or one that people write in its place.
struct Word {
  TokenKind kind;
  std::int16_t value;
  bool canonical;  // written as the specification writes it
};

// `lowered` in lower case, without blanks. Nothing for words that mean nothing here.
std::optional<Word> find_word(std::string_view lowered);

// Words that may be left out without changing the meaning ("Uhr", "from", "le").
bool is_noise(std::string_view lowered);

// Several words that mean something together only, such as "public holidays". `text` is in lower case
// and may go on behind it.
struct Saying {
  Word word;  // of a comment the value is a number for comment_said
  std::uint32_t bytes;           // of `text` that belong to it
  std::string_view replacement;  // what to write instead; lives for ever
};
std::optional<Saying> find_saying(std::string_view text);

// The comment that a saying such as "nach Vereinbarung" stands for.
std::string_view comment_said(int number);

// Whether a saying can begin with this byte: most do not, and the search takes its time.
bool may_begin_saying(char lowered);

// How the specification writes a weekday (0..6), a month (1..12).
std::string_view weekday_name(int weekday);
std::string_view month_name(int month);
std::string_view event_name(int event);

}  // namespace townboard::hours
