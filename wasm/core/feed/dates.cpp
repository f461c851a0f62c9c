#include "feed/dates.h"

#include "text/string.h"

#include "text/cursor.h"
#include "text/utf8.h"

namespace townboard::feed {
namespace {

using text::Cursor;
using text::is_digit;

// Beginnings of the months' names, a list a month, between blanks; the first that fits decides, so longer
// beginnings stand before shorter ones of another month.
constexpr std::string_view kMonths[12] = {
    " jan янв студз січ styc sty gen ene ian saus led ιαν 1월 ",
    " feb fév fev févr lut fév лют фев únor φεβ 2월 vas ",
    " mar mär maa märz бер сак мар březen brez μάρ μαρ márc 3월 kov ",
    " apr avr abr апр крас квіт kwi ápr απρ dub 4월 bal ",
    " may mai maj мая май траў трав máj μάι μαΐ μαϊ květ geg 5월 mag ",
    " jun juin giu июн чэрв черв cze jún ιούν ιουν červen birž 6월 ",
    " jul juil lug июл ліп лип lip júl ιούλ ιουλ červenec liep 7월 ",
    " aug aoû aou ago авг жнів серп sie αύγ αυγ srp rugp 8월 ",
    " sep set сен верас вер wrz szept σεπ zář rugs 9월 ",
    " oct okt out ott окт кастр жовт paź paz οκτ říj spal 10월 ",
    " nov лістап листоп ноя lis νοέ νοε lapkr 11월 ",
    " dec dez déc dic снеж груд дек gru δεκ pros gruod 12월 ",
};

// Names of zones that RFC 822 and its users know, in hours from UTC.
struct ZoneName {
  std::string_view name;
  int minutes;
};
constexpr ZoneName kZones[] = {
    {"z", 0},       {"ut", 0},      {"utc", 0},     {"gmt", 0},     {"est", -300},  {"edt", -240},
    {"cst", -360},  {"cdt", -300},  {"mst", -420},  {"mdt", -360},  {"pst", -480},  {"pdt", -420},
    {"cet", 60},    {"cest", 120},  {"mez", 60},    {"met", 60},    {"mest", 120},      {"mesz", 120},  {"eet", 120},   {"eest", 180},
    {"msk", 180},   {"bst", 60},    {"wet", 0},     {"west", 60},   {"akst", -540}, {"akdt", -480},
    {"hst", -600},  {"ist", 330},   {"jst", 540},   {"kst", 540},   {"aest", 600},  {"et", -300},
    {"ct", -360},   {"mt", -420},   {"pt", -480},
};

int month_named(std::string_view word) {
  int best = 0;
  std::size_t length = 0;
  for (int i = 0; i < 12; ++i) {
    std::string_view list = kMonths[i].substr(1);
    while (!list.empty()) {
      const std::size_t end = list.find(' ');
      const std::string_view stem = list.substr(0, end);
      if (stem.size() > length && word.starts_with(stem)) {
        best = i + 1;
        length = stem.size();
      }
      list.remove_prefix(end + 1);
    }
  }
  return best;
}

struct Parts {
  int year = -1, month = -1, day = -1;
  int hour = -1, minute = 0, second = 0;
  bool afternoon = false, forenoon = false;
  bool has_zone = false;
  bool korean = false;
  bool named_month = false;
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
  bool part() {
    const char c = in_.peek();
    if (is_digit(c)) return number();
    if (c == '-' && parts_.year < 0 && parts_.day < 0) return short_year();
    if (c == '+' || (c == '-' && parts_.hour >= 0)) return offset();
    if (text::is_alpha(c) || (c & 0x80) != 0) return word();
    in_.skip();
    return true;
  }

  int digits() const {
    int count = 0;
    while (is_digit(in_.peek(static_cast<std::uint32_t>(count)))) ++count;
    return count;
  }

  // number = time / iso_date / numeric_date / year / day
  bool number() {
    const int count = digits();
    const char behind = in_.peek(static_cast<std::uint32_t>(count));
    if (count <= 2 && behind == ':') return time();
    if (count == 4 && behind == '-' && is_digit(in_.peek(5))) return iso_date();
    if (count == 8 && parts_.year < 0) return basic_date();
    if (count == 6 && parts_.year < 0 && parts_.day < 0) return short_date();
    if (count == 4 && parts_.hour < 0 && (behind == '.' || behind == '/') && is_digit(in_.peek(5))) {
      return iso_date();
    }
    if (count <= 2 && (behind == '.' || behind == '/') && is_digit(in_.peek(static_cast<std::uint32_t>(count) + 1)) &&
        parts_.month < 0) {
      return numeric_date();
    }
    const int value = in_.take_number(9);
    if (in_.rest().starts_with("월")) {
      parts_.month = value;
    } else if (in_.rest().starts_with("년") || count == 4) {
      parts_.year = value;
    } else if (parts_.day < 0 && count <= 2) {
      parts_.day = value;
    } else if (parts_.year < 0 && count <= 2) {
      // Rule: RFC 5322, section 4.3: two digits below 50 are 20xx.
      parts_.year = value + (value < 50 ? 2000 : 1900);
    } else if (count == 2 && parts_.hour < 0) {
      parts_.hour = value;
    } else {
      return count <= 9 && parts_.year >= 0;
    }
    return true;
  }

  // time = hour ":" minute [":" second ["." fraction]]
  bool time() {
    parts_.hour = in_.take_number(2);
    in_.skip();
    parts_.minute = in_.take_number(2);
    if (parts_.minute < 0) return false;
    if (in_.peek() == ':' && is_digit(in_.peek(1))) {
      in_.skip();
      parts_.second = in_.take_number(2);
      if (in_.peek() == ':') return false;
    }
    if ((in_.peek() == '.' || in_.peek() == ',') && is_digit(in_.peek(1))) {
      in_.skip();
      while (is_digit(in_.peek())) in_.skip();
    }
    return parts_.hour <= 24 && parts_.minute <= 59 && parts_.second <= 60;
  }

  // iso_date = year "-" month ["-" day]; with "T" a time follows
  bool iso_date() {
    parts_.year = in_.take_number(4);
    const char sign = in_.peek();
    in_.skip();
    const int count = digits();
    if (count == 3) return ordinal_date();
    parts_.month = in_.take_number(2);
    parts_.day = 1;
    if (in_.peek() == sign && is_digit(in_.peek(1))) {
      in_.skip();
      parts_.day = in_.take_number(2);
      if (in_.peek() == sign) return false;
    }
    if (in_.peek() == 't' && is_digit(in_.peek(1))) {
      in_.skip();
      if (digits() >= 4) return basic_time();
    }
    return true;
  }

  // short_year = "-" 2DIGIT "-" 2DIGIT, year and month. Rule: ISO 8601:1988, section 5.2.1.2 b.
  bool short_year() {
    in_.skip();
    if (digits() != 2 || in_.peek(2) != '-') return true;
    const int year = in_.take_number(2);
    in_.skip();
    if (digits() != 2) return false;
    parts_.year = year + (year < 50 ? 2000 : 1900);
    parts_.month = in_.take_number(2);
    parts_.day = 1;
    return in_.done();
  }

  // short_date = 2DIGIT 2DIGIT 2DIGIT, the year first. Rule: ISO 8601:1988, section 5.2.1.1 b.
  bool short_date() {
    const int year = in_.take_number(2);
    parts_.year = year + (year < 50 ? 2000 : 1900);
    parts_.month = in_.take_number(2);
    parts_.day = in_.take_number(2);
    return true;
  }

  bool ordinal_date() {
    const int day = in_.take_number(3);
    if (day < 1 || day > 366) return false;
    const time::Civil date = time::civil_of(time::day_of(parts_.year, 1, 1) + day - 1);
    parts_.month = date.month;
    parts_.day = date.day;
    return date.year == parts_.year;
  }

  bool basic_date() {
    parts_.year = in_.take_number(4);
    parts_.month = in_.take_number(2);
    parts_.day = in_.take_number(2);
    if (in_.peek() == 't' && is_digit(in_.peek(1))) {
      in_.skip();
      if (digits() >= 4) return basic_time();
    }
    return true;
  }

  bool basic_time() {
    parts_.hour = in_.take_number(2);
    parts_.minute = in_.take_number(2);
    const int second = in_.take_number(2);
    parts_.second = second < 0 ? 0 : second;
    return parts_.hour <= 24 && parts_.minute >= 0 && parts_.minute <= 59 && parts_.second <= 60;
  }

  // numeric_date = day "." month ["." year], with slashes likewise
  bool numeric_date() {
    parts_.day = in_.take_number(2);
    const char sign = in_.peek();
    in_.skip();
    parts_.month = in_.take_number(2);
    if (in_.peek() == sign && is_digit(in_.peek(1))) {
      in_.skip();
      const int count = digits();
      parts_.year = in_.take_number(4);
      if (count <= 2) parts_.year += parts_.year < 50 ? 2000 : 1900;
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
    const bool negative = in_.peek() == '-';
    in_.skip();
    if (!is_digit(in_.peek())) return true;
    const int count = digits();
    const int hours = in_.take_number(count == 3 ? 1 : 2);
    if (in_.take(':') && !is_digit(in_.peek())) return false;
    const int minutes = is_digit(in_.peek()) ? in_.take_number(2) : 0;
    if (hours > 24 || minutes > 59) return false;
    parts_.has_zone = true;
    parts_.zone_minutes = (hours * 60 + minutes) * (negative ? -1 : 1);
    return true;
  }

  bool word() {
    const std::uint32_t begin = in_.offset();
    while (text::is_alpha(in_.peek()) || (in_.peek() & 0x80) != 0) in_.skip();
    std::string_view word = in_.between({begin, in_.offset()});
    if (word == "pm" || word == "오후" || word == "μμ") {
      parts_.afternoon = true;
      parts_.korean = word == "오후";
    } else if (word == "am" || word == "오전" || word == "πμ") {
      parts_.forenoon = true;
      parts_.korean = word == "오전";
    } else if (word.size() >= 3 && parts_.month < 0 && month_named(word) != 0) {
      parts_.month = month_named(word);
      parts_.named_month = true;
    } else if (parts_.hour >= 0 && !parts_.has_zone) {
      for (const ZoneName& zone : kZones) {
        if (zone.name == word) {
          parts_.has_zone = true;
          parts_.zone_minutes = zone.minutes;
        }
      }
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
    // Nobody outside Korea writes its words for the halves of the day.
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
