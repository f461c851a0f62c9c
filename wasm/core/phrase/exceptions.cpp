// What changes or adds to days said elsewhere.
#include <bit>

#include "phrase/gatherer.h"

namespace townboard::phrase {

void Gatherer::step_until() {
  if (pending == 0) return refuse(Trouble::times, here());
  add(Meaning::until, here()).minute = next(0).minute;
}

void Gatherer::give_last_days() {
  if (groups.size != 1 || latest->days != 0) return refuse(Trouble::no_times, pending_where);
  latest->days = pending;
}

void Gatherer::step_except() {
  const Where where = here();
  pass_element();
  Piece& element = next(0);
  const bool day = element.sense == Sense::day;
  if (element.sense == Sense::season && pending == 0 && is_last_open()) {
    // "Saturday 9-12, except July and August"; of several, in parentheses behind a weekend's: a working day may have been
    // named before.
    const bool clear = groups.size == 1 || (element.alone && (latest->days & kWorkDays) == 0);
    if (!clear) refuse(Trouble::condition, where);
    element.days = latest->days;
    copy_to(exceptions, element, Meaning::closed);
    return pass_element();
  }
  // "Except Sunday 9-18", but not "except holidays: Mo-Fr 9-18".
  if (pending == 0 && !is_set(*latest) && what(1) != Sense::day) wait_for(kWeek, where);
  const bool hours = is_any(what(1), kHours | senses(Sense::until));
  if (day && pending == 0 && hours && !next(1).fresh) return;
  // "Mo-Fr 9-18, lunch 13-14, except Friday": no lunch or no hours? "In the morning 8-12, in the afternoon 16-19 except
  // Tuesday": the afternoon or the day?
  const Days without = element.days & kWeek, others = element.days & ~Days{kWeek | kRanges};
  const bool part = (latest->days & without) != 0 && is_any(what(-3U), senses(Sense::pause, Sense::afternoon));
  if (part || !day || (pending == 0 ? !is_last_open() || hours : what(1) == Sense::closed)) {
    return refuse(Trouble::condition, where);
  }
  Days& from = pending != 0 ? pending : latest->days;
  if (from == 0 && without != 0) {
    from = kWeek;
    refuse(Trouble::days_assumed, where);
  }
  if ((without & from) == 0 && !is_half(what(1))) {
    // "Monday to Friday 9-18, except days off: Saturday and Sunday".
    copy_to(exceptions, element, Meaning::closed);
    return pass_element();
  }
  if (without == (from & kWeek)) {
    return refuse(Trouble::condition, where);
  }
  if (is_half(what(1))) {
    // "Every day except Wednesday afternoon".
    // But of two days before it: the whole of the first?
    if (others != 0 || what(2) == Sense::day || std::popcount(without) > 1) return refuse(Trouble::condition, where);
    Piece& half = copy_to(exceptions, element, Meaning::half_closed);
    half.days = without;
    half.minute = what(1) == Sense::afternoon;
    from |= kRanges;
    return void(place += 2);
  }
  from = (from & ~without) | kRanges;
  if (others != 0) copy_to(exceptions, element, Meaning::closed).days = others;
  pass_element();
  // "Daily 9-18, except Tuesday - closed".
  if (what(0) == Sense::closed && !next(0).fresh && what(1) != Sense::day) pass_element();
}

void Gatherer::step_other_days() {
  const Where where = here();
  const bool otherwise = next(0).minute != 0;
  pass_element();
  if (what(0) == Sense::appointment) {
    next(0).joined = true;
    next(0).where = from_to(where, here());
    return;
  }
  Days rest = kWeek;
  if (what(0) == Sense::day) {
    rest = next(0).days;
    pass_element();
  }
  bool named = pending == 0 && is_set(*latest);
  for (const Piece& group : groups) {
    named = named && group.days != 0;
    rest &= ~group.days;
  }
  if (otherwise || !named || (rest & kWeek) == 0 || (what(0) != Sense::closed && (rest & kWeekend) == kWeekend)) {
    return refuse(Trouble::no_meaning, where);
  }
  wait_for((rest & kWeek) | kRanges, where);
}

void Gatherer::step_exception() {
  latest = &copy_to(groups, next(0), next(0).spans.size != 0 ? Meaning::replaced : Meaning::until);
}

void Gatherer::step_appointment() {
  const Where where = here();
  const bool days_follow = what(1) == Sense::day && !is_any(what(2), kHours | senses(Sense::closed));
  if (pending == 0 && is_set(*latest) && days_follow) {
    pass_element();
    wait_for(next(0).days, here());
  }
  const bool begun = is_set(*latest);
  if (pending != 0 || (!begun && what(1) == Sense::done)) {
    add(Meaning::appointment, where).note = where;
  } else if (!begun) {
    note = where;
  } else if ((next(0).joined || (next(0).fresh && next(0).minute == 0)) &&
             (next(1).fresh || !is_any(what(1), kHours | senses(Sense::day)))) {
    appointment = where;
  } else if (is_last_open() && (next(0).alone ? !next(-1U).alone
                                              : groups.size == 1 && next(1).fresh)) {
    latest->note = where;
  } else {
    refuse(Trouble::appointment, where);
  }
  pass_element();
}

void Gatherer::step_half() {
  if (what(1) == Sense::appointment) {
    next(1).joined = true;
    next(1).where = from_to(here(), next(1).where);
    return pass_element();
  }
  if (what(1) == Sense::closed && !next(1).joined && !next(1).fresh) {
    // "Afternoon closed" as "closed in the afternoon".
    next(1).sense = what(0);
    next(0).sense = Sense::closed;
    return step_closed();
  }
  const Senses follow = kHours | senses(Sense::also) | (pending == 0 ? senses(Sense::day) : 0);
  const bool beside = is_hours(what_before()) || is_any(what(1), follow);
  if (!beside) refuse(Trouble::half_day, here());
  pass_element();
}

void Gatherer::step_no_days_off() {
  if (pending != 0 || what(1) == Sense::day) return;
  if (!is_set(*latest)) return wait_for(kWeek | kRanges, here());
  if (latest->days == 0) latest->days = kWeek | kRanges;
}

}  // namespace townboard::phrase
