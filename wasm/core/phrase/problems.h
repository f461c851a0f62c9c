#pragma once

#include <cstdint>
#include <iterator>

#include "text/problem.h"

namespace townboard::phrase {

// Errors: the sentence is refused.
inline constexpr text::ProblemKind kTooLong{"phrase_too_long"};
inline constexpr text::ProblemKind kNothing{"phrase_nothing"};
inline constexpr text::ProblemKind kMisspelt{"phrase_misspelt"};
inline constexpr text::ProblemKind kCondition{"phrase_condition"};
inline constexpr text::ProblemKind kNumber{"phrase_number"};
inline constexpr text::ProblemKind kSign{"phrase_sign"};
inline constexpr text::ProblemKind kDate{"phrase_date"};
inline constexpr text::ProblemKind kTimes{"phrase_times"};
inline constexpr text::ProblemKind kHalfDay{"phrase_half_of_the_day"};
inline constexpr text::ProblemKind kNoTimes{"phrase_days_without_times"};
inline constexpr text::ProblemKind kNoMeaning{"phrase_no_meaning"};
inline constexpr text::ProblemKind kContradiction{"phrase_contradiction"};
inline constexpr text::ProblemKind kSeveral{"phrase_several_schedules"};
inline constexpr text::ProblemKind kPause{"phrase_break"};
inline constexpr text::ProblemKind kWhichDays{"phrase_which_days"};
inline constexpr text::ProblemKind kAppointment{"phrase_appointment"};

// Warnings: read, and somebody who knows the office should confirm it.
inline constexpr text::ProblemKind kDaysMissing{"days_missing", text::Level::warning};
inline constexpr text::ProblemKind kDaysAssumed{"days_assumed", text::Level::warning};
inline constexpr text::ProblemKind kLeftOut{"phrase_left_out", text::Level::warning};

// The same as places in kProblems: a small number is shorter code than an address.
enum class Trouble : std::uint8_t {
  too_long, nothing, misspelt, condition, number, sign, date, times, half_day, no_times, no_meaning, contradiction,
  several, pause, which_days, appointment, days_missing, days_assumed, left_out,
};

inline constexpr text::ProblemKind kProblems[] = {
    kTooLong, kNothing, kMisspelt, kCondition, kNumber, kSign, kDate, kTimes, kHalfDay, kNoTimes, kNoMeaning,
    kContradiction, kSeveral, kPause, kWhichDays, kAppointment, kDaysMissing, kDaysAssumed, kLeftOut,
};
static_assert(std::size(kProblems) == static_cast<std::size_t>(Trouble::left_out) + 1);

constexpr const text::ProblemKind& kind_of(Trouble trouble) { return kProblems[static_cast<unsigned>(trouble)]; }

}  // namespace townboard::phrase
