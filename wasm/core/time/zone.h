#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include "text/list.h"

#include "time/instant.h"

namespace townboard::time {

// From `at` on, the place's clock is `offset_seconds` ahead of UTC.
struct Transition {
  Instant at;
  std::int32_t offset_seconds;
};

// How a place's clock relates to UTC: dated transitions, and behind the last of them a rule for all
// years. A value; cheap to copy when it has no dated transitions.
class Zone {
 public:
  // UTC itself.
  Zone() = default;

  // Reads a rule such as "<+03>-3" or "CET-1CEST,M3.5.0,M10.5.0/3"; nothing when it is none.
  // Rule: POSIX.1-2017 section 8.3 (TZ), with RFC 8536 section 3.3.1 (hours -167..167).
  static std::optional<Zone> parse(std::string_view posix_rule);

  // Gives the zone dated transitions, which must ascend; the rule holds from the last of them on. Before the first,
  // `first_offset_seconds` holds.
  void set_transitions(text::List<Transition> transitions, std::int32_t first_offset_seconds);

  // Seconds that the clock is ahead of UTC.
  std::int32_t offset_at(Instant instant) const;

  // The wall minute that a clock shows; seconds are cut off.
  Wall wall_at(Instant instant) const;

  // The first transition after `instant` that changes the offset, or nothing when there is none
  // before `limit`. Looks at no more than a few years.
  std::optional<Transition> next_transition(Instant instant, Instant limit) const;

  // The first instant at or after which the clock shows `wall` or later: the earlier of two when
  // the hour is repeated, the end of the gap when it is skipped.
  Instant instant_of(Wall wall) const;

 private:
  // When daylight saving time begins or ends: `days` behind the first of March (of January, when the leap day is
  // taken off), or on the first such weekday from there on; at a second of that local day.
  struct Change {
    std::int16_t days = 0;
    bool from_january = false;
    std::int8_t weekday = -1;  // 0 is Monday; -1: that very day
    std::int32_t second = 2 * 3600;
    // In the year whose March begins on `march`.
    Instant utc_in(Day march, std::int32_t offset_before) const;
  };
  friend class RuleReader;

  std::int32_t rule_offset_at(Instant instant) const;

  std::int32_t standard_ = 0;
  std::int32_t daylight_ = 0;
  bool has_daylight_ = false;
  Change begin_, end_;
  std::int32_t first_offset_ = 0;
  text::List<Transition> transitions_;
};

}  // namespace townboard::time
