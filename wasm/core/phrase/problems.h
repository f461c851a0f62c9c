#pragma once

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

}  // namespace townboard::phrase
