// The module of web/hours.js: values of the OSM opening_hours language by number, and what they mean at a place.
#include <cmath>
#include <limits>
#include <memory>
#include "text/list.h"

#include "bind/border.h"
#include "bind/problem_lines.h"
#include "hours/describe.h"
#include "hours/evaluate.h"
#include "hours/parse.h"
#include "hours/print.h"
#include "text/number.h"

namespace {

using namespace townboard;
using bind::answer;
using bind::view;

struct Slot {
  hours::Hours hours;
  time::Zone zone;
  calendar::Calendar calendar;
  hours::Context context;
  std::unique_ptr<hours::Evaluator> evaluator;  // made anew when the place changes

  const hours::Evaluator& ready() {
    context.zone = &zone;
    if (!evaluator) evaluator = std::make_unique<hours::Evaluator>(hours, context);
    return *evaluator;
  }
};

text::List<std::unique_ptr<Slot>>& slots() {
  static text::List<std::unique_ptr<Slot>> all;
  return all;
}

// Values count from 1, so that 0 is none.
Slot& slot(std::uint32_t number) { return *slots()[number - 1]; }

constexpr std::string_view kStates[] = {"closed", "open", "unknown"};

void append_state(text::String& out, hours::State state, std::string_view comment) {
  out += kStates[static_cast<std::size_t>(state)];
  out += '\t';
  for (const char c : comment) out += c == '\t' || c == '\n' ? ' ' : c;
}

// Seconds of the double; those that no calendar has become the nearest that one has.
time::Instant instant(double seconds) {
  constexpr double kFar = 8.64e12 / 1000;  // about the year 275
  return static_cast<time::Instant>(std::floor(seconds > kFar ? kFar : seconds > -kFar ? seconds : -kFar));
}

}  // namespace

// Reads a value; mode 0 ranges, 1 points in time, 2 both. Its number, or 0 when it is refused. The answer is a line
// with the normal form and the lines of its problems.
TOWNBOARD_EXPORT(hours_read) std::uint32_t hours_read(const char* text, std::uint32_t size, std::uint32_t mode) {
  hours::ReadOptions options;
  options.mode = static_cast<hours::Mode>(mode > 2 ? 0 : mode);
  hours::Reading reading = hours::read_hours(view(text, size), options);
  answer() = reading.ok() ? hours::print(*reading.value) : text::String();
  bind::append_problem_lines(answer(), reading.problems);
  if (!reading.ok()) return 0;
  auto made = std::make_unique<Slot>();
  made->hours = std::move(*reading.value);
  std::uint32_t free = 0;
  while (free < slots().size() && slots()[free]) ++free;
  if (free == slots().size()) slots().emplace_back();
  slots()[free] = std::move(made);
  return free + 1;
}

TOWNBOARD_EXPORT(hours_free) void hours_free(std::uint32_t number) { slots()[number - 1].reset(); }

// The place's zone: a POSIX rule and, in `transitions`, pairs of doubles (instant, seconds ahead of UTC) that hold
// before the rule does; `first` holds before them. 0: the rule is none.
TOWNBOARD_EXPORT(hours_zone)
std::uint32_t hours_zone(std::uint32_t number, const char* rule, std::uint32_t size, const double* transitions,
                         std::uint32_t bytes, double first) {
  const auto zone = time::Zone::parse(view(rule, size));
  if (!zone) return 0;
  text::List<time::Transition> all;
  for (std::uint32_t i = 0; i + 1 < bytes / sizeof(double); i += 2) {
    all.push_back({instant(transitions[i]), static_cast<std::int32_t>(transitions[i + 1])});
  }
  Slot& place = slot(number);
  place.zone = all.empty() ? *zone : zone->with_transitions(std::move(all), static_cast<std::int32_t>(first));
  place.evaluator.reset();
  return 1;
}

// A calendar (json::Document::Packed), and its region or nothing. The answer has the problems.
TOWNBOARD_EXPORT(hours_calendar)
void hours_calendar(std::uint32_t number, const char* packed, std::uint32_t bytes, const char* region,
                    std::uint32_t size) {
  Slot& place = slot(number);
  text::Problems problems;
  const json::Document document(json::Document::Packed{view(packed, bytes)});
  place.calendar = calendar::Calendar::read(document.root(), view(region, size), problems);
  place.context.calendar = &place.calendar;
  place.evaluator.reset();
  answer().clear();
  bind::append_problem_lines(answer(), problems);
}

TOWNBOARD_EXPORT(hours_position)
void hours_position(std::uint32_t number, double latitude, double longitude) {
  slot(number).context.position = calendar::Position{latitude, longitude};
  slot(number).evaluator.reset();
}

// Whether to follow the calendar's moved working days, and the minutes that the days before holidays are shorter.
TOWNBOARD_EXPORT(hours_customs)
void hours_customs(std::uint32_t number, std::uint32_t moved_days, std::uint32_t eve_minutes) {
  slot(number).context.moved_days = moved_days != 0;
  slot(number).context.holiday_eve_minutes = static_cast<int>(eve_minutes > 720 ? 720 : eve_minutes);
  slot(number).evaluator.reset();
}

// What holds at an instant: state, comment, and the rule that decides.
TOWNBOARD_EXPORT(hours_at) void hours_at(std::uint32_t number, double seconds) {
  Slot& place = slot(number);
  const hours::Interval now = place.ready().at(place.zone.wall_at(instant(seconds)));
  text::String& out = answer();
  out.clear();
  append_state(out, now.state, now.comment);
  out += '\t';
  if (now.rule >= 0) out += hours::print(place.hours.rules[static_cast<std::size_t>(now.rule)]);
}

// The instant of the next change of state, NaN when there is none within twelve years.
TOWNBOARD_EXPORT(hours_next) double hours_next(std::uint32_t number, double seconds) {
  const auto next = slot(number).ready().next_change_instant(instant(seconds));
  return next ? static_cast<double>(*next) : std::numeric_limits<double>::quiet_NaN();
}

// Open and unknown stretches between two instants, one a line: begin, end (instants), state, comment.
TOWNBOARD_EXPORT(hours_intervals)
void hours_intervals(std::uint32_t number, double from, double to, std::uint32_t limit) {
  Slot& place = slot(number);
  const hours::Evaluator& evaluator = place.ready();
  const time::Instant first = instant(from), last = instant(to);
  // A clock that is set back shows the window's last hour twice, so the walls are taken a day wider and cut.
  const time::Wall begin = place.zone.wall_at(first) - time::kMinutesPerDay;
  const time::Wall end = place.zone.wall_at(last) + time::kMinutesPerDay;
  text::String& out = answer();
  out.clear();
  std::uint32_t count = 0;
  for (const hours::Interval& interval : evaluator.intervals(begin, end)) {
    time::Instant opens = place.zone.instant_of(interval.begin);
    time::Instant closes = place.zone.instant_of(interval.end);
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

TOWNBOARD_EXPORT(hours_week_stable) std::uint32_t hours_week_stable(std::uint32_t number) {
  return slot(number).ready().week_stable() ? 1 : 0;
}

// Whether two values have the same rules: then, and only then, they have the same normal form.
TOWNBOARD_EXPORT(hours_equal) std::uint32_t hours_equal(std::uint32_t a, std::uint32_t b) {
  return hours::print(slot(a).hours) == hours::print(slot(b).hours) ? 1 : 0;
}

// The value in words of a language (json::Document::Packed of data/locales/<language>.json).
TOWNBOARD_EXPORT(hours_describe)
void hours_describe(std::uint32_t number, const char* packed, std::uint32_t bytes) {
  text::Problems problems;
  const json::Document document(json::Document::Packed{view(packed, bytes)});
  answer() = hours::describe(slot(number).hours, locale::Locale::read(document.root(), problems));
}
