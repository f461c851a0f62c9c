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

constexpr std::size_t kMaxColumns = 120;
constexpr std::size_t kColumnsBefore = 40;  // of what stands before the bytes at fault in a long line

bool begins_character(char c) { return (c & 0xC0) != 0x80; }

// Where the character that is `count` ones behind the one at `at` begins.
std::size_t forward(std::string_view text, std::size_t at, std::size_t count) {
  while (count > 0 && at < text.size()) {
    ++at;
    if (at == text.size() || begins_character(text[at])) --count;
  }
  return at;
}

std::size_t backward(std::string_view text, std::size_t at, std::size_t count) {
  while (count > 0 && at > 0) {
    --at;
    if (begins_character(text[at])) --count;
  }
  return at;
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

std::size_t columns(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string shown_line(std::string_view text, text::Span where) {
  std::size_t begin = std::min<std::size_t>(where.begin, text.size());
  const std::size_t line_begin = begin == 0 ? 0 : text.rfind('\n', begin - 1) + 1;
  std::string_view line = text.substr(line_begin, text.find('\n', begin) - line_begin);
  std::size_t end = std::clamp<std::size_t>(where.end, begin, line_begin + line.size()) - line_begin;
  begin -= line_begin;
  std::string before, behind;
  if (columns(line) > kMaxColumns) {
    const std::size_t from = backward(line, begin, kColumnsBefore);
    const std::size_t to = forward(line, from, kMaxColumns);
    if (from > 0) before = "…";
    if (to < line.size()) behind = "…";
    line = line.substr(from, to - from);
    begin -= from;
    end = std::min(end - from, line.size());
  }
  std::string shown(line);
  if (!shown.empty() && shown.back() == '\r') shown.pop_back();
  std::replace(shown.begin(), shown.end(), '\t', ' ');
  const std::size_t indent = columns(before) + columns(line.substr(0, begin));
  const std::size_t wide = columns(line.substr(begin, end - begin));
  return "  " + before + shown + behind + "\n  " + std::string(indent, ' ') +
         std::string(std::max<std::size_t>(wide, 1), '^') + '\n';
}

std::string explain(const text::Problem& problem, std::string_view text) {
  std::string out = problem.is_error() ? "error: " : "warning: ";
  out += message_of(*problem.kind);
  if (!problem.pointer.empty()) out += " (" + problem.pointer + ")";
  out += '\n';
  out += shown_line(text, problem.where);
  if (!problem.suggestion.empty()) out += "  write: " + problem.suggestion + '\n';
  return out;
}

}  // namespace townboard::tool
