#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include "text/list.h"

#include "calendar/date_rule.h"
#include "json/document.h"
#include "text/localized.h"
#include "text/problem.h"
#include "time/civil.h"

namespace townboard::calendar {

// A public holiday on one day.
struct Holiday {
  time::Day day;
  const text::Localized* name;  // lives as long as the calendar
};

// School holidays: every day from `first` to `last`, both included.
struct SchoolHoliday {
  time::Day first;
  time::Day last;
  const text::Localized* name;
};

// `from` becomes a day off, and `to` is worked in its place with the hours of `from`'s weekday.
struct Move {
  time::Day from;
  time::Day to;

  friend constexpr bool operator==(Move, Move) = default;
};

// The holidays, moved working days and school holidays of one region.
// A year is worked out when it is first asked for; asking is then a binary search.
class Calendar {
 public:
  Calendar() = default;

  // Reads data/calendars/<region>.json (data/calendars/calendar.schema.json says how it looks).
  // `region` picks one of its subdivisions ("DE-BY"); empty: what holds in the whole country.
  // A bad entry is reported in `problems` and left out.
  static Calendar read(json::Value document, std::string_view region, text::Problems& problems);

  // A calendar of listed days, for tests and for callers who have their own.
  // A holiday in the date language of DateRule, with the first and the last year in which it holds; false: it is none.
  bool add_rule(std::string_view rule, std::int16_t from_year, std::int16_t until_year, text::Localized name);
  void add_holiday(time::Day day, text::Localized name);
  void add_school_holiday(time::Day first, time::Day last, text::Localized name);
  void add_move(Move move);
  void clear_moves();

  // The public holiday on `day`; of several the first.
  std::optional<Holiday> holiday_on(time::Day day) const;
  // The first holiday on or after `day` within a year and a half; nothing when there is none.
  std::optional<Holiday> next_holiday(time::Day day) const;
  std::optional<SchoolHoliday> school_holiday_on(time::Day day) const;
  // School holidays that touch first..last, ascending.
  std::optional<SchoolHoliday> next_school_holiday(time::Day day) const;

  std::optional<Move> move_from(time::Day day) const;  // `day` was moved away: a day off
  std::optional<Move> move_to(time::Day day) const;    // `day` is worked in place of another
  const text::List<Move>& moves() const;              // ascending by `from`

  // Whether school holidays are known at all.
  bool has_school_holidays() const;
  bool has_holidays() const;

  // The last year whose holidays, and whose moves, are known; past it hours may differ.
  // Nothing: rules hold for every year / the region moves no days.
  std::optional<int> holidays_complete_until() const;
  std::optional<int> moves_complete_until() const;

 private:
  friend class CalendarReader;

  struct Rule {
    DateRule rule;
    std::int16_t from_year;  // first and last year in which it holds, both included
    std::int16_t until_year;
    std::uint32_t name;  // index in names_
  };
  struct Entry {
    time::Day first;
    time::Day last;
    std::uint32_t name;
  };
  struct Year {
    int year;
    text::List<Entry> holidays;  // ascending
  };

  std::uint32_t add_name(text::Localized name);
  const Year& year(int year) const;

  text::List<text::Localized> names_;
  text::List<Rule> rules_;
  text::List<Entry> dated_;
  text::List<Entry> school_;  // ascending
  text::List<Move> moves_;    // ascending by `from`
  int holidays_until_ = 0;     // 0: rules hold for every year
  int moves_until_ = 0;        // 0: no days are moved
  mutable text::List<Year> years_;
};

}  // namespace townboard::calendar
