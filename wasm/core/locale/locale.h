#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/document.h"
#include "text/problem.h"
#include "time/civil.h"

namespace townboard::locale {

// CLDR cardinal categories. Rule: UTS #35 part 3, language plural rules.
enum class Plural : std::uint8_t { zero, one, two, few, many, other };

// How a day name stands in a text.
enum class DayForm : std::uint8_t {
  wide,   // "Monday", as a heading
  brief,  // "Mon"
  on,     // "on Monday", "у панядзелак": after a verb
};
enum class MonthForm : std::uint8_t {
  wide,    // "November", alone
  format,  // "лістапада": behind a day number
  brief,   // "Nov", "ліс"
};

struct Argument {
  std::string_view name;  // without braces
  std::string_view value;
};

// One language's words: data/locales/<language>.json. Strings are known by dotted names such as
// "status.open"; a missing one is shown as its own name, so that nothing is ever blank.
class Locale {
 public:
  // A bad or missing part is reported in `problems` and left at its default.
  static Locale read(json::Value document, text::Problems& problems);

  std::string_view language() const;  // BCP 47
  bool right_to_left() const;

  // The string called `name`; lives as long as the locale.
  std::string_view text(std::string_view name) const;
  bool has(std::string_view name) const;

  // The string with its {arguments} filled in; an argument that is not given stays as it is.
  std::string fill(std::string_view name, std::initializer_list<Argument> arguments) const;

  // The form of "name.one", "name.few", … that `count` takes, with {count} filled in.
  std::string counted(std::string_view name, int count,
                      std::initializer_list<Argument> arguments = {}) const;
  Plural plural_of(int count) const;

  std::string_view weekday(int weekday, DayForm form) const;  // 0 is Monday
  std::string_view month(int month, MonthForm form) const;    // 1..12
  int first_weekday() const;                                  // 0 Monday .. 6 Sunday

  // "8:30", "08:30", "8.30": as the language writes it. Minutes of the day, 0..2880 (24:00 stays 24:00).
  std::string clock(int minute_of_day) const;
  // "23 November", "23 лістапада".
  std::string day_and_month(time::Day day) const;
  // "23 November 2026".
  std::string date(time::Day day) const;
  // "Monday, 23 November".
  std::string weekday_and_date(time::Day day) const;
  // "8:30–13:00".
  std::string span(int begin_minute, int end_minute) const;
  // "a, b and c".
  std::string list(const std::vector<std::string>& parts) const;

 private:
  // …to be filled by the implementer…
};

}  // namespace townboard::locale
