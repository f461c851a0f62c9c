#include "phrase/gatherer.h"
#include "phrase/spans.h"

namespace townboard::phrase {
namespace {

unsigned count_of(Days days) {
  unsigned count = 0;
  for (; days != 0; days &= days - 1) ++count;
  return count;
}

}  // namespace

void Gatherer::gather() {
  for (place = 0; what(0) != Sense::done;) step();
  if (pending) give_last_days();
  for (const Group& group : exceptions) groups.add() = group;
}

[[gnu::noinline]] Element& Gatherer::next(unsigned ahead) {
  const std::uint32_t at = place + ahead;
  return elements.at[at < elements.size ? at : elements.size - 1];
}

[[gnu::noinline]] Group& Gatherer::add(Meaning meaning, Where where) {
  Group& group = groups.add();
  group.meaning = meaning;
  group.named = pending;
  group.weekly = weekly;
  group.no_pause = no_pause;
  group.also = also;
  group.alone = false;
  group.minute = 0;
  group.where = where;
  group.season = season;
  group.days = take_pending();
  group.spans.size = 0;
  if (group.named && (pending_where & 0xFFFF) < (where & 0xFFFF)) group.where = from_to(pending_where, where);
  also = no_pause = false;
  return group;
}

Days Gatherer::take_pending() {
  const Days days = pending ? pending_days : 0;
  pending = false;
  return days;
}

void Gatherer::wait_for(Days days, Where where) {
  pending = true;
  pending_days = days;
  pending_where = where;
}

void Gatherer::step() {
  const Where where = here();
  switch (what(0)) {
    case Sense::day: return step_days();
    case Sense::time: return step_spans();
    case Sense::all_day: add(Meaning::open, where).spans.add({0, kDay}); break;
    case Sense::closed: return step_closed();
    case Sense::pause: return step_pause();
    case Sense::no_pause:
      (pending || groups.size == 0 ? no_pause : groups.end()[-1].no_pause) = true;
      break;
    case Sense::until: step_until(); break;
    case Sense::moment: case Sense::finish: refuse(Trouble::times, where); break;
    case Sense::season:
      if (pending) refuse(Trouble::no_times, pending_where);
      season = next(0).season;
      break;
    case Sense::also: also = true; break;
    case Sense::except: return step_except();
    case Sense::other_days: return step_other_days();
    case Sense::weekly: weekly = true; break;
    case Sense::start: return step_start();
    case Sense::hour_shorter:
      if (!pending || (pending_days & kEves) == 0) refuse(Trouble::no_meaning, where);
      add(Meaning::shorter, where);
      break;
    case Sense::appointment: step_appointment(); break;
    case Sense::morning: case Sense::afternoon: step_half(); break;
    case Sense::no_days_off: step_no_days_off(); break;
    case Sense::unknown: step_label(); break;
    case Sense::open: step_exception(); break;
    default: break;
  }
  ++place;
}

void Gatherer::step_days() {
  if (pending) {
    // "Saturday" and "Sunday" on two lines before one "closed".
    wait_for(pending_days | next(0).days | kRanges, from_to(pending_where, here()));
  } else {
    wait_for(next(0).days, here());
  }
  ++place;
}

void Gatherer::step_spans() {
  Element element = next(0);
  ++place;
  if (takes_break_name()) return add_pause(element, 0);
  Ranges own;
  own.size = 0;
  Group* const last = groups.end() - 1;
  const bool continues = !pending && groups.size != 0 && last->meaning == Meaning::open && last->season == season;
  if (continues) own = last->spans;
  const unsigned known = own.size;
  // Spans inside a longer one of the same days are its breaks, named or not: 9.30-18.00, 13.00-13.30.
  Element inner = element;
  inner.count = 0;
  for (unsigned i = 0; i < element.count; ++i) {
    const Range span = spans.at[element.spans + i];
    if (is_break(span, own)) {
      spans.at[inner.spans + inner.count++] = span;
    } else if (!own.add(span)) {
      refuse(Trouble::times, element.where);
    }
  }
  if (inner.count != 0) add_pause(inner, 0);
  if (own.size == known) return;
  if (continues && !also) {
    last->spans = own;
    last->where = from_to(last->where, element.where);
    return;
  }
  if (spread(own, element.where)) return;
  Group& group = add(Meaning::open, element.where);
  for (unsigned i = known; i < own.size; ++i) group.spans.add(own.at[i]);
}

bool Gatherer::spread(const Ranges& from, Where where) {
  if (!pending || (pending_days & ~kWeek) != 0 || from.size < 2) return false;
  if (are_ascending(from) || count_of(pending_days) != from.size) return false;
  const Days all = pending_days;
  unsigned i = 0;
  for (int day = 0; day < 7; ++day) {
    if ((all >> day & 1) == 0) continue;
    wait_for(Days{1} << day, pending_where);
    add(Meaning::open, where).spans.add(from.at[i++]);
  }
  return true;
}

void Gatherer::step_start() {
  const Where where = here();
  std::uint32_t at = place + 1;
  ++place;
  std::int16_t minutes[2] = {0, 0};
  for (std::int16_t& minute : minutes) {
    if (&minute != minutes && elements.at[at++].sense != Sense::finish) break;
    const Element& time = elements.at[at];
    const bool moment = time.sense == Sense::moment || time.sense == Sense::until ||
                        (time.sense == Sense::time && time.count == 1 && spans.at[time.spans].end == kOpenEnd);
    if (!moment) break;
    minute = time.minute;
    ++at;
  }
  if (minutes[1] <= minutes[0]) return refuse(Trouble::times, where);
  place = at;
  add(Meaning::open, where).spans.add({minutes[0], minutes[1]});
}

void Gatherer::step_label() {
  bool hours_follow = false;
  for (unsigned i = 1; what(i) != Sense::done; ++i) {
    hours_follow = hours_follow || is_hours(what(i)) || what(i) == Sense::until || what(i) == Sense::moment;
  }
  const bool opens = next(0).fresh || next(0).joined || (place != 0 && is_hours(what(-1U)) && is_hours(what(1)));
  refuse(opens && !pending && groups.size != 0 && hours_follow ? Trouble::several : Trouble::left_out, here());
}

}  // namespace townboard::phrase
