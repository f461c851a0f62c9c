#pragma once

#include "phrase/atoms.h"

namespace townboard::phrase {

// Reads days, times and seasons from the atoms.
struct Scan : Atoms {
 protected:
  // Not inlined, as they are called in a hundred places and the module must stay small.
  [[gnu::noinline]] void pass() {
    if (place + 1 < atoms.size) ++place;
  }
  [[gnu::noinline]] Sense peek(unsigned ahead) { return token(ahead).sense; }  // `ahead` -1: the atom passed last
  [[gnu::noinline]] bool is_at(Sense sense) { return token().sense == sense; }

  // Passes all that is of `of`.
  [[gnu::noinline]] void pass_all(Senses of) {
    while (is_any(peek(0), of)) pass();
  }

  // How far ahead the first one stands, from `ahead` on, that is not of `of`.
  [[gnu::noinline]] unsigned passed(unsigned ahead, Senses of) {
    while (is_any(peek(ahead), of)) ++ahead;
    return ahead;
  }

  static constexpr Senses kPrepositions = senses(Sense::from, Sense::to, Sense::between);
  [[gnu::noinline]] static bool is_day(Sense sense) {
    return sense == Sense::day || is_within(sense, Sense::every_day, Sense::nth);
  }
  static bool is_preposition(Sense sense) { return is_any(sense, kPrepositions); }

  // The list of days that begins here: "Mo, We-Fr and every 2nd Saturday of the month".
  Days read_days();

  // One time or range that begins here, with its prepositions, into `range`. Sense::time: a range; until, moment (with
  // range.begin); done: there is none; refuse: it cannot be.
  Sense read_times();

  // A range of dates or months, or one month. No end: a single date. 0: there is none here.
  Season read_season();

 private:
  void add_day(Days& days, unsigned nth);
  bool add_range(Days& days);
  bool follows_day();
  Season read_date();
};

}  // namespace townboard::phrase
