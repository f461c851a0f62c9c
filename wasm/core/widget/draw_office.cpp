// The card of an office: status, day bar, week table, what is coming.
#include "text/number.h"
#include "widget/content.h"

namespace townboard::widget {

using hours::DayCause;
using hours::DayPlan;
using hours::State;
using markup::Tag;
using view::OwnAttribute;
using view::OwnTag;

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

std::string Drawer::times_of(const DayPlan& plan) const {
  if (plan.spans.empty()) return std::string(words("week.closed"));
  const time::Wall midnight = time::wall_of(plan.day, 0);
  std::string out;
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
  // The reason stands once, at the office itself.
  if (!main) status.cause = DayCause::ordinary;
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

// A place on the bar, "37.25%"; what lies outside stands at its ends.
std::string Drawer::place(int minute) const {
  const int part = (minute - bar_begin_) * 10000 / (bar_end_ - bar_begin_);
  const int within = part < 0 ? 0 : part > 10000 ? 10000 : part;
  std::string out;
  text::append_number(out, within / 100);
  out += '.';
  text::append_number(out, within % 100, 2);
  out += '%';
  return out;
}

void Drawer::bar_rect(std::string_view class_name, std::string_view x, std::string_view width) {
  out_.open(OwnTag::rect).class_name(class_name).attr(OwnAttribute::x, x);
  if (!width.empty()) out_.attr(markup::Attribute::width, width);
  out_.close();
}

void Drawer::bar_label(std::string_view anchor, int minute) {
  out_.open(OwnTag::svg_text).attr(OwnAttribute::text_anchor, anchor);
  out_.attr(OwnAttribute::x, place(minute)).attr(OwnAttribute::y, "2.75em");
  out_.text(locale_.clock(minute)).close();
}

// Today from an hour before it begins to an hour after it ends, with the time that has passed covered. Empty
// without an instant, so that nothing below it jumps. Only `now` changes by the minute.
void Drawer::day_bar(const ReadySchedule& ready) {
  if (!ready.evaluator) return;
  out_.open(OwnTag::svg).class_name("bar");
  if (now_) {
    const time::Day today = time::day_of_wall(wall_);
    const DayPlan plan = ready.evaluator->day(today);
    const time::Wall midnight = time::wall_of(today, 0);
    out_.attr(OwnAttribute::role, "img");
    out_.attr(
        OwnAttribute::aria_label,
        locale_.fill("hours.day_times", {{"days", words("day.today")}, {"times", times_of(plan)}}));
    bar_rect("track", "0", "100%");
    if (!plan.spans.empty()) {
      bar_begin_ = (plan.spans.front().begin - midnight - 30) / 60 * 60;
      bar_end_ = (plan.spans.back().end - midnight + 90) / 60 * 60;
      for (const hours::Interval& span : plan.spans) {
        const int begin = span.begin - midnight;
        const int end = span.end - midnight;
        const std::string x = place(begin);
        // Its width is the place of as many minutes behind the bar's beginning.
        bar_rect("span", x, place(bar_begin_ + end - begin));
        bar_label("start", begin);
        // Both ends have room in a span of a quarter of the bar.
        if ((end - begin) * 4 > bar_end_ - bar_begin_) bar_label("end", end);
      }
      out_.open(OwnTag::svg).class_name("now").attr(OwnAttribute::x, place(wall_ - midnight));
      bar_rect("past", "-100%", "100%");
      bar_rect("mark", "-1", {});
      out_.close();
    }
  }
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

// Days in a row with the same hours share a row: "Mon–Fri". They are the hours of most weeks, so the
// rows are the same on every day; what is different today is said below them.
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
  const time::Day today = now_ ? time::day_of_wall(wall_) : time::day_of(2026, 1, 5);
  const int first_weekday = locale_.first_weekday();
  const time::Day first = today - (time::weekday_of(today) + 7 - first_weekday) % 7;
  out_.open(Tag::table).class_name("week").attr(OwnAttribute::part, "week");
  out_.leaf(Tag::caption, "", words("week.caption"));
  out_.open(Tag::tbody);
  for (int begin = 0, end = 0; begin < 7; begin = end) {
    const std::string times = times_of(usual.day(first + begin));
    do ++end;
    while (end < 7 && times_of(usual.day(first + end)) == times);
    const bool is_today = now_ && today >= first + begin && today < first + end;
    out_.open(Tag::tr);
    if (is_today) out_.attr(OwnAttribute::aria_current, "date");
    out_.open(Tag::th).attr(markup::Attribute::scope, "row");
    // The short names for the eye, the whole ones for the ear.
    for (const locale::DayForm form : {locale::DayForm::brief, locale::DayForm::wide}) {
      const std::string_view name = locale_.weekday((first_weekday + begin) % 7, form);
      const std::string_view last = locale_.weekday((first_weekday + end - 1) % 7, form);
      const bool brief = form == locale::DayForm::brief;
      out_.open(Tag::span).class_name(brief ? "day" : "spoken");
      if (brief) out_.attr(OwnAttribute::aria_hidden, "true");
      out_.text(locale::capitalised(
          end - begin > 1 ? locale_.fill("hours.day_range", {{"first", name}, {"last", last}})
                          : std::string(name)));
      out_.close();
    }
    if (is_today) out_.leaf(Tag::span, "spoken", words("week.today"));
    out_.close();
    out_.open(Tag::td).attr(OwnAttribute::translate, "no");
    out_.leaf(Tag::span, "times", times);
    const std::string really = is_today ? times_of(ready.evaluator->day(today)) : times;
    if (really != times) {
      out_.leaf(Tag::span, "really",
                locale::capitalised(locale_.fill(
                    "hours.day_times", {{"days", words("day.today")}, {"times", really}})));
    }
    out_.close().close();
  }
  out_.close().close();
  if (now_ && !usual.week_stable()) season(usual, today);
}

// From when until when the weeks look like this one, when they do so for a month and end within a year.
void Drawer::season(const hours::Evaluator& usual, time::Day today) {
  std::string week[7];
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
  out_.leaf(Tag::p, "note",
            locale_.fill("week.season", {{"from", locale_.day_and_month(ends[0])},
                                         {"to", locale_.day_and_month(ends[1])}}));
}

std::string Drawer::coming_text(const DayPlan& plan) const {
  const std::string_view name =
      plan.name != nullptr ? plan.name->in(locale_.language()) : std::string_view();
  const std::string times = times_of(plan);
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
  std::vector<std::pair<time::Day, std::string>> lines;
  for (time::Day day = today; day <= today + 14; ++day) {
    std::string text = coming_text(ready.evaluator->day(day));
    if (!text.empty()) lines.emplace_back(day, std::move(text));
  }
  std::string ends;
  if (content_.calendar) {
    const int year = time::civil_of(today + 14).year;
    const auto holidays = content_.calendar->holidays_complete_until();
    const auto moves = content_.calendar->moves_complete_until();
    const bool past = (holidays && year > *holidays) || (moves && year > *moves);
    if (past) {
      std::string number;
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
    out_.leaf(Tag::strong, "", locale::capitalised(locale_.brief_date(day)));
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
  const std::string_view language = locale_.language();
  const std::string_view name = office->name.in(language);
  // Alone, the status is a line of the page's own text.
  const bool line = !content_.show_hours && !content_.show_contacts && !content_.show_news;
  out_.open(Tag::section).class_name(line ? "line" : "card office");
  out_.attr(OwnAttribute::part, "office").attr(OwnAttribute::aria_label, name);
  if (main != nullptr && (content_.show_status || content_.show_hours)) {
    out_.open(Tag::div).class_name("top");
    if (!line) {
      const std::string_view town = content_.site.name.in(language);
      if (town != name) out_.leaf(Tag::p, "org", town);
      out_.open(heading(0)).text(name).close();
    }
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
