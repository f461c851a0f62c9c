#pragma once

#include "text/string.h"

#include "hours/hours.h"
#include "locale/locale.h"

namespace townboard::hours {

// The value in words: "Mon–Fri 8:30–13:00 and 14:00–17:30, closed on public holidays". What the words of a language
// cannot say (years, offsets, the nth weekday as a date) stands in the text of the OSM language instead, rule by rule;
// nothing is left out or made rounder than it is. The locale has the texts of hours (Locale::read_for_hours).
text::String describe(const Hours& hours, const locale::Locale& locale);

}  // namespace townboard::hours
