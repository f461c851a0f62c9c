#pragma once

#include "hours/hours.h"
#include "text/problem.h"
#include "time/civil.h"

namespace townboard::hours {

// Whether a rule can never hold again from `today` on, since its years or its dates with years are over.
bool is_past(const Rule& rule, time::Day today);

// Whether the rule holds "from a year on" that is over, which need not be said any more.
bool began_long_ago(const Rule& rule, time::Day today);

// A warning for the value, at `where`, when one of its rules is past: somebody forgot to take it out. Reading itself
// knows no clock.
void report_past(const Hours& hours, time::Day today, text::Span where, text::Problems& problems);

}  // namespace townboard::hours
