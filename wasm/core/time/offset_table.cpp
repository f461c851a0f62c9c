#include "time/offset_table.h"

namespace townboard::time {

std::int32_t OffsetTable::worked_out(Instant instant) const {
  constexpr Instant kLength = Instant{1} << kStretchBits;
  const Instant number = instant >> kStretchBits;
  const Instant begin = number * kLength;
  const Instant end = begin + kLength;
  const std::optional<Transition> change = zone_.next_transition(begin, end);
  // A stretch with two changes, as of a month of fasting, is not kept.
  if (change && zone_.next_transition(change->at, end)) return zone_.offset_at(instant);
  Stretch& stretch = stretches_[number & (kStretches - 1)];
  stretch.number = number;
  stretch.before = stretch.behind = zone_.offset_at(begin);
  stretch.change = 0;
  if (change) {
    stretch.change = static_cast<std::int32_t>(change->at - begin);
    stretch.behind = change->offset_seconds;
  }
  return instant - begin < stretch.change ? stretch.before : stretch.behind;
}

}  // namespace townboard::time
