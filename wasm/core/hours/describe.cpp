#include "hours/describe.h"

#include <optional>

#include "hours/print.h"
#include "text/number.h"

namespace townboard::hours {
namespace {

constexpr int kDay = 24 * 60;

class Describer {
 public:
  explicit Describer(const locale::Locale& locale) : locale_(locale) {}

  text::String describe(const Hours& hours) {
    for (const Rule& rule : hours.rules) {
      if (is_closed_on_holidays(rule) && !out_.empty()) {
        out_ += comma();
        out_ += locale_.text("hours.closed_holidays");
        continue;
      }
      if (!out_.empty()) out_ += "; ";
      const std::optional<text::String> said = words(rule);
      out_ += said ? *said : print(rule);
    }
    return locale::capitalised(out_);
  }

 private:
  using Words = std::optional<text::String>;

  // What stands between the parts of a list, such as ", ": the list of three shows it.
  text::String comma() const {
    const text::String list = locale_.list({"x", "x", "x"});
    const std::size_t second = list.find('x', 1);
    return second == text::String::npos ? ", " : list.substr(1, second - 1);
  }

  static bool is_closed_on_holidays(const Rule& rule) {
    return rule.state == State::closed && rule.holidays.size() == 1 && rule.weekdays.empty() && rule.times.empty() &&
           !rule.holidays[0].school && rule.holidays[0].offset == 0 && rule.holidays[0].weekdays.empty() &&
           rule.dates.empty() && rule.weeks.empty() && rule.years.empty() && rule.comment.empty() &&
           rule.separator == Separator::normal;
  }

  // Nothing when the words of the language do not suffice.
  Words words(const Rule& rule) const {
    if (!rule.years.empty() || rule.shift_to_working_day) return std::nullopt;
    if (rule.always && rule.state == State::open && rule.comment.empty()) {
      return text::String(locale_.text("hours.always"));
    }
    text::String text;
    if (!rule.dates.empty() && !append(text, dates(rule), comma())) return std::nullopt;
    if (!rule.weeks.empty() && !append(text, weeks(rule), comma())) return std::nullopt;
    Words days_said, hours_said = hours(rule);
    const bool has_days = !rule.weekdays.empty() || !rule.holidays.empty();
    if (has_days) days_said = days(rule);
    if (!hours_said || (has_days && !days_said)) return std::nullopt;
    if (has_days && hours_said->empty()) {
      hours_said = std::move(days_said);
    } else if (has_days) {
      *hours_said = locale_.fill("hours.day_times", {{"days", *days_said}, {"times", *hours_said}});
    }
    append(text, hours_said, comma());
    if (!rule.comment.empty()) text += (text.empty() ? "“" : " “") + rule.comment + "”";
    return text;
  }

  static bool append(text::String& text, const Words& words, std::string_view between) {
    if (!words) return false;
    if (!text.empty() && !words->empty()) text += between;
    text += *words;
    return true;
  }

  text::String range(std::string_view first, std::string_view last) const {
    return locale_.fill("hours.day_range", {{"first", first}, {"last", last}});
  }

  // -- days ---------------------------------------------------------------------------------------------

  Words days(const Rule& rule) const {
    text::List<text::String> parts;
    if (!rule.weekdays.empty()) {
      Words said = weekday_list(rule.weekdays);
      if (!said) return std::nullopt;
      if (rule.holidays.empty()) return said;
      parts.push_back(std::move(*said));
    }
    for (const HolidaySelector& holiday : rule.holidays) {
      const bool eve = holiday.offset == -1 && !holiday.school;
      if (holiday.offset != 0 && !eve) return std::nullopt;
      text::String said(locale_.text(eve ? "hours.eves" : holiday.school ? "hours.school_holidays" : "hours.holidays"));
      if (!holiday.weekdays.empty()) {
        Words only = weekday_list(holiday.weekdays);
        if (!only) return std::nullopt;
        said += " (" + *only + ')';
      }
      parts.push_back(std::move(said));
    }
    return locale_.list(parts);
  }

  Words weekday_list(const text::List<WeekdayRange>& days) const {
    text::List<text::String> parts;
    for (const WeekdayRange& day : days) {
      Words said = weekday(day);
      if (!said) return std::nullopt;
      parts.push_back(std::move(*said));
    }
    return locale_.list(parts);
  }

  Words weekday(const WeekdayRange& day) const {
    if (day.offset != 0) return std::nullopt;
    if (day.working_day) {
      if (day.nth != 1 << 5) return std::nullopt;
      return text::String(locale_.text("hours.last_work_day"));
    }
    if (day.nth != 0) return nth_weekday(day);
    const auto name = [&](int which) { return locale_.weekday(which, locale::DayForm::brief); };
    if (day.first == 0 && day.last == 6) return text::String(locale_.text("hours.daily"));
    if (day.first == day.last) return text::String(name(day.first));
    return range(name(day.first), name(day.last));
  }

  Words nth_weekday(const WeekdayRange& day) const {
    if (day.first != day.last) return std::nullopt;
    text::List<text::String> ordinals;
    for (int bit = 0; bit < 10; ++bit) {
      if ((day.nth >> bit & 1) == 0) continue;
      const std::string_view ordinal = locale_.ordinal(bit < 5 ? bit + 1 : 4 - bit, day.first);
      if (ordinal.empty()) return std::nullopt;
      ordinals.emplace_back(ordinal);
    }
    return locale_.fill("hours.nth_day", {{"ordinals", locale_.list(ordinals)},
                                          {"weekday", locale_.weekday(day.first, locale::DayForm::wide)}});
  }

  // -- dates --------------------------------------------------------------------------------------------

  Words dates(const Rule& rule) const {
    text::List<text::String> parts;
    for (const DateRange& date : rule.dates) {
      if (date.open_end || date.step != 1 || date.group != rule.dates[0].group) return std::nullopt;
      const Words begin = date_point(date.begin);
      const Words end = date_point(date.end);
      if (!begin || !end) return std::nullopt;
      parts.push_back(date.is_range && *begin != *end ? range(*begin, *end) : *begin);
    }
    return locale_.list(parts);
  }

  Words date_point(const DatePoint& point) const {
    if (point.year != 0 || point.offset != 0 || point.to_weekday != 0) return std::nullopt;
    switch (point.kind) {
      case DatePoint::Kind::month: return text::String(locale_.month(point.month, locale::MonthForm::wide));
      case DatePoint::Kind::date:
        return locale_.day_and_month(time::day_of(2000, point.month, point.day));  // a leap year: 29 February
      case DatePoint::Kind::easter: return text::String(locale_.text("hours.easter"));
      case DatePoint::Kind::orthodox_easter: return text::String(locale_.text("hours.orthodox_easter"));
      case DatePoint::Kind::nth_weekday: break;
    }
    return std::nullopt;
  }

  Words weeks(const Rule& rule) const {
    text::List<text::String> parts;
    for (const WeekRange& week : rule.weeks) {
      const auto number = [](int value) {
        text::String text;
        text::append_number(text, value);
        return text;
      };
      if (week.step == 2 && week.first <= 2 && week.last >= 52) {
        parts.emplace_back(locale_.text(week.first == 1 ? "hours.odd_weeks" : "hours.even_weeks"));
      } else if (week.step != 1) {
        return std::nullopt;
      } else if (week.first == week.last) {
        parts.push_back(locale_.fill("hours.week", {{"week", number(week.first)}}));
      } else {
        parts.push_back(locale_.fill("hours.weeks", {{"first", number(week.first)}, {"last", number(week.last)}}));
      }
    }
    return locale_.list(parts);
  }

  // -- times --------------------------------------------------------------------------------------------

  // The times, or the state where there are none; empty when a comment alone says it.
  Words hours(const Rule& rule) const {
    text::List<text::String> parts;
    for (const TimeSpan& span : rule.times) {
      Words said = times(span);
      if (!said) return std::nullopt;
      parts.push_back(std::move(*said));
    }
    text::String text = locale_.list(parts);
    if (rule.state == State::open) {
      if (rule.times.empty()) return text::String(locale_.text("hours.open"));
      return text;
    }
    if (rule.state == State::unknown && rule.times.empty() && !rule.comment.empty()) return text::String();
    const std::string_view state = locale_.text(rule.state == State::closed ? "hours.closed" : "hours.unknown");
    append(text, text::String(state), " ");
    return text;
  }

  Words times(const TimeSpan& span) const {
    if (span.period != 0) return std::nullopt;
    const bool whole = span.begin == TimePoint{} && span.end == TimePoint{TimePoint::Base::clock, kDay} && !span.open_end;
    if (whole) return text::String(locale_.text("hours.all_day"));
    const Words begin = time(span.begin);
    if (!begin) return std::nullopt;
    if (span.is_point) return begin;
    if (span.open_end && span.end == span.begin) return locale_.fill("hours.from", {{"time", *begin}});
    const Words end = time(span.end);
    if (!end || span.open_end) return std::nullopt;
    const bool clocks = span.begin.base == TimePoint::Base::clock && span.end.base == TimePoint::Base::clock;
    return clocks ? locale_.span(span.begin.minutes, span.end.minutes) : range(*begin, *end);
  }

  Words time(const TimePoint& point) const {
    if (point.base == TimePoint::Base::clock) return locale_.clock(point.minutes);
    if (point.minutes != 0) return std::nullopt;
    constexpr std::string_view kNames[] = {"", "hours.dawn", "hours.sunrise", "hours.sunset", "hours.dusk"};
    return text::String(locale_.text(kNames[static_cast<std::size_t>(point.base)]));
  }

  const locale::Locale& locale_;
  text::String out_;
};

}  // namespace

text::String describe(const Hours& hours, const locale::Locale& locale) { return Describer(locale).describe(hours); }

}  // namespace townboard::hours
