#include "phrase/tokens.h"

namespace townboard::phrase {

namespace {

constexpr Senses kInNumbers =
    senses(Sense::dash, Sense::dot, Sense::slash, Sense::both, Sense::open, Sense::close, Sense::colon);

}  // namespace

void Tokens::cut() {
  const char* const begin = work_.sentence.data();
  const char* const end = begin + work_.sentence.size();
  Sense last = Sense::blank;
  bool last_raised = false;
  char32_t last_character = 0;
  for (const char* at = begin; at < end;) {
    const auto from = static_cast<std::uint32_t>(at - begin);
    const char32_t c = next_character(at, end);
    const unsigned char letter = words_.sign(c);
    const Sense sense = letter >= kNoLetter ? Sense::unknown
                        : is_digit(letter)  ? Sense::number
                                            : static_cast<Sense>(letter);
    const bool raised = sense == Sense::number && c > 0x7F;
    const bool has_letters = sense == Sense::number || sense == Sense::unknown;
    if (sense != Sense::blank) {
      if (!has_letters || sense != last || raised != last_raised || begins_word(last_character, c)) {
        Atom& made = atoms_.add();
        made.sense = made.meant = sense;
        made.count = 1;
        made.begin = from;
        made.glued = last != Sense::blank;
        made.raised = raised;
      }
      Atom& token = atoms_.last();
      token.end = static_cast<std::uint32_t>(at - begin);
      if (sense == Sense::number) {
        token.value = static_cast<int>(static_cast<unsigned>(token.value) * 10 + (letter - unsigned{'0'}));
      }
      if (has_letters && letter != kNoLetter) letters_[token.begin + token.size++] = letter;
    }
    last = sense;
    last_raised = raised;
    last_character = c;
  }
  Atom& done = atoms_.add();
  done.sense = done.meant = Sense::done;
  done.begin = done.end = static_cast<std::uint32_t>(end - begin);
  part_times();
}

// "20:0013:00" of two cells, and "14: 00". Raised digits have more bytes than letters and are left.
void Tokens::part_times() {
  for (Atom* token = atoms_.begin() + 2; token < atoms_.end() - 1; ++token) {
    if (token->sense != Sense::number || token[-1].sense != Sense::colon || !token[-1].glued) continue;
    if (token->glued && !token->raised && token->size == 4 && token[1].sense == Sense::colon && token[1].glued) {
      const int both = token->value;
      split(token, 2);
      token[0].value = both / 100;
      token[1].value = both % 100;
    }
    token->glued = token->glued || (token->size == 2 && token->value == 0 && token[-2].sense == Sense::number);
  }
}

// "Monday Friday 9-18": from one to the other, or on these two? The second becomes a number without a day, so that it is
// refused. Days in a list, neighbours and heads of columns are clear.
void Tokens::doubt_pairs() {
  constexpr Senses kClear = senses(Sense::day, Sense::comma, Sense::both, Sense::bar, Sense::dash, Sense::to);
  for (Atom* day = atoms_.begin(); day < atoms_.end() - 2; ++day) {
    // "Monday to Shabbat" is not Monday.
    if (day->meant == Sense::day && day[1].meant == Sense::to && day[2].meant == Sense::unknown) day[2].meant_value = 1;
    const bool pair = day->meant == Sense::day && day[1].meant == Sense::day && day->count == 1 && day[1].count == 1;
    if (!pair || day->suffix || day[1].meant_value <= day->meant_value + 1 || is_any(day[2].meant, kClear)) continue;
    if (day != atoms_.begin() && is_any(day[-1].meant, kClear)) continue;
    day[1].meant = Sense::nth;
    day[1].meant_value = 1;
  }
}

// "Office hours of the library (Mo-Fr 9-17)": in the first parentheses stands all that is said.
void Tokens::open_head() {
  const auto tells = [](const Atom* token) { return token->meant == Sense::day || token->sense == Sense::number; };
  Atom* open = atoms_.begin();
  while (open->sense != Sense::open && open->sense != Sense::done && !tells(open)) ++open;
  if (open->sense != Sense::open) return;
  bool day = false, number = false;
  Atom* close = open;
  for (; close->sense != Sense::close && close->sense != Sense::done; ++close) {
    day = day || close->meant == Sense::day;
    number = number || close->sense == Sense::number;
  }
  if (!day || !number || close->sense == Sense::done) return;
  open->sense = open->meant = close->sense = close->meant = Sense::filler;
}

// "Every Saturday of the month".
bool Tokens::is_every_day(const Atom* of_month) const {
  return of_month - atoms_.begin() > 1 && of_month[-1].meant == Sense::day && of_month[-2].meant == Sense::every;
}

// Whether an hour, a hyphen and its minutes stand from `hour` on, where nothing else can be meant: 8-00, 13-45.
bool Tokens::is_sure_dash(const Atom* hour) {
  const Atom& minutes = hour[2];
  return hour->sense == Sense::number && hour->size <= 2 && hour->value <= 24 && hour[1].sense == Sense::dash &&
         hour[1].glued && minutes.sense == Sense::number && minutes.glued && minutes.size == 2 &&
         minutes.value < 60 && (minutes.value > 24 || minutes.value < 8);
}

// How many tokens from `first` on are the words of `form`; 0: they are not. The words stand behind one another. Dots
// between are passed, as in a.m., and hyphens, slashes and colons.
unsigned Tokens::length_of(const WordTable::Form& form, const Atom* first) const {
  const unsigned char* text = form.text();
  const unsigned char* const end = text + form.size;
  for (const Atom* token = first;; ++token) {
    if (token->size == 0) return 0;
    const unsigned char* letter = letters_ + token->begin;
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
    if (is_any(between.sense, senses(Sense::dash, Sense::slash, Sense::colon)) || (between.sense == Sense::dot && between.glued)) {
      ++token;
    }
  }
}

// Takes a telephone number at `first` out of the sentence; the last token of it, or the one before. A time with
// minutes behind a dot is none of its digits.
Atom* Tokens::without_number(Atom* first) {
  Atom* last = first - 1;
  unsigned digits = 0;
  for (Atom* at = first; is_any(at->sense, kInNumbers) || at->sense == Sense::number; ++at) {
    if (!at->glued && at[1].sense == Sense::dot && at[1].glued && at[3].sense != Sense::dot && at > first) break;
    if (at->sense != Sense::number) continue;
    digits += at->size;
    last = at;
  }
  // "Telephone: 8-12".
  if (last > first && digits < 5) return first - 1;
  for (; first <= last; ++first) first->sense = first->meant = Sense::filler;
  return last;
}

// Makes two tokens of one whose letters are as many as its bytes.
void Tokens::split(Atom* token, unsigned size) {
  atoms_.add();
  for (Atom* at = atoms_.end() - 1; at > token; --at) *at = at[-1];
  token->size = size;
  token->end = token->begin + size;
  Atom& rest = token[1];
  rest.begin += size;
  rest.size -= size;
  rest.glued = true;
}

// The form with the most words, then of the own language, then a whole word before a stem, then the longest, then with
// marks as the word: in Slovak "st" is Wednesday and "št" Thursday.
void Tokens::look_up() {
  Atom* end = atoms_.end() - 1;
  bool dash_minutes = false;
  for (Atom* token = atoms_.begin(); token < end; ++token) {
    if (token->size == 0) continue;
    const unsigned marked = token->end - token->begin != token->size;
    unsigned best = token->sense == Sense::number ? 0x1FFFF : 0;
    for (const WordTable::Form* form = words_.begin(); form < words_.end(); form = form->next()) {
      if (*form->text() != letters_[token->begin]) continue;
      const unsigned count = length_of(*form, token);
      if (count == 0) continue;
      if (form->sense() == Sense::ordinal_suffix) {
        token->suffix = token->suffix || (count == 1 && token->glued);
        continue;
      }
      const unsigned length = form->size * 2U + ((form->rank >> 2 & 1) == marked);
      const unsigned rank = count << 16 | (form->rank & 3U) << 14 | length;
      if (rank <= best) continue;
      best = rank;
      token->meant = form->sense();
      token->meant_value = form->value;
      token->count = static_cast<std::uint8_t>(count);
    }
    if (const WordTable::Form* day = best == 0 && !marked ? words_.day_in(letters_ + token->begin, token->size) : nullptr) {
      split(token, day->letters());
      ++end;
      token->meant = Sense::day;
      token->meant_value = day->value;
    }
    if (token->meant == Sense::room && token->meant_value == 1) {
      token = without_number(token + token->count);
      continue;
    }
    work_.of_month = work_.of_month || (token->meant == Sense::of_month && !is_every_day(token));
    const bool inside = token->glued && (token[-1].sense == Sense::dot || token[-1].sense == Sense::colon);
    if (end - token <= 2 || !is_sure_dash(token)) continue;
    token[1].value = 1;
    dash_minutes = dash_minutes || !inside;
  }
  // Where one hyphen surely has minutes behind it, others may.
  for (Atom& token : atoms_) {
    if (dash_minutes && token.sense == Sense::dash) token.value = 1;
  }
}

}  // namespace townboard::phrase
