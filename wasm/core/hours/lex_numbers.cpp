// Numbers of a value: times, hours with a sign, years, days.
#include "hours/lexer.h"
#include "text/cursor.h"
#include "text/number.h"

namespace townboard::hours {

int Lexer::digits_at(std::size_t from) const {
  int count = 0;
  while (from + static_cast<std::size_t>(count) < text_.size() &&
         text::is_digit(text_[from + static_cast<std::size_t>(count)])) {
    ++count;
  }
  return count;
}

int Lexer::value_of(std::size_t from, int digits) const {
  int value = 0;
  for (int i = 0; i < digits && i < 5; ++i) {
    value = value * 10 + (text_[from + static_cast<std::size_t>(i)] - '0');
  }
  return value > 32767 ? 32767 : value;
}

std::size_t Lexer::skip_blanks(std::size_t from) const {
  while (from < text_.size() && text::is_blank(text_[from])) ++from;
  return from;
}

// Whether minutes follow an hour that ended at `end`: ":30", ".30", "h30", " : 30"; their place.
std::size_t Lexer::minutes_behind(std::size_t end, std::size_t& behind_sign) const {
  std::size_t sign = end;
  const bool blank_around = skip_blanks(end) != end;
  if (blank_around) sign = skip_blanks(end);
  if (sign >= text_.size()) return 0;
  const std::string_view rest = text_.substr(sign);
  std::size_t size = 0;
  if (rest[0] == ':' || rest[0] == '.') size = 1;
  if (!blank_around && (rest[0] == 'h' || rest[0] == 'H')) size = 1;
  if (rest.starts_with("：")) size = 3;
  if (size == 0 || (rest[0] == '.' && blank_around)) return 0;
  std::size_t minutes = sign + size;
  if (rest[0] == ':') minutes = skip_blanks(minutes);
  if (digits_at(minutes) != 2) return 0;
  const bool apart = blank_around || minutes != sign + size;
  // "Jan 03: 08:00" is a day and a time, not 3:08.
  const std::size_t after = minutes + 2;
  if (apart && after < text_.size() &&
      (text_[after] == ':' || text_[after] == '.' || text_[after] == 'h')) {
    return 0;
  }
  if (apart && !tokens_.empty() && tokens_.back().kind == TokenKind::month) return 0;
  behind_sign = after;
  return minutes;
}

// "24/7" where a rule may begin: "Jan 01-24/7" are days.
bool Lexer::begins_always() const {
  return starts("24/7") && !text::is_alpha(peek(4)) && !text::is_digit(peek(4)) &&
         (blank_ || tokens_.empty() || tokens_.back().kind == TokenKind::rule);
}

// number = hour (":" / "." / "h") minutes [am/pm] / hour ("h" / am/pm) / 4DIGIT / 1*DIGIT
void Lexer::number() {
  const std::size_t begin = at_;
  if (begins_always()) {
    at_ += 4;
    add(TokenKind::always, begin, at_);
    return;
  }
  const int digits = digits_at(begin);
  const int value = value_of(begin, digits);
  std::size_t end = begin + static_cast<std::size_t>(digits);
  std::size_t behind = 0;
  if (digits <= 2) {
    if (const std::size_t minutes = minutes_behind(end, behind)) {
      time(begin, minutes, behind, value, digits);
      return;
    }
  }
  const bool year = value >= 1900 && value <= 2199;
  if (digits == 4 && !year && value / 100 <= 48 && value % 100 < 60) {
    at_ = end;
    add(TokenKind::time, begin, end, value / 100 * 60 + value % 100);
    warn_time(begin, end, value / 100 * 60 + value % 100);
    return;
  }
  at_ = end;
  if (digits <= 2 && (half_day(begin, value * 60, digits) || hour_sign(begin, value, digits))) return;
  Token& token = add(TokenKind::number, begin, end, value);
  token.digits = static_cast<std::uint8_t>(digits > 9 ? 9 : digits);
  // The dot of an ordinal: "24. Dec".
  if (peek() == '.' && digits <= 2) ++at_;
}

void Lexer::time(std::size_t begin, std::size_t minutes, std::size_t behind, int hour, int digits) {
  const int minute = value_of(minutes, 2);
  at_ = behind;
  if (half_day(begin, hour * 60 + minute, digits)) {
    if (minute > 59) tokens_.back().value = 9999;
    return;
  }
  const std::string_view written = text_.substr(begin, at_ - begin);
  Token& token = add(TokenKind::time, begin, at_, minute > 59 ? 9999 : hour * 60 + minute);
  token.digits = static_cast<std::uint8_t>(digits);
  if (written.size() != static_cast<std::size_t>(digits) + 3 || written[static_cast<std::size_t>(digits)] != ':') {
    warn_time(begin, at_, hour * 60 + minute);
  }
}

void Lexer::warn_time(std::size_t begin, std::size_t end, int minutes) {
  text::String better;
  text::append_number(better, minutes / 60, 2);
  better += ':';
  text::append_number(better, minutes % 60, 2);
  warn(begin, end, better);
}

// "am", "pm", "a.m.", "p", behind an hour; 12 am is midnight.
bool Lexer::half_day(std::size_t begin, int minutes, int digits) {
  std::size_t at = skip_blanks(at_);
  const bool apart = at != at_;
  if (at >= text_.size()) return false;
  const char first = text::to_lower(text_[at]);
  if (first != 'a' && first != 'p') return false;
  std::size_t end = at + 1;
  const std::string_view rest = text_.substr(end);
  if (rest.starts_with(".m.") || rest.starts_with(".M.")) {
    end += 3;
  } else if (!rest.empty() && text::to_lower(rest[0]) == 'm') {
    end += rest.substr(1).starts_with(".") ? 2 : 1;
  } else if (apart) {
    return false;  // "2 a 6 pm": a word between two hours
  }
  if (end < text_.size() && text::is_alpha(text_[end])) return false;
  const int hour = minutes / 60;
  at_ = end;
  // "07:00 pm" is in use; "13 pm" is a mistake.
  const bool wrong = hour > 23 || hour == 0 || (hour > 12 && first == 'a');
  const int value = hour % 12 * 60 + minutes % 60 + (first == 'p' ? 720 : 0);
  Token& token = add(TokenKind::hour, begin, at_, wrong ? 9999 : value);
  token.kind = TokenKind::time;
  token.has_half = true;
  token.is_pm = first == 'p';
  token.digits = static_cast<std::uint8_t>(digits);
  if (!wrong) warn_time(begin, at_, value);
  return true;
}

// "8h", "8 Uhr", "8 час": an hour without minutes that says that it is one.
bool Lexer::hour_sign(std::size_t begin, int hour, int digits) {
  if ((peek() != 'h' && peek() != 'H') || text::is_alpha(peek(1))) return false;
  ++at_;
  Token& token = add(TokenKind::hour, begin, at_, hour * 60);
  token.digits = static_cast<std::uint8_t>(digits);
  warn_time(begin, at_, hour * 60);
  return true;
}

}  // namespace townboard::hours
