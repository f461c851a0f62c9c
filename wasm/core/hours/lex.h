#pragma once

#include <cstdint>
#include "text/string.h"
#include <string_view>
#include "text/list.h"

#include "text/problem.h"

namespace townboard::hours {

class Dictionary;

// What a word or sign of a value stands for, after correction.
enum class TokenKind : std::uint8_t {
  end,
  number,   // value: the number; digits: how many
  time,     // value: minutes of the day; written as hour and minute
  hour,     // value: minutes of the day; an hour alone with a sign that it is one ("8h", "8am")
  weekday,  // value: 0..6
  month,    // value: 1..12
  holiday,  // value: 0 PH, 1 SH
  event,    // value: TimePoint::Base
  easter,   // value: days added to Easter Sunday
  orthodox,
  week,
  day,      // "day", "days": behind an offset
  state,    // value: 0 off, 1 open, 2 unknown, 3 closed
  always,   // 24/7
  daily,    // value: see words.h
  workday,
  shift,
  comment,  // text between quotation marks
  rule,     // ";"
  fallback, // "||"
  comma,
  dash,
  plus,
  slash,
  colon,
  open_bracket,
  close_bracket,
  open_parenthesis,
  close_parenthesis,
  late,     // "open end": behind a time, with or without a dash before it
  season,
  unknown_word,
  stray,
};

struct Token {
  TokenKind kind = TokenKind::end;
  std::uint8_t digits = 0;
  bool has_half = false;  // "am" or "pm" was written
  bool is_pm = false;
  bool is_ordinal = false;  // "25th"
  bool blank_before = false;
  std::int16_t value = 0;
  text::Span where;
};

// Cuts a value into tokens; the last one is `end`. Corrections of single words are reported as
// warnings with the word to write instead. Linear in the text. `dictionary` may be nullptr.
text::List<Token> lex(std::string_view text, text::Problems& problems, const Dictionary* dictionary = nullptr);

}  // namespace townboard::hours
