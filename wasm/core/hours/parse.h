#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "hours/hours.h"
#include "text/problem.h"

namespace townboard::hours {

struct ReadOptions {
  int mode = 0;  // see Mode in evaluate.h: points in time are errors in mode 0, ranges in mode 1
};

struct Reading;  // { std::optional<Hours> value; text::Problems problems; bool ok() const }

// Reads a value of the OSM opening_hours language, tolerantly: what is understood but badly written is
// a warning with its place and the corrected text. Bounded: texts over 8 KiB are refused.
Reading read_hours(std::string_view text, const ReadOptions& options = {});

// hours/print.h:
//   std::string print(const Hours&);       normalized: read_hours(print(h)) == h
//   std::string simplified(const Hours&);  shortest of the same meaning
// hours/describe.h:
//   std::string describe(const Hours&, const locale::Locale&);   in words

}  // namespace townboard::hours
