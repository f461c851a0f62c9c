#include "phrase/week.h"

#include "phrase/spans.h"

namespace townboard::phrase {
namespace {

constexpr unsigned kSunday = 0x40;

// The lower half of days: all but numbered ones.
unsigned plain(Days days) { return static_cast<unsigned>(days); }

bool has(unsigned days, unsigned place) { return (days >> place & 1) != 0; }

// Month and day as a number that grows from day to day.
unsigned first_of(Season season) { return (season & 0xFF) << 5 | (season >> 8 & 31); }
unsigned last_of(Season season) { return first_of(season < 1U << 24 ? season >> 16 | 31 << 8 : season >> 16); }

// Whether a day lies in a season, which may go past the end of the year.
bool is_in(unsigned day, Season season) {
  const unsigned begin = first_of(season), end = last_of(season);
  return begin <= end ? day >= begin && day <= end : day >= begin || day <= end;
}

}  // namespace

void Week::settle() {
  part_of(0);  // the year is the first, whatever is said first: later rules override
  for (Piece& group : groups) place_group(group);
  for (Part& part : parts) {
    if (is_set(part.slots[kAnySlot])) give_days(part);
  }
  for (Piece& group : groups) {
    if (group.meaning > Meaning::appointment && group.meaning != Meaning::half_closed) place_exception(group);
  }
  for (const Piece& pause : pauses) apply(pause);
  for (Piece& group : groups) {
    if (group.meaning == Meaning::half_closed) place_exception(group);
  }
  for (const Piece& more : seasons) {
    Part& again = part_of(static_cast<Season>(more.minute));
    if (again.has_hours) refuse(Trouble::contradiction, groups.at[0].where);
    again = part_of(more.season);
    again.season = static_cast<Season>(more.minute);
  }
  check_seasons();
}

[[gnu::noinline]] Part& Week::part_of(Season season_of_part) {
  for (Part& part : parts) {
    if (part.season == season_of_part) return part;
  }
  Part& part = parts.add();
  part.season = season_of_part;
  return part;
}

// -- what groups say outright --------------------------------------------------------------------------

void Week::place_group(Piece& group) {
  if (group.weekly && group.days == 0) return refuse(Trouble::which_days, group.where);
  if (group.meaning > Meaning::appointment) return;
  sort(group.spans);
  if (!are_apart(group.spans)) return refuse(Trouble::contradiction, group.where);
  // "Closed on holidays" is for all seasons.
  const bool holidays = group.meaning == Meaning::closed && (plain(group.days) & ~kRanges) == kHolidays;
  Part& part = part_of(holidays ? 0 : group.season);
  part.has_hours |= group.meaning == Meaning::open;
  if (group.days == 0) return put(part.slots[kAnySlot], group, true);
  for (unsigned place_of_slot = 0; place_of_slot < kNumberedSlot; ++place_of_slot) {
    if (!has(plain(group.days), place_of_slot)) continue;
    Piece& slot = part.slots[place_of_slot];
    // Whether the group names some, not all, of the days of a range that the earlier group of this day has: who names a
    // day alone twice contradicts.
    const unsigned earlier = plain(groups.at[slot.before].days) & (kWeek | kRanges),
                   days = (plain(group.days) & kWeek) | kRanges;
    put(slot, group, place_of_slot < 7 && (days & ~earlier) == 0 && days != earlier);
  }
  const Days days = group.days & ~Days{kWeek | kHolidays | kSchoolHolidays | kEves | kRanges};
  if (days != 0) place_numbered(part, group, days);
}

[[gnu::noinline]] void Week::put(Piece& slot, Piece& group, bool exception) {
  if (slot.meaning == Meaning::open && group.meaning == Meaning::open) {
    if (are_same(slot.spans, group.spans)) return;
    if (group.also || is_behind(group.spans, slot.spans)) {
      // Of "daily 10-12, Mo 16-17 by appointment" the first need none.
      exception = false;
      slot.no_pause = true;
      if (slot.note == group.note && join(slot.spans, group.spans)) return;
    }
    // A shorter or longer day of the same start: Mo-Fr 8-17, Fr 8-16; a later or earlier one: Tu-Su 11-19, Th 13-21. Of
    // hours of the whole week also another day that overlaps: daily 6-22, Su 8-20.
    const int begin = slot.spans.at[0].begin, own = group.spans.at[0].begin;
    const int end = slot.spans.last().end, own_end = group.spans.last().end;
    if (exception && own_end == kOpenEnd && own < slot.spans.at[0].end) {
      // "Daily 10-20, Mondays from 11".
      slot.spans.at[0].begin = own;
      return;
    }
    const bool of_week = (~plain(groups.at[slot.before].days) & kWeek) == 0 && own_end > begin;
    exception = exception && (begin == own || of_week || (own > begin) == (own_end > end));
  } else {
    exception = group.meaning == Meaning::closed && (exception || slot.meaning == Meaning::closed);
  }
  if (is_set(slot) && !exception) return refuse(Trouble::contradiction, group.where);
  slot = group;
}

void Week::place_numbered(Part& part, Piece& group, Days days) {
  Piece* const end = part.slots + kSlots;
  Piece* slot = part.slots + kNumberedSlot;
  for (; slot < end && is_set(*slot); ++slot) {
    if (numbered(slot->days & days) != 0 && !are_same(slot->spans, group.spans)) {
      refuse(Trouble::contradiction, group.where);
    }
  }
  if (slot == end) return refuse(Trouble::contradiction, group.where);
  put(*slot, group, false);
  slot->days = days;
  // "April to October 9-18, November to March 10-16. Third Monday closed": of which season?
  if (group.meaning == Meaning::closed && group.season != 0 && &group == &groups.last() && parts.size > 2) {
    refuse(Trouble::no_meaning, group.where);
  }
  for (unsigned day = 0; day < 7; ++day) {
    Piece& every_week = part.slots[day];
    if ((numbered(days) >> 6 * day & 0x3F) == 0 || !is_set(every_week) || group.meaning != Meaning::open) continue;
    if (group.also) {
      if (!join(slot->spans, every_week.spans)) refuse(Trouble::contradiction, group.where);
    } else if (every_week.meaning == Meaning::open &&
               (is_behind(group.spans, every_week.spans) || is_behind(every_week.spans, group.spans))) {
      // "Tuesday 9-12, last Tuesday of the month 14-18": also or instead?
      refuse(Trouble::contradiction, group.where);
    }
  }
}

// -- times without days --------------------------------------------------------------------------------

// Beside days that are named, times without days are for the rest: of the week where closed days are named,
// otherwise of Monday to Friday; the latter only where the exceptions make it plain: not for "10-22, Fr, Sa 10-23".
void Week::give_days(Part& part) {
  unsigned open = 0, closed = 0, changed = 0;
  for (unsigned day = 0; day < 7; ++day) {
    const Piece& slot = part.slots[day];
    if (is_set(slot)) (slot.meaning == Meaning::closed ? closed : open) |= 1U << day;
  }
  for (const Piece& group : groups) {
    if (group.meaning > Meaning::appointment && group.season == part.season) changed |= plain(group.days) & kWeek;
  }
  const bool plainly = open == 0 || has(open | changed, 4);
  open |= changed;
  Piece& hours = part.slots[kAnySlot];
  if ((open | closed) == 0) {
    // "Mo-Fr 8-17, in July 8-13": on the days of the year.
    const Part& year = part_of(0);
    const Piece said = hours;
    for (unsigned day = 0; day < 7; ++day) {
      if (year.slots[day].meaning != Meaning::open) continue;
      part.slots[day] = said;
      hours.meaning = Meaning::none;
    }
    return;
  }
  const unsigned work_days = open & kWorkDays;
  unsigned rest = 0;
  if (closed != 0) {
    // "8-15, Tu until 17, Saturdays closed" may be closed on Sunday too.
    if (open == 0 || has(open | closed, 6)) rest = kWeek & ~(open | closed);
  } else if ((work_days == 0 && open != kSunday) || (plainly && (open & ~kWorkDays) == 0)) {
    rest = kWorkDays & ~open;
  }
  if (rest == 0) return refuse(Trouble::which_days, hours.where);
  refuse(Trouble::days_assumed, hours.where);
  for (unsigned day = 0; day < 7; ++day) {
    if (has(rest, day)) part.slots[day] = hours;
  }
  basis = hours;
  hours.meaning = Meaning::none;
}

// -- exceptions ----------------------------------------------------------------------------------------

void Week::place_exception(Piece& group) {
  Part& part = part_of(group.season);
  const bool shorter = group.meaning == Meaning::shorter, half = group.meaning == Meaning::half_closed;
  if ((plain(group.days) & kEves) != 0) {
    (shorter ? part.eve_minutes : part.eve_until) = shorter ? 60 : group.minute;
  } else if (shorter || (plain(group.days) & kWeek) == 0) {
    refuse(Trouble::no_meaning, group.where);
  }
  for (unsigned day = 0; day < 7; ++day) {
    if (!has(plain(group.days), day)) continue;
    Piece& slot = part.slots[day];
    if (!is_set(slot)) slot = basis_before(part, group, slot);
    bool done = slot.meaning == Meaning::open && slot.spans.size != 0;
    if (done && half) {
      done = drop_half(slot.spans, group.minute == 1) && !slot.no_pause;
    } else if (done && group.meaning == Meaning::until) {
      const int moved = group.minute - slot.spans.last().end;
      done = !(group.alone && (moved < -180 || moved > 180)) && close_at(slot.spans, group.minute);
    } else if (done) {
      done = replace_overlapped(slot.spans, group.spans);
    }
    if (!done) refuse(half ? Trouble::half_day : Trouble::no_meaning, group.where);
  }
}

// What an exception without hours of its own changes: the hours said last before it.
Piece& Week::basis_before(Part& part, const Piece& group, Piece& unset) {
  for (const Piece* earlier = &group; earlier-- != groups.at;) {
    if (earlier->meaning != Meaning::open || earlier->season != part.season) continue;
    if (earlier->days == 0) return basis;
    for (unsigned day = 0; day < 7; ++day) {
      Piece& slot = part.slots[day];
      if (is_set(slot) && groups.at + slot.before == earlier) return slot;
    }
  }
  return unset;
}

// -- breaks --------------------------------------------------------------------------------------------

// Whether a break is for a slot: the only break is for all; of several, each is for what was said since the one
// before, or where the first day has its own, for the day before it.
bool Week::is_for(const Piece& pause, const Piece& slot) {
  unsigned first = 0;
  bool only = true;
  for (const Piece& other : pauses) {
    if (any(other.days) || other.before == pause.before || other.season != pause.season) continue;
    only = false;
    if (&other < &pause) first = other.before;
  }
  if (pauses.at[0].before == 1) first = pause.before - 1;
  return only || (slot.before >= first && slot.before < pause.before);
}

void Week::apply(const Piece& pause) {
  bool fits = false;
  for (Part& part : parts) {
    if (pause.season != 0 && pause.season != part.season) continue;
    for (unsigned i = 0; i < kSlots; ++i) {
      Piece& slot = part.slots[i];
      if (slot.meaning != Meaning::open || slot.no_pause || slot.spans.size == 0) continue;
      const bool named = any(pause.days);
      if (!named && has(without_pause, i)) continue;
      if (!(named ? i < 7 && has(plain(pause.days), i) : is_for(pause, slot))) continue;
      // "Mo-Fr 9-18, lunch 13-14, Sa 9-15" has none on Saturday; a longer one may, and so may a short day of the week.
      const bool later = !named && slot.before >= pause.before && pause.before != 0 && groups.at[pause.before - 1].days != 0;
      const bool is_short = slot.spans.last().end - slot.spans.at[0].begin < 7 * 60;
      if (later && (is_short || pause.alone) && has(kWeekend, i)) continue;
      if (!take_out(slot, pause)) continue;
      fits = true;
      if (later && (is_short || has(kWeekend, i))) refuse(Trouble::pause, pause.where);
    }
  }
  if (!fits) refuse(Trouble::pause, pause.where);
}

bool Week::take_out(Piece& slot, const Piece& pause) {
  bool fits = false;
  for (unsigned i = 0; i < pause.spans.size; ++i) {
    const Fit fit = cut_out(slot.spans, pause.spans.at[i]);
    if (fit == Fit::crosses) refuse(Trouble::pause, pause.where);
    fits = fits || fit == Fit::inside;
  }
  return fits;
}

// Where the year has hours and a season has others, the season must say something of every day; if it is only closed
// on some, the others are as in the year.
void Week::check_seasons() {
  const Part& year = part_of(0);
  for (const Part& part : parts) {
    // "April to November, October to March": whose is October?
    for (const Part& other : parts) {
      const bool clear = part.season == 0 || other.season == 0 || !part.has_hours || !other.has_hours ||
                         is_in(first_of(part.season), other.season) == is_in(last_of(part.season), other.season);
      if (!clear) return refuse(Trouble::contradiction, groups.at[0].where);
    }
    for (unsigned day = 0; day < 7; ++day) {
      const Piece& slot = year.slots[day];
      if (part.has_hours && slot.meaning == Meaning::open && !is_set(part.slots[day])) {
        return refuse(Trouble::which_days, slot.where);
      }
    }
  }
}

}  // namespace townboard::phrase
