#pragma once

#include <cstdint>
#include <string_view>

#include "phrase/words.h"
#include "text/list.h"
#include "text/problem.h"

namespace townboard::phrase {

// The days that a part of the sentence names.
struct Days {
  std::uint8_t weekdays = 0;  // bit 0: every Monday
  std::uint8_t nth[7] = {};   // by weekday: bits 0..4 the first to fifth of the month, bit 5 the last
  bool holidays = false;
  bool school_holidays = false;
  bool eves = false;          // days before public holidays
  bool last_work_day = false; // of the month
  std::uint8_t listed[7] = {};  // weekdays in their order, when they are named one by one
  std::uint8_t listed_count = 0;  // 255: there were ranges

  bool has_nth() const;
  bool any() const;
};

// Minutes since midnight; `end` past 1440 is on the next day, kOpenEnd not known.
struct Range {
  std::int16_t begin = 0;
  std::int16_t end = 0;

  friend bool operator==(Range, Range) = default;
};
inline constexpr std::int16_t kOpenEnd = -1;

// No day has more; further ones are refused.
using Ranges = text::ShortList<Range, 12>;

// A season of the year: months 1..12, days 1..31 or 0 for the whole month. begin_month 0: none.
struct Season {
  std::uint8_t begin_month = 0, begin_day = 0, end_month = 0, end_day = 0;

  friend bool operator==(Season, Season) = default;
};

enum class What : std::uint8_t {
  days, spans, until, moment, closed, pause, no_pause, no_days_off, all_day, appointment, season, also, except, other_days,
  start, finish, shorter, label, open, close, morning, afternoon, weekly, done,
};

// A piece of the sentence that means something by itself.
struct Element {
  What what = What::done;
  text::Span where;
  bool fresh = false;   // a new line, sentence or part begins here
  bool joined = false;  // "and" or a comma stands before it
  Days days;
  Ranges spans;
  std::int16_t minute = 0;  // until, moment
  bool alone = false;       // until: only a time, so it must be near the usual end
  Season season;
};

using Elements = text::List<Element>;

// Cuts the sentence into elements; the last is What::done. What cannot be understood is reported as an error and
// left out.
Elements elements_of(std::string_view sentence, const Words& words, text::Problems& problems);

}  // namespace townboard::phrase
