#pragma once

#include <optional>

#include "calendar/calendar.h"

namespace townboard::calendar {

// Monday to Friday, but for public holidays and days moved away, and with days moved here.
bool is_working_day(const Calendar& calendar, time::Day day);

// The public holiday before which `day` is an hour shorter: `day` is worked and the next day is a
// holiday; or it is worked in place of such an eve, since the short hour travels with a moved day.
// Nothing when `day` is not short. Rule: Labour Code of Belarus, article 116; norm of April 2023.
std::optional<Holiday> holiday_after(const Calendar& calendar, time::Day day);

// The nth working day of a month, counted from its end when negative (-1 is the last).
std::optional<time::Day> nth_working_day(const Calendar& calendar, int year, int month, int nth);

}  // namespace townboard::calendar
