// Finding a value's bytes again, for a message with a line and a caret. The parser does not keep
// places: only the tool and the builder ask, and rarely.
#include "json/document.h"
#include "text/cursor.h"

namespace townboard::json {
namespace {

using text::Cursor;
using text::Span;

// string = '"' *(char / "\" char) '"'
Span skip_string(Cursor& in) {
  const std::uint32_t begin = in.offset();
  in.take('"');
  while (!in.done() && !in.take('"')) in.skip(in.peek() == '\\' ? 2 : 1);
  return {begin, in.offset()};
}

// Steps over one value of whatever kind, without recursion.
Span skip_value(Cursor& in) {
  in.skip_blanks();
  const std::uint32_t begin = in.offset();
  std::uint32_t depth = 0;
  do {
    const char c = in.peek();
    if (c == '"') {
      skip_string(in);
    } else {
      if (c == '{' || c == '[') ++depth;
      if (c == '}' || c == ']') --depth;
      in.skip();
      const bool scalar = c != '{' && c != '[' && c != '}' && c != ']';
      if (scalar && depth == 0) {
        while (!in.done() && in.rest().find_first_of(" \t\r\n,]}") != 0) in.skip();
      }
    }
  } while (depth > 0 && !in.done());
  return {begin, in.offset()};
}

// The next step of a JSON pointer, unescaped, and the pointer behind it.
text::String take_step(std::string_view& pointer) {
  pointer.remove_prefix(1);
  const std::size_t end = pointer.find('/');
  std::string_view raw = pointer.substr(0, end);
  pointer = end == std::string_view::npos ? std::string_view() : pointer.substr(end);
  text::String step;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '~' && i + 1 < raw.size()) {
      step += raw[++i] == '1' ? '/' : '~';
    } else {
      step += raw[i];
    }
  }
  return step;
}

// Moves the cursor to the member or element that `step` names; false when there is none.
bool enter(Cursor& in, std::string_view step) {
  in.skip_blanks();
  const bool object = in.peek() == '{';
  if (!object && in.peek() != '[') return false;
  in.skip();
  Cursor digits(step);
  const int wanted = object ? -1 : digits.take_number(9);
  for (int index = 0; !in.done(); ++index) {
    in.skip_blanks();
    if (in.peek() == '}' || in.peek() == ']') return false;
    bool here = index == wanted;
    if (object) {
      const Span key = skip_string(in);
      here = in.between({key.begin + 1, key.end - 1}) == step;
      in.skip_blanks();
      in.take(':');
      in.skip_blanks();
    }
    if (here) return true;
    skip_value(in);
    in.skip_blanks();
    in.take(',');
  }
  return false;
}

}  // namespace

text::Span locate(std::string_view json_text, std::string_view pointer) {
  Cursor in(json_text);
  in.take("\xEF\xBB\xBF");
  while (!pointer.empty()) {
    const text::String step = take_step(pointer);
    if (!enter(in, step)) return {0, static_cast<std::uint32_t>(json_text.size())};
  }
  return skip_value(in);
}

}  // namespace townboard::json
