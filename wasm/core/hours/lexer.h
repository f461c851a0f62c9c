#pragma once

#include <string_view>

#include "hours/dictionary.h"
#include "hours/lex.h"
#include "hours/words.h"
#include "text/list.h"
#include "text/string.h"

namespace townboard::hours {

// `from`, or the first byte behind it that is no blank; the text ends with a NUL.
const char* skip_blanks(const char* from);

// Cuts one value into tokens, from its begin to its end. Each function reads what it is named after and leaves the
// lexer behind it; those that give a bool say whether it was there.
class Lexer {
 public:
  Lexer(std::string_view text, text::Problems& problems, const Dictionary* dictionary);

  text::List<Token> run();

 private:
  // lex.cpp
  void step();
  Token& add(TokenKind kind, const char* begin, int value = 0);
  void warn(const char* begin, std::string_view suggestion);
  void report(const text::ProblemKind& kind, const char* begin, std::string_view suggestion);
  std::string_view character(const char* at) const;
  bool saying();
  bool quoted();
  bool sign();
  void ascii(TokenKind kind);
  void word();
  bool in_word() const;
  std::optional<Word> meaning(std::string_view word) const;

  // lex_numbers.cpp
  bool begins_always() const;
  const char* minutes_behind(const char* end) const;
  void number();
  void time(const char* begin, const char* minutes, int hour, int digits);
  void warn_time(const char* begin, int minutes);
  bool half_day(const char* begin, int minutes, int digits);
  bool hour_sign(const char* begin, int hour, int digits);

  text::String text_;  // with NULs behind it, so that nothing looks past its end
  text::String lowered_;  // empty without a dictionary
  const char* at_;
  const char* end_;
  const Dictionary* dictionary_;
  bool blank_ = false;
  text::List<Token> tokens_;
  text::Problems& problems_;
};

}  // namespace townboard::hours
