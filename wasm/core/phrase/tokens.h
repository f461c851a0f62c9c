#pragma once

#include <cstdint>
#include "text/string.h"
#include <string_view>

#include "phrase/words.h"
#include "text/list.h"
#include "text/problem.h"

namespace townboard::phrase {

// A word, a number or a sign of the sentence.
struct Token {
  Sense sign = Sense::done;  // unknown: a word; number; otherwise the sign
  text::Span where;
  bool glued = false;       // nothing stands between it and the token before
  bool raised = false;      // superscript digits, as in 8³⁰
  std::uint8_t digits = 0;  // of a number; 255: too many
  std::uint16_t value = 0;  // of a number
  std::string_view word;    // folded; lives as long as Tokens
};

struct Tokens {
  text::List<Token> list;
  text::String words;  // the folded words behind one another
};

// The sentence in tokens, with one of Sense::done at the end. Quotation marks and blanks are left out.
Tokens tokens_of(std::string_view sentence);

}  // namespace townboard::phrase
