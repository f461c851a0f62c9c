#include "phrase/groups.h"

#include <utility>

#include "phrase/gatherer.h"
#include "phrase/parentheses.h"

namespace townboard::phrase {

namespace {

constexpr std::int16_t kDay = 24 * 60;

}  // namespace

Groups Gatherer::gather() {
  settle_parentheses(elements_, problems_);
  turn_round(elements_);
  for (at_ = 0; now().what != What::done;) step();
  if (pending_) give_last_days();
  for (const Group& group : exceptions_) out_.groups.push_back(group);
  return std::move(out_);
}

Group& Gatherer::add(Meaning meaning, text::Span where) {
  Group group;
  group.meaning = meaning;
  group.season = season_;
  group.where = where;
  group.named = pending_;
  group.weekly = weekly_;
  group.also = also_;
  group.no_pause = no_pause_;
  if (pending_) {
    group.days = days_;
    group.where.begin = pending_where_.begin < where.begin ? pending_where_.begin : where.begin;
  }
  pending_ = also_ = no_pause_ = false;
  days_ = {};
  return out_.groups.push_back(group);
}

void Gatherer::step() {
  const Element& element = now();
  switch (element.what) {
    case What::days: return step_days();
    case What::spans: return step_spans();
    case What::all_day: {
      const text::Span where = element.where;
      add(Meaning::open, where).spans = {{0, kDay}};
      break;
    }
    case What::closed: return step_closed();
    case What::pause: return step_pause();
    case What::no_pause:
      if (pending_ || out_.groups.empty()) {
        no_pause_ = true;
      } else {
        out_.groups.back().no_pause = true;
      }
      break;
    case What::until: step_until(); break;
    case What::moment: refuse(kTimes, element.where); break;
    case What::season:
      if (pending_) refuse(kNoTimes, pending_where_);
      season_ = element.season;
      break;
    case What::also: also_ = true; break;
    case What::except: return step_except();
    case What::other_days: return step_other_days();
    case What::weekly: weekly_ = true; break;
    case What::start: return step_start();
    case What::finish: refuse(kTimes, element.where); break;
    case What::shorter:
      if (!pending_ || !days_.eves) refuse(kNoMeaning, element.where);
      add(Meaning::shorter, element.where);
      break;
    case What::appointment: step_appointment(); break;
    case What::morning: case What::afternoon: step_half(); break;
    case What::no_days_off: step_no_days_off(); break;
    case What::label: step_label(); break;
    case What::open: return step_exception();
    default: break;
  }
  ++at_;
}

void Gatherer::step_days() {
  if (pending_) {
    // "Saturday" and "Sunday" on two lines before one "closed".
    merge(days_, now().days);
    pending_where_.end = now().where.end;
  } else {
    days_ = now().days;
    pending_where_ = now().where;
    pending_ = true;
  }
  ++at_;
}

void Gatherer::merge(Days& into, const Days& from) {
  into.weekdays = static_cast<std::uint8_t>(into.weekdays | from.weekdays);
  for (std::size_t i = 0; i < 7; ++i) into.nth[i] = static_cast<std::uint8_t>(into.nth[i] | from.nth[i]);
  into.holidays = into.holidays || from.holidays;
  into.school_holidays = into.school_holidays || from.school_holidays;
  into.eves = into.eves || from.eves;
  into.last_work_day = into.last_work_day || from.last_work_day;
  into.listed_count = 255;
}

void Gatherer::step_spans() {
  const Element element = now();
  ++at_;
  if (takes_break_name()) return add_pause(element.spans, element.where, {});
  Ranges own, inner;
  const bool continues = !pending_ && !out_.groups.empty() && out_.groups.back().meaning == Meaning::open &&
                         out_.groups.back().season == season_;
  if (continues) own = out_.groups.back().spans;
  const std::size_t known = own.size();
  for (const Range& span : element.spans) {
    if (!(is_inside(span, own) ? inner : own).push_back(span)) refuse(kTimes, element.where);
  }
  if (!inner.empty()) add_pause(std::move(inner), element.where, {});
  if (own.size() == known) return;
  if (continues && !also_) {
    out_.groups.back().spans = std::move(own);
    out_.groups.back().where.end = element.where.end;
    return;
  }
  if (spread(own, element.where)) return;
  Group& group = add(Meaning::open, element.where);
  for (std::size_t i = known; i < own.size(); ++i) group.spans.push_back(own[i]);
}

bool Gatherer::spread(const Ranges& spans, text::Span where) {
  if (!pending_ || days_.listed_count != spans.size() || spans.size() < 2 || days_.has_nth()) return false;
  bool ascending = true;
  for (std::size_t i = 1; i < spans.size(); ++i) {
    ascending = ascending && (spans[i - 1].end == kOpenEnd || spans[i].begin >= spans[i - 1].end);
  }
  if (ascending) return false;
  const Days all = days_;
  for (std::size_t i = 0; i < spans.size(); ++i) {
    pending_ = true;
    Group& group = add(Meaning::open, where);
    group.days.weekdays = static_cast<std::uint8_t>(1 << all.listed[i]);
    group.spans = {spans[i]};
  }
  return true;
}

void Gatherer::step_start() {
  const text::Span where = now().where;
  std::size_t place = at_ + 1;
  const auto time_of = [&](const Element& element, std::int16_t& minute) {
    if (element.what == What::moment || element.what == What::until) {
      minute = element.minute;
      return true;
    }
    const bool open_ended = element.what == What::spans && element.spans.size() == 1 && element.spans[0].end == kOpenEnd;
    if (open_ended) minute = element.spans[0].begin;
    return open_ended;
  };
  std::int16_t begin = 0, end = 0;
  const bool first = time_of(elements_[place], begin);
  place += first ? 1 : 0;
  const bool finish = elements_[place].what == What::finish;
  place += finish ? 1 : 0;
  const bool second = first && finish && time_of(elements_[place], end);
  at_ = second ? place + 1 : at_ + 1;
  if (!second || end <= begin) return refuse(kTimes, where);
  add(Meaning::open, where).spans = {{begin, end}};
}

void Gatherer::step_label() {
  bool hours_follow = false;
  for (std::size_t i = at_ + 1; i < elements_.size(); ++i) {
    const What what = elements_[i].what;
    hours_follow = hours_follow || is_hours(what) || what == What::until || what == What::moment;
  }
  const bool opens = now().fresh || now().joined ||
                     (before() != nullptr && is_hours(before()->what) && is_hours(next().what));
  if (opens && !pending_ && !out_.groups.empty() && hours_follow) {
    refuse(kSeveral, now().where);
  } else {
    text::report(problems_, kLeftOut, now().where);
  }
}

Groups groups_of(Elements elements, text::Problems& problems) {
  return Gatherer(std::move(elements), problems).gather();
}

}  // namespace townboard::phrase
