// What changes or adds to days said elsewhere.
#include "phrase/gatherer.h"

namespace townboard::phrase {

void Gatherer::step_until() {
  const Element element = now();
  if (!pending_) return refuse(kTimes, element.where);
  add(Meaning::until, element.where).minute = element.minute;
}

void Gatherer::give_last_days() {
  Group* without = nullptr;
  for (Group& group : out_.groups) {
    if (group.meaning == Meaning::open && !group.named && without == nullptr) {
      without = &group;
    } else {
      return refuse(kNoTimes, pending_where_);
    }
  }
  if (without == nullptr) return refuse(kNoTimes, pending_where_);
  without->days = days_;
  without->named = true;
}

void Gatherer::step_except() {
  const text::Span where = now().where;
  ++at_;
  if (now().what != What::days) return refuse(kCondition, where);
  if (!pending_ && (is_hours(next().what) || next().what == What::until)) return;
  Group* last = pending_ || out_.groups.empty() ? nullptr : &out_.groups.back();
  if (!pending_ && (last == nullptr || last->meaning != Meaning::open)) return refuse(kCondition, where);
  Days without = now().days;
  Days& from = pending_ ? days_ : last->days;
  if (last != nullptr && !last->named && without.weekdays != 0) {
    from.weekdays = 0x7F;
    last->named = true;
  }
  const bool inside = (without.weekdays & ~from.weekdays) == 0 && !without.has_nth() && !without.eves &&
                      !without.last_work_day;
  if (!inside || without.weekdays == from.weekdays) return refuse(kCondition, where);
  from.weekdays = static_cast<std::uint8_t>(from.weekdays & ~without.weekdays);
  from.listed_count = 255;
  without.weekdays = 0;
  if (without.any()) {
    Group closed;
    closed.meaning = Meaning::closed;
    closed.days = without;
    closed.named = true;
    closed.season = season_;
    closed.where = now().where;
    exceptions_.push_back(std::move(closed));
  }
  ++at_;
}

void Gatherer::step_other_days() {
  const text::Span where = now().where;
  ++at_;
  bool named = !out_.groups.empty();
  for (const Group& group : out_.groups) named = named && group.named;
  if (now().what != What::closed || !named || pending_) return refuse(kNoMeaning, where);
  ++at_;
}

void Gatherer::step_exception() {
  const Element& days = next(1);
  const Element& hours = next(2);
  Group group;
  group.meaning = hours.what == What::until ? Meaning::until : Meaning::replaced;
  group.days = days.days;
  group.named = true;
  group.spans = hours.spans;
  group.minute = hours.minute;
  group.alone = hours.alone;
  group.season = season_;
  group.where = {days.where.begin, days.where.end};
  out_.groups.push_back(std::move(group));
  at_ += 3;
}

void Gatherer::step_appointment() {
  const Element& element = now();
  if (pending_) {
    add(Meaning::appointment, element.where);
  } else if (out_.groups.empty()) {
    if (next().what == What::done) {
      add(Meaning::appointment, element.where);
    } else {
      refuse(kAppointment, element.where);
    }
  } else if (next(1).what == What::days && !is_hours(next(2).what) && next(2).what != What::closed) {
    const text::Span where = element.where;
    ++at_;
    days_ = now().days;
    pending_where_ = now().where;
    pending_ = true;
    add(Meaning::appointment, where);
  } else if (element.joined || element.fresh) {
    out_.appointment = element.where;
  } else {
    refuse(kAppointment, element.where);
  }
}

void Gatherer::step_half() {
  const bool beside = is_hours(next().what) || (before() != nullptr && is_hours(before()->what)) ||
                      next().what == What::days || next().what == What::also;
  if (!beside) refuse(kHalfDay, now().where);
}

void Gatherer::step_no_days_off() {
  if (pending_ || (!out_.groups.empty() && out_.groups.back().named)) return;
  Days every;
  every.weekdays = 0x7F;
  if (!out_.groups.empty()) {
    out_.groups.back().days = every;
    out_.groups.back().named = true;
    return;
  }
  days_ = every;
  pending_ = true;
  pending_where_ = now().where;
}

}  // namespace townboard::phrase
