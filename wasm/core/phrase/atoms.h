#pragma once

#include <string_view>

#include "phrase/words.h"
#include "text/list.h"
#include "text/problem.h"

namespace townboard::phrase {

// One meaning of the sentence: a word of the table, a time of day, a number, a sign.
struct Atom {
  enum Half : std::uint8_t { none, am, pm };

  Sense sense = Sense::done;
  std::int16_t value = 0;    // of time: minutes since midnight, 0..1440; otherwise as Sense says
  text::Span where;
  bool bare = false;         // a time that is a lone hour: 8
  bool blank_before = true;
  Half half = none;          // "a.m." or "p.m." stood behind the time
};

using Atoms = text::List<Atom>;

// Finds the words and times of `sentence`. The last atom has Sense::done.
Atoms atoms_of(std::string_view sentence, const Words& words);

}  // namespace townboard::phrase
