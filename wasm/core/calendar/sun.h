#pragma once

#include <optional>

#include "time/civil.h"

namespace townboard::calendar {

// Degrees; latitude north positive -90..90, longitude east positive -180..180.
struct Position {
  double latitude = 0;
  double longitude = 0;
};

enum class SunEvent { dawn, sunrise, sunset, dusk };

// Minutes from 00:00 UTC of `day` (may be negative or past 1440) to the event that belongs to that
// calendar day at the position; nothing where the sun does not reach the altitude that day.
// dawn and dusk are civil (-6 degrees), sunrise and sunset at -0.833 degrees. To a second.
// Rule: Meeus, Astronomical Algorithms, chapters 15 and 25.
std::optional<double> sun_event_utc_minutes(time::Day day, SunEvent event, Position position);

}  // namespace townboard::calendar
