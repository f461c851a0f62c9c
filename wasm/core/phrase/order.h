#pragma once


#include "phrase/elements.h"

namespace townboard::phrase {

inline bool is_hours(What what) { return what == What::spans || what == What::all_day; }

// Puts times that stand before their days ("9:00 to 12:00 on Saturday") behind them. Only where the whole sentence
// is written so: it begins with times, ends with days, and they alternate.
void turn_round(Elements& elements);

}  // namespace townboard::phrase
