#include "json/tree_writer.h"

namespace townboard::json {

bool TreeWriter::add(Type type) {
  text::List<Document::Node>& nodes = document_.nodes_;
  if (nodes.size() >= Document::kMaxNodes) {
    fail(kJsonTooLarge, 0);
    return false;
  }
  Document::Node node;
  node.type = type;
  const auto index = static_cast<std::uint32_t>(nodes.size());
  if (!open_.empty()) {
    Open& parent = open_.back();
    node.parent = parent.node;
    node.key = key_;
    node.key_size = key_size_;
    if (parent.last_child == 0) {
      nodes[parent.node].child = index;
    } else {
      nodes[parent.last_child].next = index;
    }
    parent.last_child = index;
    ++nodes[parent.node].size;
  }
  key_size_ = 0;
  nodes.push_back(node);
  return true;
}

bool TreeWriter::open(Type type) {
  if (open_.size() >= Document::kMaxDepth) {
    fail(kJsonTooDeep, 0);
    return false;
  }
  if (!add(type)) return false;
  open_.push_back({static_cast<std::uint32_t>(document_.nodes_.size() - 1), 0});
  return true;
}

bool TreeWriter::close() {
  open_.pop_back();
  return true;
}

void TreeWriter::set_key(std::string_view key) {
  key_ = static_cast<std::uint32_t>(document_.text_.size());
  key_size_ = static_cast<std::uint32_t>(key.size());
  document_.text_ += key;
}

void TreeWriter::set_string(std::string_view text) {
  Document::Node& node = document_.nodes_.back();
  node.text = static_cast<std::uint32_t>(document_.text_.size());
  node.size = static_cast<std::uint32_t>(text.size());
  document_.text_ += text;
}

void TreeWriter::fail(const text::ProblemKind& kind, std::size_t position) {
  // nlohmann counts the bytes it has read, so the one at fault is the last of them.
  const auto at = static_cast<std::uint32_t>(position == 0 ? 0 : position - 1);
  text::report(document_.problems_, kind, {at, at + 1});
}

}  // namespace townboard::json
