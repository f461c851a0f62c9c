#include "view/print.h"

namespace townboard::view {
namespace {

void append_escaped(text::String& out, std::string_view text, bool attribute) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '&') {
      out += "&amp;";
    } else if (c == '"' && attribute) {
      out += "&quot;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
}

void append_start(text::String& out, const Tree& tree, const Tree::Node& node) {
  out += '<';
  out += name_of(node.tag);
  for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
    const Tree::AttributeValue& value = tree.attributes()[node.attribute + i];
    out += ' ';
    out += name_of(value.name);
    out += "=\"";
    append_escaped(out, tree.value_of(value), true);
    out += '"';
  }
  out += '>';
  if (node.tag == TagCode(markup::Tag::pre)) out += '\n';
}

void append_end(text::String& out, TagCode tag) {
  if (tag.is_void()) return;
  out += "</";
  out += name_of(tag);
  out += '>';
}

}  // namespace

text::String print_html(const Tree& tree) {
  text::String out;
  struct Open {
    TagCode tag;
    std::size_t end;
  };
  text::List<Open> open;
  const auto& nodes = tree.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (; !open.empty() && open.back().end <= i; open.pop_back()) append_end(out, open.back().tag);
    if (nodes[i].tag.is_text()) {
      append_escaped(out, tree.text_of(nodes[i]), false);
    } else {
      append_start(out, tree, nodes[i]);
      open.push_back({nodes[i].tag, i + nodes[i].size});
    }
  }
  for (; !open.empty(); open.pop_back()) append_end(out, open.back().tag);
  return out;
}

text::String print_shadow_root(const Tree& tree, std::string_view stylesheet) {
  text::String out = "<template shadowrootmode=\"open\">";
  if (!stylesheet.empty()) {
    out += "<link rel=\"stylesheet\" href=\"";
    append_escaped(out, stylesheet, true);
    out += "\">";
  }
  out += print_html(tree);
  out += "</template>";
  return out;
}

}  // namespace townboard::view
