#pragma once

#include <string_view>

#include "hours/dictionary.h"
#include "hours/lex.h"
#include "hours/words.h"
#include "text/list.h"
#include "text/string.h"

namespace townboard::hours {

// Cuts one value into tokens, from its begin to its end. Each function reads what it is named after and leaves the
// lexer behind it; those that give a bool say whether it was there.
class Lexer {
 public:
  Lexer(std::string_view text, text::Problems& problems, const Dictionary* dictionary);

  text::List<Token> run();

 private:
  // lex.cpp
  void step();
  Token& add(TokenKind kind, std::size_t begin, std::size_t end, int value = 0);
  void warn(std::size_t begin, std::size_t end, std::string_view suggestion);
  bool saying();
  bool quoted();
  bool sign();
  void ascii(char c);
  void word();
  bool in_word() const;
  std::optional<Word> meaning(std::string_view word) const;
  bool begins_always() const;

  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool starts(std::string_view word) const {
    return std::string_view(text_).substr(at_).starts_with(word);
  }

  // lex_numbers.cpp
  int digits_at(std::size_t from) const;
  int value_of(std::size_t from, int digits) const;
  std::size_t skip_blanks(std::size_t from) const;
  std::size_t minutes_behind(std::size_t end, std::size_t& behind_sign) const;
  void number();
  void time(std::size_t begin, std::size_t minutes, std::size_t behind, int hour, int digits);
  void warn_time(std::size_t begin, std::size_t end, int minutes);
  bool half_day(std::size_t begin, int minutes, int digits);
  bool hour_sign(std::size_t begin, int hour, int digits);

  std::string_view text_;
  const Dictionary* dictionary_;
  text::String lowered_;  // empty without a dictionary
  std::size_t at_ = 0;
  bool blank_ = false;
  text::List<Token> tokens_;
  text::Problems& problems_;
};

}  // namespace townboard::hours
