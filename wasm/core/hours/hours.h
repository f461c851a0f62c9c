#pragma once

#include <cstdint>
#include "text/string.h"
#include "text/list.h"

namespace townboard::hours {

// What a place is at some time. `unknown`: the data say "maybe", or do not say.
enum class State : std::uint8_t { closed, open, unknown };

// Which kind of value is expected: ranges of time, points in time (collection times), or both.
enum class Mode : std::uint8_t { ranges = 0, points = 1, both = 2 };

// The syntax tree of a value of the OSM opening_hours language, after correction of what was written
// badly. Names are those of the grammar. Rule: OSM opening_hours specification 0.7.

// A clock time, or an event of the sun with minutes added.
struct TimePoint {
  enum class Base : std::uint8_t { clock, dawn, sunrise, sunset, dusk };
  Base base = Base::clock;
  std::int16_t minutes = 0;  // of the day, 0..2880; of an event: added to it

  friend bool operator==(const TimePoint&, const TimePoint&) = default;
};

// <timespan>. A point in time has `end` equal to `begin` and `is_point`.
struct TimeSpan {
  TimePoint begin;
  TimePoint end;
  bool is_point = false;
  bool open_end = false;    // "+": closing time is not known
  std::int16_t period = 0;  // "/90": points every so many minutes; 0: none

  friend bool operator==(const TimeSpan&, const TimeSpan&) = default;
};

// <weekday_range> with <nth_entry>s and <day_offset>.
struct WeekdayRange {
  std::uint8_t first = 0;  // 0 is Monday; a range may wrap
  std::uint8_t last = 0;
  std::uint16_t nth = 0;  // bits 0..4: first..fifth; 5..9: last..fifth from the end; 0: every one
  std::int16_t offset = 0;  // days added
  // Ours: the nth working day of the month instead of a weekday, "workday[-1]".
  bool working_day = false;

  friend bool operator==(const WeekdayRange&, const WeekdayRange&) = default;
};

// <holiday>: PH or SH. `narrowed`: weekdays follow that must hold as well ("PH Mo-Fr").
struct HolidaySelector {
  bool school = false;
  std::int16_t offset = 0;
  text::List<WeekdayRange> weekdays;  // all must be on one of these; empty: any day

  friend bool operator==(const HolidaySelector&, const HolidaySelector&) = default;
};

struct WeekRange {
  std::uint8_t first = 1;  // 1..53
  std::uint8_t last = 1;
  std::uint8_t step = 1;

  friend bool operator==(const WeekRange&, const WeekRange&) = default;
};

// <date_from> / <date_to>.
struct DatePoint {
  enum class Kind : std::uint8_t { month, date, nth_weekday, easter, orthodox_easter };
  Kind kind = Kind::month;
  std::int16_t year = 0;     // 0: every year
  std::int8_t month = 1;     // 1..12
  std::int8_t day = 1;       // of the month
  std::int8_t weekday = 0;   // nth_weekday
  std::int8_t nth = 0;       // nth_weekday: -5..5
  std::int8_t to_weekday = 0;  // "+Su", "-Mo": to the next or last such day; 1..7 / -1..-7, 0: none
  std::int16_t offset = 0;   // days added

  friend bool operator==(const DatePoint&, const DatePoint&) = default;
};

// <monthday_range>. Ranges of one group are alternatives; all groups of a rule must hold.
struct DateRange {
  DatePoint begin;
  DatePoint end;
  bool is_range = false;  // else `end` equals `begin`
  bool open_end = false;  // "+"
  std::int16_t step = 1;
  std::uint8_t group = 0;

  friend bool operator==(const DateRange&, const DateRange&) = default;
};

struct YearRange {
  std::int16_t first = 0;
  std::int16_t last = 0;
  std::int16_t step = 1;
  bool open_end = false;

  friend bool operator==(const YearRange&, const YearRange&) = default;
};

enum class Separator : std::uint8_t { normal, additional, fallback };  // ";" "," "||"

// <rule_sequence>.
struct Rule {
  Separator separator = Separator::normal;
  text::List<YearRange> years;
  text::List<DateRange> dates;
  text::List<WeekRange> weeks;
  text::List<WeekdayRange> weekdays;  // these or one of the holidays must hold
  text::List<HolidaySelector> holidays;
  text::List<TimeSpan> times;
  bool always = false;          // "24/7"
  bool has_state = false;       // whether the state was written out
  bool written_closed = false;  // "closed" rather than "off"
  // Ours: when the day is a holiday or no working day, the next working day takes its place.
  bool shift_to_working_day = false;
  State state = State::open;
  text::String comment;

  bool has_wide_selector() const { return !years.empty() || !dates.empty() || !weeks.empty(); }
  bool has_date_selector() const { return has_wide_selector() || !weekdays.empty() || !holidays.empty(); }
  friend bool operator==(const Rule&, const Rule&) = default;
};

struct Hours {
  text::List<Rule> rules;

  friend bool operator==(const Hours&, const Hours&) = default;
};

}  // namespace townboard::hours
