#pragma once

#include "phrase/work.h"

namespace townboard::phrase {

// Cuts the sentence of `work` into words, numbers and signs, and looks the words up. For native programs;
// web/phrase-tokens.js does the same for the module, which is smaller without it.
class Tokens {
 public:
  Tokens(Work& work, const WordTable& words) : work_(work), atoms_(work.atoms), words_(words) {}

  // Fills `atoms`, with one of Sense::done at the end. Quotation marks and blanks are left out.
  void cut();
  // What the table says from each word on; which hyphens have minutes behind them; `of_month`.
  void look_up();
  // The rest changes what was looked up, in this order. Parentheses in which everything stands are left out;
  void open_head();
  // two days without a sign between them are refused where they may be a range, and so is a range to a word unknown;
  void doubt_pairs();
  // numbers and letters that count lines are left out (dates.cpp);
  void pass_markers();
  // the numbers of days become one token with their month (dates.cpp).
  void find_dates();

 private:
  void part_times();
  bool is_every_day(const Atom* of_month) const;
  static bool is_sure_dash(const Atom* hour);
  static Atom* without_number(Atom* first);
  void split(Atom* token, unsigned size);
  Atom* month_of(Atom* day);
  bool ends_months(const Atom* month) const;
  static Atom* date_numbers(Atom* first);
  unsigned length_of(const WordTable::Form& form, const Atom* first) const;

  Work& work_;
  Few<Atom, kMaxPhrase + 2>& atoms_;
  const WordTable& words_;
  unsigned char letters_[kMaxPhrase];  // of each token from its `begin` on
};

}  // namespace townboard::phrase
