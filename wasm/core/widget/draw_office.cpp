// The card of an office: status, day bar, week table, what is coming.
#include "text/number.h"
#include "widget/content.h"

namespace townboard::widget {
namespace {

using hours::DayCause;
using hours::DayPlan;
using hours::State;
using markup::Tag;
using view::OwnAttribute;
using view::OwnTag;

// Attribute value of an SVG coordinate in a bar of 1440 units.
constexpr int kBarHeight = 12;

}  // namespace

void Drawer::icon(State state, bool pause) {
  const std::string_view path = state == State::open ? "m6.5 10.4 2.4 2.4 4.6-5.2"
                                : pause              ? "M8 7v6M12 7v6"
                                : state == State::unknown
                                    ? "M7.6 8a2.4 2.4 0 1 1 3.4 2.2c-.7.4-1 .8-1 1.6M10 14.4v.1"
                                    : "M6.5 10h7";
  out_.open(OwnTag::svg).class_name("icon").attr(OwnAttribute::viewBox, "0 0 20 20");
  out_.attr(OwnAttribute::aria_hidden, "true");
  out_.open(OwnTag::circle).attr(OwnAttribute::cx, "10").attr(OwnAttribute::cy, "10");
  out_.attr(OwnAttribute::r, "8").close();
  out_.open(OwnTag::path).attr(OwnAttribute::d, path).close();
  out_.close();
}

text::String Drawer::times_of(const DayPlan& plan) const {
  if (plan.spans.empty()) return text::String(words("week.closed"));
  const time::Wall midnight = time::wall_of(plan.day, 0);
  text::String out;
  for (const hours::Interval& span : plan.spans) {
    if (!out.empty()) out += ", ";
    if (span.begin == midnight && span.end == midnight + time::kMinutesPerDay) {
      out += words("hours.all_day");
    } else {
      out += locale_.span(span.begin - midnight, span.end - midnight);
    }
    if (!span.comment.empty() && span.comment != hours::kGuessedComment) {
      out += " (";
      out += span.comment;
      out += ')';
    }
  }
  return out;
}

// The live sentence of one schedule; without an instant nothing is said, and only its room is kept.
void Drawer::status(const ReadySchedule& ready, bool main) {
  out_.open(main ? Tag::div : Tag::span).class_name(main ? "status" : "mini");
  out_.attr(OwnAttribute::part, "status");
  if (!now_) {
    out_.close();
    return;
  }
  Status status;
  if (ready.evaluator) status = status_at(*ready.evaluator, wall_);
  const bool pause = status.state == State::closed && status.pause != Status::Pause::none;
  Sentence sentence = sentence_of(status, wall_, locale_, content_.soon_minutes);
  if (status.state == State::unknown && sentence.next.empty()) {
    for (const site::Contact& contact : ready.office->contacts) {
      if (contact.role == site::ContactRole::fax || contact.role == site::ContactRole::email)
        continue;
      sentence.next = locale_.fill("status.call", {{"phone", contact.value}});
      break;
    }
  }
  const std::string_view kind = status.state == State::open      ? "open"
                                : pause                          ? "pause"
                                : status.state == State::unknown ? "unknown"
                                                                 : "closed";
  if (main) out_.attr(OwnAttribute::role, "status");
  out_.attr(OwnAttribute::data_state, kind);
  out_.open(Tag::span).class_name("badge").attr(OwnAttribute::part, "badge");
  icon(status.state, pause);
  out_.leaf(Tag::span, "state", sentence.state);
  out_.close();
  // A line of its own, since the words begin it.
  if (!sentence.next.empty()) {
    // The state is announced with all that follows; a countdown alone is not.
    out_.open(Tag::span).class_name("next");
    if (main) out_.attr(OwnAttribute::aria_live, "off");
    out_.text(main ? locale::capitalised(sentence.next) : sentence.next).close();
  }
  out_.close();
}

// Today from midnight to midnight; empty without an instant and on a day off, so that nothing below
// it jumps.
void Drawer::day_bar(const ReadySchedule& ready) {
  if (!ready.evaluator) return;
  out_.open(OwnTag::svg).class_name("bar").attr(OwnAttribute::viewBox, "0 0 1440 12");
  out_.attr(OwnAttribute::preserveAspectRatio, "none");
  if (!now_) {
    out_.close();
    return;
  }
  const time::Day today = time::day_of_wall(wall_);
  const DayPlan plan = ready.evaluator->day(today);
  const time::Wall midnight = time::wall_of(today, 0);
  out_.attr(OwnAttribute::role, "img");
  out_.attr(OwnAttribute::aria_label, locale_.fill("hours.day_times", {{"days", words("day.today")},
                                                                       {"times", times_of(plan)}}));
  for (const hours::Interval& span : plan.spans) {
    const int begin = span.begin - midnight;
    const int end =
        span.end - midnight > time::kMinutesPerDay ? time::kMinutesPerDay : span.end - midnight;
    out_.open(OwnTag::rect).class_name(span.end <= wall_ ? "past" : "span");
    out_.attr_number(OwnAttribute::x, begin).attr(OwnAttribute::y, "0");
    out_.attr_number(markup::Attribute::width, end - begin);
    out_.attr_number(markup::Attribute::height, kBarHeight).close();
  }
  out_.open(OwnTag::line).class_name("now");
  const int minute = wall_ - midnight;
  out_.attr_number(OwnAttribute::x1, minute).attr_number(OwnAttribute::x2, minute);
  out_.attr(OwnAttribute::y1, "0").attr_number(OwnAttribute::y2, kBarHeight).close();
  out_.close();
}

void Drawer::other_schedules(const ReadySchedule* main) {
  bool any = false;
  for (const ReadySchedule& ready : content_.schedules) {
    any = any || (&ready != main && main != nullptr && ready.office == main->office);
  }
  if (!any) return;
  out_.open(Tag::ul).class_name("also").attr(OwnAttribute::aria_label, words("week.schedules"));
  for (const ReadySchedule& ready : content_.schedules) {
    if (&ready == main || ready.office != main->office) continue;
    out_.open(Tag::li, view::key_of(ready.schedule->id));
    out_.open(Tag::details).open(Tag::summary);
    out_.leaf(Tag::strong, "", ready.schedule->name.in(locale_.language()));
    status(ready, false);
    out_.close();
    week(ready);
    out_.close();
    out_.close();
  }
  out_.close();
}

// The week from Monday on, a row a day, so that no day changes the table's height. Today as it
// really is, with its holiday or eve; the others as they are in most weeks.
void Drawer::week(const ReadySchedule& ready) {
  if (!ready.evaluator) return;
  // Rule: law 1 of the design; what may be kept says how the schedule stands, without holidays.
  hours::Context plain = ready.context;
  plain.calendar = nullptr;
  plain.moved_days = false;
  plain.holiday_eve_minutes = 0;
  plain.closures = nullptr;
  hours::Hours without_holidays;
  for (hours::Rule rule : ready.hours->rules) {
    if (!rule.holidays.empty() && rule.weekdays.empty()) continue;
    rule.holidays.clear();
    without_holidays.rules.push_back(std::move(rule));
  }
  const hours::Evaluator usual(without_holidays, plain);
  if (!now_ && !usual.week_stable()) return;  // no week is like the others
  const time::Day today = time::day_of_wall(wall_);
  const time::Day monday = now_ ? today - time::weekday_of(today) : time::day_of(2026, 1, 5);
  out_.open(Tag::table).class_name("week").attr(OwnAttribute::part, "week");
  out_.leaf(Tag::caption, "", words("week.caption"));
  out_.open(Tag::tbody);
  for (int i = 0; i < 7; ++i) {
    const bool is_today = now_ && monday + i == today;
    out_.open(Tag::tr);
    if (is_today) out_.attr(OwnAttribute::aria_current, "date");
    out_.open(Tag::th).attr(markup::Attribute::scope, "row");
    out_.leaf(Tag::span, "day", locale::capitalised(locale_.weekday(i, locale::DayForm::wide)));
    if (is_today) out_.leaf(Tag::span, "today", words("week.today"));
    out_.close();
    const hours::Evaluator& asked = is_today ? *ready.evaluator : usual;
    out_.open(Tag::td).attr(OwnAttribute::translate, "no").text(times_of(asked.day(monday + i)));
    out_.close().close();
  }
  out_.close().close();
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

// The next two weeks' exceptions, and when the calendar ends.
void Drawer::coming(const ReadySchedule& ready) {
  if (!now_ || !ready.evaluator) return;
  const time::Day today = time::day_of_wall(wall_);
  text::List<std::pair<time::Day, text::String>> lines;
  for (time::Day day = today; day <= today + 14; ++day) {
    text::String text = coming_text(ready.evaluator->day(day));
    if (!text.empty()) lines.emplace_back(day, std::move(text));
  }
  text::String ends;
  if (content_.calendar) {
    const int year = time::civil_of(today).year;
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
  if (lines.empty() && ends.empty()) return;
  out_.open(Tag::div).class_name("coming").attr(OwnAttribute::part, "coming");
  out_.open(heading(1)).text(words("coming.title")).close();
  for (const auto& [day, text] : lines) {
    out_.open(Tag::p, static_cast<std::uint32_t>(day));
    out_.leaf(Tag::strong, "", locale::capitalised(locale_.weekday_and_date(day)));
    out_.leaf(Tag::span, "", text);
    out_.close();
  }
  if (!ends.empty()) out_.leaf(Tag::p, "ends", ends);
  out_.close();
}

void Drawer::office_card() {
  const site::Office* office = content_.office();
  if (office == nullptr) return;
  offices(office);
  const ReadySchedule* main = nullptr;
  for (const ReadySchedule& ready : content_.schedules) {
    if (ready.office != office) continue;
    if (main == nullptr || ready.schedule->id == content_.schedule_id) main = &ready;
  }
  out_.open(Tag::section).class_name("card office").attr(OwnAttribute::part, "office");
  out_.attr(OwnAttribute::aria_label, office->name.in(locale_.language()));
  if (main != nullptr && (content_.show_status || content_.show_hours)) {
    out_.open(Tag::div).class_name("top");
    out_.open(heading(0)).text(office->name.in(locale_.language())).close();
    if (content_.show_status) status(*main, true);
    if (content_.show_hours) day_bar(*main);
    out_.close();
    if (content_.show_hours) {
      other_schedules(main);
      out_.open(Tag::div).class_name("hours");
      week(*main);
      coming(*main);
      out_.close();
    }
  }
  if (content_.show_contacts) contacts(*office, main);
  out_.close();
}

}  // namespace townboard::widget
