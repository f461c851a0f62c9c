// Breaks and closed days.
#include "phrase/gatherer.h"

namespace townboard::phrase {

bool Gatherer::takes_break_name() {
  return what(0) == Sense::pause && !is_any(what(1), kHours | senses(Sense::day)) && is_set(*latest) && pending == 0;
}

void Gatherer::step_closed() {
  const Where where = here();
  pass_element();
  const bool waited = pending != 0;
  if (!waited && what(0) == Sense::day) step_days();
  if (is_half(what(0))) {
    // "Monday closed in the morning, 14-17" says it twice.
    if (waited && is_hours(what(1)) && !next(1).fresh) return pass_element();
    // "Monday 8-12, closed in the afternoon".
    if (pending == 0) wait_for(latest->days, where);
  }
  const Sense sense = what(0);
  const bool times = is_hours(sense) && !next(0).fresh;
  if (pending != 0) {
    if (is_half(sense)) {
      add(Meaning::half_closed, here()).minute = sense == Sense::afternoon;
      pass_element();
    } else if (waited && times) {
      // "Wednesday closed 12-13": a break of that day.
      add_pause(next(0), take_pending());
      pass_element();
    } else if (!waited && times && !next(0).joined) {
      refuse(Trouble::no_meaning, where);
    } else if ((add(Meaning::closed, where).days & kWeek) == kWeek) {
      refuse(Trouble::no_times, where);  // "Mo-Sa (Su closed)"
    }
  } else if (sense == Sense::time) {
    add_pause(next(0), 0);
    pass_element();
  } else if (sense == Sense::season || next(-2U).sense == Sense::season) {
    // "Closed in August", "in August closed". Does what follows count for August too?
    do {
      if (what(0) == Sense::season) {
        season = next(0).season;
        pass_element();
      }
      add(Meaning::closed, where);
    } while (what(0) == Sense::season && next(0).joined);
    const bool done = next(0).fresh || what(0) == Sense::season;
    if (!done) refuse(Trouble::no_meaning, where);
    season = 0;
  } else if (sense != Sense::pause && next(-2U).sense != Sense::closed) {  // "closed for lunch", "day off: closed"
    refuse(Trouble::no_meaning, where);
  }
}

void Gatherer::add_pause(const Piece& spans_of, Days days) {
  Piece& pause = copy_to(pauses, spans_of, Meaning::none);
  pause.days = days;
  for (unsigned i = 0; i < pause.spans.size; ++i) {
    if (pause.spans.at[i].end == kOpenEnd) refuse(Trouble::pause, pause.where);
  }
}

void Gatherer::step_pause() {
  const Where where = here();
  // "9-18, 13-14 lunch", "closed 13-14 for lunch": the name of the break before it.
  if (pauses.size != 0 && pauses.last().where == next(-1U).where) return pass_element();
  do {
    pass_element();
  } while (is_any(what(0), senses(Sense::pause, Sense::unknown)));
  if (what(0) == Sense::time) {
    // Days without their own times before the name of the break are its days, unless their end is still to come.
    add_pause(next(0), begins != 0 ? 0 : take_pending());
    pass_element();
    // "Lunch 13-14 (Mo-Th)".
    if (what(0) == Sense::day && next(0).alone && next(1).fresh) {
      pauses.last().days = next(0).days;
      pass_element();
    }
  } else if (what(0) == Sense::day && what(1) == Sense::time) {
    // The head of a column: each line has its hours and then its break.
    const Ranges& spans = next(1).spans;
    if (spans.size > 1 && spans.at[1].begin < spans.at[0].end) return;
    add_pause(next(1), next(0).days);
    place += 2;
  } else {
    refuse(Trouble::pause, where);
  }
}

}  // namespace townboard::phrase
