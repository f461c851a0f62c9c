#include "phrase/tokens.h"

#include "text/utf8.h"

namespace townboard::phrase {
namespace {

enum class Class : std::uint8_t { blank, letter, digit, raised, sign };

struct Character {
  char32_t code;
  Class kind;
  Sense sign;
  std::uint8_t digit;
};

int raised_digit(char32_t c) {
  if (c == 0x2070 || (c >= 0x2074 && c <= 0x2079)) return static_cast<int>(c - 0x2070);
  return c == 0xB9 ? 1 : c == 0xB2 ? 2 : c == 0xB3 ? 3 : -1;
}

bool is_blank(char32_t c) {
  // Blanks of all widths, zero-width characters, and quotation marks, which say nothing here.
  return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F ||
         c == 0x205F || c == 0x3000 || c == 0xFEFF || c == '"' || c == 0xAB || c == 0xBB ||
         (c >= 0x201C && c <= 0x201F) || c == 0x2039 || c == 0x203A;
}

Sense sign_of(char32_t c) {
  switch (c) {
    case '-': case '>': case 0x2192: case 0x2212: case '~': case 0x30FC: return Sense::dash;
    case ',': return Sense::comma;
    case ';': return Sense::semicolon;
    case ':': case 0x2236: return Sense::colon;
    case '.': return Sense::dot;
    case 0x2026: return Sense::dash;
    case 0x2116: return Sense::room;  // №
    case '/': return Sense::slash;
    case '|': return Sense::bar;
    case '(': case '[': return Sense::open;
    case ')': case ']': return Sense::close;
    case '&': return Sense::both;
    case '\n': case 0x2022: case 0xB7: case '*': case 0x25AA: case 0x25CF: case 0x2028: return Sense::line;
    default: break;
  }
  return c >= 0x2010 && c <= 0x2015 ? Sense::dash : Sense::done;
}

Character classify(char32_t c) {
  if (is_blank(c)) return {c, Class::blank, Sense::done, 0};
  if (c >= '0' && c <= '9') return {c, Class::digit, Sense::number, static_cast<std::uint8_t>(c - '0')};
  if (const int digit = raised_digit(c); digit >= 0) {
    return {c, Class::raised, Sense::number, static_cast<std::uint8_t>(digit)};
  }
  if (const Sense sign = sign_of(c); sign != Sense::done) return {c, Class::sign, sign, 0};
  const bool ascii_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' || c == '`';
  const bool letter = ascii_letter || c == 0x2018 || c == 0x2019 || (c >= 0xC0 && c < 0x2000) || c >= 0x3040;
  if (letter || c == 0xAA || c == 0xAD || c == 0xBA) return {c, Class::letter, Sense::unknown, 0};
  return {c, Class::sign, Sense::sign, 0};
}

void add_digit(Token& token, std::uint8_t digit) {
  if (token.digits >= 4) {
    token.digits = 255;
    return;
  }
  token.value = static_cast<std::uint16_t>(token.value * 10 + digit);
  ++token.digits;
}

}  // namespace

Tokens tokens_of(std::string_view sentence) {
  Tokens out;
  text::List<Token>& tokens = out.list;
  Class last = Class::blank;
  for (std::uint32_t at = 0; at < sentence.size();) {
    const text::Decoded decoded = text::decode_utf8(sentence, at);
    const Character c = classify(decoded.character);
    const std::uint32_t begin = at;
    at += decoded.length;
    if (c.kind != Class::blank) {
      if (c.kind != last || c.kind == Class::sign) {
        Token token;
        token.sign = c.sign;
        token.where = {begin, at};
        token.glued = last != Class::blank;
        token.raised = c.kind == Class::raised;
        tokens.push_back(token);
      }
      Token& token = tokens.back();
      token.where.end = at;
      if (c.sign == Sense::number) add_digit(token, c.digit);
    }
    last = c.kind;
  }
  text::List<std::uint32_t> ends;
  for (const Token& token : tokens) {
    if (token.sign == Sense::unknown) {
      out.words += folded(sentence.substr(token.where.begin, token.where.end - token.where.begin));
    }
    ends.push_back(static_cast<std::uint32_t>(out.words.size()));
  }
  std::uint32_t begin = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    tokens[i].word = std::string_view(out.words).substr(begin, ends[i] - begin);
    begin = ends[i];
  }
  const auto size = static_cast<std::uint32_t>(sentence.size());
  Token end;
  end.where = {size, size};
  tokens.push_back(end);
  return out;
}

}  // namespace townboard::phrase
