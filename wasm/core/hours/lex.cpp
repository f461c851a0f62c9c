#include "hours/lexer.h"

#include "hours/problems.h"
#include "hours/words.h"
#include "text/cursor.h"
#include "text/utf8.h"

namespace townboard::hours {
namespace {

constexpr std::size_t kBehind = 8;


// Signs that people's keyboards and word processors put in place of one of the grammar's, or of a blank.
struct Signs {
  char instead;
  std::string_view characters;
};
constexpr Signs kSigns[] = {
    {'-', "–—−‒―～〜－~→‐‑ー·_="},
    {':', "："},
    {',', "、，&"},
    {';', "；"},
    {' ', "\u00A0\u3000\u2009\u202F?"},
};

constexpr std::string_view kOpeningQuotes = "\"'“„”«‘「『";
// The last of them stands in words, too.
constexpr std::string_view kClosingQuotes = "\"“”»」』’";

// Signs of one byte each, and what they are.
constexpr std::string_view kAscii = ";,-+/:[]()";
constexpr TokenKind kAsciiKinds[] = {TokenKind::rule,           TokenKind::comma,         TokenKind::dash,
                                     TokenKind::plus,           TokenKind::slash,         TokenKind::colon,
                                     TokenKind::open_bracket,   TokenKind::close_bracket, TokenKind::open_parenthesis,
                                     TokenKind::close_parenthesis};

TokenKind kind_of(char c) {
  const std::size_t known = kAscii.find(c);
  return known < kAscii.size() ? kAsciiKinds[known] : TokenKind::stray;
}

const Signs* signs_with(std::string_view character) {
  for (const Signs& signs : kSigns) {
    if (signs.characters.find(character) != std::string_view::npos) return &signs;
  }
  return nullptr;
}

constexpr bool is_foreign(char c) { return (c & 0x80) != 0; }

}  // namespace

Lexer::Lexer(std::string_view text, text::Problems& problems, const Dictionary* dictionary)
    : dictionary_(dictionary), problems_(problems) {
  text_.reserve(text.size() + kBehind);
  text_ = text;
  text_.resize(text.size() + kBehind);
  at_ = text_.data();
  end_ = at_ + text.size();
  if (dictionary == nullptr) return;
  // Offsets are those of the text as written; where lower case changes the length of a letter, sayings are looked for
  // in the text as it is.
  lowered_ = text::lowered(text_);
  if (lowered_.size() != text_.size()) lowered_ = text_;
}

text::List<Token> Lexer::run() {
  tokens_.reserve(text_.size() / 2 + 16);
  while (at_ < end_) step();
  add(TokenKind::end, at_);
  return std::move(tokens_);
}

void Lexer::step() {
  const char c = *at_;
  if (text::is_blank(c)) {
    blank_ = true;
    ++at_;
  } else if (text::is_digit(c)) {
    if (!saying()) number();
  } else if (text::is_alpha(c)) {
    if (!saying()) word();
  } else if (is_foreign(c)) {
    if (!saying() && !quoted() && !sign()) word();
  } else {
    const TokenKind kind = kind_of(c);
    if (kind != TokenKind::stray || (!quoted() && !sign())) ascii(kind);
  }
}

// The bytes from `begin` to where the lexer is.
Token& Lexer::add(TokenKind kind, const char* begin, int value) {
  Token& token = tokens_.add();
  token.kind = kind;
  token.value = static_cast<std::int16_t>(value);
  token.blank_before = blank_;
  token.where = {static_cast<std::uint32_t>(begin - text_.data()), static_cast<std::uint32_t>(at_ - text_.data())};
  blank_ = false;
  return token;
}

void Lexer::report(const text::ProblemKind& kind, const char* begin, std::string_view suggestion) {
  const auto place = [this](const char* byte) { return static_cast<std::uint32_t>(byte - text_.data()); };
  text::report(problems_, kind, {place(begin), place(at_)}, suggestion);
}

void Lexer::warn(const char* begin, std::string_view suggestion) { report(kCorrected, begin, suggestion); }

bool Lexer::saying() {
  if (dictionary_ == nullptr || (!tokens_.empty() && !blank_ && text::is_digit(*at_))) return false;
  const auto place = static_cast<std::size_t>(at_ - text_.data());
  const auto found = dictionary_->saying(lowered_.substr(place));
  if (!found) return false;
  const char* const begin = at_;
  at_ += found->bytes;
  warn(begin, found->word.name);
  if (found->word.kind == TokenKind::stray) return true;
  Token& token = add(found->word.kind, begin, found->word.value);
  // A comment that was no quoted text: its words are those of the saying.
  if (token.kind == TokenKind::comment) token.digits = 1;
  return true;
}

// The character at `at`, which is before the end.
std::string_view Lexer::character(const char* at) const {
  return {at, is_foreign(*at) ? text::decode_utf8({at, static_cast<std::size_t>(end_ - at)}, 0).length : 1};
}

bool Lexer::quoted() {
  const std::string_view open = character(at_);
  if (kOpeningQuotes.find(open) == std::string_view::npos) return false;
  const char* const begin = at_;
  const char* const inside = begin + open.size();
  // The grammar's own quotation mark, and the single one, end with themselves.
  const std::string_view closing = open.size() == 1 ? open : kClosingQuotes;
  for (at_ = inside; at_ < end_ && closing.find(character(at_)) == std::string_view::npos;) at_ += character(at_).size();
  if (at_ == end_) {
    report(kUnclosed, begin, {});
    return true;
  }
  add(TokenKind::comment, inside);
  text::String plain = "\"";
  plain += std::string_view(inside, static_cast<std::size_t>(at_ - inside));
  plain += '"';
  at_ += character(at_).size();
  if (*begin != '"') warn(begin, plain);
  return true;
}

bool Lexer::sign() {
  const std::string_view written = character(at_);
  const Signs* const signs = signs_with(written);
  if (signs == nullptr) return false;
  at_ += written.size();
  if (signs->instead == ' ') {
    blank_ = true;
  } else {
    add(kind_of(signs->instead), written.data());
  }
  warn(written.data(), {&signs->instead, 1});
  return true;
}

void Lexer::ascii(TokenKind kind) {
  const char* const begin = at_++;
  if (*begin == '|' && *at_ == '|') {
    ++at_;
    kind = TokenKind::fallback;
  }
  add(kind, begin);
}

void Lexer::word() {
  const char* const begin = at_;
  do {
    at_ += character(at_).size();
  } while (in_word());
  const std::string_view written(begin, static_cast<std::size_t>(at_ - begin));
  const std::optional<Word> found = meaning(written);
  if (!found) {
    add(TokenKind::unknown_word, begin);
    return;
  }
  // An abbreviation's point: "pn.", "geschl.".
  const bool point = *at_ == '.' && !text::is_digit(at_[1]);
  if (point) ++at_;
  if (found->kind != TokenKind::stray) {
    add(found->kind, begin, found->value);
    // Of a season the parser says that it is none.
    if (found->kind == TokenKind::season || (!point && text::equal_ignoring_case(found->name, written))) return;
  } else if (written.size() > 4) {
    // A label: "opening_hours = …", "Öffnungszeiten: …".
    const char* const sign = skip_blanks(at_);
    if (*sign == ':' || *sign == '=') at_ = sign + 1;
  }
  warn(begin, found->name);
}

std::optional<Word> Lexer::meaning(std::string_view word) const {
  if (const Word* const own = find_word(word)) return *own;
  return dictionary_ != nullptr ? dictionary_->word(text::lowered(word)) : std::nullopt;
}

bool Lexer::in_word() const {
  const char c = *at_;
  if (!is_foreign(c)) return text::is_alpha(c) || c == '\'' || c == '_';
  const std::string_view one = character(at_);
  return signs_with(one) == nullptr && (one == "’" || kClosingQuotes.find(one) == std::string_view::npos);
}

text::List<Token> lex(std::string_view text, text::Problems& problems, const Dictionary* dictionary) {
  return Lexer(text, problems, dictionary).run();
}

}  // namespace townboard::hours
