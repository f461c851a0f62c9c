#include "tool/file_problems.h"

#include <algorithm>

#include "json/document.h"
#include "site/problems.h"
#include "tool/problem_lines.h"

namespace townboard::tool {
namespace {

unsigned hex_digit(char c) {
  return static_cast<unsigned>(c >= 'a' ? c - 'a' + 10 : c >= 'A' ? c - 'A' + 10 : c - '0');
}

// How many bytes of UTF-8 the escape at `at` stands for, and how long it is.
struct Escape {
  std::size_t length;
  std::size_t bytes;
};
Escape escape_at(std::string_view raw, std::size_t at) {
  if (at + 1 >= raw.size() || raw[at + 1] != 'u' || at + 6 > raw.size()) return {2, 1};
  unsigned code = 0;
  for (std::size_t i = at + 2; i < at + 6; ++i) code = code * 16 + hex_digit(raw[i]);
  const bool pair = code >= 0xD800 && code < 0xDC00 && at + 12 <= raw.size() && raw[at + 6] == '\\';
  if (pair) return {12, 4};
  return {6, code < 0x80 ? 1U : code < 0x800 ? 2U : 3U};
}

// Where byte `offset` of a JSON string's value stands in its source `raw`, which begins with a quotation mark.
std::size_t raw_offset(std::string_view raw, std::size_t offset) {
  std::size_t at = 1;
  for (std::size_t value = 0; value < offset && at + 1 < raw.size();) {
    if (raw[at] == '\\') {
      const Escape escape = escape_at(raw, at);
      at += escape.length;
      value += escape.bytes;
    } else {
      ++at;
      ++value;
    }
  }
  return std::min(at, raw.size());
}

// The key of the member whose value is given, with its quotation marks.
text::Span key_before(std::string_view text, text::Span value) {
  const std::size_t colon = value.begin == 0 ? std::string_view::npos : text.rfind(':', value.begin - 1);
  const std::size_t last = colon == std::string_view::npos ? colon : text.rfind('"', colon);
  std::size_t first = last == std::string_view::npos || last == 0 ? last : text.rfind('"', last - 1);
  while (first != std::string_view::npos && first > 0 && text[first - 1] == '\\') first = text.rfind('"', first - 1);
  if (first == std::string_view::npos) return value;
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(last + 1)};
}

}  // namespace

text::Span FileProblems::place_of(const text::Problem& problem) const {
  if (problem.pointer.empty()) return problem.where;
  const text::Span value = json::locate(text_, problem.pointer);
  if (problem.kind == &site::kUnknownKey) return key_before(text_, value);
  const std::string_view raw = text_.substr(value.begin, value.end - value.begin);
  if (raw.empty() || raw[0] != '"' || problem.where.end == 0) return value;
  return {static_cast<std::uint32_t>(value.begin + raw_offset(raw, problem.where.begin)),
          static_cast<std::uint32_t>(value.begin + raw_offset(raw, problem.where.end))};
}

std::string FileProblems::explain(const text::Problem& problem) const {
  return explain(problem.kind->level, message_of(*problem.kind), place_of(problem), problem.suggestion);
}

std::string FileProblems::explain(text::Level level, std::string_view message, text::Span where,
                                  std::string_view suggestion) const {
  const std::size_t begin = std::min<std::size_t>(where.begin, text_.size());
  // Of an object or a list, its first sign says where it is.
  if (begin < text_.size() && (text_[begin] == '{' || text_[begin] == '[')) where.end = where.begin + 1;
  const std::size_t line_begin = begin == 0 ? 0 : text_.rfind('\n', begin - 1) + 1;
  const auto line = static_cast<std::size_t>(std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(begin), '\n')) + 1;
  const std::size_t column = columns(text_.substr(line_begin, begin - line_begin)) + 1;
  std::string out = path_ + ':' + std::to_string(line) + ':' + std::to_string(column) + ": ";
  out += level == text::Level::error ? "error: " : "warning: ";
  out += message;
  out += '\n' + shown_line(text_, where);
  if (!suggestion.empty()) out += "  write: " + std::string(suggestion) + '\n';
  return out;
}

}  // namespace townboard::tool
