#pragma once


#include "phrase/elements.h"

namespace townboard::phrase {

Ranges sorted(Ranges spans);
Ranges joined(const Ranges& a, const Ranges& b);

// Whether no two of them overlap, in any order. An open end reaches to the end of the day.
bool are_apart(const Ranges& spans);

// Whether all of `later` begin when `earlier` has ended.
bool is_behind(const Ranges& later, const Ranges& earlier);

// Ends the day at `minute`: earlier spans stay, the last that begins before ends there. False: none is left.
bool close_at(Ranges& spans, std::int16_t minute);

// Puts `exceptions` in the place of the spans that they overlap. False: one overlaps none or several, or may
// be a break, as it lies inside.
bool replace_overlapped(Ranges& spans, const Ranges& exceptions);

// Takes out what begins after noon, or before it. False: nothing would be left or nothing taken.
bool drop_half(Ranges& spans, bool afternoon);

enum class Fit : std::uint8_t { outside, inside, crosses };

// Takes `pause` out of the span that holds it with time on both sides. `inside` also where the pause is already a gap
// between two spans.
Fit cut_out(Ranges& spans, Range pause);

}  // namespace townboard::phrase
