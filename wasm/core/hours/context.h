#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include "text/list.h"

#include "calendar/calendar.h"
#include "calendar/sun.h"
#include "hours/hours.h"
#include "text/localized.h"
#include "time/instant.h"
#include "time/zone.h"

namespace townboard::hours {

// A dated exception of the office itself: on the days first..last the spans hold instead of the
// schedule (closed when there is none).
struct Closure {
  time::Day first;
  time::Day last;
  text::List<std::pair<std::int16_t, std::int16_t>> spans;  // minutes of the day, within 0..1440
  text::Localized reason;
};

// All that an evaluation depends on besides the value and the time. Borrowed: everything pointed at
// outlives the evaluator.
struct Context {
  const calendar::Calendar* calendar = nullptr;  // none: PH and SH never match
  // The week as it mostly is, without a calendar: rules for holidays make it no other.
  bool usual = false;
  const time::Zone* zone = nullptr;              // for real sun times and instants; none: UTC
  std::optional<calendar::Position> position;    // none: fixed sun times of the specification
  bool moved_days = false;                       // follow the calendar's moved working days
  int holiday_eve_minutes = 0;  // taken off the last span of a working day before a holiday
  const text::List<Closure>* closures = nullptr;
};

// Why a day is not what its weekday alone would make it. For words beside the day.
enum class DayCause : std::uint8_t { ordinary, holiday, moved_off, moved_work, eve, closure };

}  // namespace townboard::hours
