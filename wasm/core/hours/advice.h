#pragma once

#include "hours/parse.h"
#include "text/problem.h"

namespace townboard::hours {

// Warnings for a value that is written well and perhaps does not say what was meant: a rule that replaces all before it
// or the night that runs into its day, "off" as an addition, exceptions from 24/7, rules that could be one, nothing said
// of public holidays, a point in time where a range is expected. Places are those of the rules in the text that was read.
// Rule: OSM opening_hours specification 0.7, "explain" sections; the reference's warnings.
void advise(const Reading& reading, text::Problems& problems);

}  // namespace townboard::hours
