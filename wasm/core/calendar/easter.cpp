#include "calendar/easter.h"

namespace townboard::calendar {

time::Day easter(int year) {
  const int golden = year % 19;
  const int century = year / 100;
  const int rest = year % 100;
  const int correction = (century - (century + 8) / 25 + 1) / 3;
  const int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
  const int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
  const int shift = (golden + 11 * epact + 22 * weekday) / 451;
  const int days = epact + weekday - 7 * shift + 114;
  return time::day_of(year, days / 31, days % 31 + 1);
}

time::Day orthodox_easter(int year) {
  const int moon = (19 * (year % 19) + 15) % 30;
  const int weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
  const int days = moon + weekday + 114;
  // The Julian date's number of days ahead of the Gregorian one: 13 from 1900 to 2099.
  const int century = year / 100;
  const int ahead = century - century / 4 - 2;
  return time::day_of(year, days / 31, days % 31 + 1) + ahead;
}

}  // namespace townboard::calendar
