#pragma once

#include "hours/context.h"
#include "hours/hours.h"

namespace townboard::hours {

// On `day` rule number `decided` holds from midnight to midnight (-1: none, closed). The next day on which that may be
// otherwise: at least the day after, at most `limit`. With `comments` a day that is closed for another reason counts.
// Never too late, often exact: this is how a search for the next change passes over months and years.
time::Day skip_same_days(const Hours& hours, const Context& context, time::Day day, int decided, bool comments,
                         time::Day limit);

}  // namespace townboard::hours
