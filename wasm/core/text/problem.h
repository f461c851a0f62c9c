#pragma once

#include <cstdint>
#include "text/string.h"
#include <string_view>
#include <utility>
#include "text/list.h"

namespace townboard::text {

// Half-open range of bytes in the text that was parsed.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend constexpr bool operator==(Span, Span) = default;
};

enum class Level : std::uint8_t {
  warning,  // understood, but better written otherwise
  error,    // not understood: this value, rule or article is left out
};

// What a parser objects to. Each module has its own constants in a `problems.h`, such as
// `inline constexpr ProblemKind kEmpty{...}` with a code and a level.
// The words for a code are in data/problems.json; parsers have none.
struct ProblemKind {
  std::string_view code;
  Level level = Level::error;
};

// One objection, with its place and, where there is a remedy, the text to write instead.
struct Problem {
  const ProblemKind* kind = nullptr;  // never null in a reported problem; lives for ever
  Span where;
  text::String suggestion = {};  // what to write for the bytes of `where`; empty: none is known
  text::String pointer = {};     // JSON pointer of the value that was read; empty outside JSON

  bool is_error() const { return kind->level == Level::error; }

  friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = text::List<Problem>;

// Adds a problem. A function of its own, since the two strings of a Problem make some 200 bytes of code where one is
// built in place.
void report(Problems& problems, const ProblemKind& kind, Span where = {}, std::string_view suggestion = {},
            std::string_view pointer = {});

}  // namespace townboard::text
