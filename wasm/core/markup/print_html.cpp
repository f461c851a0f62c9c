#include "markup/byte_class.h"
#include "markup/safe_tree.h"
#include "text/cursor.h"

namespace townboard::markup {
namespace {

void append_escaped(text::String& out, std::string_view text, bool attribute) {
  for (std::size_t at = 0;;) {
    const std::size_t end = end_of_run(text, at, attribute ? kMarkupByte | kQuoteByte : kMarkupByte);
    out += text.substr(at, end - at);
    if (end == text.size()) return;
    const char c = text[end];
    out += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : "&quot;";
    at = end + 1;
  }
}

// All three at once: most of what is printed are such short pieces.
void append_around(text::String& out, std::string_view before, std::string_view name, std::string_view behind) {
  char* to = out.extend(before.size() + name.size() + behind.size());
  for (const std::string_view piece : {before, name, behind}) {
    for (const char c : piece) *to++ = c;
  }
}

// Calls `enter` before a node and `leave` behind its last descendant, without recursion.
template <class Enter, class Leave>
void walk(const SafeTree& tree, Enter enter, Leave leave) {
  struct Open {
    Tag tag;
    std::size_t end;
  };
  text::List<Open> open;
  const auto& nodes = tree.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    while (!open.empty() && open.back().end <= i) {
      leave(open.back().tag);
      open.pop_back();
    }
    enter(nodes[i]);
    if (nodes[i].tag != Tag::text) open.push_back({nodes[i].tag, i + nodes[i].size});
  }
  for (; !open.empty(); open.pop_back()) leave(open.back().tag);
}

// Blanks beside each other become one, and none begins a line.
void append_folded(text::String& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = end_of_run(text, at, kBlankByte | kSpaceByte);
    out += text.substr(at, end - at);
    at = end;
    if (at < text.size() && !out.empty() && out.back() != ' ' && out.back() != '\n') out += ' ';
  }
}

bool breaks_line(Tag tag) {
  switch (tag) {
    case Tag::br: case Tag::p: case Tag::div: case Tag::li: case Tag::tr: case Tag::blockquote:
    case Tag::h1: case Tag::h2: case Tag::h3: case Tag::h4: case Tag::h5: case Tag::h6:
    case Tag::ul: case Tag::ol: case Tag::dl: case Tag::dt: case Tag::dd: case Tag::pre:
    case Tag::hr: case Tag::section: case Tag::article: case Tag::table: case Tag::figure:
    case Tag::figcaption: return true;
    default: return false;
  }
}

}  // namespace

void print_html(text::String& out, const SafeTree& tree) {
  walk(
      tree,
      [&](const SafeTree::Node& node) {
        if (node.tag == Tag::text) {
          if (node.plain) {
            out += tree.text_of(node);
          } else {
            append_escaped(out, tree.text_of(node), false);
          }
          return;
        }
        append_around(out, "<", name_of(node.tag), "");
        for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
          const auto& attribute = tree.attributes()[node.attribute + i];
          append_around(out, " ", name_of(attribute.name), "=\"");
          append_escaped(out, tree.value_of(attribute), true);
          out += '"';
        }
        out += '>';
        // Browsers take the first line break behind <pre> away.
        if (node.tag == Tag::pre) out += '\n';
      },
      [&](Tag tag) {
        if (!is_void(tag)) append_around(out, "</", name_of(tag), ">");
      });
}

text::String print_html(const SafeTree& tree) {
  text::String out;
  print_html(out, tree);
  return out;
}

text::String print_text(const SafeTree& tree) {
  text::String out;
  const auto new_line = [&] {
    while (!out.empty() && out.back() == ' ') out.pop_back();
    if (!out.empty() && out.back() != '\n') out += '\n';
  };
  walk(
      tree,
      [&](const SafeTree::Node& node) {
        if (breaks_line(node.tag)) new_line();
        if (node.tag != Tag::text) return;
        append_folded(out, tree.text_of(node));
      },
      [&](Tag tag) {
        if (breaks_line(tag)) new_line();
      });
  while (!out.empty() && text::is_blank(out.back())) out.pop_back();
  return out;
}

}  // namespace townboard::markup
