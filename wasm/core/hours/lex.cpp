#include "hours/lex.h"

#include "hours/problems.h"
#include "hours/words.h"
#include "text/cursor.h"
#include "text/number.h"
#include "text/utf8.h"

namespace townboard::hours {
namespace {

using text::Span;

struct Sign {
  std::string_view text;
  TokenKind kind;  // end: a blank
};

// Signs that people's keyboards and word processors put in place of the grammar's.
constexpr Sign kSigns[] = {
    {"–", TokenKind::dash},       {"—", TokenKind::dash},  {"−", TokenKind::dash},
    {"‒", TokenKind::dash},       {"―", TokenKind::dash},  {"～", TokenKind::dash},
    {"〜", TokenKind::dash},      {"－", TokenKind::dash}, {"~", TokenKind::dash},
    {"→", TokenKind::dash},       {"‐", TokenKind::dash},  {"‑", TokenKind::dash},
    {"ー", TokenKind::dash},
    {"：", TokenKind::colon},     {"、", TokenKind::comma}, {"，", TokenKind::comma},
    {"；", TokenKind::rule},      {"&", TokenKind::comma}, {"\u00A0", TokenKind::end},
    {"\u3000", TokenKind::end},   {"\u2009", TokenKind::end}, {"\u202F", TokenKind::end},
};

constexpr std::string_view kOpeningQuotes[] = {"\"", "'", "“", "„", "”", "«", "‘", "「", "『"};
constexpr std::string_view kClosingQuotes[] = {"\"", "“", "”", "»", "’", "」", "』"};

class Lexer {
 public:
  Lexer(std::string_view text, text::Problems& problems)
      : text_(text), lowered_(text), problems_(problems) {
    bool foreign = false;
    for (std::size_t i = 0; i < lowered_.size(); ++i) {
      char& c = lowered_[i];
      foreign = foreign || (c & 0x80) != 0;
      c = text::to_lower(c);
    }
    if (!foreign) return;
    // Offsets are those of the text as written; where lower case changes the length of a letter, words
    // are looked up letter by letter anyway.
    text::String lowered = text::lowered(text);
    if (lowered.size() == text_.size()) lowered_ = std::move(lowered);
  }

  text::List<Token> run() {
    while (at_ < text_.size()) step();
    add(TokenKind::end, at_, at_);
    return std::move(tokens_);
  }

 private:
  char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  bool starts(std::string_view word) const {
    return std::string_view(text_).substr(at_).starts_with(word);
  }

  void step() {
    const char c = peek();
    if (text::is_blank(c)) {
      blank_ = true;
      ++at_;
    } else if (!saying() && !((c & 0x80) != 0 || c == '"' || c == '\'' ? quoted() || sign() : (c == '~' || c == '&') && sign())) {
      if (text::is_digit(c)) {
        number();
      } else if (text::is_alpha(c) || (c & 0x80) != 0) {
        word();
      } else {
        ascii(c);
      }
    }
  }

  Token& add(TokenKind kind, std::size_t begin, std::size_t end, int value = 0) {
    Token token;
    token.kind = kind;
    token.value = static_cast<std::int16_t>(value);
    token.blank_before = blank_;
    token.where = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    blank_ = false;
    tokens_.push_back(token);
    return tokens_.back();
  }

  void warn(std::size_t begin, std::size_t end, std::string_view suggestion) {
    const Span where{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    text::report(problems_, kCorrected, where, suggestion);
  }

  bool saying() {
    if (!may_begin_saying(lowered_[at_])) return false;
    if (!tokens_.empty() && !blank_ && text::is_digit(peek())) return false;
    const auto found = find_saying(std::string_view(lowered_).substr(at_));
    if (!found) return false;
    const std::size_t begin = at_;
    at_ += found->bytes;
    if (!found->word.canonical) warn(begin, at_, found->replacement);
    if (found->word.kind == TokenKind::stray) return true;
    Token& token = add(found->word.kind, begin, at_, found->word.value);
    // A comment that was no quoted text: its words are those of the saying.
    if (token.kind == TokenKind::comment) token.digits = 1;
    return true;
  }

  bool quoted() {
    for (const std::string_view open : kOpeningQuotes) {
      if (!starts(open)) continue;
      const std::size_t begin = at_;
      const std::size_t inside = at_ + open.size();
      std::size_t end = text::String::npos;
      std::size_t close_size = 0;
      for (const std::string_view close : kClosingQuotes) {
        const std::size_t found = text_.find(close, inside);
        // The grammar's own quotation mark ends only with itself when it is there.
        if (found < end) {
          end = found;
          close_size = close.size();
        }
      }
      if (open.size() == 1) {
        end = text_.find(open, inside);
        close_size = 1;
      }
      if (end == text::String::npos) {
        text::report(problems_, kUnclosed, {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(text_.size())});
        at_ = text_.size();
        return true;
      }
      at_ = end + close_size;
      if (open != "\"") {
        text::String plain = "\"";
        plain += text_.substr(inside, end - inside);
        plain += '"';
        warn(begin, at_, plain);
      }
      add(TokenKind::comment, inside, end);
      return true;
    }
    return false;
  }

  bool sign() {
    for (const Sign& known : kSigns) {
      if (!starts(known.text)) continue;
      const std::size_t begin = at_;
      at_ += known.text.size();
      if (known.kind == TokenKind::end) {
        blank_ = true;
      } else {
        add(known.kind, begin, at_);
        warn(begin, at_, known.kind == TokenKind::dash    ? "-"
                         : known.kind == TokenKind::colon ? ":"
                         : known.kind == TokenKind::rule  ? ";"
                                                          : ",");
      }
      return true;
    }
    return false;
  }

  void ascii(char c) {
    const std::size_t begin = at_++;
    switch (c) {
      case ';': add(TokenKind::rule, begin, at_); break;
      case ',': add(TokenKind::comma, begin, at_); break;
      case '-': add(TokenKind::dash, begin, at_); break;
      case '+': add(TokenKind::plus, begin, at_); break;
      case '/': add(TokenKind::slash, begin, at_); break;
      case ':': add(TokenKind::colon, begin, at_); break;
      case '[': add(TokenKind::open_bracket, begin, at_); break;
      case ']': add(TokenKind::close_bracket, begin, at_); break;
      case '(': add(TokenKind::open_parenthesis, begin, at_); break;
      case ')': add(TokenKind::close_parenthesis, begin, at_); break;
      case '|':
        if (peek() == '|') {
          ++at_;
          add(TokenKind::fallback, begin, at_);
          break;
        }
        [[fallthrough]];
      default: add(TokenKind::stray, begin, at_); break;
    }
  }

  int digits_at(std::size_t from) const {
    int count = 0;
    while (from + static_cast<std::size_t>(count) < text_.size() &&
           text::is_digit(text_[from + static_cast<std::size_t>(count)])) {
      ++count;
    }
    return count;
  }

  int value_of(std::size_t from, int digits) const {
    int value = 0;
    for (int i = 0; i < digits && i < 5; ++i) {
      value = value * 10 + (text_[from + static_cast<std::size_t>(i)] - '0');
    }
    return value > 32767 ? 32767 : value;
  }

  std::size_t skip_blanks(std::size_t from) const {
    while (from < text_.size() && text::is_blank(text_[from])) ++from;
    return from;
  }

  // Whether minutes follow an hour that ended at `end`: ":30", ".30", "h30", " : 30"; their place.
  std::size_t minutes_behind(std::size_t end, std::size_t& behind_sign) const {
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

  // number = hour (":" / "." / "h") minutes [am/pm] / hour ("h" / am/pm) / 4DIGIT / 1*DIGIT
  void number() {
    const std::size_t begin = at_;
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

  void time(std::size_t begin, std::size_t minutes, std::size_t behind, int hour, int digits) {
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

  void warn_time(std::size_t begin, std::size_t end, int minutes) {
    text::String better;
    text::append_number(better, minutes / 60, 2);
    better += ':';
    text::append_number(better, minutes % 60, 2);
    warn(begin, end, better);
  }

  // "am", "pm", "a.m.", "p", behind an hour; 12 am is midnight.
  bool half_day(std::size_t begin, int minutes, int digits) {
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
  bool hour_sign(std::size_t begin, int hour, int digits) {
    if ((peek() != 'h' && peek() != 'H') || text::is_alpha(peek(1))) return false;
    ++at_;
    Token& token = add(TokenKind::hour, begin, at_, hour * 60);
    token.digits = static_cast<std::uint8_t>(digits);
    warn_time(begin, at_, hour * 60);
    return true;
  }

  void word() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && in_word()) {
      at_ += (peek() & 0x80) == 0 ? 1 : text::decode_utf8(text_, at_).length;
    }
    if (at_ == begin) ++at_;
    std::string_view lowered = std::string_view(lowered_).substr(begin, at_ - begin);
    // An abbreviation's point: "pn.", "geschl.".
    const bool point = peek() == '.' && !text::is_digit(peek(1));
    const std::optional<Word> found = find_word(lowered);
    if ((!found || !found->canonical) && is_noise(lowered)) {
      if (point) ++at_;
      // A label: "opening_hours = …", "Öffnungszeiten: …".
      const std::size_t sign = skip_blanks(at_);
      if (lowered.size() > 4 && sign < text_.size() && (text_[sign] == ':' || text_[sign] == '=')) {
        at_ = sign + 1;
      }
      warn(begin, at_, "");
      return;
    }
    if (!found) {
      add(TokenKind::unknown_word, begin, at_);
      return;
    }
    if (point) ++at_;
    add(found->kind, begin, at_, found->value);
    if (!found->canonical || point) warn(begin, at_, better_word(*found));
  }

  bool in_word() const {
    const char c = peek();
    if (c == '\'' || c == '_') return true;
    if ((c & 0x80) == 0) return text::is_alpha(c);
    for (const Sign& known : kSigns) {
      if (starts(known.text)) return false;
    }
    for (const std::string_view quote : kClosingQuotes) {
      if (quote != "’" && starts(quote)) return false;
    }
    return true;
  }

  static std::string_view better_word(const Word& word) {
    switch (word.kind) {
      case TokenKind::weekday: return weekday_name(word.value);
      case TokenKind::month: return month_name(word.value);
      case TokenKind::holiday: return word.value == 0 ? "PH" : "SH";
      case TokenKind::event: return event_name(word.value);
      case TokenKind::easter: return word.value == 0 ? "easter" : "easter +49 days";
      case TokenKind::week: return "week";
      case TokenKind::state: return word.value == 1 ? "open" : "off";
      case TokenKind::always: return "24/7";
      case TokenKind::daily:
        return word.value == 0 ? "Mo-Su" : word.value == 4 ? "Mo-Fr" : word.value == 5 ? "Sa,Su" : "Mo-Sa";
      case TokenKind::dash: return "-";
      case TokenKind::comma: return ",";
      default: return "";
    }
  }

  std::string_view text_;
  text::String lowered_;
  std::size_t at_ = 0;
  bool blank_ = false;
  text::List<Token> tokens_;
  text::Problems& problems_;
};

}  // namespace

text::List<Token> lex(std::string_view text, text::Problems& problems) {
  return Lexer(text, problems).run();
}

}  // namespace townboard::hours
