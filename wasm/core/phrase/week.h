#pragma once

#include "phrase/gatherer.h"

namespace townboard::phrase {

// Settles what each day has: exceptions, breaks, the days that times without days are for. Contradictions and what
// more than one reading would fit are errors.
struct Week : Gatherer {
  // Fills `parts`.
  void settle();

 private:
  Part& part_of(Season season_of_part);
  void place_group(Piece& group);
  void put(Piece& slot, Piece& group, bool exception);
  void place_numbered(Part& part, Piece& group, Days days);
  void give_days(Part& part);
  void place_exception(Piece& group);
  Piece& basis_before(Part& part, const Piece& group, Piece& unset);
  bool is_for(const Piece& pause, const Piece& slot);
  void apply(const Piece& pause);
  bool take_out(Piece& slot, const Piece& pause);
  void check_seasons();
};

}  // namespace townboard::phrase
