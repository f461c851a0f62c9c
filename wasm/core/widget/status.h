#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "hours/evaluate.h"

namespace townboard::widget {

// What a status sentence says, as data: no words, no language.
struct Status {
  enum class Pause : std::uint8_t { none, lunch, other };

  hours::State state = hours::State::unknown;
  std::string_view comment;  // of the hours; lives as long as the evaluator's value
  // Closed: which pause between two spans of this day it is now. Open: which one comes next.
  Pause pause = Pause::none;
  // Why today is special, when that is the reason for being closed now, with the holiday's name or
  // the closure's reason (null: none) and the other day of a move.
  hours::DayCause cause = hours::DayCause::ordinary;
  const text::Localized* name = nullptr;
  time::Day other_day = 0;
  std::optional<time::Wall> change;          // when the state ends; nothing: not within the horizon
  hours::State next = hours::State::closed;  // the state behind `change`
  std::optional<time::Wall> back;            // open, with a pause ahead: when it ends
};

// A pause is for lunch when it begins from 11:30 up to and with 14:30.
inline constexpr int kLunchFrom = 11 * 60 + 30;
inline constexpr int kLunchUntil = 14 * 60 + 30;

// "open", "closed", "pause", "unknown", for the style sheet and the page's script.
std::string_view state_name(const Status& status);

Status status_at(const hours::Evaluator& evaluator, time::Wall now);

}  // namespace townboard::widget
