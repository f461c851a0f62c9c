#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace tests {

// The bytes of a file of the project, e.g. "data/calendars/BY.json"; none where it cannot be read.
inline std::string source_file(const std::string& path) {
  std::ifstream file(TOWNBOARD_SOURCE_DIR + ("/" + path), std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace tests
