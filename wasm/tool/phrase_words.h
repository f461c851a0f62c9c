#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "phrase/words.h"

namespace townboard::tool {

// The words of data/phrases/<language>.json with those of the languages that it names in "also"; "be-BY" is read
// as "be". Nothing when there is no such language.
std::optional<phrase::Words> phrase_words(std::string_view language);

}  // namespace townboard::tool
