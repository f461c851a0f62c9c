#pragma once

#include <cstdint>

#include "hours/evaluate.h"
#include "text/list.h"
#include "time/offset_table.h"

namespace townboard::hours {

// The state alone, for whoever asks one value about many instants: a few nanoseconds each, whatever the value. What was
// worked out for a day is kept in 64 KB; of a value that is the same every week, seven days. For C++ programs
// such as maps: the modules for browsers are without it. Evaluator and zone outlive it and stay as they are. Not to be
// shared by threads.
class StateTable {
 public:
  StateTable(const Evaluator& evaluator, const time::Zone& zone);

  // As Evaluator::at says for the wall minute of that instant.
  State at(time::Instant instant) const { return never_changes_ ? days_[0].first() : looked_up(instant); }

 private:
  // The states of a day with at most six stretches.
  struct DayStates {
    static constexpr int kMost = 5;
    time::Day day = INT32_MIN;
    std::uint16_t states = 0;        // two bits each, the first lowest
    std::uint16_t ends[kMost] = {};  // minutes of the day at which all but the last end; 1440 where there are fewer

    State first() const { return static_cast<State>(states & 3); }
  };

  State looked_up(time::Instant instant) const;
  bool work_out(time::Day day, DayStates& states) const;

  const Evaluator& evaluator_;
  time::OffsetTable offsets_;
  mutable text::List<DayStates> days_;  // by weekday or by day
  bool never_changes_;
};

}  // namespace townboard::hours
