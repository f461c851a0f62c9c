#include "phrase/atoms.h"

namespace townboard::phrase {

[[gnu::noinline]] Atom& Atoms::token(unsigned ahead) {
  const std::uint32_t at = place + ahead;
  return atoms.at[at < atoms.size ? at : atoms.size - 1];
}

void Atoms::read_atoms() {
  before = Sense::line;
  while (token().sense != Sense::done) {
    if (token().sense == Sense::unknown) {
      read_word();
    } else if (is_number(0)) {
      read_number();
    } else {
      push(token().sense, 0, 1);
    }
  }
  push(Sense::done, 0, 1);
  atoms.size = written;
}

[[gnu::noinline]] Atom& Atoms::push(Sense sense, int value, unsigned count) {
  if (sense == Sense::noon || sense == Sense::midnight) {
    value = sense == Sense::noon ? 720 : 1440;
    sense = Sense::time;
  }
  const std::uint32_t end = token(count - 1).end;
  Atom& atom = atoms.at[written];
  atom = token();
  place += count;
  before = sense;
  atom.sense = sense;
  atom.value = static_cast<int>(value);
  atom.end = end;
  if (sense == Sense::filler || sense == Sense::of_month) return atom;
  // Every what? Perhaps a day. "Every second Tuesday" is of the month only where the sentence says so; else it may be every
  // other week.
  if (every && (sense == Sense::unknown || (sense == Sense::nth && value > 1 && !of_month))) {
    atom.sense = Sense::refuse;
    atom.value = 0;
  }
  every = sense == Sense::every;
  if (!every) ++written;
  return atom;
}

void Atoms::read_word() {
  const Atom& word = token();
  const Sense sense = word.meant;
  if (word.size == 0) {
    ++place;
    return;
  }
  // "I i III sobota": the first is no "and".
  if (sense == Sense::both && is_any(meant(1), senses(Sense::both, Sense::comma)) && meant(2) == Sense::nth) {
    push(Sense::nth, 1, 1);
    return;
  }
  if (sense == Sense::clock) {
    Atom& time = push(Sense::time, word.meant_value * 30, word.count);
    time.bare = true;
    return read_units(time);
  }
  // Of a date also its day.
  Atom& atom = push(sense, word.meant_value | word.value, word.count);
  // The dot of an abbreviation.
  if (sense != Sense::unknown && is_glued(0, Sense::dot)) {
    atom.end = token().end;
    ++place;
  }
}

[[gnu::noinline]] bool Atoms::is_glued(unsigned ahead, Sense sense) {
  return token(ahead).glued && token(ahead).sense == sense;
}

// -- numbers --------------------------------------------------------------------------------------------

void Atoms::read_number() {
  const Atom& number = token();
  if (number.count > 1) {  // "24 hours", "7/7"
    push(number.meant, number.meant_value, number.count);
  } else if (meant(1) == Sense::minute || meant(1) == Sense::room) {  // "45 minutes", "5 floor"
    push(Sense::filler, 0, 1);
  } else if (!read_ordinal() && !read_time()) {
    push(Sense::number, number.size > 2 ? -1 : number.value, 1);
  }
}

bool Atoms::is_small(const Atom& number) const {
  return number.sense == Sense::number && number.size == 1 && static_cast<unsigned>(number.value - 1) < 5;
}

// 1st, 2-я, 3.; and lists of bare numbers before a day: 2,3,4,5 среда.
bool Atoms::read_ordinal() {
  if (!is_small(token())) return false;
  unsigned count = 1;
  if (is_glued(1, Sense::dash)) ++count;
  if (token(count).suffix) return push(Sense::nth, token().value, count + 1), true;
  // "Lenin street 5, Tuesday", "Lenin street, 5, Tuesday".
  const Sense named = before == Sense::comma ? token(written - 2 - place).sense : before;
  if (named == Sense::unknown || named == Sense::room) return false;
  if (is_any(before, senses(Sense::to, Sense::from, Sense::dash, Sense::time))) return false;
  for (unsigned ahead = 1; ahead < 24; ++ahead) {
    const Atom& next = token(ahead);
    if (is_any(next.meant, senses(Sense::comma, Sense::dot, Sense::both)) || next.suffix || is_small(next)) continue;
    if (next.meant != Sense::day) return false;
    push(Sense::nth, token().value, 1);
    if (token().sense == Sense::dot) ++place;
    return true;
  }
  return false;
}

// -- times ----------------------------------------------------------------------------------------------

[[gnu::noinline]] bool Atoms::is_minutes(unsigned ahead, bool may_be_apart) {
  const Atom& number = token(ahead);
  return number.sense == Sense::number && number.size == 2 && number.value < 60 && (number.glued || may_be_apart);
}

// Whether what ends before `ahead` is the beginning or end of a range.
[[gnu::noinline]] bool Atoms::in_range(unsigned ahead) {
  return is_any(meant(ahead), senses(Sense::dash, Sense::to)) ||
         is_any(before, senses(Sense::dash, Sense::to, Sense::from));
}

// How many tokens behind the hour hold its minutes, 0 for none.
unsigned Atoms::minutes_behind() {
  const Atom& sign = token(1);
  // "16 00 - 19 00": superscript once.
  if (!sign.glued) return is_minutes(1, in_range(2)) && sign.value % 15 == 0;
  if (sign.raised && is_minutes(1, false)) return 1;
  if (is_any(sign.sense, senses(Sense::colon, Sense::dot, Sense::comma))) {
    const bool zero = sign.sense != Sense::comma && token(2).value == 0;
    return is_minutes(2, zero) ? 2 : 0;
  }
  if (sign.sense != Sense::dash || !is_minutes(2, token(2).value == 0)) return 0;
  if (token(3).glued && is_glued(4, Sense::number) && is_any(token(3).sense, senses(Sense::colon, Sense::dot))) return 0;
  return sign.value != 0 ? 2 : 0;
}

// 830 and 1730: the minutes were superscript once. Only as the end of a range.
bool Atoms::is_flattened() {
  const Atom& number = token();
  if (number.size - 3 > 1 || number.value / 100 > 24 || number.value % 100 > 59) return false;
  return in_range(1);
}

bool Atoms::read_time() {
  int hour = token().value, minute = 0;
  unsigned behind = 0;
  const bool flat = is_flattened();
  if (flat) {
    minute = hour % 100;
    hour /= 100;
  } else {
    if (token().size > 2 || hour > 24) return false;
    behind = minutes_behind();
    if (behind > 0) minute = token(behind).value;
  }
  if (hour == 24 && minute != 0) return false;
  Atom& atom = push(Sense::time, hour * 60 + minute, behind + 1);
  atom.bare = !flat && behind == 0;
  read_units(atom);
  return true;
}

// What may stand behind a time: a.m., p.m., the word for hour (with minutes behind it), o'clock.
void Atoms::read_units(Atom& atom) {
  for (int round = 0; round < 3; ++round) {
    const Sense unit = meant(0);
    const bool letter = unit == Sense::hour_minutes;
    const bool hour = letter || unit == Sense::hour;
    if (unit == Sense::am || unit == Sense::pm) {
      atom.half = unit == Sense::am ? Atom::am : Atom::pm;
    } else if (!hour && (unit != Sense::noon || atom.value != 720)) {  // 12:00 noon
      return;
    }
    place += token().count;
    atom.end = token(-1U).end;
    const bool dot = is_glued(0, Sense::dot);
    if (hour && atom.bare) read_spelled_minutes(atom, letter);
    if (dot && meant(0) == Sense::dot) ++place;
  }
}

// 8h30, 8 часов 30 минут.
void Atoms::read_spelled_minutes(Atom& atom, bool letter) {
  unsigned ahead = meant(0) == Sense::dot ? 1 : 0;
  if (meant(ahead) == Sense::both) ++ahead;
  if (!is_minutes(ahead, true)) return;
  const Sense next = meant(ahead + 1);
  const bool named = next == Sense::minute;
  const bool own = is_any(next, senses(Sense::hour, Sense::hour_minutes)) ||
                   (is_any(next, senses(Sense::colon, Sense::dot)) && is_glued(ahead + 2, Sense::number));
  if (!named && (!letter || ahead > 0 || own)) return;
  atom.value = static_cast<int>(atom.value + token(ahead).value);
  atom.bare = false;
  atom.end = token(ahead).end;
  place += ahead + 1;
  if (named) place += token().count;
}

}  // namespace townboard::phrase
