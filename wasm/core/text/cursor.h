#pragma once

#include <cstdint>
#include <string_view>

#include "text/problem.h"

namespace townboard::text {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Equal but for the case of ASCII letters.
constexpr bool equal_ignoring_case(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (to_lower(a[i]) != to_lower(b[i])) return false;
  }
  return true;
}

// `text` without the blanks at its ends; the view is into `text`.
constexpr std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

// Reads a text forward, one byte at a time. Borrows the text: the caller keeps it alive for as long
// as the cursor is used. Texts are at most 4 GiB, since offsets are 32 bits.
class Cursor {
 public:
  explicit constexpr Cursor(std::string_view text) : text_(text) {}

  constexpr bool done() const { return at_ >= text_.size(); }
  // The byte `ahead` of the cursor, or NUL behind the end.
  constexpr char peek(std::uint32_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  constexpr std::uint32_t offset() const { return at_; }
  constexpr void seek(std::uint32_t offset) { at_ = offset; }
  constexpr std::string_view rest() const { return text_.substr(at_); }
  constexpr std::string_view between(Span span) const {
    return text_.substr(span.begin, span.end - span.begin);
  }

  constexpr void skip(std::uint32_t bytes = 1) {
    at_ = bytes < text_.size() - at_ ? at_ + bytes : static_cast<std::uint32_t>(text_.size());
  }
  constexpr void skip_blanks() {
    while (!done() && is_blank(text_[at_])) ++at_;
  }

  // Steps over `c` and says so, or stays and returns false.
  constexpr bool take(char c) {
    if (done() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  constexpr bool take(std::string_view word) {
    if (!rest().starts_with(word)) return false;
    at_ += static_cast<std::uint32_t>(word.size());
    return true;
  }

  // Steps over up to `max` (at most 9) decimal digits; -1 when there is none.
  constexpr int take_number(int max) {
    int value = -1;
    for (; max > 0 && is_digit(peek()); --max, ++at_) {
      value = (value < 0 ? 0 : value * 10) + (peek() - '0');
    }
    return value;
  }

 private:
  std::string_view text_;
  std::uint32_t at_ = 0;
};

}  // namespace townboard::text
