#pragma once

#include <cstdint>

#include "time/civil.h"

namespace townboard::time {

// Seconds since 1970-01-01T00:00Z, without leap seconds, as POSIX counts.
using Instant = std::int64_t;

// Wall time of some place: minutes since 1970-01-01T00:00 on that place's clock. What opening hours
// are written in. Not an instant: on two days a year a wall time exists twice or not at all.
using Wall = std::int32_t;

constexpr Wall wall_of(Day day, int minute_of_day) { return day * kMinutesPerDay + minute_of_day; }
constexpr Day day_of_wall(Wall wall) {
  return wall >= 0 ? wall / kMinutesPerDay : (wall - (kMinutesPerDay - 1)) / kMinutesPerDay;
}
constexpr int minute_of_wall(Wall wall) { return wall - day_of_wall(wall) * kMinutesPerDay; }

static_assert(day_of_wall(-1) == -1 && minute_of_wall(-1) == 1439);

}  // namespace townboard::time
