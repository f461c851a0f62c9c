#pragma once

#include "time/civil.h"

namespace townboard::calendar {

// Easter Sunday of the western churches. Year 1583 or later.
// Rule: anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8).
time::Day easter(int year);

// Easter Sunday of the Orthodox churches, as a Gregorian date.
// Rule: Meeus, Julian algorithm, moved by the difference of the two calendars.
time::Day orthodox_easter(int year);

}  // namespace townboard::calendar
