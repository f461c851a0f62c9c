#include "locale/fill.h"
#include "locale/locale.h"
#include "text/number.h"
#include "text/utf8.h"

namespace townboard::locale {
namespace {

constexpr int kNoon = 12 * 60;

std::string_view otherwise(std::string_view text, std::string_view fallback) {
  return text.empty() ? fallback : text;
}

// 24:00 and what it is a multiple of stay 24:00.
int minute_on_the_clock(int minute_of_day) {
  if (minute_of_day <= 0) return 0;
  return (minute_of_day - 1) % time::kMinutesPerDay + 1;
}

}  // namespace

// pattern = {"H" | "HH" | "h" | "hh" | "m" | "mm" | "a" | "'" text "'" | other}
// Rule: UTS #35 part 4 (Dates), date field symbols H, h, m, a.
void Locale::append_clock(text::String& out, int minute_of_day) const {
  const int minute = minute_on_the_clock(minute_of_day);
  const bool full_hour = minute % 60 == 0;
  std::string_view pattern = full_hour ? word(kClockOnTheHour) : std::string_view();
  pattern = otherwise(otherwise(pattern, word(kClock)), "H:mm");

  bool quoted = false;
  for (std::size_t at = 0; at < pattern.size();) {
    const char letter = pattern[at++];
    if (letter == '\'') {
      quoted = !quoted;
      continue;
    }
    const bool field = !quoted && (letter == 'H' || letter == 'h' || letter == 'm' || letter == 'a');
    if (!field) {
      out += letter;
      continue;
    }
    int width = 1;
    for (; at < pattern.size() && pattern[at] == letter; ++at) width = 2;
    if (letter == 'a') {
      out += word(kDayPeriods + (minute >= kNoon && minute < time::kMinutesPerDay));
    } else {
      const int value = letter == 'm' ? minute % 60 : letter == 'H' ? minute / 60 : (minute / 60 + 11) % 12 + 1;
      text::append_number(out, value, width);
    }
  }
}

text::String Locale::clock(int minute_of_day) const {
  text::String out;
  append_clock(out, minute_of_day);
  return out;
}

std::string_view Locale::span_pattern() const { return otherwise(word(kSpan), "{begin}–{end}"); }

text::String Locale::span(int begin_minute, int end_minute) const {
  const text::String begin = clock(begin_minute);
  const text::String end = clock(end_minute);
  text::String out;
  append_filled(out, span_pattern(), {{"begin", begin}, {"end", end}});
  return out;
}

text::String Locale::dated(Word pattern, time::Day day) const {
  const time::Civil civil = time::civil_of(day);
  const int weekday_number = time::weekday_of(day);
  text::String day_number;
  text::append_number(day_number, civil.day);
  text::String year;
  text::append_number(year, civil.year);

  text::String out;
  append_filled(out, otherwise(word(pattern), "{day} {month} {year}"),
                {{"day", civil.day == 1 ? otherwise(word(kFirstDay), day_number) : std::string_view(day_number)},
                 {"month", month(civil.month, MonthForm::format)},
                 {"briefMonth", month(civil.month, MonthForm::brief)},
                 {"onMonth", month(civil.month, MonthForm::on)},
                 {"year", year},
                 {"weekday", weekday(weekday_number, DayForm::wide)},
                 {"briefWeekday", weekday(weekday_number, DayForm::brief)},
                 {"onWeekday", weekday(weekday_number, DayForm::on)}});
  return out;
}

void Locale::append_day_and_month(text::String& out, int day, int month) const {
  text::String day_number;
  text::append_number(day_number, day);
  append_filled(out, otherwise(word(kDayAndMonth), "{day} {month}"),
                {{"day", day == 1 ? otherwise(word(kFirstDay), day_number) : std::string_view(day_number)},
                 {"month", this->month(month, MonthForm::format)}});
}

text::String Locale::day_and_month(time::Day day) const {
  const time::Civil civil = time::civil_of(day);
  text::String out;
  append_day_and_month(out, civil.day, civil.month);
  return out;
}

text::String Locale::date(time::Day day) const { return dated(kDate, day); }
text::String Locale::weekday_and_date(time::Day day) const { return dated(kWeekdayAndDate, day); }
text::String Locale::on_date(time::Day day) const { return dated(kOnDate, day); }
text::String Locale::on_weekday_and_date(time::Day day) const {
  return dated(kOnWeekdayAndDate, day);
}
text::String Locale::brief_date(time::Day day) const { return dated(kBriefDate, day); }

std::string_view Locale::between(std::size_t place, std::size_t count) const {
  if (place == 0) return {};
  return otherwise(word(place + 1 == count ? kAnd : kComma), ", ");
}

text::String Locale::list(const text::List<text::String>& parts) const {
  text::String out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    out += between(i, parts.size());
    out += parts[i];
  }
  return out;
}

// A large letter is found by going back through text::to_lower: it lies 32 before its small one
// (Latin, Greek, Cyrillic), 1 before (Latin with marks) or 80 before (Cyrillic Ё, І, Ў).
text::String capitalised(std::string_view text) {
  text::String out;
  if (text.empty()) return out;
  const text::Decoded first = text::decode_utf8(text, 0);
  char32_t large = first.character;
  for (const char32_t distance : {32u, 80u, 1u}) {
    if (first.character < distance + 'A') continue;
    if (text::to_lower(first.character - distance) == first.character) {
      large = first.character - distance;
      break;
    }
  }
  text::append_utf8(out, large);
  return out.append(text.substr(first.length));
}

}  // namespace townboard::locale
