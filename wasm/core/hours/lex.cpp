#include "hours/lexer.h"

#include "hours/problems.h"
#include "hours/words.h"
#include "text/cursor.h"
#include "text/utf8.h"

namespace townboard::hours {
namespace {

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

}  // namespace

Lexer::Lexer(std::string_view text, text::Problems& problems, const Dictionary* dictionary)
    : text_(text), dictionary_(dictionary), problems_(problems) {
  if (dictionary == nullptr) return;
  // Offsets are those of the text as written; where lower case changes the length of a letter, sayings are looked for
  // in the text as it is.
  lowered_ = text::lowered(text);
  if (lowered_.size() != text_.size()) lowered_ = text;
}

text::List<Token> Lexer::run() {
  while (at_ < text_.size()) step();
  add(TokenKind::end, at_, at_);
  return std::move(tokens_);
}

void Lexer::step() {
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

Token& Lexer::add(TokenKind kind, std::size_t begin, std::size_t end, int value) {
  Token token;
  token.kind = kind;
  token.value = static_cast<std::int16_t>(value);
  token.blank_before = blank_;
  token.where = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  blank_ = false;
  tokens_.push_back(token);
  return tokens_.back();
}

void Lexer::warn(std::size_t begin, std::size_t end, std::string_view suggestion) {
  const text::Span where{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  text::report(problems_, kCorrected, where, suggestion);
}

bool Lexer::saying() {
  if (dictionary_ == nullptr || (!tokens_.empty() && !blank_ && text::is_digit(peek()))) return false;
  const auto found = dictionary_->saying(std::string_view(lowered_).substr(at_));
  if (!found) return false;
  const std::size_t begin = at_;
  at_ += found->bytes;
  warn(begin, at_, found->word.name);
  if (found->word.kind == TokenKind::stray) return true;
  Token& token = add(found->word.kind, begin, at_, found->word.value);
  // A comment that was no quoted text: its words are those of the saying.
  if (token.kind == TokenKind::comment) token.digits = 1;
  return true;
}

bool Lexer::quoted() {
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

bool Lexer::sign() {
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

void Lexer::ascii(char c) {
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

void Lexer::word() {
  const std::size_t begin = at_;
  while (at_ < text_.size() && in_word()) {
    at_ += (peek() & 0x80) == 0 ? 1 : text::decode_utf8(text_, at_).length;
  }
  if (at_ == begin) ++at_;
  const std::string_view written = text_.substr(begin, at_ - begin);
  const std::optional<Word> found = meaning(written);
  if (!found) {
    add(TokenKind::unknown_word, begin, at_);
    return;
  }
  // An abbreviation's point: "pn.", "geschl.".
  const bool point = peek() == '.' && !text::is_digit(peek(1));
  if (point) ++at_;
  if (found->kind != TokenKind::stray) {
    add(found->kind, begin, at_, found->value);
    if (!point && text::equal_ignoring_case(found->name, written)) return;
  } else if (written.size() > 4) {
    // A label: "opening_hours = …", "Öffnungszeiten: …".
    const std::size_t sign = skip_blanks(at_);
    if (sign < text_.size() && (text_[sign] == ':' || text_[sign] == '=')) at_ = sign + 1;
  }
  warn(begin, at_, found->name);
}

std::optional<Word> Lexer::meaning(std::string_view word) const {
  if (const Word* const own = find_word(word)) return *own;
  return dictionary_ != nullptr ? dictionary_->word(text::lowered(word)) : std::nullopt;
}

bool Lexer::in_word() const {
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

text::List<Token> lex(std::string_view text, text::Problems& problems, const Dictionary* dictionary) {
  return Lexer(text, problems, dictionary).run();
}

}  // namespace townboard::hours
