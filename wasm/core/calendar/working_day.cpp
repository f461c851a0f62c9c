#include "calendar/working_day.h"

namespace townboard::calendar {

bool is_working_day(const Calendar& calendar, time::Day day) {
  if (calendar.holiday_on(day) || calendar.move_from(day)) return false;
  return time::weekday_of(day) < 5 || calendar.move_to(day).has_value();
}

std::optional<Holiday> holiday_after(const Calendar& calendar, time::Day day) {
  if (!is_working_day(calendar, day)) return std::nullopt;
  if (const std::optional<Move> move = calendar.move_to(day)) {
    const std::optional<Holiday> eve_of = calendar.holiday_on(move->from + 1);
    if (eve_of) return eve_of;
  }
  return calendar.holiday_on(day + 1);
}

std::optional<time::Day> nth_working_day(const Calendar& calendar, int year, int month, int nth) {
  const time::Day first = time::day_of(year, month, 1);
  const int length = time::days_in_month(year, month);
  int left = nth < 0 ? -nth : nth;
  for (int i = 0; i < length; ++i) {
    const time::Day day = nth < 0 ? first + length - 1 - i : first + i;
    if (is_working_day(calendar, day) && --left == 0) return day;
  }
  return std::nullopt;
}

}  // namespace townboard::calendar
