#include "hours/advice.h"

#include "hours/problems.h"

namespace townboard::hours {
namespace {

constexpr int kDayMinutes = 24 * 60;

bool only_times(const Rule& rule) {
  return !rule.has_date_selector() && !rule.times.empty() && !rule.has_state && rule.comment.empty();
}

// Open for whole days without saying that it is so all day.
bool is_vague(const Rule& rule) {
  return rule.times.empty() && rule.state == State::open && rule.comment.empty() && rule.has_state &&
         (rule.has_date_selector() || rule.always);
}

bool has_points(const Rule& rule) {
  for (const TimeSpan& span : rule.times) {
    if (span.is_point || span.period != 0) return true;
  }
  return false;
}

bool passes_midnight(const Rule& rule) {
  constexpr int kEvents[] = {0, 330, 360, 1080, 1110};  // as the specification has them without a position
  for (const TimeSpan& span : rule.times) {
    const int begin = kEvents[static_cast<int>(span.begin.base)] + span.begin.minutes;
    const int end = kEvents[static_cast<int>(span.end.base)] + span.end.minutes;
    const bool long_open_end = span.open_end && (span.begin == span.end ? begin : end) >= 17 * 60;
    if (long_open_end || end > kDayMinutes || (!span.is_point && !span.open_end && end <= begin)) return true;
  }
  return false;
}

std::uint32_t bits_of(const text::List<WeekdayRange>& ranges) {
  std::uint32_t bits = 0;
  for (const WeekdayRange& range : ranges) {
    for (int day = range.first;; day = (day + 1) % 7) {
      bits |= 1u << day;
      if (day == range.last) break;
    }
  }
  return bits;
}

// Whether `next` takes the hours behind midnight from the rule before it.
bool cuts_night(const Rule& rule, const Rule& next) {
  if (next.separator != Separator::normal || !passes_midnight(rule)) return false;
  if (rule.has_wide_selector() && next.has_wide_selector()) return false;
  if (rule.weekdays.empty() || next.weekdays.empty()) return true;
  const std::uint32_t bits = bits_of(rule.weekdays);
  return ((bits << 1 | bits >> 6) & bits_of(next.weekdays)) != 0;
}

bool names_public_holidays(const Rule& rule) {
  for (const HolidaySelector& selector : rule.holidays) {
    if (!selector.school) return true;
  }
  return false;
}

}  // namespace

void advise(const Reading& reading, text::Problems& problems) {
  const text::List<Rule>& rules = reading.value->rules;
  bool all_only_times = rules.size() > 1, always = false, holidays = false;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    const Rule& rule = rules[i];
    const auto say = [&](const text::ProblemKind& kind) { text::report(problems, kind, reading.rule_places[i]); };
    const bool state_alone =
        rule.has_state && !rule.has_date_selector() && rule.times.empty() && !rule.always && rule.comment.empty();
    if (state_alone && i > 0) say(kChangesDefault);
    if (is_vague(rule)) say(kNoTime);
    if (has_points(rule)) say(kNoEnd);
    if (rule.separator == Separator::additional && rule.state == State::closed) say(kAdditionalOff);
    if (i > 0 && cuts_night(rules[i - 1], rule)) say(kCutsNight);
    if (rule.always && (rules.size() > 1 || rule.has_date_selector())) say(kNotAlways);
    all_only_times = all_only_times && only_times(rule);
    always = always || rule.always;
    holidays = holidays || names_public_holidays(rule);
  }
  if (rules.empty()) return;
  const text::Span whole{reading.rule_places.front().begin, reading.rule_places.back().end};
  if (all_only_times) text::report(problems, kOneRule, whole);
  if (!holidays && !always) text::report(problems, kHolidaysUnsaid, whole);
}

}  // namespace townboard::hours
