#pragma once

#include <cstdint>
#include <string_view>
#include "text/list.h"

#include "json/document.h"
#include "json/problems.h"

namespace townboard::json {

// Turns what a reader of JSON calls out into the nodes of a document: nlohmann's own tree would cost the module twice
// the bytes.
class TreeWriter {
 public:
  explicit TreeWriter(Document& document) : document_(document) {}

  // Fills the document, or gives it the problem that ended the reading.
  void read(std::string_view text);

  // One value begins: a new node behind its siblings. False: too many.
  bool add(Type type);
  bool open(Type type);
  bool close();
  bool is_open() const { return !open_.empty(); }
  bool is_in_object() const { return document_.nodes_[open_.back().node].type == Type::object; }
  void set_key(std::string_view key);
  void set_number(double number) { document_.nodes_.back().number = number; }
  void set_boolean(bool value) { document_.nodes_.back().child = value; }
  void set_string(std::string_view text);
  void fail(const text::ProblemKind& kind, std::size_t offset);

 private:
  struct Open {
    std::uint32_t node;
    std::uint32_t last_child;  // 0: none yet
  };
  Document& document_;
  text::List<Open> open_;
  std::uint32_t key_ = 0;
  std::uint32_t key_size_ = 0;
};

}  // namespace townboard::json
