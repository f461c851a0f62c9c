// The week's table, the season, and what is coming.
#include "text/number.h"
#include "widget/content.h"

namespace townboard::widget {

using hours::DayCause;
using hours::DayPlan;
using markup::Tag;
using view::kShape;
using view::OwnAttribute;

// Days in a row with the same hours share a row: "Mon–Fri". They are the hours of most weeks, so
// the rows are the same on every day; what is different today is said below them.
void Drawer::week(const ReadySchedule& ready) {
  if (!ready.evaluator) return;
  // Rule: law 1 of the design; what may be kept says how the schedule stands, without holidays.
  hours::Context plain;
  plain.usual = true;
  plain.zone = ready.context.zone;
  plain.position = ready.context.position;
  const hours::Evaluator usual(*ready.schedule->hours, plain);
  if (!now_ && !usual.week_stable()) return;  // no week is like the others
  const time::Day today = today_ != 0 ? today_ : time::day_of(2026, 1, 5);
  const int first_weekday = locale_.first_weekday();
  const time::Day first = today - (time::weekday_of(today) + 7 - first_weekday) % 7;
  out_.open(kShape<Tag::table, "class=week|part=week">);
  out_.leaf(kShape<Tag::caption, "">, words("week.caption"));
  out_.open(Tag::tbody);
  for (int begin = 0, end = 0; begin < 7; begin = end) {
    const text::String times = times_of(usual.day(first + begin));
    do ++end;
    while (end < 7 && times_of(usual.day(first + end)) == times);
    const bool has_today = today_ != 0 && today >= first + begin && today < first + end;
    const bool is_today = now_ && has_today;
    out_.open(Tag::tr);
    if (is_today) out_.attr(OwnAttribute::aria_current, "date");
    out_.open(kShape<Tag::th, "scope=row">);
    // The short names for the eye, the whole ones for the ear.
    for (const locale::DayForm form : {locale::DayForm::brief, locale::DayForm::wide}) {
      const std::string_view name = locale_.weekday((first_weekday + begin) % 7, form);
      const std::string_view last = locale_.weekday((first_weekday + end - 1) % 7, form);
      const bool brief = form == locale::DayForm::brief;
      out_.open(Tag::span).class_name(brief ? "day" : "spoken");
      if (brief) out_.attr(OwnAttribute::aria_hidden, "true");
      out_.text(locale::capitalised(
          end - begin > 1 ? locale_.fill("hours.day_range", {{"first", name}, {"last", last}})
                          : text::String(name)));
      out_.close();
    }
    if (is_today) out_.leaf(kShape<Tag::span, "class=spoken">, words("week.today"));
    out_.close();
    out_.open(kShape<Tag::td, "translate=no">);
    out_.leaf(kShape<Tag::span, "class=times">, times);
    const text::String really = has_today ? times_of(ready.evaluator->day(today)) : times;
    if (really != times) {
      // The times on a line of their own: "Today" is shorter than the date that was printed.
      const text::String date = locale_.brief_date(today);
      out_.open(kShape<Tag::span, "class=really">)
          .text(locale::capitalised(is_today ? words("day.today") : std::string_view(date)))
          .leaf(kShape<Tag::span, "class=times">, really)
          .close();
    }
    out_.close().close();
  }
  out_.close().close();
  if (now_ && !usual.week_stable()) season(usual, today);
}

// From when until when the weeks look like this one, when they do so for a month and end within a
// year.
void Drawer::season(const hours::Evaluator& usual, time::Day today) {
  text::String week[7];
  for (int i = 0; i < 7; ++i) week[time::weekday_of(today + i)] = times_of(usual.day(today + i));
  time::Day ends[2];
  for (const int step : {-1, 1}) {
    time::Day day = today;
    do day += step;
    while (day - today < 366 && today - day < 366 &&
           times_of(usual.day(day)) == week[time::weekday_of(day)]);
    if (day - today == 366 || today - day == 366) return;
    ends[step > 0] = day - step;
  }
  if (ends[1] - ends[0] < 28) return;
  out_.leaf(kShape<Tag::p, "class=note">,
            locale_.fill("week.season", {{"from", locale_.day_and_month(ends[0])},
                                         {"to", locale_.day_and_month(ends[1])}}));
}

text::String Drawer::coming_text(const DayPlan& plan) const {
  const std::string_view name =
      plan.name != nullptr ? plan.name->in(locale_.language()) : std::string_view();
  const text::String times = times_of(plan);
  switch (plan.cause) {
    case DayCause::holiday:
      if (plan.spans.empty()) return locale_.fill("coming.closed_holiday", {{"name", name}});
      return locale_.fill("coming.changed", {{"times", times}, {"reason", name}});
    case DayCause::eve: {
      if (plan.spans.empty()) return {};
      const int end = plan.spans.back().end - time::wall_of(plan.day, 0);
      return locale_.fill("coming.eve", {{"time", locale_.clock(end)}});
    }
    case DayCause::moved_off:
      return locale_.fill("coming.moved_off", {{"date", locale_.day_and_month(plan.other_day)}});
    case DayCause::moved_work:
      return locale_.fill("coming.moved_work",
                          {{"times", times}, {"date", locale_.day_and_month(plan.other_day)}});
    case DayCause::closure:
      if (plan.spans.empty()) return locale_.fill("coming.closure", {{"reason", name}});
      return locale_.fill("coming.changed", {{"times", times}, {"reason", name}});
    case DayCause::ordinary:
      break;
  }
  return {};
}

void Drawer::open_coming() {
  out_.open(kShape<Tag::div, "class=coming|part=coming">);
  out_.open(heading(1)).text(words("coming.title")).close();
}

// The next two weeks' exceptions, and when the calendar ends.
void Drawer::coming(const ReadySchedule& ready) {
  if (today_ == 0 || !ready.evaluator) return;
  const time::Day today = today_;
  const time::Day behind = today + 15;
  bool any = false;
  for (time::Day day = today; day < behind;) {
    const text::String text = coming_text(ready.evaluator->day(day));
    const time::Day first = day;
    // Days in a row with the same words share a line.
    do ++day;
    while (!text.empty() && day < behind && coming_text(ready.evaluator->day(day)) == text);
    if (text.empty()) continue;
    if (!any) open_coming();
    any = true;
    text::String days = locale_.brief_date(first);
    if (day - first > 1) {
      days =
          locale_.fill("hours.day_range", {{"first", days}, {"last", locale_.brief_date(day - 1)}});
    }
    out_.open(Tag::p, static_cast<std::uint32_t>(first));
    out_.leaf(kShape<Tag::strong, "">, locale::capitalised(days));
    out_.leaf(kShape<Tag::span, "">, text);
    out_.close();
  }
  text::String ends;
  if (content_.calendar) {
    const int year = time::civil_of(today + 14).year;
    const auto holidays = content_.calendar->holidays_complete_until();
    const auto moves = content_.calendar->moves_complete_until();
    const bool past = (holidays && year > *holidays) || (moves && year > *moves);
    if (past) {
      text::String number;
      text::append_number(number, holidays && year > *holidays ? *holidays : *moves);
      ends =
          locale_.fill(holidays && year > *holidays ? "coming.calendar_ends" : "coming.moves_end",
                       {{"year", number}});
    }
  }
  if (!ends.empty()) {
    if (!any) open_coming();
    any = true;
    out_.leaf(kShape<Tag::p, "class=ends">, ends);
  }
  if (any) out_.close();
}

}  // namespace townboard::widget
