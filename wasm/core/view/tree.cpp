#include "view/tree.h"

namespace townboard::view {
namespace {

using markup::Tag;

bool may_stand_in(TagCode child, TagCode parent) {
  const auto is = [](TagCode code, Tag tag) { return code == TagCode(tag); };
  const bool section = is(parent, Tag::tbody) || is(parent, Tag::thead) || is(parent, Tag::tfoot);
  if (is(child, Tag::tr)) return section;
  if (is(child, Tag::td) || is(child, Tag::th)) return is(parent, Tag::tr);
  if (is(parent, Tag::table)) {
    return is(child, Tag::tbody) || is(child, Tag::thead) || is(child, Tag::tfoot) ||
           is(child, Tag::caption) || is(child, Tag::colgroup);
  }
  if (section || is(parent, Tag::tr)) return false;
  if (is(parent, Tag::p)) {
    return !(is(child, Tag::p) || is(child, Tag::div) || is(child, Tag::ul) || is(child, Tag::table));
  }
  return true;
}

}  // namespace

bool Tree::has(const Node& node, AttributeCode name) const {
  for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
    if (attributes_[node.attribute + i].name == name) return true;
  }
  return false;
}

// Rule: FNV-1a, 32 bits.
std::uint32_t key_of(std::string_view text) {
  std::uint32_t hash = 2166136261u;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash == 0 ? 1 : hash;
}

std::string_view canonical_fault(const Tree& tree) {
  const auto& nodes = tree.nodes();
  if (nodes.empty() || nodes[0].size != nodes.size()) return "not one root";
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    bool after_text = false;
    for (std::size_t child = i + 1; child < i + nodes[i].size; child += nodes[child].size) {
      const bool text = nodes[child].tag.is_text();
      if (text && nodes[child].text_size == 0) return "an empty text";
      if (text && after_text) return "two texts side by side";
      if (nodes[i].tag.is_void()) return "a child of an element that has none";
      if (!may_stand_in(nodes[child].tag, nodes[i].tag)) return "an element where it cannot stand";
      after_text = text;
    }
  }
  return {};
}

}  // namespace townboard::view
