#include "feed/dates.h"

#include "text/string.h"

#include "feed/date_words.h"
#include "text/cursor.h"
#include "text/utf8.h"

namespace townboard::feed {
namespace {

using text::Cursor;
using text::is_digit;

// Rule: RFC 5322, section 4.3: two digits below 50 are 20xx.
int century_of(int year) { return year + (year < 50 ? 2000 : 1900); }

struct Parts {
  int year = -1, month = -1, day = -1;
  int hour = -1, minute = 0, second = 0;
  bool afternoon = false, forenoon = false;
  bool has_zone = false;
  bool korean = false;
  bool named_month = false;
  bool iso = false;
  int zone_minutes = 0;
};

class DateReader {
 public:
  explicit DateReader(std::string_view text) : lowered_(text::lowered(text)), in_(lowered_) {}

  std::optional<time::Instant> read() {
    while (!in_.done()) {
      if (!part()) return std::nullopt;
    }
    return instant();
  }

 private:
  // Not written out at its many places.
  [[gnu::noinline]] char peek(int ahead = 0) const { return in_.peek(static_cast<std::uint32_t>(ahead)); }
  [[gnu::noinline]] int take_number(int max) { return in_.take_number(max); }

  bool part() {
    const char c = peek();
    if (is_digit(c)) return number();
    if (c == '-' && parts_.year < 0 && parts_.day < 0) return short_year();
    if (c == '+' || (c == '-' && parts_.hour >= 0)) return offset();
    // What stands before it is no hour.
    if (c == ':') return false;
    if (text::is_alpha(c) || (c & 0x80) != 0) return word();
    in_.skip();
    return true;
  }

  int digits(int from = 0) const {
    int count = 0;
    while (is_digit(peek(from + count))) ++count;
    return count;
  }

  // Of three numbers between hyphens, of which the first has `first` digits; 0 when there are fewer.
  int digits_of_third(int first) const {
    const int second = digits(first + 1);
    const int behind = first + 1 + second;
    return second > 0 && peek(behind) == '-' ? digits(behind + 1) : 0;
  }

  // number = time / iso_date / numeric_date / year / day
  bool number() {
    const int count = digits();
    const char behind = peek(count);
    if (in_.rest().substr(static_cast<std::size_t>(count)).starts_with("년")) return korean_year(count);
    if (count <= 2 && behind == ':') return time();
    if (count == 4 && behind == '-' && is_digit(peek(5))) return iso_date();
    if (count == 8 && parts_.year < 0) return basic_date();
    if (count >= 5 && count <= 7 && parts_.year < 0 && parts_.day < 0) return basic_short_date(count);
    if (count == 4 && (behind == 'w' || (behind == '-' && peek(5) == 'w'))) return iso_date();
    if (count <= 2 && behind == '-' && parts_.year < 0 && parts_.day < 0 && parts_.month < 0) {
      const int last = digits_of_third(count);
      if (count == 2 && last == 2) return iso_date();
      if (last == 4) return numeric_date();
    }
    if (count == 4 && parts_.hour < 0 && (behind == '.' || behind == '/') && is_digit(peek(5))) {
      return iso_date();
    }
    if (count <= 2 && (behind == '.' || behind == '/') && is_digit(peek(count + 1)) &&
        parts_.month < 0) {
      return numeric_date();
    }
    const int value = take_number(9);
    if (in_.rest().starts_with("월")) {
      parts_.month = value;
    } else if (count == 4) {
      parts_.year = value;
    } else if (parts_.day < 0 && count <= 2) {
      parts_.day = value;
    } else if (parts_.year < 0 && count <= 2) {
      parts_.year = century_of(value);
    } else if (count == 2 && parts_.hour < 0) {
      parts_.hour = value;
    } else {
      return count <= 9 && parts_.year >= 0;
    }
    return true;
  }

  bool korean_year(int count) {
    const int year = take_number(4);
    parts_.year = count == 2 ? century_of(year) : year;
    parts_.korean = true;
    return count == 2 || count == 4;
  }

  // time = hour ":" minute [":" second ["." fraction]]
  bool time() {
    parts_.hour = take_number(2);
    in_.skip();
    parts_.minute = take_number(2);
    if (parts_.minute < 0) return false;
    if (peek() == ':' && is_digit(peek(1))) {
      in_.skip();
      parts_.second = take_number(2);
      if (peek() == ':') return false;
    }
    if ((peek() == '.' || peek() == ',') && is_digit(peek(1))) {
      in_.skip();
      while (is_digit(peek())) in_.skip();
    }
    return is_time();
  }

  // A program that counts on past the end of an hour writes ISO 8601; its times are carried over, as mktime does.
  bool is_time() const {
    return parts_.iso || (parts_.hour <= 24 && parts_.minute <= 59 && parts_.second <= 60);
  }

  // iso_date = year "-" (month ["-" day] / day of the year / week); with "T" a time follows
  bool iso_date() {
    const int count = digits();
    const int year = take_number(4);
    parts_.year = count == 2 ? century_of(year) : year;
    const char sign = peek();
    parts_.iso = sign == '-' || sign == 'w';
    if (sign != 'w') in_.skip();
    if (in_.take('w')) return week_date();
    if (digits() == 3) return ordinal_date();
    parts_.month = take_number(2);
    parts_.day = 1;
    if (peek() == sign && is_digit(peek(1))) {
      in_.skip();
      parts_.day = take_number(2);
      // A zone without a time says nothing.
      if (peek() == sign) in_.seek(static_cast<std::uint32_t>(lowered_.size()));
    }
    return time_behind_t();
  }

  bool time_behind_t() {
    if (peek() != 't' || !is_digit(peek(1))) return true;
    in_.skip();
    return digits() < 4 || basic_time();
  }

  // short_year = "-" 2DIGIT ["-"] 2DIGIT, year and month. Rule: ISO 8601:1988, section 5.2.1.2 b.
  bool short_year() {
    in_.skip();
    const bool together = digits() == 4;
    if (!together && (digits() != 2 || peek(2) != '-')) return true;
    parts_.year = century_of(take_number(2));
    if (!together) in_.skip();
    parts_.month = take_number(2);
    parts_.day = 1;
    return parts_.month > 0 && in_.done();
  }

  // basic_short_date = 2DIGIT (2DIGIT 2DIGIT / day of the year), or four digits and the day of the year.
  // Rule: ISO 8601:1988, sections 5.2.1.1 b and 5.2.2.
  bool basic_short_date(int count) {
    parts_.iso = true;
    parts_.year = count == 7 ? take_number(4) : century_of(take_number(2));
    if (count != 6) return ordinal_date();
    parts_.month = take_number(2);
    parts_.day = take_number(2);
    return time_behind_t();
  }

  bool ordinal_date() {
    const int day = take_number(3);
    return day >= 1 && day <= 366 && set_date(time::day_of(parts_.year, 1, 1) + day - 1) && time_behind_t();
  }

  // week_date = year ["-"] "W" 2DIGIT [["-"] day of the week]; week 1 has the year's fourth day.
  // Rule: ISO 8601:2004, section 4.1.4.
  bool week_date() {
    const int week = take_number(2);
    in_.take('-');
    const int day = digits() == 1 ? take_number(1) : 1;
    if (week < 1 || week > 53 || day < 1 || day > 7) return false;
    const time::Day fourth = time::day_of(parts_.year, 1, 4);
    const time::Day monday = fourth - time::weekday_of(fourth);
    set_date(monday + (week - 1) * 7 + day - 1);
    return time_behind_t();
  }

  // False: it is in another year.
  bool set_date(time::Day day) {
    const time::Civil date = time::civil_of(day);
    const bool same = date.year == parts_.year;
    parts_.year = date.year;
    parts_.month = date.month;
    parts_.day = date.day;
    return same;
  }

  bool basic_date() {
    parts_.iso = true;
    parts_.year = take_number(4);
    parts_.month = take_number(2);
    parts_.day = take_number(2);
    return time_behind_t();
  }

  bool basic_time() {
    parts_.hour = take_number(2);
    parts_.minute = take_number(2);
    const int second = take_number(2);
    parts_.second = second < 0 ? 0 : second;
    return parts_.minute >= 0 && is_time();
  }

  // numeric_date = day "." month ["." year], with slashes likewise
  bool numeric_date() {
    parts_.day = take_number(2);
    const char sign = peek();
    in_.skip();
    parts_.month = take_number(2);
    if (peek() == sign && is_digit(peek(1))) {
      in_.skip();
      const int count = digits();
      parts_.year = take_number(4);
      if (count <= 2) parts_.year = century_of(parts_.year);
    }
    // With slashes, Americans put the month first; the day first only where it must be.
    if (sign == '/' && parts_.month <= 12 && parts_.day <= 12) {
      const int day = parts_.month;
      parts_.month = parts_.day;
      parts_.day = day;
    } else if (sign == '/' && parts_.month > 12) {
      const int month = parts_.day;
      parts_.day = parts_.month;
      parts_.month = month;
    }
    return true;
  }

  // offset = ("+" / "-") 2DIGIT [":"] [2DIGIT]
  bool offset() {
    const bool negative = peek() == '-';
    in_.skip();
    if (!is_digit(peek())) return !text::is_alpha(peek());
    const int count = digits();
    const int hours = take_number(count == 3 ? 1 : 2);
    if (in_.take(':') && !is_digit(peek())) return false;
    const int minutes = is_digit(peek()) ? take_number(2) : 0;
    if (text::is_alpha(peek())) return false;
    if (hours > 24 || minutes > 59) return false;
    parts_.has_zone = true;
    parts_.zone_minutes = (hours * 60 + minutes) * (negative ? -1 : 1);
    return true;
  }

  bool word() {
    const std::uint32_t begin = in_.offset();
    while (text::is_alpha(peek()) || (peek() & 0x80) != 0) in_.skip();
    const std::string_view word = in_.between({begin, in_.offset()});
    // "p.m."
    const bool dotted = word.size() == 1 && in_.rest().starts_with(".m");
    if (dotted) in_.skip();
    if (word == "pm" || (dotted && word == "p") || word == "오후" || word == "μμ") {
      parts_.afternoon = true;
      parts_.korean = word == "오후";
    } else if (word == "am" || (dotted && word == "a") || word == "오전" || word == "πμ") {
      parts_.forenoon = true;
      parts_.korean = word == "오전";
    } else if (const int month = word.size() < 3 || parts_.month >= 0 ? 0 : month_named(word); month != 0) {
      parts_.month = month;
      parts_.named_month = true;
    } else if (parts_.hour >= 0 && !parts_.has_zone) {
      const std::optional<int> zone = zone_named(word);
      parts_.has_zone = zone.has_value();
      parts_.zone_minutes = zone.value_or(0);
    }
    return true;
  }

  std::optional<time::Instant> instant() const {
    if (parts_.year < 0) return std::nullopt;
    const int month = parts_.month < 0 ? 1 : parts_.month;
    const int day = parts_.day < 0 ? 1 : parts_.day;
    if (parts_.month < 0 && parts_.day >= 0) return std::nullopt;
    if (parts_.named_month && parts_.day < 0) return std::nullopt;
    if (!time::is_date(parts_.year, month, day)) return std::nullopt;
    int hour = parts_.hour < 0 ? 0 : parts_.hour;
    if (parts_.afternoon && hour < 12) hour += 12;
    if (parts_.forenoon && hour == 12) hour = 0;
    // Nobody outside Korea writes its words for the year and the halves of the day.
    const int zone_minutes = parts_.korean && !parts_.has_zone ? 540 : parts_.zone_minutes;
    const time::Instant days = time::day_of(parts_.year, month, day);
    return days * 86400 + hour * 3600 + (parts_.minute - zone_minutes) * 60 + parts_.second;
  }

  text::String lowered_;
  Cursor in_;
  Parts parts_;
};

}  // namespace

std::optional<time::Instant> read_date(std::string_view text) {
  text = text::trimmed(text);
  if (text.empty() || text.size() > 200) return std::nullopt;
  return DateReader(text).read();
}

}  // namespace townboard::feed
