#include <bit>

#include "phrase/gatherer.h"
#include "phrase/spans.h"

namespace townboard::phrase {
void Gatherer::gather() {
  for (place = 0; what(0) != Sense::done;) step();
  if (pending != 0) give_last_days();
  if (begins != 0) refuse(Trouble::times, here());
  for (const Piece& group : exceptions) groups.add() = group;
}

[[gnu::noinline]] Piece& Gatherer::next(unsigned ahead) {
  const std::uint32_t at = place + ahead;
  return elements.at[at < elements.size ? at : elements.size - 1];
}

[[gnu::noinline]] Piece& Gatherer::add(Meaning meaning, Where where) {
  Piece& group = copy_to(groups, none, meaning);
  latest = &group;
  group.weekly = weekly;
  group.no_pause = no_pause;
  group.also = also;
  group.note = note;
  group.where = where;
  group.days = take_pending();
  if (group.days != 0 && (pending_where & 0xFFFF) < (where & 0xFFFF)) group.where = from_to(pending_where, where);
  also = no_pause = false;
  return group;
}

[[gnu::noinline]] Piece& Gatherer::copy_to(Pieces& list, const Piece& of, Meaning meaning) {
  const auto place_of_it = static_cast<std::uint32_t>(groups.size);
  Piece& copy = list.add();
  copy = of;
  copy.meaning = meaning;
  if (copy.season == 0) copy.season = season;
  copy.before = place_of_it;
  return copy;
}

[[gnu::noinline]] Days Gatherer::take_pending() {
  const Days days = pending;
  pending = 0;
  return days;
}

[[gnu::noinline]] void Gatherer::wait_for(Days days, Where where) {
  pending = days;
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
      // "Lunch 13-14, Saturdays without lunch".
      if (pending != 0 && !is_hours(what(1))) {
        without_pause |= static_cast<unsigned>(take_pending()) & kWeek;
      } else {
        (pending != 0 || !is_set(*latest) ? no_pause : latest->no_pause) = true;
      }
      break;
    case Sense::until: step_until(); break;
    case Sense::moment: step_moment(); break;
    case Sense::season:
      step_season();
      break;
    case Sense::also: also = true; break;
    case Sense::except: return step_except();
    case Sense::other_days: return step_other_days();
    case Sense::weekly: weekly = true; break;
    case Sense::start:
      pass_element();
      if (!is_moment(0)) refuse(Trouble::times, where);
      begins = next(0).minute;
      ends = 0;
      break;
    case Sense::finish: ends = begins; begins = 0; break;
    case Sense::hour_shorter:
      if ((pending & kEves) == 0) refuse(Trouble::no_meaning, where);
      add(Meaning::shorter, where);
      break;
    case Sense::appointment: return step_appointment();
    case Sense::morning: case Sense::afternoon: return step_half();
    case Sense::no_days_off: step_no_days_off(); break;
    case Sense::unknown: step_label(); break;
    case Sense::open: step_exception(); break;
    default: break;
  }
  pass_element();
}

// Counts for what follows; alone behind the only hours, for these.
void Gatherer::step_season() {
  const Season named = next(0).season;
  const bool last = what(1) == Sense::done, behind = is_hours(what_before()) && !next(0).fresh && !next(0).joined;
  if (pending != 0 && !is_hours(what(1))) refuse(Trouble::no_times, pending_where);
  if (is_one_day(named)) return refuse(Trouble::date, here());
  const bool list = what_before() == Sense::season;
  if (list && next(0).joined && season != 0) {
    // "April and October": the same again.
    Piece& again = seasons.add();
    again.season = season;
    again.minute = static_cast<int>(named);
    return;
  }
  // "Saturday 8-15 (April to October), 8-14 (November to March)".
  const bool own = behind && (next(0).alone || next(1).fresh) && is_last_open();
  if ((own || (last && groups.size == 1)) && season == 0 && !list) {
    latest->season = named;
  } else if (last || behind || list) {
    refuse(Trouble::no_meaning, here());
  }
  // "Daily May to September 9-18, October to April 10-17": the only hours of a season are for the same days in another.
  const bool other = is_last_open() && pending == 0 && latest->season != 0 && is_hours(what(1));
  if (other && (groups.size < 2 || latest[-1].season != latest->season)) wait_for(latest->days, here());
  if (!own) season = named;
}

void Gatherer::step_days() {
  // "Saturday" and "Sunday" on two lines before one "closed". But "Day of rest: Monday. Tuesday to Sunday 10-18" are
  // two sentences, whatever the first says. And days in parentheses belong to what is before them: "daily 9-18 (Mo-Fr),
  // Sa 9-12".
  const Piece &element = next(0), &then = next(1);
  const bool more = pending != 0;
  const unsigned named = static_cast<unsigned>(element.days) & kWeek, both = static_cast<unsigned>(pending) & named;
  const bool some = both != 0 && both == named;
  const bool two = (pending & kSchoolHolidays) != 0 || what(-2U) == Sense::except || next(-1U).alone ||
                   (!some && !element.joined && element.fresh && is_hours(then.sense) && !then.fresh);
  if (more && two) refuse(Trouble::no_times, pending_where);
  Days days = element.days | pending;
  // "On working days: Tuesday to Saturday 9-18", "daily:\nMonday to Friday 8-21"; "Tuesday, Thursday, Saturday: on working
  // days 9-18" are the hours of two of them.
  if (both != 0 && named == kWorkDays) days = both;
  if (some || (both != 0 && (pending & kWeek) == kWorkDays)) days = element.days;
  wait_for(days | (more ? kRanges : 0), more ? from_to(pending_where, element.where) : element.where);
  pass_element();
}

void Gatherer::step_spans() {
  Piece& element = next(0);
  pass_element();
  const unsigned last = takes_break_name() ? element.spans.size - 1 : kMostSpans;
  const bool continues = pending == 0 && is_last_open() && latest->season == season;
  Ranges& known = (continues ? *latest : none).spans;
  Ranges own, inner;
  own.size = inner.size = 0;
  for (unsigned i = 0; i < element.spans.size; ++i) {
    const Range& span = element.spans.at[i];
    // Spans inside a longer one of the same days are its breaks, named or not: 9.30-18.00, 13.00-13.30.
    (i == last || is_break(span, known) || is_break(span, own) ? inner : own).add(span);
  }
  if (known.size + own.size > kMostSpans) refuse(Trouble::times, element.where);
  // "8-12, also 14-18", but not "except We, also 14-18".
  if (own.size != 0 && (!continues || (also && what(-3U) == Sense::day))) {
    if (!spread(own, element.where)) add(Meaning::open, element.where).spans = own;
  } else if (own.size != 0) {
    also = false;
    for (unsigned i = 0; i < own.size; ++i) known.add(own.at[i]);
    latest->where = from_to(latest->where, element.where);
  }
  element.spans = inner;
  if (inner.size != 0) add_pause(element, 0);
}

bool Gatherer::spread(const Ranges& from, Where where) {
  if (pending == 0 || (pending & ~Days{kWeek | kRanges}) != 0 || from.size < 2) return false;
  if (are_apart(from) || std::popcount(pending & kWeek) != static_cast<int>(from.size)) return false;
  const Days all = pending;
  unsigned i = 0;
  for (int day = 0; day < 7; ++day) {
    if ((all >> day & 1) == 0) continue;
    wait_for(Days{1} << day, pending_where);
    add(Meaning::open, where).spans.add(from.at[i++]);
  }
  return true;
}

void Gatherer::step_moment() {
  const int end = next(0).minute;
  if (ends == 0 || end <= ends) return refuse(Trouble::times, here());
  add(Meaning::open, here()).spans.add({ends, end});
}

void Gatherer::step_label() {
  const bool begun = is_set(*latest);
  Days named = begun ? ~Days{kEves * 2 - 1} : 0;
  for (const Piece& group : groups) {
    if (group.season == season) named |= group.days;
  }
  named &= ~Days{kRanges};
  Days days = pending;
  Sense follows = what(1);
  if (days == 0) {
    const bool begins_day = !next(0).fresh && next(1).fresh && follows == Sense::day;
    if (begins_day || follows == Sense::closed) days = next(begins_day ? 1 : 2).days;
    if (begins_day) follows = what(2);
  }
  const bool good = days != 0 ? (days & named) == 0 && is_any(follows, kHours | senses(Sense::closed, Sense::until))
                              : !begun || (follows == Sense::done && !also);
  refuse(good ? Trouble::left_out : Trouble::several, here());
}

}  // namespace townboard::phrase
