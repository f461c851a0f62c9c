// What changes or adds to days said elsewhere.
#include "phrase/gatherer.h"

namespace townboard::phrase {

void Gatherer::step_until() {
  if (!pending) return refuse(Trouble::times, here());
  add(Meaning::until, here()).minute = next(0).minute;
}

void Gatherer::give_last_days() {
  if (groups.size != 1 || groups.at[0].meaning != Meaning::open || groups.at[0].named) {
    return refuse(Trouble::no_times, pending_where);
  }
  groups.at[0].days = pending_days;
  groups.at[0].named = true;
}

void Gatherer::step_except() {
  const Where where = here();
  ++place;
  const Element& element = next(0);
  if (element.sense == Sense::day && !pending && (is_hours(what(1)) || what(1) == Sense::until)) return;
  Group* const last = pending || groups.size == 0 ? nullptr : groups.end() - 1;
  if (element.sense != Sense::day || (!pending && (last == nullptr || last->meaning != Meaning::open))) {
    return refuse(Trouble::condition, where);
  }
  const Days without = element.days & kWeek, others = element.days & ~kWeek & ~kRanges;
  Days& from = pending ? pending_days : last->days;
  if (last != nullptr && !last->named && without != 0) {
    from |= kWeek;
    last->named = true;
  }
  if ((without & ~from) != 0 || (others & ~(kHolidays | kSchoolHolidays)) != 0 || without == (from & kWeek)) {
    return refuse(Trouble::condition, where);
  }
  from = (from & ~without) | kRanges;
  if (others != 0) {
    Group& closed = exceptions.add();
    closed = {};
    closed.meaning = Meaning::closed;
    closed.days = others;
    closed.named = true;
    closed.season = season;
    closed.where = element.where;
  }
  ++place;
}

void Gatherer::step_other_days() {
  const Where where = here();
  ++place;
  bool named = groups.size != 0 && what(0) == Sense::closed && !pending;
  for (const Group& group : groups) named = named && group.named;
  if (!named) return refuse(Trouble::no_meaning, where);
  ++place;
}

void Gatherer::step_exception() {
  const Element& element = next(0);
  Group& group = groups.add();
  group = {};
  group.meaning = element.count != 0 ? Meaning::replaced : Meaning::until;
  group.days = element.days;
  group.named = true;
  group.minute = element.minute;
  group.alone = element.alone;
  group.season = season;
  group.where = element.where;
  for (unsigned i = 0; i < element.count; ++i) group.spans.add(spans.at[element.spans + i]);
}

void Gatherer::step_appointment() {
  const Where where = here();
  const bool days_follow = what(1) == Sense::day && !is_hours(what(2)) && what(2) != Sense::closed;
  if (!pending && groups.size != 0 && days_follow) {
    ++place;
    wait_for(next(0).days, here());
  }
  if (pending || (groups.size == 0 && what(1) == Sense::done)) {
    add(Meaning::appointment, where);
  } else if (groups.size != 0 && (next(0).joined || next(0).fresh)) {
    appointment = where;
  } else {
    refuse(Trouble::appointment, where);
  }
}

void Gatherer::step_half() {
  const bool beside = is_hours(what(1)) || (place != 0 && is_hours(what(-1U))) || what(1) == Sense::day ||
                      what(1) == Sense::also;
  if (!beside) refuse(Trouble::half_day, here());
}

void Gatherer::step_no_days_off() {
  Group* const last = groups.end() - 1;
  if (pending || (groups.size != 0 && last->named)) return;
  if (groups.size == 0) return wait_for(kWeek | kRanges, here());
  last->days = kWeek | kRanges;
  last->named = true;
}

}  // namespace townboard::phrase
