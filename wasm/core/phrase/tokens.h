#pragma once

#include "phrase/work.h"

namespace townboard::phrase {

// Cuts the sentence into words, numbers and signs, and looks the words up.
struct Tokens : Work {
  // Fills `atoms`, with one of Sense::done at the end. Quotation marks and blanks are left out.
  void cut_tokens();
  // What the table says from each word on.
  void look_up();

 protected:
  // The token `ahead`, or before with a negative number; where there is none, the last.
  Atom& token(unsigned ahead = 0);
  // Whether an hour, a hyphen and its minutes stand from `hour` on, where nothing else can be meant: 8-00, 13-45.
  static bool is_sure_dash(const Atom* hour);

 private:
  Atom* without_number(Atom* first);
  // How many tokens from `first` on are the words of `form`; 0: they are not.
  unsigned length_of(const WordTable::Form& form, const Atom* first) const;
};

}  // namespace townboard::phrase
