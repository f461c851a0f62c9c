#pragma once

#include "phrase/work.h"

namespace townboard::phrase {

void sort(Ranges& spans);
bool are_same(const Ranges& a, const Ranges& b);

// Adds `more` and sorts. False: some overlap, or there was no room.
bool join(Ranges& spans, const Ranges& more);

// Whether no two of ascending spans overlap. An open end reaches to the end of the day.
bool are_apart(const Ranges& spans);

// Whether all of `later` begin when `earlier` has ended.
bool is_behind(Ranges& later, Ranges& earlier);

// Whether `inner` is a break by its place and length: at midday, with time of one of the spans before and behind it.
bool is_break(const Range& inner, const Ranges& spans);

// Ends the day at `minute`: earlier spans stay, the last that begins before ends there. False: none is left.
bool close_at(Ranges& spans, int minute);

// Puts `exceptions` in the place of the spans that they overlap. False: one overlaps none or several, or may
// be a break, as it lies inside.
bool replace_overlapped(Ranges& spans, const Ranges& exceptions);

// Takes out what begins after noon, or before it. False: nothing would be left, or one is in both.
bool drop_half(Ranges& spans, bool afternoon);

enum class Fit : std::uint8_t { outside, inside, crosses };

// Takes `pause` out of the span that holds it with time on both sides. `inside` also where the pause is already a gap
// between two spans.
Fit cut_out(Ranges& spans, const Range& pause);

}  // namespace townboard::phrase
