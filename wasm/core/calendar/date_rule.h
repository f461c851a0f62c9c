#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "time/civil.h"

namespace townboard::calendar {

// A day that comes back every year, as calendars write it in the date language of OSM opening_hours:
//
//   "Jan 07"                  a date
//   "easter -2 days"          Easter Sunday of the western churches, with days added
//   "orthodox easter +9 days"
//   "Nov Th[4]", "May Mo[-1]" the fourth, the last weekday of a month, "+1 day" may follow
//   "Jun 20 Sa"               the first Saturday on or after a date; "Jun 20 Sa -7 days" the one before
//   "Dec 25 shift Sa+2 Su+1"  moved when it falls on one of these weekdays (substitute days)
//
// Rule: OSM opening_hours specification 0.7, <date>, <variable_date>; the last two forms are ours.
class DateRule {
 public:
  static std::optional<DateRule> parse(std::string_view text);

  // The day in `year`; nothing for 29 February in a common year or a fifth weekday that is not there.
  std::optional<time::Day> day_in(int year) const;

 private:
  enum class Kind : std::uint8_t { date, easter, orthodox_easter, nth_weekday, weekday_from };

  Kind kind_ = Kind::date;
  std::int8_t month_ = 1;
  std::int8_t day_ = 1;      // of the month
  std::int8_t weekday_ = 0;  // 0 is Monday
  std::int8_t nth_ = 0;      // -5..-1, 1..5
  std::int16_t offset_ = 0;  // days added
  std::array<std::int8_t, 7> shift_{};  // days added when the day falls on that weekday
};

}  // namespace townboard::calendar
