#include "tool/commands.h"

#include <algorithm>

namespace townboard::tool {
namespace {

// A function's own static: commands register before main, in no order of files.
std::vector<Command>& registry() {
  static std::vector<Command> all;
  return all;
}

}  // namespace

std::optional<FileAndOptions> file_and_options(const Arguments& arguments) {
  FileAndOptions line;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (word.rfind("--", 0) != 0) {
      if (!line.file.empty()) return std::nullopt;
      line.file = word;
    } else if (i + 1 == arguments.size()) {
      return std::nullopt;
    } else {
      line.options.emplace_back(word.substr(2), arguments[++i]);
    }
  }
  if (line.file.empty()) return std::nullopt;
  return line;
}

Register::Register(const Command& command) { registry().push_back(command); }

std::vector<Command> commands() {
  std::vector<Command> sorted = registry();
  std::sort(sorted.begin(), sorted.end(),
            [](const Command& a, const Command& b) { return a.name < b.name; });
  return sorted;
}

}  // namespace townboard::tool
