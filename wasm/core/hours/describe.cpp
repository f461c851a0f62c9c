#include "hours/describe.h"

#include "hours/print.h"
#include "text/number.h"

namespace townboard::hours {
namespace {

using locale::DayForm;
using text::String;

constexpr int kDay = 24 * 60;

String number(int value) {
  String text;
  text::append_number(text, value);
  return text;
}

class Describer {
 public:
  explicit Describer(const locale::Locale& locale) : locale_(locale) {}

  String describe(const Hours& hours) {
    String out;
    for (const Rule& rule : hours.rules) {
      const String printed = print(rule);
      if (!out.empty() && rule.separator == Separator::normal && (printed == "PH off" || printed == "PH closed")) {
        out += comma();
        out += locale_.text("hours.closed_holidays");
        continue;
      }
      if (!out.empty()) out += "; ";
      lacking_ = false;
      const String said = words(rule);
      out += lacking_ ? printed : said;
    }
    return locale::capitalised(out);
  }

 private:
  std::string_view comma() const { return locale_.between(1, 3); }

  String range(std::string_view first, std::string_view last) const {
    return locale_.fill("hours.day_range", {{"first", first}, {"last", last}});
  }

  // The words of the language do not suffice; what is said is not used.
  String lacking() {
    lacking_ = true;
    return {};
  }

  // "a, b and c" of what is said of each.
  template <typename T, typename Say>
  String list(const text::List<T>& all, Say say) {
    String out;
    for (std::size_t i = 0; i < all.size(); ++i) {
      out += locale_.between(i, all.size());
      out += say(all[i]);
    }
    return out;
  }

  static void append(String& out, std::string_view between, std::string_view words) {
    if (!out.empty() && !words.empty()) out += between;
    out += words;
  }

  String words(const Rule& rule) {
    if (!rule.years.empty() || rule.shift_to_working_day) return lacking();
    if (rule.always && rule.state == State::open && rule.comment.empty()) return locale_.text("hours.always");
    String out = dates(rule);
    append(out, comma(), list(rule.weeks, [this](const WeekRange& one) { return week(one); }));
    const String said = days(rule);
    const String times = hours(rule);
    append(out, comma(),
           said.empty() || times.empty() ? std::string_view(said.empty() ? times : said)
                                         : std::string_view(locale_.fill("hours.day_times", {{"days", said}, {"times", times}})));
    if (!rule.comment.empty()) {
      append(out, " ", "“");
      out += rule.comment;
      out += "”";
    }
    return out;
  }

  // -- days ---------------------------------------------------------------------------------------------

  String days(const Rule& rule) {
    String out = list(rule.weekdays, [this](const WeekdayRange& one) { return weekday(one); });
    const std::size_t before = rule.weekdays.empty() ? 0 : 1;
    for (std::size_t i = 0; i < rule.holidays.size(); ++i) {
      out += locale_.between(i + before, rule.holidays.size() + before);
      out += holiday(rule.holidays[i]);
    }
    return out;
  }

  String holiday(const HolidaySelector& holiday) {
    const bool eve = holiday.offset == -1 && !holiday.school;
    if (holiday.offset != 0 && !eve) return lacking();
    String said = locale_.text(eve ? "hours.eves" : holiday.school ? "hours.school_holidays" : "hours.holidays");
    if (!holiday.weekdays.empty()) said += " (" + list(holiday.weekdays, [this](const WeekdayRange& one) { return weekday(one); }) + ')';
    return said;
  }

  String weekday(const WeekdayRange& day) {
    if (day.offset != 0 || (day.working_day && day.nth != 1 << 5)) return lacking();
    if (day.working_day) return locale_.text("hours.last_work_day");
    if (day.nth != 0) return nth_weekday(day);
    if (day.first == 0 && day.last == 6) return locale_.text("hours.daily");
    const std::string_view first = locale_.weekday(day.first, DayForm::brief);
    return day.first == day.last ? String(first) : range(first, locale_.weekday(day.last, DayForm::brief));
  }

  String nth_weekday(const WeekdayRange& day) {
    if (day.first != day.last) return lacking();
    text::List<std::string_view> ordinals;
    for (int bit = 0; bit < 10; ++bit) {
      if ((day.nth >> bit & 1) == 0) continue;
      const std::string_view ordinal = locale_.ordinal(bit < 5 ? bit + 1 : 4 - bit, day.first);
      if (ordinal.empty()) return lacking();
      ordinals.push_back(ordinal);
    }
    const String all = list(ordinals, [](std::string_view word) { return word; });
    return locale_.fill("hours.nth_day", {{"ordinals", all}, {"weekday", locale_.weekday(day.first, DayForm::wide)}});
  }

  // -- dates --------------------------------------------------------------------------------------------

  String dates(const Rule& rule) {
    if (!rule.dates.empty() && rule.dates.back().group != 0) return lacking();
    return list(rule.dates, [this](const DateRange& one) { return date_range(one); });
  }

  String date_range(const DateRange& date) {
    if (date.open_end || date.step != 1) return lacking();
    String begin = date_point(date.begin);
    const String end = date_point(date.end);
    return date.is_range && !(begin == end) ? range(begin, end) : begin;
  }

  String date_point(const DatePoint& point) {
    if (point.year != 0 || point.offset != 0 || point.to_weekday != 0) return lacking();
    switch (point.kind) {
      case DatePoint::Kind::month: return locale_.month(point.month, locale::MonthForm::wide);
      case DatePoint::Kind::date:
        return locale_.day_and_month(time::day_of(2000, point.month, point.day));  // a leap year: 29 February
      case DatePoint::Kind::easter: return locale_.text("hours.easter");
      case DatePoint::Kind::orthodox_easter: return locale_.text("hours.orthodox_easter");
      case DatePoint::Kind::nth_weekday: break;
    }
    return lacking();
  }

  String week(const WeekRange& week) {
    if (week.step == 2 && week.first <= 2 && week.last >= 52) return locale_.text(week.first == 1 ? "hours.odd_weeks" : "hours.even_weeks");
    if (week.step != 1) return lacking();
    const String first = number(week.first);
    if (week.first == week.last) return locale_.fill("hours.week", {{"week", first}});
    return locale_.fill("hours.weeks", {{"first", first}, {"last", number(week.last)}});
  }

  // -- times --------------------------------------------------------------------------------------------

  // The times, or the state where there are none; empty when a comment alone says it.
  String hours(const Rule& rule) {
    String out = list(rule.times, [this](const TimeSpan& one) { return times(one); });
    if (rule.state == State::open) return rule.times.empty() ? String(locale_.text("hours.open")) : out;
    if (rule.state == State::unknown && rule.times.empty() && !rule.comment.empty()) return out;
    append(out, " ", locale_.text(rule.state == State::closed ? "hours.closed" : "hours.unknown"));
    return out;
  }

  String times(const TimeSpan& span) {
    if (span.period != 0) return lacking();
    const bool clocks = span.begin.base == TimePoint::Base::clock && span.end.base == TimePoint::Base::clock;
    if (clocks && span.begin.minutes == 0 && span.end.minutes == kDay && !span.open_end) return locale_.text("hours.all_day");
    String begin = time(span.begin);
    if (span.is_point) return begin;
    if (span.open_end && span.end == span.begin) return locale_.fill("hours.from", {{"time", begin}});
    if (span.open_end) return lacking();
    return clocks ? locale_.span(span.begin.minutes, span.end.minutes) : range(begin, time(span.end));
  }

  String time(const TimePoint& point) {
    if (point.base == TimePoint::Base::clock) return locale_.clock(point.minutes);
    constexpr std::string_view kNames[] = {"", "hours.dawn", "hours.sunrise", "hours.sunset", "hours.dusk"};
    return point.minutes != 0 ? lacking() : String(locale_.text(kNames[static_cast<std::size_t>(point.base)]));
  }

  const locale::Locale& locale_;
  bool lacking_ = false;
};

}  // namespace

String describe(const Hours& hours, const locale::Locale& locale) { return Describer(locale).describe(hours); }

}  // namespace townboard::hours
