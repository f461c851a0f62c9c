#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catch.h"
#include "text/utf8.h"
#include "view/ops.h"

// A page as web/ops.js makes it of the core's operations, so that a test can say what a drawing comes to. Strict:
// an operation that a browser would not take is a failed check.
class Page {
 public:
  struct Node {
    std::uint8_t tag = 0;  // 0: a text, or the root
    std::string text;
    std::vector<std::pair<std::uint8_t, std::string>> attributes;
    std::vector<std::shared_ptr<Node>> children;
    Node* parent = nullptr;
  };

  Page() : root_(std::make_shared<Node>()) { nodes_[0] = root_; }

  // Reads a batch to its end and forgets nothing.
  void apply(const townboard::view::OpWriter& ops) {
    bytes_ = ops.bytes();
    texts_ = ops.strings();
    while (!bytes_.empty()) step();
    CHECK(texts_.empty());
    CHECK(path_.empty());
  }

  // What the page shows, as HTML.
  std::string html() const { return inside(*root_); }
  // How often an element was moved or made, since the page began.
  int made() const { return made_; }
  int moved() const { return moved_; }
  const std::shared_ptr<Node>& node(std::uint32_t id) { return nodes_[id]; }

 private:
  using Op = townboard::view::Op;

  std::uint32_t number() {
    std::uint32_t value = 0;
    for (int shift = 0;; shift += 7) {
      REQUIRE(!bytes_.empty());
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      value |= static_cast<std::uint32_t>(byte & 127) << shift;
      if (byte < 128) return value;
    }
  }

  // The next text, whose length is counted in UTF-16 units.
  std::string text() {
    const std::uint32_t units = number();
    std::size_t size = 0;
    while (townboard::text::utf16_length(texts_.substr(0, size)) < units) {
      size += townboard::text::decode_utf8(texts_, size).length;
      REQUIRE(size <= texts_.size());
    }
    std::string out(texts_.substr(0, size));
    texts_.remove_prefix(size);
    return out;
  }

  static void detach(Node& node) {
    if (node.parent == nullptr) return;
    auto& list = node.parent->children;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i].get() != &node) continue;
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
      break;
    }
    node.parent = nullptr;
  }

  static void put(const std::shared_ptr<Node>& node, Node& parent, const Node* before) {
    detach(*node);
    std::size_t at = 0;
    while (at < parent.children.size() && parent.children[at].get() != before) ++at;
    CHECK((before == nullptr || at < parent.children.size()));
    parent.children.insert(parent.children.begin() + static_cast<std::ptrdiff_t>(at), node);
    node->parent = &parent;
  }

  void step() {
    const Op op = static_cast<Op>(number());
    switch (op) {
      case Op::end: FAIL("an end inside a batch"); break;
      case Op::create: create(); break;
      case Op::close:
        REQUIRE(!path_.empty());
        current_ = path_.back();
        path_.pop_back();
        break;
      case Op::text: add_text(text()); break;
      case Op::content:
        clear();
        add_text(text());
        break;
      case Op::attribute: {
        const auto name = static_cast<std::uint8_t>(number());
        drop(name);
        current_->attributes.emplace_back(name, text());
        break;
      }
      case Op::drop: CHECK(drop(static_cast<std::uint8_t>(number()))); break;
      case Op::select: current_ = known(number()).get(); break;
      case Op::insert: {
        const std::shared_ptr<Node> node = known(number());
        const std::uint32_t before = number();
        moved_ += node->parent != nullptr;
        put(node, *current_, before == 0 ? nullptr : known(before).get());
        break;
      }
      case Op::remove: detach(*known(number())); break;
      case Op::clear: clear(); break;
    }
  }

  void create() {
    const std::uint32_t id = number();
    const auto node = std::make_shared<Node>();
    node->tag = static_cast<std::uint8_t>(number());
    if (!path_.empty()) put(node, *current_, nullptr);
    path_.push_back(current_);
    nodes_[id] = node;
    current_ = node.get();
    ++made_;
  }

  const std::shared_ptr<Node>& known(std::uint32_t id) {
    REQUIRE(nodes_.count(id) == 1);
    return nodes_[id];
  }

  void add_text(std::string words) {
    const auto node = std::make_shared<Node>();
    node->text = std::move(words);
    put(node, *current_, nullptr);
  }

  void clear() {
    for (const auto& child : current_->children) child->parent = nullptr;
    current_->children.clear();
  }

  bool drop(std::uint8_t name) {
    auto& list = current_->attributes;
    for (std::size_t i = 0; i < list.size(); ++i) {
      if (list[i].first != name) continue;
      list.erase(list.begin() + static_cast<std::ptrdiff_t>(i));
      return true;
    }
    return false;
  }

  static std::string inside(const Node& node) {
    std::string out = node.text;
    for (const auto& child : node.children) out += child->tag == 0 ? child->text : outside(*child);
    return out;
  }

  // Attributes by name, since a change puts one last.
  static std::string outside(const Node& node) {
    const std::map<std::uint8_t, std::string> sorted(node.attributes.begin(), node.attributes.end());
    std::string out = "<" + std::to_string(node.tag);
    for (const auto& [name, value] : sorted) out += " " + std::to_string(name) + "=" + value;
    return out + ">" + inside(node) + "</>";
  }

  std::shared_ptr<Node> root_;
  std::map<std::uint32_t, std::shared_ptr<Node>> nodes_;
  std::vector<Node*> path_;
  Node* current_ = root_.get();
  std::string_view bytes_, texts_;
  int made_ = 0, moved_ = 0;
};
