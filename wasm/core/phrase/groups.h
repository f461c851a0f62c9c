#pragma once

#include "phrase/elements.h"

namespace townboard::phrase {

enum class Meaning : std::uint8_t {
  open,
  closed,
  appointment,     // the times are not known; note says how to ask
  until,           // as otherwise, but closing at `minute`
  replaced,        // as otherwise, with `spans` instead of the one that they overlap
  half_closed,     // as otherwise, without the afternoon (minute 1) or the morning (minute 0)
  shorter,         // as otherwise, an hour less
};

// Days and what they have, in the order of the sentence.
struct Group {
  Meaning meaning = Meaning::open;
  Days days;
  bool named = false;     // the sentence names the days
  bool weekly = false;    // "every week", which needs days
  bool no_pause = false;
  bool also = false;      // on top of what was said before
  Ranges spans;
  std::int16_t minute = 0;
  bool alone = false;      // until: only a time, so it must be near the usual end
  Season season;
  text::Span where;
};

// A break: taken out of the days named with it or, without, out of all that it fits.
struct Pause {
  Days days;
  Ranges spans;
  std::size_t groups_before = 0;
  Season season;
  text::Span where;
};

struct Groups {
  text::List<Group> groups;
  text::List<Pause> pauses;
  text::Span appointment;  // "and by appointment" besides all hours; empty: none
};

// Brings elements together: which times belong to which days. Errors go to `problems`.
Groups groups_of(Elements elements, text::Problems& problems);

}  // namespace townboard::phrase
