#pragma once

#include <optional>

#include "phrase/atoms.h"
#include "phrase/elements.h"

namespace townboard::phrase {

// Reads days, times and seasons from atoms. Words that say nothing (fillers) are taken out beforehand.
class Scan {
 public:
  explicit Scan(const Atoms& atoms);

  std::size_t place() const { return at_; }
  void back_to(std::size_t place) { at_ = place; }
  // Not inlined, as they are called in a hundred places and the module must stay small.
  [[gnu::noinline]] void pass() {
    if (at_ + 1 < atoms_.size()) ++at_;
  }
  [[gnu::noinline]] const Atom& now() const { return atoms_[at_]; }
  const Atom& at(std::size_t place) const { return atoms_[place]; }
  [[gnu::noinline]] const Atom& last() const { return atoms_[at_ == 0 ? 0 : at_ - 1]; }  // the one passed last
  [[gnu::noinline]] const Atom& peek(std::size_t ahead) const {
    return atoms_[at_ + ahead < atoms_.size() ? at_ + ahead : atoms_.size() - 1];
  }
  [[gnu::noinline]] const Atom& before(std::size_t back) const { return atoms_[at_ >= back ? at_ - back : atoms_.size() - 1]; }

  static bool is_day(Sense sense);
  static bool is_time_next(const Scan& scan, std::size_t ahead);

  // The list of days that begins here: "Mo, We-Fr and every 2nd Saturday of the month".
  Days days();

  struct Times {
    enum Kind { none, span, until, moment, bad } kind = none;
    Range range;  // moment and until: begin
  };
  // One time or range that begins here, with its prepositions.
  Times times();

  // A range of dates or months, or one month. end_month 0: a single date. Nothing: there is none here.
  std::optional<Season> season();

 private:
  void add_day(Days& days, std::uint8_t& nth);
  bool add_range(Days& days, std::uint8_t nth);
  bool follows_day();
  void skip_dots();
  bool read_date(std::uint8_t& month, std::uint8_t& day);

  Atoms atoms_;
  std::size_t at_ = 0;
};

}  // namespace townboard::phrase
