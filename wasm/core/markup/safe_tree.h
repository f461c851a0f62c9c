#pragma once

#include <cstdint>
#include "text/string.h"
#include <string_view>
#include "text/list.h"

#include "markup/tags.h"

namespace townboard::markup {

// HTML from outside, as far as it is harmless: a flat tree in document order.
//
// nodes()[i] is followed by its descendants, `size` nodes in all with itself, so its next sibling is
// at i + size. Texts and attribute values lie in one pool. Never two texts side by side, never an empty
// text, never nested links, rows always inside a section of their table.
class SafeTree {
 public:
  struct Node {
    Tag tag;
    bool plain;  // a text without & < >
    std::uint16_t attribute_count;  // first of them at `attribute`
    std::uint32_t attribute;
    std::uint32_t size;  // nodes in this subtree, at least 1
    std::uint32_t text;  // offset and bytes in the pool; texts only
    std::uint32_t text_size;
  };
  struct AttributeValue {
    Attribute name;
    std::uint32_t text;
    std::uint32_t text_size;
  };

  bool empty() const { return nodes_.empty(); }
  const text::List<Node>& nodes() const { return nodes_; }
  const text::List<AttributeValue>& attributes() const { return attributes_; }
  // Views live as long as the tree is not changed.
  std::string_view text_of(const Node& node) const {
    return std::string_view(pool_).substr(node.text, node.text_size);
  }
  std::string_view value_of(const AttributeValue& value) const {
    return std::string_view(pool_).substr(value.text, value.text_size);
  }

 private:
  friend class SafeTreeBuilder;
  text::List<Node> nodes_;
  text::List<AttributeValue> attributes_;
  text::String pool_;
};

// How to read HTML from a feed.
struct HtmlOptions {
  std::string_view base_url = {};   // links are resolved against it; empty: relative links are dropped
  int heading_level = 1;            // h1 becomes this level (1..6), deeper ones follow, none past h6
  bool upgrade_images = false;      // http images become https (on https pages browsers block them)
};

// Reads HTML as browsers would, as far as a safe tree can hold it; never fails.
// Bounded: depth 100, 20,000 nodes, 1 MiB of text; what is more is left out.
SafeTree read_html(std::string_view html, const HtmlOptions& options = {});
// The same for what is known to be valid UTF-8.
SafeTree read_valid_html(std::string_view html, const HtmlOptions& options = {});

// Appends the tree as HTML; reading it again gives the same tree.
void print_html(text::String& out, const SafeTree& tree);
text::String print_html(const SafeTree& tree);

// The texts alone, one blank or line break where blocks meet.
text::String print_text(const SafeTree& tree);

}  // namespace townboard::markup
