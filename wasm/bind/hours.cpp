// The module of web/hours.js: values of the OSM opening_hours language, and what they mean at a place.
#include <cmath>
#include <limits>
#include <optional>
#include "text/list.h"

#include "bind/border.h"
#include "bind/problem_lines.h"
#include "hours/describe.h"
#include "hours/dictionary.h"
#include "hours/evaluate.h"
#include "hours/parse.h"
#include "hours/print.h"
#include "text/number.h"

namespace {

using namespace townboard;
using bind::answer;
using bind::view;

// A value and its place. Calendars and zones that many values share have one of their own.
struct Slot {
  hours::Hours hours;
  time::Zone zone;
  calendar::Calendar calendar;
  hours::Context context;
  std::optional<hours::Evaluator> evaluator;  // made anew when the place changes
};

// nullptr before there are any.
hours::ListedWords* dictionary;

constexpr std::string_view kStates[] = {"closed", "open", "unknown"};

void append_state(text::String& out, hours::State state, std::string_view comment) {
  out += kStates[static_cast<std::size_t>(state)];
  out += '\t';
  for (const char c : comment) out += c == '\t' || c == '\n' ? ' ' : c;
}

// Seconds of the double; those that no calendar has become the nearest that one has.
[[gnu::noinline]] time::Instant instant(double seconds) {
  constexpr double kFar = 8.64e12 / 1000;  // about the year 2243
  return static_cast<time::Instant>(std::floor(seconds > kFar ? kFar : seconds > -kFar ? seconds : -kFar));
}

}  // namespace

// Words of other languages, for all values that are read from now on (hours::ListedWords).
TOWNBOARD_EXPORT(hours_words) void hours_words(const char* lines, std::uint32_t size) {
  delete dictionary;
  dictionary = new hours::ListedWords(view(lines, size));
}

// A slot, which is given back by hours_free. Its address is what every function takes.
TOWNBOARD_EXPORT(hours_make) Slot* hours_make() { return new Slot; }

TOWNBOARD_EXPORT(hours_free) void hours_free(Slot* slot) { delete slot; }

// Reads a value; mode 0 ranges, 1 points in time, 2 both. 0 when it is refused. The answer is a line with the normal
// form and the lines of its problems.
TOWNBOARD_EXPORT(hours_read)
std::uint32_t hours_read(Slot* slot, const char* text, std::uint32_t size, std::uint32_t mode) {
  hours::ReadOptions options;
  options.mode = static_cast<hours::Mode>(mode);
  options.dictionary = dictionary;
  hours::Reading reading = hours::read_hours(view(text, size), options);
  answer().clear();
  if (reading.ok()) {
    slot->hours = std::move(*reading.value);
    answer() = hours::print(slot->hours);
  }
  bind::append_problem_lines(answer(), reading.problems);
  return reading.ok() ? 1 : 0;
}

// The slot's zone: a POSIX rule and, in `transitions`, pairs of doubles (instant, seconds ahead of UTC) that hold
// before the rule does; `first` holds before them. 0: the rule is none.
TOWNBOARD_EXPORT(hours_zone)
std::uint32_t hours_zone(Slot* slot, const char* rule, std::uint32_t size, const double* transitions,
                         std::uint32_t bytes, double first) {
  auto zone = time::Zone::parse(view(rule, size));
  if (!zone) return 0;
  text::List<time::Transition> all;
  for (std::uint32_t i = 0; i + 1 < bytes / sizeof(double); i += 2) {
    all.push_back({instant(transitions[i]), static_cast<std::int32_t>(transitions[i + 1])});
  }
  if (!all.empty()) zone->set_transitions(std::move(all), static_cast<std::int32_t>(first));
  slot->zone = std::move(*zone);
  return 1;
}

// Adds to the slot's calendar a holiday by its rule, with the first and the last year in which it holds.
TOWNBOARD_EXPORT(hours_holiday)
void hours_holiday(Slot* slot, const char* rule, std::uint32_t size, std::uint32_t from, std::uint32_t until,
                   const char* name, std::uint32_t name_size) {
  slot->calendar.add_rule(view(rule, size), static_cast<std::int16_t>(from), static_cast<std::int16_t>(until),
                          text::Localized(view(name, name_size)));
}

// Adds days to the slot's calendar, counted from 1970: 0 a holiday, 1 school holidays, 2 a day that is moved.
TOWNBOARD_EXPORT(hours_days)
void hours_days(Slot* slot, std::uint32_t kind, time::Day first, time::Day last, const char* name,
                std::uint32_t name_size) {
  if (kind == 2) return slot->calendar.add_move({first, last});
  text::Localized named(view(name, name_size));
  if (kind == 1) return slot->calendar.add_school_holiday(first, last, std::move(named));
  slot->calendar.add_holiday(first, std::move(named));
}

// Puts the value at a place: the slot of its zone, that of its calendar or none, degrees or NaN where the position is
// not known, whether to follow moved working days, and the minutes that the days before holidays are shorter.
TOWNBOARD_EXPORT(hours_place)
void hours_place(Slot* slot, const Slot* zone, const Slot* calendar, double latitude, double longitude,
                 std::uint32_t moved_days, std::uint32_t eve_minutes) {
  hours::Context& context = slot->context;
  context.zone = &zone->zone;
  if (calendar != nullptr) context.calendar = &calendar->calendar;
  if (latitude == latitude) context.position = calendar::Position{latitude, longitude};
  context.moved_days = moved_days != 0;
  context.holiday_eve_minutes = static_cast<int>(eve_minutes > 720 ? 720 : eve_minutes);
  slot->evaluator.emplace(slot->hours, context);
}

// What holds at an instant: state, comment, and the rule that decides.
TOWNBOARD_EXPORT(hours_at) void hours_at(Slot* slot, double seconds) {
  const hours::Interval now = slot->evaluator->at(slot->context.zone->wall_at(instant(seconds)));
  text::String& out = answer();
  out.clear();
  append_state(out, now.state, now.comment);
  out += '\t';
  if (now.rule >= 0) out += hours::print(slot->hours.rules[static_cast<std::size_t>(now.rule)]);
}

// The instant of the next change of state, NaN when there is none within twelve years.
TOWNBOARD_EXPORT(hours_next) double hours_next(Slot* slot, double seconds) {
  const auto next = slot->evaluator->next_change_instant(instant(seconds));
  return next ? static_cast<double>(*next) : std::numeric_limits<double>::quiet_NaN();
}

// Open and unknown stretches between two instants, one a line: begin, end (instants), state, comment.
TOWNBOARD_EXPORT(hours_intervals)
void hours_intervals(Slot* slot, double from, double to, std::uint32_t limit) {
  const hours::Evaluator& evaluator = *slot->evaluator;
  const time::Zone& zone = *slot->context.zone;
  const time::Instant first = instant(from), last = instant(to);
  // A clock that is set back shows the window's last hour twice, so the walls are taken a day wider and cut.
  const time::Wall begin = zone.wall_at(first) - time::kMinutesPerDay;
  const time::Wall end = zone.wall_at(last) + time::kMinutesPerDay;
  text::String& out = answer();
  out.clear();
  std::uint32_t count = 0;
  for (const hours::Interval& interval : evaluator.intervals(begin, end)) {
    time::Instant opens = zone.instant_of(interval.begin);
    time::Instant closes = zone.instant_of(interval.end);
    if (opens < first) opens = first;
    if (closes > last) closes = last;
    if (opens >= closes) continue;  // outside, or skipped when clocks were put forward
    if (count++ == limit) return;
    text::append_number(out, opens);
    out += '\t';
    text::append_number(out, closes);
    out += '\t';
    append_state(out, interval.state, interval.comment);
    out += '\n';
  }
}

TOWNBOARD_EXPORT(hours_week_stable) std::uint32_t hours_week_stable(Slot* slot) {
  return slot->evaluator->week_stable() ? 1 : 0;
}

// The value in words of a language (locale::Locale::of_list).
TOWNBOARD_EXPORT(hours_describe)
void hours_describe(Slot* slot, const char* words, std::uint32_t bytes) {
  answer() = hours::describe(slot->hours, locale::Locale::of_list(view(words, bytes)));
}
