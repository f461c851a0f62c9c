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

Register::Register(const Command& command) { registry().push_back(command); }

std::vector<Command> commands() {
  std::vector<Command> sorted = registry();
  std::sort(sorted.begin(), sorted.end(),
            [](const Command& a, const Command& b) { return a.name < b.name; });
  return sorted;
}

}  // namespace townboard::tool
