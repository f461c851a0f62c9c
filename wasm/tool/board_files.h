#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>

#include "time/instant.h"
#include "widget/board.h"

namespace townboard::tool {

// The bytes of a file; nothing when it cannot be read.
std::optional<std::string> read_bytes(const std::filesystem::path& file);

// What a board asks for, from this machine: languages, calendars and zones that the tool carries, sentences read
// by its own words, and feeds from files beside the site file. Nothing is fetched.
class BoardFiles {
 public:
  explicit BoardFiles(std::filesystem::path folder) : folder_(std::move(folder)) {}

  // Feed `id` lies in `file`, whatever address the site file gives it.
  void use(const std::string& id, std::filesystem::path file) { named_[id] = std::move(file); }

  // Supplies until the board needs nothing more. `missing` is told of each thing that was not there, in words.
  void supply(widget::Board& board, time::Instant now,
              const std::function<void(const std::string&)>& missing) const;

 private:
  struct Bytes {
    std::string text;
    std::string content_type;
  };
  std::optional<Bytes> find(const widget::Need& need) const;
  std::optional<Bytes> feed(const widget::Need& need) const;

  std::filesystem::path folder_;
  std::map<std::string, std::filesystem::path> named_;
};

}  // namespace townboard::tool
