// The card of an office: status, day bar, other schedules.
#include "text/number.h"
#include "widget/content.h"

namespace townboard::widget {

using hours::DayCause;
using hours::DayPlan;
using hours::State;
using markup::Tag;
using view::kShape;
using view::OwnAttribute;
using view::OwnTag;

void Drawer::icon(State state, bool pause) {
  const std::string_view path = state == State::open ? "m6.5 10.4 2.4 2.4 4.6-5.2"
                                : pause              ? "M8 7v6M12 7v6"
                                : state == State::unknown
                                    ? "M7.6 8a2.4 2.4 0 1 1 3.4 2.2c-.7.4-1 .8-1 1.6M10 14.4v.1"
                                    : "M6.5 10h7";
  out_.open(kShape<OwnTag::svg, "class=icon|viewBox=0 0 20 20|aria-hidden=true">);
  out_.open(kShape<OwnTag::circle, "cx=10|cy=10|r=8">).close();
  out_.open(OwnTag::path).attr(OwnAttribute::d, path).close();
  out_.close();
}

// What is to be said of hours beside the times.
std::string_view Drawer::note_of(State state, std::string_view comment) const {
  if (is_appointment(comment)) return words("hours.appointment");
  if (comment == hours::kGuessedComment) comment = {};
  return comment.empty() && state == State::unknown ? words("hours.unknown") : comment;
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
    const std::string_view note = note_of(span.state, span.comment);
    if (!note.empty()) out.append(" (").append(note).append(")");
  }
  return out;
}

// The live sentence of one schedule; without an instant nothing is said, and only its room is kept.
void Drawer::status(const ReadySchedule& ready, bool main) {
  bool day_off = false;
  if (main && ready.evaluator && content_.show_hours && today_ != 0) {
    const DayPlan plan = ready.evaluator->day(today_);
    day_off = plan.cause != DayCause::ordinary && plan.spans.empty();
  }
  // A day off has a reason, and no times on its bar: the reason takes a line of the bar's room.
  out_.open(!main     ? kShape<Tag::span, "class=mini|part=status">
            : day_off ? kShape<Tag::div, "class=status day-off|part=status">
                      : kShape<Tag::div, "class=status|part=status">);
  if (main && now_) out_.attr(OwnAttribute::role, "status");
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
      sentence.next = locale_.fill("status.call", {{"phone", content_.phone(contact.value).text}});
      break;
    }
  }
  out_.attr(OwnAttribute::data_state, state_name(status));
  out_.open(kShape<Tag::span, "class=badge|part=badge">);
  icon(status.state, pause);
  out_.leaf(kShape<Tag::span, "class=state">, sentence.state);
  out_.close();
  // A line of its own, since the words begin it.
  if (!sentence.next.empty()) {
    // The state is announced with all that follows; a countdown alone is not.
    out_.open(main ? kShape<Tag::span, "class=next|aria-live=off">
                   : kShape<Tag::span, "class=next">);
    out_.text(main ? locale::capitalised(sentence.next) : sentence.next).close();
  }
  out_.close();
}

// A place on the bar, "37.25%"; what lies outside stands at its ends.
text::String Drawer::place(int minute) const {
  const int part = (minute - bar_begin_) * 10000 / (bar_end_ - bar_begin_);
  const int within = part < 0 ? 0 : part > 10000 ? 10000 : part;
  text::String out;
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
  out_.open(OwnTag::svg_text)
      .attr(OwnAttribute::text_anchor, anchor)
      .attr(OwnAttribute::x, place(minute))
      .attr(OwnAttribute::y, "2.75em");
  out_.text(locale_.clock(minute)).close();
}

// Today from an hour before it begins to an hour after it ends, with the time that has passed
// covered. Empty without an instant, so that nothing below it jumps. Only `now` changes by the
// minute.
void Drawer::day_bar(const ReadySchedule& ready) {
  if (!ready.evaluator) return;
  out_.open(kShape<OwnTag::svg, "class=bar|part=bar">);
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
        const text::String x = place(begin);
        // Its width is the place of as many minutes behind the bar's beginning.
        bar_rect(span.state == State::open ? "span" : "span maybe", x,
                 place(bar_begin_ + end - begin));
        bar_label("start", begin);
        // Both ends have room in a span of more than a fifth of the bar.
        if ((end - begin) * 9 > (bar_end_ - bar_begin_) * 2) bar_label("end", end);
      }
      out_.open(kShape<OwnTag::svg, "class=now">).attr(OwnAttribute::x, place(wall_ - midnight));
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
  open_labelled(kShape<Tag::ul, "class=also">, "week.schedules");
  for (const ReadySchedule& ready : content_.schedules) {
    if (&ready == main || ready.office != main->office) continue;
    out_.open(Tag::li, view::key_of(ready.schedule->id));
    out_.open(Tag::details).open(Tag::summary);
    out_.leaf(kShape<Tag::strong, "">, ready.schedule->name.in(locale_.language()));
    status(ready, false);
    out_.close();
    week(ready);
    out_.close();
    out_.close();
  }
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
  out_.open(line ? kShape<Tag::section, "class=line|part=office">
                 : kShape<Tag::section, "class=card office|part=office">);
  out_.attr(OwnAttribute::aria_label, name);
  if (main != nullptr && (content_.show_status || content_.show_hours)) {
    out_.open(kShape<Tag::div, "class=top">);
    if (!line) {
      const std::string_view town = content_.site.name.in(language);
      if (town != name) out_.leaf(kShape<Tag::p, "class=org">, town);
      out_.open(heading(0)).text(name).close();
    }
    if (content_.show_status) status(*main, true);
    if (content_.show_hours) day_bar(*main);
    out_.close();
    if (content_.show_hours) {
      other_schedules(main);
      out_.open(kShape<Tag::div, "class=hours">);
      week(*main);
      coming(*main);
      out_.close();
    }
  }
  if (content_.show_contacts) contacts(*office, main);
  out_.close();
}

}  // namespace townboard::widget
