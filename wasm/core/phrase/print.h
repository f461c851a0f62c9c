#pragma once

#include "phrase/week.h"

namespace townboard::phrase {

// The week as OSM text.
struct Printer : Week {
  void print();

  std::string_view hours() const { return {out.at, out.size}; }
  [[gnu::noinline]] void write(char byte) { out.add() = byte; }
  void write_number(int two_digits);

 private:
  void write(const char* text);
  void write_clock(int minute);
  void add_part(Part& part, bool holidays);
  void begin_rule(Season season_of_rule, bool adds);
  void add_date(unsigned date);
  void blank();
  void comma_unless(bool& first);
  void add_days(unsigned days);
  void add_slot(const Piece& slot);
  void add_note(Where where);
  void add_eves(Part& part);
  void add_numbered(Days days);
};

}  // namespace townboard::phrase
