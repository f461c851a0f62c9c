#pragma once

#include <array>

#include "phrase/groups.h"

namespace townboard::phrase {

// What one kind of day has.
struct Slot {
  bool set = false;
  Meaning meaning = Meaning::open;  // open, closed or appointment
  Ranges spans;         // ascending, apart from each other
  bool no_pause = false;
  std::size_t group = 0;            // which group said so
  text::Span where;
};

// Places in Part::slots besides the weekdays 0..6.
enum SlotPlace : std::size_t { kHolidaySlot = 7, kSchoolSlot, kEveSlot, kAnySlot, kSlots };

// Numbered days: the second Saturday, the last working day.
struct Numbered {
  Days days;
  Slot slot;
};

// One season, or the whole year.
struct Part {
  Season season;
  std::array<Slot, kSlots> slots;
  text::ShortList<Numbered, 8> numbered;
  std::int16_t eve_minutes = 0;  // taken off the end of days before holidays
  std::int16_t eve_until = 0;    // they close at this minute; 0: not said
};

struct Week {
  text::List<Part> parts;
  text::Span appointment;
};

// Settles what each day has: exceptions, breaks, the days that times without days are for. Contradictions and what
// more than one reading would fit are errors.
Week week_of(const Groups& groups, text::Problems& problems);

// The week as OSM text. `sentence` gives the words for appointments.
text::String print_week(const Week& week, std::string_view sentence);

}  // namespace townboard::phrase
