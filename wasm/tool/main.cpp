#include <algorithm>
#include <exception>
#include <iostream>
#include <string>

#include "tool/commands.h"

namespace {

using townboard::tool::Command;

void print_help(std::ostream& out) {
  out << "townboard COMMAND [ARGUMENTS]\n\n";
  for (const Command& command : townboard::tool::commands()) {
    out << "  " << command.name;
    if (!command.usage.empty()) out << ' ' << command.usage;
    out << "\n      " << command.summary << '\n';
  }
  out << "\n  --help\n  --version\n";
}

int run(int argc, char** argv) {
  const std::string name = argc > 1 ? argv[1] : "";
  if (name == "--version") {
    std::cout << "townboard " TOWNBOARD_VERSION "\n";
    return townboard::tool::kDone;
  }
  if (name == "--help" || name == "-h" || name == "help") {
    print_help(std::cout);
    return townboard::tool::kDone;
  }
  const auto all = townboard::tool::commands();
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Command& command) { return command.name == name; });
  if (found != all.end()) return found->run({argv + 2, argv + argc});
  if (!name.empty()) std::cerr << "townboard: there is no command '" << name << "'\n\n";
  print_help(std::cerr);
  return townboard::tool::kUsageError;
}

}  // namespace

int main(int argc, char** argv) {
  try {
    return run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "townboard: " << error.what() << '\n';
    return townboard::tool::kUsageError;
  }
}
