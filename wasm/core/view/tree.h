#pragma once

#include <cstdint>
#include "text/string.h"
#include <string_view>
#include "text/list.h"

#include "view/names.h"

namespace townboard::view {

// What the board should look like: one root element, flat, in document order.
//
// nodes()[i] is followed by its descendants, `size` nodes in all with itself, so its next sibling is at
// i + size. Texts and attribute values lie in one pool, as valid UTF-8 without NUL and CR. Canonical, so that
// a browser that parses the printed tree gets exactly these nodes: no empty text, no two texts side by side.
//
// A text that changes between drawings is the only child of its element: the diff sets the element's content
// and never touches a text node, which a translator may have replaced.
class Tree {
 public:
  struct Node {
    TagCode tag = markup::Tag::text;
    std::uint16_t attribute_count = 0;
    std::uint32_t attribute = 0;  // index of the first one
    std::uint32_t size = 1;       // nodes in this subtree, at least 1
    std::uint32_t text = 0;       // offset in the pool; texts only
    std::uint32_t text_size = 0;  // bytes
    std::uint32_t key = 0;        // tells siblings of one tag apart; 0: by their order
  };
  struct AttributeValue {
    AttributeCode name;
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
  // Whether `node` has an attribute of that name, empty or not.
  bool has(const Node& node, AttributeCode name) const;

 private:
  friend class Builder;
  text::List<Node> nodes_;
  text::List<AttributeValue> attributes_;
  text::String pool_;
};

// A key from any text, such as an article's id; never 0.
std::uint32_t key_of(std::string_view text);

// "" when a browser parses the printed tree into exactly this one, else what stands in the way, such as
// "tr outside a table section". For tests; the board's own trees must always pass.
std::string_view canonical_fault(const Tree& tree);

}  // namespace townboard::view
