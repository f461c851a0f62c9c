#pragma once

#include <cstdint>

#include "time/zone.h"

namespace townboard::time {

// The offsets of a zone for whoever asks about many instants: what was worked out for a stretch of some three months
// is kept, and asking again takes a nanosecond. The zone outlives it and stays as it is. Not to be shared by threads.
class OffsetTable {
 public:
  explicit OffsetTable(const Zone& zone) : zone_(zone) {}

  // As Zone::offset_at.
  std::int32_t offset_at(Instant instant) const {
    const Instant number = instant >> kStretchBits;
    const Stretch& stretch = stretches_[number & (kStretches - 1)];
    if (stretch.number != number) return worked_out(instant);
    return (instant & ((1 << kStretchBits) - 1)) < stretch.change ? stretch.before : stretch.behind;
  }

 private:
  // 97 days, so that most have one change or none; all together are 17 years.
  static constexpr int kStretchBits = 23;
  static constexpr int kStretches = 64;

  // The offset `before` and `behind` the `change`, in seconds from its beginning.
  struct Stretch {
    Instant number = INT64_MAX;
    std::int32_t change = 0, before = 0, behind = 0;
  };

  std::int32_t worked_out(Instant instant) const;

  const Zone& zone_;
  mutable Stretch stretches_[kStretches];
};

}  // namespace townboard::time
