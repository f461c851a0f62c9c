#pragma once

#include <string>
#include <string_view>

namespace townboard::tool {

// OSM hours in the words of `language` ("be", "de-AT"), or of English where there is no such language. Hours that
// cannot be read are given back as they are.
std::string in_words(std::string_view hours, std::string_view language);

}  // namespace townboard::tool
