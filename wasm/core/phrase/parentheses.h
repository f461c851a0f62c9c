#pragma once


#include "phrase/elements.h"

namespace townboard::phrase {

// Settles what stands in parentheses. Notes are left out with a warning; breaks, closed days and plain times stay
// as if the signs were not there; an exception such as "(16h30 on Friday)" becomes What::open, days and What::until,
// "(14h to 16h on Wednesday)" What::open, days and What::spans. No What::close remains.
void settle_parentheses(Elements& elements, text::Problems& problems);

}  // namespace townboard::phrase
