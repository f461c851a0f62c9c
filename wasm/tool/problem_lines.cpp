#include "tool/problem_lines.h"

#include <algorithm>

#include "text/utf8.h"
#include "tool/embedded.h"

namespace townboard::tool {
namespace {

const nlohmann::json& messages() {
  static const nlohmann::json all = nlohmann::json::parse(embedded("problems.json"));
  return all;
}

// How many columns UTF-8 text takes, at one a character.
std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

}  // namespace

std::string message_of(const text::ProblemKind& kind) {
  const std::string code(kind.code);
  return messages().value(code, code);
}

nlohmann::ordered_json problems_json(const text::Problems& problems) {
  auto all = nlohmann::ordered_json::array();
  for (const text::Problem& problem : problems) {
    nlohmann::ordered_json one;
    one["code"] = std::string(problem.kind->code);
    one["level"] = problem.is_error() ? "error" : "warning";
    one["begin"] = problem.where.begin;
    one["end"] = problem.where.end;
    one["message"] = message_of(*problem.kind);
    one["suggestion"] = problem.suggestion;
    if (!problem.pointer.empty()) one["pointer"] = problem.pointer;
    all.push_back(one);
  }
  return all;
}

std::string explain(const text::Problem& problem, std::string_view text) {
  std::string out = problem.is_error() ? "error: " : "warning: ";
  out += message_of(*problem.kind);
  if (!problem.pointer.empty()) out += " (" + problem.pointer + ")";
  out += '\n';
  const std::size_t begin = std::min<std::size_t>(problem.where.begin, text.size());
  const std::size_t end = std::clamp<std::size_t>(problem.where.end, begin, text.size());
  const std::size_t line_begin = begin == 0 ? 0 : text.rfind('\n', begin - 1) + 1;
  const std::size_t line_end = std::min(text.find('\n', begin), text.size());
  out += "  ";
  out += text.substr(line_begin, line_end - line_begin);
  out += "\n  " + std::string(columns(text.substr(line_begin, begin - line_begin)), ' ');
  const std::size_t wide = columns(text.substr(begin, std::min(end, line_end) - begin));
  out += std::string(std::max<std::size_t>(wide, 1), '^') + '\n';
  if (!problem.suggestion.empty()) out += "  write: " + problem.suggestion + '\n';
  return out;
}

}  // namespace townboard::tool
