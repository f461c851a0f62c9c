#include "widget/status.h"

namespace townboard::widget {
namespace {

using hours::DayPlan;
using hours::Interval;
using hours::State;

// The pause that begins where span `index` of the day ends; none behind the last span.
Status::Pause pause_behind(const DayPlan& plan, std::size_t index) {
  if (index + 1 >= plan.spans.size()) return Status::Pause::none;
  const time::Wall begin = plan.spans[index].end;
  if (plan.spans[index + 1].begin <= begin) return Status::Pause::none;
  const int minute = begin - time::wall_of(plan.day, 0);
  return minute >= kLunchFrom && minute <= kLunchUntil ? Status::Pause::lunch
                                                       : Status::Pause::other;
}

void look_for_pause(const DayPlan& plan, time::Wall now, Status& status) {
  for (std::size_t i = 0; i < plan.spans.size(); ++i) {
    const Interval& span = plan.spans[i];
    const bool open_now = status.state == State::open && status.change == span.end;
    const bool between = status.state == State::closed && span.end <= now &&
                         i + 1 < plan.spans.size() && now < plan.spans[i + 1].begin;
    if (!open_now && !between) continue;
    status.pause = pause_behind(plan, i);
    if (open_now && status.pause != Status::Pause::none) status.back = plan.spans[i + 1].begin;
  }
}

}  // namespace

std::string_view state_name(const Status& status) {
  if (status.state == State::open) return "open";
  if (status.state == State::unknown) return "unknown";
  return status.pause == Status::Pause::none ? "closed" : "pause";
}

Status status_at(const hours::Evaluator& evaluator, time::Wall now) {
  Status status;
  const Interval interval = evaluator.at(now);
  status.state = interval.state;
  status.comment = interval.comment;
  status.change = evaluator.next_change(now);
  if (status.change) status.next = evaluator.at(*status.change).state;

  const DayPlan plan = evaluator.day(time::day_of_wall(now));
  look_for_pause(plan, now, status);
  // A day that is shortened or worked in another's place is no reason for being closed, unless its
  // last span has ended; then the next opening says enough.
  const bool off = plan.cause == hours::DayCause::holiday ||
                   plan.cause == hours::DayCause::moved_off ||
                   plan.cause == hours::DayCause::closure;
  if (status.state == State::closed && off && plan.spans.empty()) {
    status.cause = plan.cause;
    status.name = plan.name;
    status.other_day = plan.other_day;
  }
  return status;
}

}  // namespace townboard::widget
