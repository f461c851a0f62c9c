#pragma once

#include "text/problem.h"

namespace townboard::hours {

// Errors: the value has no meaning that could be trusted.
inline constexpr text::ProblemKind kEmpty{"hours_empty"};
inline constexpr text::ProblemKind kTooLong{"hours_too_long"};
inline constexpr text::ProblemKind kUnknownWord{"hours_unknown_word"};
inline constexpr text::ProblemKind kSeason{"hours_season"};
inline constexpr text::ProblemKind kUnexpected{"hours_unexpected"};
inline constexpr text::ProblemKind kExpectedTime{"hours_expected_time"};
inline constexpr text::ProblemKind kTimeRange{"hours_time_out_of_range"};
inline constexpr text::ProblemKind kPointInTime{"hours_point_in_time"};
inline constexpr text::ProblemKind kDateRange{"hours_date_out_of_range"};
inline constexpr text::ProblemKind kWeekRange{"hours_week_out_of_range"};
inline constexpr text::ProblemKind kYearRange{"hours_year_out_of_range"};
inline constexpr text::ProblemKind kNth{"hours_bad_nth"};
inline constexpr text::ProblemKind kOffset{"hours_bad_offset"};
inline constexpr text::ProblemKind kUnclosed{"hours_unclosed"};
inline constexpr text::ProblemKind kAmbiguousComma{"hours_ambiguous_comma"};
inline constexpr text::ProblemKind kNoHolidays{"hours_holidays_not_known"};

// Warnings: understood, and better written as suggested.
inline constexpr text::ProblemKind kCorrected{"hours_corrected", text::Level::warning};
inline constexpr text::ProblemKind kNoMinutes{"hours_no_minutes", text::Level::warning};
inline constexpr text::ProblemKind kAmbiguousHour{"hours_ambiguous_hour", text::Level::warning};
inline constexpr text::ProblemKind kNoTime{"hours_no_time", text::Level::warning};
inline constexpr text::ProblemKind kOrder{"hours_order", text::Level::warning};
inline constexpr text::ProblemKind kStrayPunctuation{"hours_stray_punctuation", text::Level::warning};
inline constexpr text::ProblemKind kRepeated{"hours_repeated", text::Level::warning};
inline constexpr text::ProblemKind kNoEffect{"hours_no_effect", text::Level::warning};
inline constexpr text::ProblemKind kPast{"hours_past", text::Level::warning};
inline constexpr text::ProblemKind kHolidaysMissing{"hours_holidays_missing", text::Level::warning};

// Advice (advice.h): clear, and perhaps not what was meant.
inline constexpr text::ProblemKind kChangesDefault{"hours_changes_default", text::Level::warning};
inline constexpr text::ProblemKind kAdditionalOff{"hours_additional_off", text::Level::warning};
inline constexpr text::ProblemKind kCutsNight{"hours_cuts_night", text::Level::warning};
inline constexpr text::ProblemKind kNotAlways{"hours_not_always", text::Level::warning};
inline constexpr text::ProblemKind kOneRule{"hours_one_rule", text::Level::warning};
inline constexpr text::ProblemKind kNoEnd{"hours_no_end", text::Level::warning};
inline constexpr text::ProblemKind kHolidaysUnsaid{"hours_holidays_unsaid", text::Level::warning};

}  // namespace townboard::hours
