#include "hours/describe.h"

#include <bit>

#include "hours/print.h"
#include "locale/fill.h"
#include "text/number.h"

namespace townboard::hours {
namespace {

using locale::DayForm;
using locale::HoursText;
using text::String;

constexpr int kDay = 24 * 60;

// Writes behind what stands in out_; texts of their own would make twice the code.
class Describer {
 public:
  explicit Describer(const locale::Locale& locale) : locale_(locale) {}

  String describe(const Hours& hours) {
    for (const Rule& rule : hours.rules) {
      const String printed = print(rule);
      if (!out_.empty() && rule.separator == Separator::normal && (printed == "PH off" || printed == "PH closed")) {
        out_ += comma();
        say(HoursText::closed_holidays);
        continue;
      }
      if (!out_.empty()) out_ += "; ";
      const std::size_t begin = out_.size();
      lacking_ = false;
      words(rule, begin);
      if (!lacking_) continue;
      out_.resize(begin);
      out_ += printed;
    }
    return locale::capitalised(out_);
  }

 private:
  std::string_view comma() const { return locale_.between(1, 3); }

  void say(HoursText text) { out_ += locale_.hours_text(text); }

  // The one that stands `place` behind `first`.
  void say(HoursText first, int place) { say(static_cast<HoursText>(static_cast<int>(first) + place)); }

  // The words of the language do not suffice; what is said is not used.
  void lacking() { lacking_ = true; }

  // Puts what was written from `first` to `second`, and from there on, into a text of the language.
  void fill(std::string_view pattern, std::size_t first, std::string_view first_name, std::size_t second,
            std::string_view second_name) {
    const String written = out_.substr(first);
    out_.resize(first);
    locale::append_filled(out_, pattern,
                          {{first_name, written.substr(0, second - first)}, {second_name, written.substr(second - first)}});
  }

  void fill_one(HoursText text, std::size_t first, std::string_view first_name) {
    fill(locale_.hours_text(text), first, first_name, out_.size(), {});
  }

  void fill_range(HoursText text, std::size_t first, std::size_t last) {
    fill(locale_.hours_text(text), first, "first", last, "last");
  }

  using SayOne = void (*)(Describer&, const void*);

  // "a, b and c" of what `say_one` says of `count` values of `size` bytes each, behind `before` others. One function for
  // all lists.
  void say_all(const void* values, std::size_t count, std::size_t size, SayOne say_one, std::size_t before) {
    for (std::size_t i = 0; i < count; ++i) {
      out_ += locale_.between(i + before, count + before);
      say_one(*this, static_cast<const char*>(values) + i * size);
    }
  }

  template <auto say_one, typename T>
  void list(const text::List<T>& all, std::size_t before = 0) {
    say_all(all.data(), all.size(), sizeof(T),
            [](Describer& self, const void* value) { (self.*say_one)(*static_cast<const T*>(value)); }, before);
  }

  // Parts what is to come from what the rule has said since `begin`.
  void part(std::size_t begin, std::string_view between) {
    if (out_.size() > begin) out_ += between;
  }

  void words(const Rule& rule, std::size_t begin) {
    if (!rule.years.empty() || rule.shift_to_working_day) return lacking();
    if (rule.always && rule.state == State::open && rule.comment.empty()) return say(HoursText::always);
    if (!rule.dates.empty() && rule.dates.back().group != 0) return lacking();
    list<&Describer::date_range>(rule.dates);
    if (!rule.weeks.empty()) part(begin, comma());
    list<&Describer::week>(rule.weeks);

    const bool has_days = !rule.weekdays.empty() || !rule.holidays.empty();
    // A comment alone may say it.
    const bool has_times = rule.state != State::unknown || !rule.times.empty() || rule.comment.empty();
    if (has_days || has_times) part(begin, comma());
    const std::size_t days = out_.size();
    list<&Describer::weekday>(rule.weekdays);
    list<&Describer::holiday>(rule.holidays, rule.weekdays.empty() ? 0 : 1);
    const std::size_t times = out_.size();
    if (has_times) hours(rule);
    if (has_days && has_times) fill(locale_.hours_text(HoursText::day_times), days, "days", times, "times");
    if (rule.comment.empty()) return;
    part(begin, " ");
    out_ += "“";
    out_ += rule.comment;
    out_ += "”";
  }

  // -- days ---------------------------------------------------------------------------------------------

  void holiday(const HolidaySelector& holiday) {
    const bool eve = holiday.offset == -1 && !holiday.school;
    if (holiday.offset != 0 && !eve) return lacking();
    say(eve ? HoursText::eves : holiday.school ? HoursText::school_holidays : HoursText::holidays);
    if (holiday.weekdays.empty()) return;
    out_ += " (";
    list<&Describer::weekday>(holiday.weekdays);
    out_ += ')';
  }

  void weekday(const WeekdayRange& day) {
    if (day.offset != 0 || (day.working_day && day.nth != 1 << 5)) return lacking();
    if (day.working_day) return say(HoursText::last_work_day);
    if (day.nth != 0) return nth_weekday(day);
    if (day.first == 0 && day.last == 6) return say(HoursText::daily);
    const std::size_t first = out_.size();
    out_ += locale_.weekday(day.first, DayForm::brief);
    if (day.first == day.last) return;
    const std::size_t last = out_.size();
    out_ += locale_.weekday(day.last, DayForm::brief);
    fill_range(HoursText::day_range, first, last);
  }

  void nth_weekday(const WeekdayRange& day) {
    if (day.first != day.last) return lacking();
    const std::size_t first = out_.size();
    const auto count = static_cast<std::size_t>(std::popcount(day.nth));
    std::size_t place = 0;
    for (int bit = 0; bit < 10; ++bit) {
      if ((day.nth >> bit & 1) == 0) continue;
      const std::string_view ordinal = locale_.ordinal(bit < 5 ? bit + 1 : 4 - bit, day.first);
      if (ordinal.empty()) return lacking();
      out_ += locale_.between(place++, count);
      out_ += ordinal;
    }
    const std::size_t second = out_.size();
    out_ += locale_.weekday(day.first, DayForm::wide);
    fill(locale_.hours_text(HoursText::nth_day), first, "ordinals", second, "weekday");
  }

  // -- dates --------------------------------------------------------------------------------------------

  void date_range(const DateRange& date) {
    if (date.open_end || date.step != 1) return lacking();
    const std::size_t first = out_.size();
    date_point(date.begin);
    if (date.begin == date.end) return;
    const std::size_t last = out_.size();
    date_point(date.end);
    fill_range(HoursText::day_range, first, last);
  }

  void date_point(const DatePoint& point) {
    if (point.year != 0 || point.offset != 0 || point.to_weekday != 0) return lacking();
    switch (point.kind) {
      case DatePoint::Kind::month: out_ += locale_.month(point.month, locale::MonthForm::wide); return;
      case DatePoint::Kind::date: locale_.append_day_and_month(out_, point.day, point.month); return;
      case DatePoint::Kind::easter: return say(HoursText::easter);
      case DatePoint::Kind::orthodox_easter: return say(HoursText::orthodox_easter);
      case DatePoint::Kind::nth_weekday: return lacking();
    }
  }

  void week(const WeekRange& week) {
    if (week.step == 2 && week.first <= 2 && week.last >= 52) {
      return say(HoursText::odd_weeks, week.first - 1);
    }
    if (week.step != 1) return lacking();
    const std::size_t first = out_.size();
    text::append_number(out_, week.first);
    if (week.first == week.last) return fill_one(HoursText::week, first, "week");
    const std::size_t last = out_.size();
    text::append_number(out_, week.last);
    fill_range(HoursText::weeks, first, last);
  }

  // -- times --------------------------------------------------------------------------------------------

  // The times, or the state where there are none.
  void hours(const Rule& rule) {
    const std::size_t begin = out_.size();
    list<&Describer::times>(rule.times);
    if (rule.state == State::open) {
      if (rule.times.empty()) say(HoursText::open);
      return;
    }
    part(begin, " ");
    say(HoursText::closed, static_cast<int>(rule.state));
  }

  void times(const TimeSpan& span) {
    if (span.period != 0) return lacking();
    const bool clocks = span.begin.base == TimePoint::Base::clock && span.end.base == TimePoint::Base::clock;
    if (clocks && span.begin.minutes == 0 && span.end.minutes == kDay && !span.open_end) return say(HoursText::all_day);
    const std::size_t begin = out_.size();
    time(span.begin);
    if (span.is_point) return;
    const std::size_t end = out_.size();
    if (span.open_end) return span.end == span.begin ? fill_one(HoursText::from, begin, "time") : lacking();
    time(span.end);
    if (!clocks) return fill_range(HoursText::day_range, begin, end);
    fill(locale_.span_pattern(), begin, "begin", end, "end");
  }

  void time(const TimePoint& point) {
    if (point.base == TimePoint::Base::clock) return locale_.append_clock(out_, point.minutes);
    if (point.minutes != 0) return lacking();
    say(HoursText::dawn, static_cast<int>(point.base) - 1);
  }

  const locale::Locale& locale_;
  String out_;
  bool lacking_ = false;
};

}  // namespace

String describe(const Hours& hours, const locale::Locale& locale) { return Describer(locale).describe(hours); }

}  // namespace townboard::hours
