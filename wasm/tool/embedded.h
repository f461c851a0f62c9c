#pragma once

#include <string_view>
#include <vector>

namespace townboard::tool {

// The text of a file of data/ as it was when the tool was built; "problems.json", "locales/be.json",
// "calendars/BY.json", "zones.json". Empty when there is no such file. Lives for ever.
std::string_view embedded(std::string_view path);

// The paths of all of them, in the order of their bytes.
std::vector<std::string_view> embedded_paths();

}  // namespace townboard::tool
