#include "hours/state_table.h"

namespace townboard::hours {
namespace {

constexpr std::size_t kDays = 4096;  // a power of 2

}  // namespace

StateTable::StateTable(const Evaluator& evaluator, const time::Zone& zone)
    : evaluator_(evaluator), offsets_(zone), days_(evaluator.week_stable() ? 7 : kDays), never_changes_(days_.size() == 7) {
  if (!evaluator.week_stable()) return;
  for (time::Day day = 0; day < 7; ++day) {
    DayStates& states = days_[static_cast<std::size_t>(time::weekday_of(day))];
    const bool whole = work_out(day, states) && states.ends[0] == time::kMinutesPerDay;
    never_changes_ = never_changes_ && whole && states.first() == evaluator.at(0).state;
  }
}

// False, and nothing kept, when there are too many stretches.
bool StateTable::work_out(time::Day day, DayStates& states) const {
  DayStates made;
  made.day = day;
  for (std::uint16_t& end : made.ends) end = time::kMinutesPerDay;
  const time::Wall midnight = time::wall_of(day, 0);
  int count = 0;
  for (int minute = 0; minute < time::kMinutesPerDay; ++count) {
    const Interval stretch = evaluator_.at(midnight + minute);
    if (count > 0) {
      if (count > DayStates::kMost) return false;
      made.ends[count - 1] = static_cast<std::uint16_t>(minute);
    }
    made.states = static_cast<std::uint16_t>(made.states | static_cast<int>(stretch.state) << count * 2);
    minute = stretch.end - midnight;
  }
  states = made;
  return true;
}

State StateTable::looked_up(time::Instant instant) const {
  // Counted from a Monday before all days that there are, so that nothing is negative.
  constexpr std::int64_t kDaysBack = 7 * 300'000'000LL + 3;
  const auto seconds = static_cast<std::uint64_t>(instant + offsets_.offset_at(instant) + kDaysBack * 86400);
  const std::uint64_t number = seconds / 86400;
  const auto minute = static_cast<std::uint32_t>(seconds - number * 86400) / 60;
  const auto day = static_cast<time::Day>(static_cast<std::int64_t>(number) - kDaysBack);
  const bool weekly = days_.size() == 7;
  DayStates& states = days_[weekly ? number % 7 : static_cast<std::size_t>(day) & (kDays - 1)];
  if ((weekly ? states.day == INT32_MIN : states.day != day) && !work_out(day, states)) {
    return evaluator_.at(time::wall_of(day, static_cast<int>(minute))).state;
  }
  // Counted rather than searched: no processor could foretell where an instant of a day lies.
  int place = 0;
  for (const std::uint16_t end : states.ends) place += minute >= end;
  return static_cast<State>(states.states >> place * 2 & 3);
}

}  // namespace townboard::hours
