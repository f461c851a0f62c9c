#pragma once

#include "phrase/elements.h"

namespace townboard::phrase {

// Walks the elements and gathers groups: which times belong to which days. Days wait (`pending`) for what is said of
// them. groups.cpp has the days and times, breaks.cpp breaks and closed days, exceptions.cpp what changes other days.
struct Gatherer : Elements {
  // Fills `groups`, `pauses` and `appointment`.
  void gather();

 private:
  Piece& next(unsigned ahead = 1);
  [[gnu::noinline]] Sense what(unsigned ahead) { return next(ahead).sense; }
  [[gnu::noinline]] Where here() { return next(0).where; }
  // A time alone, or "from 9".
  bool is_moment(unsigned ahead) { return next(ahead).spans.at[0].end == kOpenEnd && next(ahead).spans.size < 2; }
  Sense what_before() { return what(-1U); }
  Piece& add(Meaning meaning, Where where);
  void step();
  void step_season();
  void step_days();
  void wait_for(Days days, Where where);
  void step_spans();
  // "13.00-14.00 lunch": the name stands behind, and no times follow it.
  bool takes_break_name();
  static bool is_half(Sense what) { return is_any(what, senses(Sense::morning, Sense::afternoon)); }
  // "Tuesday Thursday Friday | 9-11 10-12 14-16": as many days as times which cannot all be of each day.
  bool spread(const Ranges& from, Where where);
  // Adds one to `list`, which becomes a copy of `of`, but for the season and the place among groups.
  Piece& copy_to(Pieces& list, const Piece& of, Meaning meaning);
  void step_closed();
  void add_pause(const Piece& spans_of, Days days);
  Days take_pending();
  bool is_last_open() { return latest->meaning == Meaning::open; }
  [[gnu::noinline]] void pass_element() { ++place; }
  // "lunch 13.00-14.00", "break on Monday - Friday: 13.00-13.15".
  void step_pause();
  // "Friday until 16.00".
  void step_until();
  // "9-18, break 13-14, Mo-Fr": days at the very end are for the only times, if these have none.
  void give_last_days();
  // "every day except Sunday": before the times and behind them. "Mo-Fr 9-18, except Friday 9-16" is an exception
  // with hours of its own.
  void step_except();
  // "Sa 9-13, other days 8-20", "other working days": those that were not named. With hours they must not be all of the
  // weekend.
  void step_other_days();
  // Days and times that were in parentheses.
  void step_exception();
  // "The working day begins at 9.00, ends: Monday to Thursday at 18.00, Friday at 16.45".
  void step_moment();
  // "and by appointment", "other times by appointment" are beside all hours; "Saturday by appointment" has no hours; "by
  // appointment: Tu 14-18", "Tu 14-18 by appointment" are hours in which one needs it: of the only group, or the one
  // before in parentheses, or of all where a line of its own says "by appointment only".
  void step_appointment();
  // Morning and afternoon beside times say nothing new; without times they cannot be read.
  void step_half();
  void step_no_days_off();
  // A name of something says nothing before all days and times, behind all of them ("Mo-Fr 9-17 for the public") and
  // between days that nothing else names and their hours or "closed" ("on Saturday the library is open 10-15", "the
  // office is closed on holidays"); nor behind hours, where the next line begins with such days. Elsewhere it may begin another schedule ("Office Mo-Fr 9-17. Cash desk Tu 10-12").
  void step_label();
};

}  // namespace townboard::phrase
