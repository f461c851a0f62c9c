#include "hours/state_table.h"

namespace townboard::hours {
namespace {

constexpr std::size_t kFirstDays = 16, kMostDays = 4096;  // powers of 4

}  // namespace

StateTable::StateTable(const Evaluator& evaluator)
    : evaluator_(evaluator),
      offsets_(evaluator.context_.zone != nullptr ? *evaluator.context_.zone : utc_),
      days_(evaluator.week_stable() ? 7 : kFirstDays) {}

// False, and nothing kept, when there are too many stretches.
bool StateTable::work_out(time::Day day, DayStates& states) const {
  DayStates made;
  made.day = day;
  for (std::uint16_t& end : made.ends) end = time::kMinutesPerDay;
  int count = 0;
  for (const Segment& segment : evaluator_.result_of(day).segments) {
    if (count > DayStates::kMost) return false;
    made.states = static_cast<std::uint16_t>(made.states | static_cast<int>(segment.state) << count * 2);
    if (segment.end < time::kMinutesPerDay) {
      if (count == DayStates::kMost) return false;
      made.ends[count] = static_cast<std::uint16_t>(segment.end);
    }
    ++count;
  }
  states = made;
  return true;
}

State StateTable::at(time::Instant instant) {
  const bool weekly = evaluator_.week_stable();
  // Whoever asks about one day here and one there comes back to them.
  if (!weekly && ++asked_ > days_.size() && days_.size() < kMostDays) {
    const std::size_t more = days_.size() * 4;
    days_.clear();
    days_.resize(more);
  }
  // Counted from a Monday before all days that there are, so that nothing is negative.
  constexpr std::int64_t kDaysBack = 7 * 300'000'000LL + 3;
  const auto seconds = static_cast<std::uint64_t>(instant + offsets_.offset_at(instant) + kDaysBack * 86400);
  const std::uint64_t number = seconds / 86400;
  const auto minute = static_cast<std::uint32_t>(seconds - number * 86400) / 60;
  const auto day = static_cast<time::Day>(static_cast<std::int64_t>(number) - kDaysBack);
  DayStates& states = days_[weekly ? number % 7 : static_cast<std::size_t>(day) & (days_.size() - 1)];
  if ((weekly ? states.day == INT32_MIN : states.day != day) && !work_out(day, states)) {
    return evaluator_.at(time::wall_of(day, static_cast<int>(minute))).state;
  }
  // Counted rather than searched: no processor could foretell where an instant of a day lies.
  int place = 0;
  for (const std::uint16_t end : states.ends) place += minute >= end;
  return static_cast<State>(states.states >> place * 2 & 3);
}

}  // namespace townboard::hours
