// Numbers of a value: times, hours with a sign, years, days.
#include "hours/lexer.h"
#include "hours/print.h"
#include "text/cursor.h"

namespace townboard::hours {
namespace {

int digits_at(const char* from) {
  int count = 0;
  while (text::is_digit(from[count])) ++count;
  return count;
}

int value_of(const char* from, int digits) {
  int value = 0;
  for (int i = 0; i < digits && i < 5; ++i) value = value * 10 + (from[i] - '0');
  return value > 32767 ? 32767 : value;
}

// "st", "nd", "rd" or "th", and nothing of a word behind it.
bool is_ordinal(const char* from) {
  constexpr std::string_view kEndings = "stndrdth";
  if (!text::is_alpha(from[0]) || text::is_alpha(from[2])) return false;
  const char both[] = {text::to_lower(from[0]), text::to_lower(from[1])};
  return kEndings.find({both, 2}) % 2 == 0;
}

bool is_point(char c) { return c == ':' || c == '.'; }

}  // namespace

const char* skip_blanks(const char* from) {
  while (text::is_blank(*from)) ++from;
  return from;
}

// Where the minutes are behind an hour that ended at `end`: ":30", ".30", "h30", " : 30"; nullptr when there are none.
const char* Lexer::minutes_behind(const char* end) const {
  const char* const sign = skip_blanks(end);
  const bool blank_around = sign != end;
  const char* minutes = sign + 1;
  if (*sign == ':') {
    minutes = skip_blanks(minutes);
  } else if (std::string_view(sign, 3) == "：") {
    minutes = sign + 3;
  } else if (blank_around || (*sign != '.' && text::to_lower(*sign) != 'h')) {
    return nullptr;
  }
  if (digits_at(minutes) != 2) return nullptr;
  // "Jan 03: 08:00" is a day and a time, not 3:08.
  const bool apart = blank_around || text::is_blank(minutes[-1]);
  const char after = minutes[2];
  if (apart && (is_point(after) || after == 'h' || (!tokens_.empty() && tokens_.back().kind == TokenKind::month))) {
    return nullptr;
  }
  return minutes;
}

// "24/7" where a rule may begin: "Jan 01-24/7" are days.
bool Lexer::begins_always() const {
  return (blank_ || tokens_.empty() || tokens_.back().kind == TokenKind::rule) && std::string_view(at_, 4) == "24/7" &&
         !text::is_alpha(at_[4]) && !text::is_digit(at_[4]);
}

// number = "24/7" / hour (":" / "." / "h") minutes [am/pm] / hour ("h" / am/pm) / 4DIGIT / 1*DIGIT
void Lexer::number() {
  const char* const begin = at_;
  if (begins_always()) {
    at_ += 4;
    add(TokenKind::always, begin);
    return;
  }
  const int digits = digits_at(begin);
  const int value = value_of(begin, digits);
  at_ += digits;
  if (digits <= 2) {
    if (const char* const minutes = minutes_behind(at_)) return time(begin, minutes, value, digits);
    if (hour_sign(begin, value, digits)) return;
    if (half_day(begin, value * 60, digits)) {
      tokens_.back().kind = TokenKind::hour;
      return;
    }
  }
  const bool year = value >= 1900 && value <= 2199;
  const bool period = !tokens_.empty() && tokens_.back().kind == TokenKind::slash;
  if (digits == 4 && !year && !period && value / 100 <= 48 && value % 100 < 60) {
    const int minutes = value / 100 * 60 + value % 100;
    add(TokenKind::time, begin, minutes);
    warn_time(begin, minutes);
    return;
  }
  add(TokenKind::number, begin, value).digits = static_cast<std::uint8_t>(digits > 9 ? 9 : digits);
  if (digits > 2) return;
  // The dot of an ordinal: "24. Dec", or the letters of an English one: "Dec 25th".
  const int letters = *at_ == '.' ? 1 : is_ordinal(at_) ? 2 : 0;
  if (letters == 0) return;
  at_ += letters;
  tokens_.back().is_ordinal = letters == 2;
  warn(begin, {begin, static_cast<std::size_t>(digits)});
}

void Lexer::time(const char* begin, const char* minutes, int hour, int digits) {
  const int minute = value_of(minutes, 2);
  const int value = minute > 59 ? 9999 : hour * 60 + minute;
  at_ = minutes + 2;
  if (half_day(begin, hour * 60 + minute, digits)) {
    if (minute > 59) tokens_.back().value = 9999;
    return;
  }
  add(TokenKind::time, begin, value).digits = static_cast<std::uint8_t>(digits);
  if (at_ != begin + digits + 3 || begin[digits] != ':') warn_time(begin, hour * 60 + minute);
}

void Lexer::warn_time(const char* begin, int minutes) { warn(begin, print_clock(minutes)); }

// "am", "pm", "a.m.", "p", behind an hour; 12 am is midnight.
bool Lexer::half_day(const char* begin, int minutes, int digits) {
  const char* end = skip_blanks(at_);
  const bool apart = end != at_;
  const char first = text::to_lower(*end++);
  if (first != 'a' && first != 'p') return false;
  if (*end == '.' && text::to_lower(end[1]) == 'm' && end[2] == '.') {
    end += 3;
  } else if (text::to_lower(*end) == 'm') {
    end += end[1] == '.' ? 2 : 1;
  } else if (apart) {
    return false;  // "2 a 6 pm": a word between two hours
  }
  if (text::is_alpha(*end)) return false;
  const int hour = minutes / 60;
  at_ = end;
  // "13:00 pm" is in use; "13 am" is a mistake.
  const bool wrong = hour > 23 || (hour > 12 && first == 'a');
  const int value = hour % 12 * 60 + minutes % 60 + (first == 'p' ? 720 : 0);
  Token& token = add(TokenKind::time, begin, wrong ? 9999 : value);
  token.has_half = true;
  token.is_pm = first == 'p';
  token.digits = static_cast<std::uint8_t>(digits);
  if (!wrong) warn_time(begin, value);
  return true;
}

// "8h": an hour without minutes that says that it is one.
bool Lexer::hour_sign(const char* begin, int hour, int digits) {
  if (text::to_lower(*at_) != 'h' || text::is_alpha(at_[1])) return false;
  ++at_;
  add(TokenKind::hour, begin, hour * 60).digits = static_cast<std::uint8_t>(digits);
  warn_time(begin, hour * 60);
  return true;
}

}  // namespace townboard::hours
