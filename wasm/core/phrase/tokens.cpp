#include "phrase/tokens.h"

namespace townboard::phrase {
namespace {

struct Sign {
  std::uint16_t first;
  std::uint8_t more;  // characters behind the first that are the same
  std::uint8_t sense;

  constexpr Sign(std::uint16_t from, std::uint8_t others, Sense what)
      : first(from), more(others), sense(static_cast<std::uint8_t>(what)) {}
};

// Blanks are those of all widths, zero-width characters, and quotation marks, which say nothing here. Whatever is not
// here is a letter from U+00C0 to U+1FFF and from U+3040 on, otherwise a sign of no meaning.
constexpr Sign kSigns[] = {
    {'A', 25, Sense::unknown},   {'a', 25, Sense::unknown},    {' ', 0, Sense::blank},      {'0', 9, Sense::number},
    {'\t', 0, Sense::blank},     {'\n', 0, Sense::line},       {'\r', 0, Sense::blank},     {'"', 0, Sense::blank},
    {'&', 0, Sense::both},       {'+', 0, Sense::both},       {'\'', 0, Sense::unknown},    {'(', 0, Sense::open},
    {')', 0, Sense::close},
    {'*', 0, Sense::line},       {',', 0, Sense::comma},       {'-', 0, Sense::dash},       {'.', 0, Sense::dot},
    {'/', 0, Sense::slash},      {':', 0, Sense::colon},       {';', 0, Sense::semicolon},  {'>', 0, Sense::dash},
    {'[', 0, Sense::open},       {']', 0, Sense::close},       {'`', 0, Sense::unknown},    {'|', 0, Sense::bar},
    {'~', 0, Sense::dash},       {0xA0, 0, Sense::blank},      {0xAA, 0, Sense::unknown},   {0xAB, 0, Sense::blank},
    {0xAD, 0, Sense::unknown},   {0xB2, 1, Sense::number},     {0xB7, 0, Sense::line},      {0xB9, 0, Sense::number},
    {0xBA, 0, Sense::unknown},   {0xBB, 0, Sense::blank},      {0x2000, 15, Sense::blank},  {0x2010, 5, Sense::dash},
    {0x2018, 1, Sense::unknown}, {0x201C, 3, Sense::blank},    {0x2022, 0, Sense::line},    {0x2026, 0, Sense::dash},
    {0x2028, 0, Sense::line},    {0x202F, 0, Sense::blank},    {0x2039, 1, Sense::blank},   {0x205F, 0, Sense::blank},
    {0x2070, 0, Sense::number},  {0x2074, 5, Sense::number},   {0x2116, 0, Sense::room},    {0x2192, 0, Sense::dash},
    {0x2212, 0, Sense::dash},    {0x2236, 0, Sense::colon},    {0x25AA, 0, Sense::line},    {0x25CF, 0, Sense::line},
    {0x3000, 0, Sense::blank},   {0x30FC, 0, Sense::dash},     {0xFEFF, 0, Sense::blank},
};

Sense sense_of(char32_t c) {
  for (const Sign& sign : kSigns) {
    if (c - sign.first <= sign.more) return static_cast<Sense>(sign.sense);
  }
  return (c >= 0xC0 && c < 0x2000) || c >= 0x3040 ? Sense::unknown : Sense::sign;
}

}  // namespace

[[gnu::noinline]] Atom& Tokens::token(unsigned ahead) {
  const std::uint32_t at = place + ahead;
  return atoms.at[at < atoms.size ? at : atoms.size - 1];
}

void Tokens::cut_tokens() {
  const char* const begin = sentence.data();
  const char* const end = begin + sentence.size();
  Sense last = Sense::blank;
  bool last_raised = false;
  for (const char* at = begin; at < end;) {
    const auto from = static_cast<std::uint32_t>(at - begin);
    const char32_t c = next_character(at, end);
    const Sense sense = sense_of(c);
    const bool raised = sense == Sense::number && c > 0x7F;
    const bool has_letters = sense == Sense::number || sense == Sense::unknown;
    if (sense != Sense::blank) {
      if (!has_letters || sense != last || raised != last_raised) {
        Atom& made = atoms.add();
        made.sense = made.meant = sense;
        made.count = 1;
        made.begin = from;
        made.glued = last != Sense::blank;
        made.raised = raised;
      }
      Atom& token = atoms.at[atoms.size - 1];
      token.end = static_cast<std::uint32_t>(at - begin);
      unsigned char letter = folded(c);
      if (sense == Sense::number) {
        const unsigned digit = c == 0xB9 ? 1 : c & 15;
        token.value = static_cast<int>(static_cast<unsigned>(token.value) * 10 + digit);
        letter = static_cast<unsigned char>('0' + digit);
      }
      if (has_letters && letter != 0) letters[token.begin + token.size++] = letter;
    }
    last = sense;
    last_raised = raised;
  }
  Atom& done = atoms.add();
  done.sense = done.meant = Sense::done;
  done.begin = done.end = static_cast<std::uint32_t>(sentence.size());
}

bool Tokens::is_sure_dash(const Atom* hour) {
  const Atom& minutes = hour[2];
  return hour->sense == Sense::number && hour->size <= 2 && hour->value <= 24 && hour[1].sense == Sense::dash &&
         hour[1].glued && minutes.sense == Sense::number && minutes.glued && minutes.size == 2 &&
         minutes.value < 60 && (minutes.value > 24 || minutes.value < 8);
}

// The words of a form stand behind one another. Dots between are passed, as in a.m., and hyphens and slashes.
unsigned Tokens::length_of(const WordTable::Form& form, const Atom* first) const {
  const unsigned char* text = form.text();
  const unsigned char* const end = text + form.size;
  for (const Atom* token = first;; ++token) {
    if (token->size == 0) return 0;
    const unsigned char* letter = letters + token->begin;
    const unsigned char* const letters_end = letter + token->size;
    while (letter < letters_end && text < end && *text == *letter) ++text, ++letter;
    if (text < end && *text == '*') {
      ++text;
    } else if (letter < letters_end) {
      return 0;
    }
    if (text == end) return static_cast<unsigned>(token - first) + 1;
    if (*text++ != ' ') return 0;
    const Atom& between = token[1];
    if (is_any(between.sense, senses(Sense::dash, Sense::slash)) || (between.sense == Sense::dot && between.glued)) {
      ++token;
    }
  }
}

// The form with the most words, then of the own language, then a whole word before a stem, then the longest.
void Tokens::look_up() {
  const Atom* const end = atoms.end() - 1;
  for (Atom* token = atoms.begin(); token < end; ++token) {
    if (token->size == 0) continue;
    unsigned best = token->sense == Sense::number ? 0x1FFFF : 0;
    for (const WordTable::Form* form = words->begin(); form < words->end(); form = form->next()) {
      if (*form->text() != letters[token->begin]) continue;
      const unsigned count = length_of(*form, token);
      if (count == 0) continue;
      if (form->sense() == Sense::ordinal_suffix) {
        token->suffix = token->suffix || (count == 1 && token->glued && token->sense == Sense::unknown);
        continue;
      }
      const unsigned rank = count << 16 | (form->filling ? 0U : 1U << 15) | (form->stem ? 0U : 1U << 14) | form->size;
      if (rank <= best) continue;
      best = rank;
      token->meant = form->sense();
      token->meant_value = form->value;
      token->count = static_cast<std::uint8_t>(count);
    }
    of_month = of_month || token->meant == Sense::of_month;
    const bool long_number = token->sense == Sense::number && (token->size == 3 || token->size == 4);
    flattened = flattened || (long_number && (token->value < 1900 || token->value > 2100));
    const bool inside = token->glued && (token[-1].sense == Sense::dot || token[-1].sense == Sense::colon);
    dash_minutes = dash_minutes || (!inside && end - token > 2 && is_sure_dash(token));
  }
}

}  // namespace townboard::phrase
