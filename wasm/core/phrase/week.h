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
  void place_group(Group& group);
  void put(Slot& slot, Group& group, bool exception);
  void place_numbered(Part& part, Group& group, Days days);
  void give_days(Part& part);
  void place_exception(Group& group);
  Slot& basis_before(Part& part, const Group& group, Slot& unset);
  bool is_for(const Group& pause, const Slot& slot);
  void apply(const Group& pause);
  bool take_out(Slot& slot, const Group& pause);
  void check_seasons();
};

}  // namespace townboard::phrase
