#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "hours/hours.h"
#include "text/list.h"
#include "text/problem.h"

namespace townboard::hours {

inline constexpr std::uint32_t kMaxTextBytes = 8192;

class Dictionary;

struct ReadOptions {
  // ranges: points in time are refused unless the whole value is made of them; points: ranges are.
  Mode mode = Mode::ranges;
  // Words of other languages, which a value that is understood without them does not change its meaning by. nullptr:
  // those of the grammar and single English ones only.
  const Dictionary* dictionary = nullptr;
};

// What reading gives. `problems` also holds warnings; with an error among them there is no value.
// Offsets are bytes of the text that was read.
struct Reading {
  std::optional<Hours> value;
  text::Problems problems;
  text::List<text::Span> rule_places;  // of the rules in the text, as many as the value has

  bool ok() const { return value.has_value(); }
};

// Reads a value of the OSM opening_hours language, tolerantly: what is understood but badly written is
// a warning with its place and the corrected text. Work is linear in the text; texts over
// kMaxTextBytes are refused.
//
// Two extensions of ours, which `print` writes back:
//   "workday[-1] 09:00-12:00"      the last working day of the month (Mo-Fr but for holidays and moved
//                                  days); nth as for weekdays, without brackets every working day
//   "Mo[1] 09:00-12:00 shift"      where that day is no working day, the next working day takes its place
// Rule: OSM opening_hours specification 0.7.
Reading read_hours(std::string_view text, const ReadOptions& options = {});

}  // namespace townboard::hours
