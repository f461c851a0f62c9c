#pragma once

#include <cstdint>
#include <initializer_list>
#include "text/string.h"
#include <string_view>
#include <utility>
#include "text/list.h"

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
  on,     // "Monday", "ў панядзелак": behind a verb, as in "opens Monday at 8:30"
};
enum class MonthForm : std::uint8_t {
  wide,    // "November", alone
  format,  // "лістапада": behind a day number
  brief,   // "Nov", "ліс"
  on,      // "23. novembrī": in a date that answers "when", where it differs from `format`
};

// The strings "hours.closed", "hours.open" and so on, in which hours are described.
enum class HoursText : std::uint8_t {
  closed,
  open,
  unknown,
  dawn,
  sunrise,
  sunset,
  dusk,
  easter,
  orthodox_easter,
  holidays,
  school_holidays,
  eves,
  closed_holidays,
  always,
  all_day,
  daily,
  last_work_day,
  day_range,
  nth_day,
  day_times,
  from,
  week,
  weeks,
  odd_weeks,
  even_weeks,
};
inline constexpr int kHoursTexts = 25;

struct Argument {
  std::string_view name;  // without braces
  std::string_view value;
};

// `text` with its first letter large, for words that begin a line: names of days and months are
// kept as they stand inside a sentence. Scripts without large letters stay as they are.
text::String capitalised(std::string_view text);

// What the speakers of `language` (BCP 47) call it, for a language switcher: "Беларуская". The tag
// itself when it is not among the languages of data/locales.
std::string_view own_name(std::string_view language);

// One language's words: data/locales/<language>.json. Strings are known by dotted names such as
// "status.open"; a missing one is shown as its own name, so that nothing is ever blank.
class Locale {
 public:
  // More strings or bytes than this are refused with a problem; the rest is kept.
  static constexpr std::uint32_t kMaxStrings = 4096;
  static constexpr std::uint32_t kMaxBytes = 1u << 20;

  // Without words: names stand for strings, and numbers for months.
  Locale() = default;

  // A bad or missing part is reported in `problems` and left at its default.
  static Locale read(json::Value document, text::Problems& problems);

  // The same, with the texts of hours::describe, which `read` has by their names only.
  static Locale read_for_hours(json::Value document, text::Problems& problems);

  // What words for hours need of a file, as web/hours-data.mjs lists it: the first words in the order of `Word`, empty
  // where there is none, each with a NUL behind it. For modules too small to read JSON.
  static Locale of_list(std::string_view list);

  std::string_view language() const;  // BCP 47
  bool right_to_left() const;

  // The string called `name`; lives as long as the locale (and as `name`, when it is missing).
  std::string_view text(std::string_view name) const;
  bool has(std::string_view name) const;

  // A text of hours::describe; empty unless this was made by `read_for_hours` or `of_list`.
  std::string_view hours_text(HoursText text) const { return word(kHours + static_cast<int>(text)); }

  // The string with its {arguments} filled in; an argument that is not given stays as it is.
  text::String fill(std::string_view name, std::initializer_list<Argument> arguments) const;

  // The form of "name.one", "name.few", … that `count` takes, with {count} filled in.
  text::String counted(std::string_view name, int count,
                      std::initializer_list<Argument> arguments = {}) const;
  Plural plural_of(int count) const;

  std::string_view weekday(int weekday, DayForm form) const;  // 0 is Monday
  std::string_view month(int month, MonthForm form) const;    // 1..12
  // "2nd", "2-я": which one of its kind in the month `weekday` is, in the weekday's gender.
  // nth 1..5 from the start, -1 the last, -2 the last but one; empty for others. Goes into
  // "hours.nth_day".
  std::string_view ordinal(int nth, int weekday) const;
  int first_weekday() const;  // 0 Monday .. 6 Sunday

  // "8:30", "08:30", "8.30": as the language writes it. Minutes of the day, 0..2880; 24:00 stays
  // 24:00, and later ones are the clock of the next day (25:30 is 1:30).
  text::String clock(int minute_of_day) const;
  void append_clock(text::String& out, int minute_of_day) const;
  // "23 November", "23 лістапада".
  text::String day_and_month(time::Day day) const;
  void append_day_and_month(text::String& out, int day, int month) const;
  // "23 November 2026".
  text::String date(time::Day day) const;
  // "Monday, 23 November".
  text::String weekday_and_date(time::Day day) const;
  // The same as an answer to "when", after a verb: "on 23 November", "am 23. November".
  text::String on_date(time::Day day) const;
  // "on Monday, 23 November", "ў панядзелак, 23 лістапада".
  text::String on_weekday_and_date(time::Day day) const;
  // For narrow columns: "Mon 23 Nov".
  text::String brief_date(time::Day day) const;
  // "8:30–13:00".
  text::String span(int begin_minute, int end_minute) const;
  std::string_view span_pattern() const;  // with {begin} and {end}
  // What stands before part `place` of `count` in a list: nothing, ", " or " and ".
  std::string_view between(std::size_t place, std::size_t count) const;
  // "a, b and c".
  text::String list(const text::List<text::String>& parts) const;

 private:
  struct Piece {  // of pool_
    std::uint32_t begin = 0;
    std::uint32_t size = 0;
  };
  struct Entry {
    Piece name;
    Piece text;
  };
  // Where each word of the file's fixed parts stands in words_.
  enum Word : std::uint8_t {
    kClock,
    kClockOnTheHour,
    kSpan,
    kComma,
    kAnd,
    kDayAndMonth,
    kFirstDay,
    kGenders,
    kDayPeriods,                   // before and after noon
    kWeekdays = kDayPeriods + 2,   // wide, brief, on
    kMonths = kWeekdays + 3 * 7,   // wide, format, brief, on
    kOrdinals = kMonths + 4 * 12,  // masculine, feminine, neuter
    kHours = kOrdinals + 3 * 7,    // by HoursText
    kListed = kHours + kHoursTexts,  // how many words `of_list` takes
    kLanguage = kListed,
    kDirection,
    kFirstWeekday,
    kDate,
    kWeekdayAndDate,
    kOnDate,
    kOnWeekdayAndDate,
    kBriefDate,
    kPlurals,  // zero … many
    kWords = kPlurals + 5,
  };
  struct Part;
  static const Part kParts[];

  std::string_view view(Piece piece) const { return {pool_.data() + piece.begin, piece.size}; }
  std::string_view word(int index) const { return view(words_[index]); }
  bool store(std::string_view text, Piece& piece);
  void make_room(std::size_t strings);
  std::size_t place_of(std::string_view name) const;
  void add_string(const Entry& entry);
  void read_part(const Part& part, json::Value document, text::Problems& problems);
  void read_plurals(json::Value plurals, text::Problems& problems);
  void read_strings(json::Value strings, text::Problems& problems);
  const Entry* find(std::string_view name) const;
  text::String dated(Word pattern, time::Day day) const;

  text::String pool_;            // all texts and names, one after the other
  text::List<Entry> entries_;  // open hashing, a power of two; free where the name is empty
  Piece words_[kWords];
};

}  // namespace townboard::locale
