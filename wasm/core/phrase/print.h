#pragma once

#include "phrase/week.h"

namespace townboard::phrase {

// The week as OSM text, behind "Mo-Fr ", which is what to write where the days are missing.
struct Printer : Week {
  void print();

  static constexpr std::uint32_t kAssumedDays = 6;  // bytes of "Mo-Fr "
  std::string_view hours() const { return {out.at + kAssumedDays, out.size - kAssumedDays}; }

 private:
  [[gnu::noinline]] void write(char byte) { out.add() = byte; }
  void write(const char* text);
  bool is_written(const char* text);
  void write_number(int two_digits);
  void write_clock(int minute);
  void add_part(Part& part);
  void begin_rule(Season season_of_rule);
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
