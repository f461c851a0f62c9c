#include "time/civil.h"

#include <chrono>

#include "catch.h"

using namespace townboard::time;

TEST_CASE("days are taken apart and put together as the C++ library does", "[time][civil]") {
  int wrong = 0;
  // The years -32767..32767, which are all that it has.
  for (Day day = -12687428; day < 11248737; day += 23) {
    const std::chrono::year_month_day date{std::chrono::sys_days{std::chrono::days{day}}};
    const Civil expected{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                         static_cast<int>(static_cast<unsigned>(date.day()))};
    wrong += civil_of(day) != expected || day_of(expected) != day;
  }
  CHECK(wrong == 0);
}

TEST_CASE("every day of two eras follows the one before", "[time][civil]") {
  int wrong = 0;
  Civil last = civil_of(-146098);
  for (Day day = -146097; day < 146097; ++day) {
    const Civil date = civil_of(day);
    const bool month_ends = last.day == days_in_month(last.year, last.month);
    const bool year_ends = month_ends && last.month == 12;
    wrong += date.day != (month_ends ? 1 : last.day + 1) || date.month != (year_ends ? 1 : last.month + month_ends) ||
             date.year != last.year + year_ends;
    last = date;
  }
  CHECK(wrong == 0);
}

TEST_CASE("a million years to both sides are exact", "[time][civil]") {
  int wrong = 0;
  for (Day day = -365000000; day < 365000000; day += 9973) {
    const Civil date = civil_of(day);
    wrong += !is_date(date.year, date.month, date.day) || day_of(date) != day;
  }
  CHECK(wrong == 0);
}
