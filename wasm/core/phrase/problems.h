#pragma once

#include <cstdint>
#include <iterator>

#include "text/problem.h"

namespace townboard::phrase {

// Why a sentence is refused; from days_missing on: it is read, and somebody who knows the office should confirm it.
enum class Trouble : std::uint8_t {
  too_long, nothing, misspelt, condition, number, sign, date, times, half_day, no_times, no_meaning, contradiction,
  several, pause, which_days, appointment, days_missing, days_assumed, left_out,
};

// In the order of Trouble, which is shorter code than an address. web/build.mjs reads the codes and levels from here.
inline constexpr text::ProblemKind kProblems[] = {
    {"phrase_too_long"},
    {"phrase_nothing"},
    {"phrase_misspelt"},
    {"phrase_condition"},
    {"phrase_number"},
    {"phrase_sign"},
    {"phrase_date"},
    {"phrase_times"},
    {"phrase_half_of_the_day"},
    {"phrase_days_without_times"},
    {"phrase_no_meaning"},
    {"phrase_contradiction"},
    {"phrase_several_schedules"},
    {"phrase_break"},
    {"phrase_which_days"},
    {"phrase_appointment"},
    {"days_missing", text::Level::warning},
    {"days_assumed", text::Level::warning},
    {"phrase_left_out", text::Level::warning},
};
static_assert(std::size(kProblems) == static_cast<std::size_t>(Trouble::left_out) + 1);

constexpr const text::ProblemKind& kind_of(Trouble trouble) { return kProblems[static_cast<unsigned>(trouble)]; }

}  // namespace townboard::phrase
