#pragma once

#include <cstdint>

#include "hours/evaluate.h"
#include "text/list.h"
#include "time/offset_table.h"

namespace townboard::hours {

// What Evaluator::state_at keeps: the states of the days that were asked about, in at most 64 KB, or of the seven days
// of a value that is the same every week; and the offsets of the place's clock. The modules for browsers, which always
// want the comment too, are without it.
class StateTable {
 public:
  explicit StateTable(const Evaluator& evaluator);

  State at(time::Instant instant);

 private:
  // The states of a day with at most six stretches.
  struct DayStates {
    static constexpr int kMost = 5;
    time::Day day = INT32_MIN;
    std::uint16_t states = 0;        // two bits each, the first lowest
    std::uint16_t ends[kMost] = {};  // minutes of the day at which all but the last end; 1440 where there are fewer
  };

  bool work_out(time::Day day, DayStates& states) const;

  const Evaluator& evaluator_;
  const time::Zone utc_;
  time::OffsetTable offsets_;
  text::List<DayStates> days_;  // by weekday or by day
  std::size_t asked_ = 0;
};

}  // namespace townboard::hours
