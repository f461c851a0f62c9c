#include "view/builder.h"

#include <utility>

#include "text/number.h"
#include "text/utf8.h"

namespace townboard::view {

// Copies `text` as the page will hold it: valid UTF-8 without NUL and CR.
std::uint32_t Builder::put(std::string_view text) {
  const auto begin = static_cast<std::uint32_t>(tree_.pool_.size());
  bool plain = true;
  for (const char c : text) plain = plain && c != '\0' && c != '\r' && (c & 0x80) == 0;
  if (plain) {
    tree_.pool_ += text;
    return begin;
  }
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded next = text::decode_utf8(text, i);
    i += next.length;
    if (next.character != 0 && next.character != '\r') {
      text::append_utf8(tree_.pool_, next.character);
    }
  }
  return begin;
}

Builder& Builder::open(TagCode tag, std::uint32_t key) {
  Tree::Node node;
  node.tag = tag;
  node.attribute = static_cast<std::uint32_t>(tree_.attributes_.size());
  node.key = key;
  path_.push_back(static_cast<std::uint32_t>(tree_.nodes_.size()));
  tree_.nodes_.push_back(node);
  after_text_ = false;
  return *this;
}

Builder& Builder::open(Shape shape, std::uint32_t key) {
  const char* at = shape.bytes;
  TagCode tag = markup::Tag::text;
  tag.code = static_cast<std::uint8_t>(*at++);
  open(tag, key);
  while (*at != '\0') {
    AttributeCode name = OwnAttribute::class_;
    name.code = static_cast<std::uint8_t>(*at++ - 1);
    const std::string_view value = at;
    attr(name, value);
    at += value.size() + 1;
  }
  return *this;
}

Builder& Builder::close() {
  Tree::Node& node = tree_.nodes_[path_.back()];
  node.size = static_cast<std::uint32_t>(tree_.nodes_.size()) - path_.back();
  path_.pop_back();
  after_text_ = false;
  return *this;
}

Builder& Builder::attr(AttributeCode name, std::string_view value) {
  const std::uint32_t begin = put(value);
  const auto size = static_cast<std::uint32_t>(tree_.pool_.size()) - begin;
  tree_.attributes_.push_back({name, begin, size});
  ++tree_.nodes_[path_.back()].attribute_count;
  return *this;
}

Builder& Builder::attr_number(AttributeCode name, std::int64_t value) {
  text::String text;
  text::append_number(text, value);
  return attr(name, text);
}

Builder& Builder::flag(AttributeCode name, bool on) { return on ? attr(name) : *this; }

Builder& Builder::on(std::uint32_t action, std::string_view value) {
  attr_number(OwnAttribute::data_action, action);
  return value.empty() ? *this : attr(OwnAttribute::data_value, value);
}

Builder& Builder::text(std::string_view text) {
  const std::uint32_t begin = put(text);
  const auto size = static_cast<std::uint32_t>(tree_.pool_.size()) - begin;
  if (size == 0) return *this;
  if (after_text_) {
    tree_.nodes_.back().text_size += size;
    return *this;
  }
  Tree::Node node;
  node.text = begin;
  node.text_size = size;
  tree_.nodes_.push_back(node);
  after_text_ = true;
  return *this;
}

Builder& Builder::leaf(TagCode tag, std::string_view class_name_, std::string_view text_) {
  open(tag);
  if (!class_name_.empty()) class_name(class_name_);
  text(text_);
  return close();
}

Builder& Builder::leaf(Shape shape, std::string_view text_) {
  open(shape).text(text_);
  return close();
}

Builder& Builder::embed(const markup::SafeTree& tree) {
  text::List<std::size_t> ends;
  const auto& nodes = tree.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (; !ends.empty() && ends.back() <= i; ends.pop_back()) close();
    if (nodes[i].tag == markup::Tag::text) {
      text(tree.text_of(nodes[i]));
      continue;
    }
    open(nodes[i].tag);
    for (std::uint32_t a = 0; a < nodes[i].attribute_count; ++a) {
      const auto& value = tree.attributes()[nodes[i].attribute + a];
      attr(value.name, tree.value_of(value));
    }
    ends.push_back(i + nodes[i].size);
  }
  for (; !ends.empty(); ends.pop_back()) close();
  return *this;
}

Tree Builder::finish() {
  while (!path_.empty()) close();
  Tree done = std::move(tree_);
  tree_ = {};
  return done;
}

}  // namespace townboard::view
