#include "view/ops.h"

#include "text/utf8.h"

namespace townboard::view {

void OpWriter::clear() {
  bytes_.clear();
  strings_.clear();
}

// LEB128, unsigned.
void OpWriter::number(std::uint32_t value) {
  for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
  bytes_ += static_cast<char>(value);
}

void OpWriter::op(Op code, std::uint32_t first) {
  op(code);
  number(first);
}

void OpWriter::op(Op code, std::uint32_t first, std::uint32_t second) {
  op(code, first);
  number(second);
}

void OpWriter::put(std::string_view text) {
  number(text::utf16_length(text));
  strings_ += text;
}

void OpWriter::op_text(Op code, std::string_view text) {
  op(code);
  put(text);
}

void OpWriter::op_attribute(AttributeCode name, std::string_view value) {
  op(Op::attribute);
  number(name.code);
  put(value);
}

}  // namespace townboard::view
