// Numbers that are no times: those of days in their month, which become one token with it, and those that count lines.
#include "phrase/tokens.h"

namespace townboard::phrase {
namespace {

bool is_day_of_month(const Atom& token) {
  return token.sense == Sense::number && token.count < 2 && token.size <= 2 && token.value >= 1 && token.value <= 31;
}

bool is_glued(const Atom& token, Sense sense) { return token.sense == sense && token.glued; }

// Behind the suffix of a number: 1st, 1-го, 1er.
Atom* behind_suffix(Atom* number) {
  if (is_glued(number[1], Sense::dash) && number[2].suffix) return number + 3;
  return number + (number[1].suffix ? 2 : 1);
}

Atom* behind_day(Atom* number) {
  Atom* const next = behind_suffix(number);
  return next->meant == Sense::dot ? next + 1 : next;
}

// Whether minutes stand behind it.
bool is_hour(const Atom* number) {
  return is_any(number[1].sense, senses(Sense::colon, Sense::dot)) && is_glued(number[2], Sense::number);
}

void make_date(Atom* number, const Atom* end, unsigned day, unsigned month) {
  number->sense = Sense::unknown;
  number->meant = Sense::month;
  number->meant_value = static_cast<std::uint8_t>(month);
  number->value = static_cast<int>(day << 8);
  number->count = static_cast<std::uint8_t>(end - number);
}

// 01.04., 31/12: where it ends; null: it is no such date. A year may not follow.
Atom* end_of_numbers(Atom* day, Sense sign) {
  const Atom& month = day[2];
  if (!is_day_of_month(*day) || !is_glued(day[1], sign) || !month.glued || !is_day_of_month(month) || month.value > 12) return nullptr;
  Atom* const end = day + (is_glued(day[3], Sense::dot) ? 4 : 3);
  return is_glued(*end, Sense::number) ? nullptr : end;
}

}  // namespace

// The month of a day, also behind further days: "16 to 31 August", "24, 25 and 31 December"; null: there is none.
Atom* Tokens::month_of(Atom* day) {
  Atom* next = behind_day(day);
  // Of a list only what cannot be of a time: "8-17, 24 and 31 December".
  constexpr Senses kTime = senses(Sense::dash, Sense::from, Sense::to, Sense::between, Sense::dot, Sense::colon, Sense::slash,
                                  Sense::hour, Sense::hour_minutes);
  constexpr Senses kList = senses(Sense::comma, Sense::both), kRange = senses(Sense::dash, Sense::to);
  bool list = day == atoms_.begin() || (!is_any(day[-1].meant, kTime) && day[-1].sense != Sense::number);
  for (int days = 0; days < 12; ++days) {
    Atom* const month = next->meant == Sense::from ? next + next->count : next;
    if (month->meant == Sense::month) return month;
    const bool range = is_any(next->meant, kRange);
    if (!(range || (list && is_any(next->meant, kList))) || !is_day_of_month(next[next->count])) return nullptr;
    list = list && !range;
    next = behind_day(next + next->count);
  }
  return nullptr;
}

// "Du 01/09 au 31/12", "01.04. - 31.10.": where they cannot be times, nor 12/31. Returns the end.
Atom* Tokens::date_numbers(Atom* first) {
  const Sense sign = first[1].sense;
  if (sign != Sense::slash && sign != Sense::dot) return first;
  Atom* const end = end_of_numbers(first, sign);
  if (end == nullptr || !is_any(end->meant, senses(Sense::dash, Sense::to))) return first;
  Atom* const second = end + end->count;
  Atom* const last = end_of_numbers(second, sign);
  if (last == nullptr) return first;
  const int latest = first->value > second->value ? first->value : second->value;
  const bool dots = end - first == 4 && last - second == 4;
  if (sign == Sense::slash ? latest <= 12 : latest <= 24 && !dots) return first;
  make_date(first, end, static_cast<unsigned>(first->value), static_cast<unsigned>(first[2].value));
  make_date(second, last, static_cast<unsigned>(second->value), static_cast<unsigned>(second[2].value));
  return last;
}

// "May to September 9-18": the end of a range of whole months, whose number is an hour.
bool Tokens::ends_months(const Atom* month) const {
  bool range = false;
  for (; month > atoms_.begin() && is_any(month[-1].meant, senses(Sense::dash, Sense::to, Sense::dot)); --month) {
    range = range || month[-1].meant != Sense::dot;
  }
  return range && month > atoms_.begin() && month[-1].meant == Sense::month && month[-1].value == 0;
}

void Tokens::find_dates() {
  for (Atom* token = atoms_.begin(); token < atoms_.end() - 1;) {
    Atom* next = token + (token->count != 0 ? token->count : 1);
    if (token->meant == Sense::month) {
      // June 15, Sept. 15, June the 15th.
      Atom* number = next + is_glued(*next, Sense::dot);
      if (number->meant == Sense::filler) number += number->count;
      if (is_day_of_month(*number) && !is_hour(number) && !ends_months(token) && month_of(number) == nullptr) {
        token->value = number->value << 8;
        next = behind_suffix(number);
        token->count = static_cast<std::uint8_t>(next - token);
      }
    } else if (is_day_of_month(*token) && next->meant != Sense::minute && next->meant != Sense::room) {
      if (const Atom* const month = month_of(token)) {
        Atom* const own = behind_day(token);
        const bool direct = own == month || (own->meant == Sense::from && own + own->count == month);
        make_date(token, direct ? month + month->count : own, static_cast<unsigned>(token->value), month->meant_value);
        next = token + token->count;
      } else if (Atom* const end = date_numbers(token); end != token) {
        next = end;
      }
    }
    token = next;
  }
}

// "1) Monday", "a) on Monday", "1.\nMonday", "1. Monday\n2. Tuesday", which are not the first Monday and second Tuesday.
void Tokens::pass_markers() {
  Atom* last = nullptr;
  const auto pass = [](Atom* marker) {
    marker[0].sense = marker[0].meant = marker[1].sense = marker[1].meant = Sense::filler;
  };
  for (Atom* token = atoms_.begin(); token < atoms_.end() - 2; ++token) {
    const Sense before = token == atoms_.begin() ? Sense::line : token[-1].sense;
    if (before != Sense::line && before != Sense::semicolon) continue;
    const bool number = token->sense == Sense::number && token->size <= 2;
    const bool closed = is_glued(token[1], Sense::close) && (number || token->size == 1);
    const bool dot = number && is_glued(token[1], Sense::dot);
    if (closed || (dot && token[2].sense == Sense::line)) {
      pass(token);
    } else if (dot && token[2].meant == Sense::day && !work_.of_month) {
      if (last != nullptr && last->value + 1 == token->value) {
        pass(last);
        pass(token);
      } else {
        token->sense = token->meant = Sense::sign;
      }
      last = token;
    }
  }
}

}  // namespace townboard::phrase
