#pragma once

#include <cstdint>
#include "text/string.h"
#include <string_view>

#include "view/names.h"

namespace townboard::view {

// What web/ops.js does, one byte each, numbers behind it as LEB128. The names and their order stand once
// here and once there; a test compares them.
//
// There is a current element. Node 0 is the root that holds the board; the others get their numbers from
// `create`, and a number is used again once its node is removed. `text` arguments are UTF-16 lengths: the
// texts themselves follow each other in one string, which JavaScript decodes once.
enum class Op : std::uint8_t {
  end,
  create,     // id, tag: a new element; inside the current one when that is being created, else
              // nowhere yet. It becomes the current one.
  close,      // back to the element that the current one was created in
  text,       // text: a text node at the end of the current element
  content,    // text: the whole content of the current element, as its textContent
  attribute,  // name, text
  drop,       // name: the attribute goes
  select,     // id: becomes the current element
  insert,     // id, id of the next sibling or 0: made or moved into the current element, there
  remove,     // id: taken out of the page; it and its descendants lose their numbers
  clear,      // the current element's children go
};
inline constexpr int kOpCount = static_cast<int>(Op::clear) + 1;

// The two halves of one batch.
class OpWriter {
 public:
  void clear();
  bool empty() const { return bytes_.empty(); }

  void op(Op code) { bytes_ += static_cast<char>(code); }
  void op(Op code, std::uint32_t first);
  void op(Op code, std::uint32_t first, std::uint32_t second);
  // `text` is valid UTF-8.
  void op_text(Op code, std::string_view text);
  void op_attribute(AttributeCode name, std::string_view value);

  const text::String& bytes() const { return bytes_; }      // without the final `end`
  const text::String& strings() const { return strings_; }  // UTF-8

 private:
  void number(std::uint32_t value);
  void put(std::string_view text);

  text::String bytes_;
  text::String strings_;
};

}  // namespace townboard::view
