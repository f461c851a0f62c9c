// Breaks and closed days.
#include "phrase/gatherer.h"

namespace townboard::phrase {

bool Gatherer::takes_break_name() {
  return what(0) == Sense::pause && !is_hours(what(1)) && what(1) != Sense::day && groups.size != 0 && !pending;
}

void Gatherer::step_closed() {
  const Where where = here();
  ++place;
  const bool waited = pending;
  if (!waited && what(0) == Sense::day) step_days();
  const Sense sense = what(0);
  const bool times = is_hours(sense) && !next(0).fresh;
  if (pending) {
    if (sense == Sense::morning || sense == Sense::afternoon) {
      add(Meaning::half_closed, here()).minute = sense == Sense::afternoon;
      ++place;
    } else if (waited && times && sense == Sense::time) {
      // "Wednesday closed 12-13": a break of that day.
      add_pause(next(0), take_pending());
      ++place;
    } else if (!waited && times && !next(0).joined) {
      refuse(Trouble::no_meaning, where);
    } else {
      add(Meaning::closed, where);
    }
  } else if (sense == Sense::time && groups.size != 0) {
    add_pause(next(0), 0);
    ++place;
  } else if (sense != Sense::pause) {  // "closed for lunch"
    refuse(Trouble::no_meaning, where);
  }
}

void Gatherer::add_pause(const Element& spans_of, Days days) {
  Group& pause = pauses.add();
  pause.days = days;
  pause.before = static_cast<std::uint16_t>(groups.size);
  pause.season = season;
  pause.where = spans_of.where;
  pause.spans.size = 0;
  for (unsigned i = 0; i < spans_of.count; ++i) {
    const Range span = spans.at[spans_of.spans + i];
    if (span.end == kOpenEnd || !pause.spans.add(span)) refuse(Trouble::pause, spans_of.where);
  }
}

void Gatherer::step_pause() {
  const Where where = here();
  do {
    ++place;
  } while (what(0) == Sense::pause || what(0) == Sense::unknown);
  if (what(0) == Sense::time) {
    // Days without their own times before the name of the break are its days.
    add_pause(next(0), take_pending());
    ++place;
  } else if (what(0) == Sense::day && what(1) == Sense::time && !pending) {
    add_pause(next(1), next(0).days);
    place += 2;
  } else {
    refuse(Trouble::pause, where);
  }
}

}  // namespace townboard::phrase
