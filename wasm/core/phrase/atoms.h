#pragma once

#include "phrase/work.h"

namespace townboard::phrase {

// Takes the tokens with what the table says of their words, which phrase::Tokens or web/phrase-tokens.js made. Words get
// their meaning and numbers are read as times where they stand. The hyphen is the sign with two meanings: 8-00 is a time
// and 8-17 is a range.
struct Atoms : Work {
  // Makes atoms of the tokens, in their place. Words that say nothing (fillers) are left out.
  void read_atoms();

 protected:
  // The token or atom `ahead`, or before with a negative number; where there is none, the last.
  Atom& token(unsigned ahead = 0);

 private:
  [[gnu::noinline]] Sense meant(unsigned ahead) { return token(ahead).meant; }
  bool is_number(unsigned ahead) { return token(ahead).sense == Sense::number; }
  bool is_glued(unsigned ahead, Sense sense);
  Atom& push(Sense sense, int value, unsigned count);
  void read_word();
  void read_number();
  bool is_small(const Atom& number) const;
  bool read_ordinal();
  bool is_minutes(unsigned ahead, bool may_be_apart);
  unsigned minutes_behind();
  bool in_range(unsigned ahead);
  bool is_flattened();
  bool read_time();
  void read_units(Atom& atom);
  void read_spelled_minutes(Atom& atom, bool letter);
};

}  // namespace townboard::phrase
