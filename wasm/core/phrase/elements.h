#pragma once

#include "phrase/scan.h"

namespace townboard::phrase {

inline constexpr Senses kHours = senses(Sense::time, Sense::all_day);
inline bool is_hours(Sense what) { return is_any(what, kHours); }

// Cuts the sentence into pieces that mean something by themselves.
struct Elements : Scan {
  // Fills `elements`; the last is Sense::done. What cannot be understood is reported as an error and left out.
  void cut_elements();

  // Settles what stands in parentheses. A note is left out with a warning, and two are refused; breaks, closed days and
  // plain times stay as if the signs were not there; an exception such as "(16h30 on Friday)" or "(14h to 16h on
  // Wednesday)" becomes one element of Sense::open with its days and its minute or spans.
  void settle_parentheses();

  // Puts times that stand before their days ("9:00 to 12:00 on Saturday") behind them. Only where the whole sentence
  // is written so, times and days by turns; or where each pair of them, in whichever order, begins a line or sentence or
  // stands behind a comma.
  void turn_round();

 private:
  Piece& push(Sense sense, Where where);
  void step();
  void step_days();
  void step_numbers();
  void begin_sentence();
  bool is_said_again();
  bool days_wait();
  void step_days_off();
  // "The cash desk closes at 17.30": passed over, with a warning.
  void step_aside();
  void step_room();
  void step_label();
  void pass_house();
  void check_word();
  bool is_last(Sense sense) { return elements.size != 0 && elements.last().sense == sense; }
  bool add_exceptions(const Piece* at, const Piece* end, Piece*& to);
};

}  // namespace townboard::phrase
