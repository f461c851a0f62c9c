#pragma once

#include "hours/dictionary.h"

namespace townboard::tool {

// The words of data/hours/words.json, read once.
const hours::Dictionary& hours_words();

}  // namespace townboard::tool
