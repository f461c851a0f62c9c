#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calendar/calendar.h"
#include "calendar/sun.h"
#include "hours/hours.h"
#include "text/localized.h"
#include "time/instant.h"
#include "time/zone.h"

namespace townboard::hours {

// Which kind of value is expected: ranges of time, points in time (collection times), or both.
enum class Mode : std::uint8_t { ranges = 0, points = 1, both = 2 };

// A dated exception of the office itself: on the days first..last the spans hold instead of the
// schedule (closed when there is none).
struct Closure {
  time::Day first;
  time::Day last;
  std::vector<std::pair<std::int16_t, std::int16_t>> spans;  // minutes of the day, may pass 1440
  text::Localized reason;
};

// All that an evaluation depends on besides the value and the time. Borrowed: everything pointed at
// outlives the evaluator.
struct Context {
  const calendar::Calendar* calendar = nullptr;  // none: PH and SH never match
  const time::Zone* zone = nullptr;              // needed for real sun times and instants; none: UTC
  std::optional<calendar::Position> position;    // none: fixed sun times of the specification
  Mode mode = Mode::ranges;
  bool moved_days = false;              // follow the calendar's moved working days
  int holiday_eve_minutes = 0;          // taken off the last span of a working day before a holiday
  const std::vector<Closure>* closures = nullptr;
};

// One stretch of wall time with the same state and comment.
struct Interval {
  time::Wall begin;
  time::Wall end;
  State state;
  std::string_view comment;  // "" when there is none; lives as long as the value that was evaluated
  std::int16_t rule;         // index of the matching rule, -1: none

  friend bool operator==(const Interval&, const Interval&) = default;
};

// Why a day is not what its weekday alone would make it. For words beside the day.
enum class DayCause : std::uint8_t { ordinary, holiday, moved_off, moved_work, eve, closure };

// One calendar day of a schedule, as a table or a sentence shows it.
struct DayPlan {
  time::Day day;
  DayCause cause = DayCause::ordinary;
  // Open and unknown stretches that begin on this day, ascending, touching ones merged; an end may be
  // on the next day. What ran over from the day before is not listed again.
  std::vector<Interval> spans;
  const text::Localized* name = nullptr;  // of the holiday (also of the one after an eve), or the closure's reason
  time::Day other_day = 0;                // the other day of a move
};

// Answers questions about one value. Keeps a cache, so one object must not be shared by threads.
// All work is bounded: nothing looks further than kHorizonDays ahead.
class Evaluator {
 public:
  static constexpr int kHorizonDays = 366 * 12;

  Evaluator(const Hours& hours, const Context& context);

  // The state at a wall minute, with comment and rule; begin and end are that minute.
  Interval at(time::Wall wall) const;

  // The first wall minute after `wall` whose state (and, when asked, comment) differs.
  // Nothing when there is none within the horizon.
  std::optional<time::Wall> next_change(time::Wall wall, bool comments_count = false) const;

  // The same for real time: the first instant after `instant` at which the state differs, with
  // skipped and repeated hours of the zone as clocks show them.
  std::optional<time::Instant> next_change_instant(time::Instant instant) const;

  // Open and unknown stretches within [from, to), cut at both ends, ascending, equal neighbours
  // merged. At most `limit` of them.
  std::vector<Interval> intervals(time::Wall from, time::Wall to, std::size_t limit = 100000) const;

  // See DayPlan.
  DayPlan day(time::Day day) const;

  // Whether every week looks the same (no holidays, months, weeks, nth days, sun, …).
  bool week_stable() const;

 private:
  // …to be filled by the implementer…
};

}  // namespace townboard::hours
