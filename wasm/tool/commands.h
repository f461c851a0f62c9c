#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace townboard::tool {

// What follows the command's name on the command line.
using Arguments = std::vector<std::string>;

// "FILE --name value …" in any order.
struct FileAndOptions {
  std::string file;
  std::vector<std::pair<std::string, std::string>> options;  // names without their dashes
};

// Nothing when there is no file or another one, or when an option has no value.
std::optional<FileAndOptions> file_and_options(const Arguments& arguments);

// One subcommand. Each lives in wasm/tool/<name>.cpp and registers itself by one line at namespace scope:
//
//   const Register registered{{"hours", "FILE|TEXT [--at INSTANT]", "explains opening hours", run}};
//
// so that no list has to be edited.
struct Command {
  std::string_view name;
  std::string_view usage;    // what follows the name
  std::string_view summary;  // one line for --help, without a full stop
  int (*run)(const Arguments& arguments);
};

// The exit code of a command: 0 done and nothing to object to, 1 problems found in the input, 2 a command line
// that is not understood or a file that cannot be read.
inline constexpr int kDone = 0;
inline constexpr int kProblemsFound = 1;
inline constexpr int kUsageError = 2;

struct Register {
  explicit Register(const Command& command);
};

// All that have registered, by name.
std::vector<Command> commands();

}  // namespace townboard::tool
