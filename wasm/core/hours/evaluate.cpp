#include "hours/evaluate.h"

#include "hours/skip.h"
#include "hours/state_table.h"
#include "text/number.h"

namespace townboard::hours {
namespace {

using time::Day;
using time::Wall;

bool is_weekly(const WeekdayRange& range) {
  return range.nth == 0 && range.offset == 0 && !range.working_day;
}

// Whether the rule says the same every week. "week 01-53" and "Jan-Dec" say it, too.
bool is_weekly(const Rule& rule, const Context& context) {
  if (!rule.years.empty() || (!rule.holidays.empty() && !context.usual) || rule.shift_to_working_day) return false;
  for (const WeekRange& range : rule.weeks) {
    if (range.first != 1 || range.last != 53 || range.step != 1) return false;
  }
  for (const DateRange& range : rule.dates) {
    DatePoint january, december;
    december.month = 12;
    if (range.begin != january || range.end != december || range.step != 1) return false;
  }
  for (const WeekdayRange& range : rule.weekdays) {
    if (!is_weekly(range)) return false;
  }
  for (const TimeSpan& span : rule.times) {
    const bool sun = span.begin.base != TimePoint::Base::clock ||
                     span.end.base != TimePoint::Base::clock;
    if (sun && context.position) return false;
  }
  return true;
}

bool is_weekly(const Hours& hours, const Context& context) {
  for (const Rule& rule : hours.rules) {
    if (!is_weekly(rule, context)) return false;
  }
  return !context.moved_days && context.holiday_eve_minutes == 0 &&
         (context.closures == nullptr || context.closures->empty());
}

}  // namespace

Evaluator::Evaluator(const Hours& hours, const Context& context)
    : hours_(hours),
      context_(context),
      week_stable_(is_weekly(hours, context)),
      worker_(hours_, context_),
      cache_(1) {}

Evaluator::~Evaluator() = default;

// What was given before may be gone.
const DayResult& Evaluator::result_of(Day day) const {
  // A weekly value needs seven days only; it is worked out for the first week that is asked about.
  const Day number = week_stable_ ? time::weekday_of(day) : day;
  // Who asks about one instant needs one day, who looks for a change a few; who asks about one day here and one there
  // comes back to them.
  const std::size_t room = cache_.size();
  const std::size_t enough = week_stable_ || asked_ <= room ? kWeek : kMostDays;
  if (worked_out_ >= room && room < enough) cache_.resize(room * 2);
  DayResult& result = cache_[static_cast<std::size_t>(number) & (cache_.size() - 1)];
  if (result.segments.empty() || (week_stable_ ? time::weekday_of(result.day) : result.day) != number) {
    ++worked_out_;
    worker_.work_out(day, result);
  }
  return result;
}

std::string_view Evaluator::comment_of(const Segment& segment) const {
  if (segment.guessed) return kGuessedComment;
  if (segment.rule >= 0) {
    const text::String& comment = hours_.rules[static_cast<std::size_t>(segment.rule)].comment;
    if (!comment.empty()) return comment;
  }
  if (segment.name == nullptr) return {};
  return segment.days_off == 0 ? segment.name->first() : beside_holiday(segment);
}

// "Day after Karfreitag", "2 days before Karfreitag", as the reference words it. The bytes stay where they are when the
// list grows.
std::string_view Evaluator::beside_holiday(const Segment& segment) const {
  const int days = segment.days_off < 0 ? -segment.days_off : segment.days_off;
  text::String words;
  if (days > 1) text::append_number(words, days);
  words += days > 1 ? " days " : "Day ";
  words += segment.days_off < 0 ? "before " : "after ";
  words += segment.name->first();
  for (const text::String& known : composed_) {
    if (known == words) return known;
  }
  composed_.push_back(std::move(words));
  return composed_.back();
}

Interval Evaluator::at(Wall wall) const {
  const Day day = time::day_of_wall(wall);
  const int minute = wall - time::wall_of(day, 0);
  ++asked_;
  for (const Segment& segment : result_of(day).segments) {
    if (minute < segment.end) {
      return {time::wall_of(day, segment.begin), time::wall_of(day, segment.end), segment.state,
              comment_of(segment), segment.rule};
    }
  }
  return {wall, wall + 1, State::closed, {}, -1};
}

State Evaluator::looked_up_state(time::Instant instant) const {
  if (table_ == nullptr) {
    if (week_stable_ && !next_change(0)) {
      always_ = static_cast<std::int8_t>(at(0).state);
      return static_cast<State>(always_);
    }
    table_ = std::make_unique<StateTable>(*this);
  }
  return table_->at(instant);
}

std::optional<Wall> Evaluator::change_within(Wall wall, Wall limit, bool comments) const {
  const Interval now = at(wall);
  const Day last = time::day_of_wall(limit) + 1;
  for (Day day = time::day_of_wall(wall); time::wall_of(day, 0) < limit;) {
    const text::List<Segment>& segments = result_of(day).segments;
    for (const Segment& segment : segments) {
      const Wall begin = time::wall_of(day, segment.begin);
      if (begin >= limit) return std::nullopt;
      if (begin <= wall) continue;
      if (segment.state != now.state || (comments && comment_of(segment) != now.comment)) {
        return begin;
      }
    }
    const bool whole = segments.size() == 1 && !week_stable_;
    day = whole ? skip_same_days(hours_, context_, day, segments[0].rule, comments, last) : day + 1;
  }
  return std::nullopt;
}

std::optional<Wall> Evaluator::next_change(Wall wall, bool comments_count) const {
  if (never_changes_ && !comments_count) return std::nullopt;
  const int days = week_stable_ ? 8 : kHorizonDays;
  const std::optional<Wall> change = change_within(wall, wall + days * time::kMinutesPerDay, comments_count);
  if (!change) never_changes_ = week_stable_;
  return change;
}

// The usual case: no clock is changed in the hours behind `instant` and before the answer, so that each wall time there
// comes once. `sure` says whether it is so.
std::optional<time::Instant> Evaluator::plain_change(const time::Zone& zone, time::Instant instant, bool& sure) const {
  constexpr time::Instant kHours = 3 * 3600;
  const std::int32_t offset = zone.offset_at(instant);
  sure = zone.offset_at(instant + kHours) == offset;
  if (!sure) return std::nullopt;
  const std::optional<Wall> change = next_change(zone.wall_at(instant));
  if (!change) return std::nullopt;
  const time::Instant local = time::Instant{*change} * 60;
  const std::int32_t then = zone.offset_at(local - offset);
  const time::Instant at = local - then;
  sure = zone.offset_at(at) == then && zone.offset_at(at - kHours) == then;
  return at;
}

std::optional<time::Instant> Evaluator::next_change_instant(time::Instant instant) const {
  if (never_changes_) return std::nullopt;
  const time::Zone utc;
  const time::Zone& zone = context_.zone != nullptr ? *context_.zone : utc;
  bool sure = false;
  const std::optional<time::Instant> plain = plain_change(zone, instant, sure);
  if (sure) return plain;
  const State now = at(zone.wall_at(instant)).state;
  const time::Instant limit = instant + time::Instant{kHorizonDays} * 86400;
  time::Instant from = instant;
  // Between two changes of the clock, wall time and real time run alike.
  for (int steps = 0; steps < 64; ++steps) {
    const std::optional<time::Transition> shift = zone.next_transition(from, limit);
    const time::Instant until = shift ? shift->at : limit;
    const std::int32_t offset = zone.offset_at(from);
    const Wall wall = zone.wall_at(from);
    const Wall wall_limit = static_cast<Wall>((until + offset + 59) / 60);
    if (from != instant && at(wall).state != now) return from;
    if (const std::optional<Wall> change = change_within(wall, wall_limit, false)) {
      return static_cast<time::Instant>(*change) * 60 - offset;
    }
    if (!shift || (week_stable_ && until - from > 8 * 86400)) {
      // A weekly value that has not changed for a week never does.
      return std::nullopt;
    }
    from = until;
  }
  return std::nullopt;
}

text::List<Interval> Evaluator::intervals(Wall from, Wall to, std::size_t limit) const {
  text::List<Interval> all;
  for (Day day = time::day_of_wall(from); time::wall_of(day, 0) < to; ++day) {
    for (const Segment& segment : result_of(day).segments) {
      if (segment.state == State::closed) continue;
      const Wall begin = time::wall_of(day, segment.begin);
      const Wall end = time::wall_of(day, segment.end);
      Interval next{begin < from ? from : begin, end > to ? to : end, segment.state,
                    comment_of(segment), segment.rule};
      if (next.end <= next.begin) continue;
      if (!all.empty() && all.back().end == next.begin && all.back().state == next.state &&
          all.back().comment == next.comment) {
        all.back().end = next.end;
      } else if (all.size() >= limit) {
        return all;
      } else {
        all.push_back(next);
      }
    }
  }
  return all;
}

DayPlan Evaluator::day(Day day) const {
  DayPlan plan;
  {
    const DayResult& result = result_of(day);
    plan.day = day;
    plan.cause = result.cause;
    plan.name = result.name;
    plan.other_day = result.other_day;
    for (const Segment& segment : result.segments) {
      if (segment.state == State::closed || segment.wrapped) continue;
      const Wall begin = time::wall_of(day, segment.begin);
      const Wall end = time::wall_of(day, segment.end);
      const std::string_view comment = comment_of(segment);
      if (!plan.spans.empty() && plan.spans.back().end == begin &&
          plan.spans.back().state == segment.state && plan.spans.back().comment == comment) {
        plan.spans.back().end = end;
      } else {
        plan.spans.push_back({begin, end, segment.state, comment, segment.rule});
      }
    }
  }
  if (plan.spans.empty() || plan.spans.back().end != time::wall_of(day + 1, 0)) return plan;
  Interval& last = plan.spans.back();
  for (const Segment& segment : result_of(day + 1).segments) {
    if (!segment.wrapped || time::wall_of(day + 1, segment.begin) != last.end ||
        segment.state != last.state) {
      break;
    }
    last.end = time::wall_of(day + 1, segment.end);
  }
  return plan;
}

}  // namespace townboard::hours
