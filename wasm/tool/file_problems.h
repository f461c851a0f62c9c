#pragma once

#include <string>
#include <string_view>

#include "text/problem.h"

namespace townboard::tool {

// A problem with its place in a file: "site.json:23:18: error: …", the line, carets below the bytes at fault, and what
// to write instead.
class FileProblems {
 public:
  // `path` as it is to be shown; `text` must outlive this.
  FileProblems(std::string path, std::string_view text) : path_(std::move(path)), text_(text) {}

  // The problem's place: of a problem with a pointer, the bytes of `where` inside the JSON string that it points at
  // (escapes counted as they are written), else the whole value; without a pointer, `where` itself.
  text::Span place_of(const text::Problem& problem) const;

  std::string explain(const text::Problem& problem) const;
  // The same for a message that is no problem of a parser.
  std::string explain(text::Level level, std::string_view message, text::Span where, std::string_view suggestion = {}) const;

 private:
  std::string path_;
  std::string_view text_;
};

}  // namespace townboard::tool
