// A document that JavaScript has parsed already.
#include <cstring>

#include "json/tree_writer.h"

namespace townboard::json {
namespace {

class Unpacker {
 public:
  Unpacker(std::string_view bytes, TreeWriter& writer) : bytes_(bytes), writer_(writer) {}

  // One whole value; false when the bytes are cut off or no packed value.
  bool read() {
    std::uint32_t open = 0;
    std::uint8_t containers[Document::kMaxDepth];
    do {
      if (at_ >= bytes_.size()) return false;
      const char kind = bytes_[at_++];
      if (kind == ']' || kind == '}') {
        if (open == 0 || containers[open - 1] != static_cast<std::uint8_t>(kind)) return false;
        --open;
        writer_.close();
        continue;
      }
      if (kind == 'k') {
        if (open == 0) return false;
        writer_.set_key(text());
        continue;
      }
      if (!value(kind)) return false;
      if (kind == '[' || kind == '{') containers[open++] = kind == '[' ? ']' : '}';
    } while (open > 0);
    return at_ == bytes_.size();
  }

 private:
  bool value(char kind) {
    switch (kind) {
      case '[': return writer_.open(Type::array);
      case '{': return writer_.open(Type::object);
      case 'n': return writer_.add(Type::null);
      case 't': case 'f':
        if (!writer_.add(Type::boolean)) return false;
        writer_.set_boolean(kind == 't');
        return true;
      case 's':
        if (!writer_.add(Type::string)) return false;
        writer_.set_string(text());
        return true;
      case 'd': {
        double number = 0;
        if (bytes_.size() - at_ < sizeof number || !writer_.add(Type::number)) return false;
        std::memcpy(&number, bytes_.data() + at_, sizeof number);
        at_ += sizeof number;
        writer_.set_number(number);
        return true;
      }
      default: return false;
    }
  }

  std::string_view text() {
    std::uint32_t size = 0;
    if (bytes_.size() - at_ < sizeof size) {
      at_ = bytes_.size();
      return {};
    }
    std::memcpy(&size, bytes_.data() + at_, sizeof size);
    const std::string_view found = bytes_.substr(at_ + sizeof size, size);
    at_ += sizeof size + found.size();
    return found;
  }

  std::string_view bytes_;
  TreeWriter& writer_;
  std::size_t at_ = 0;
};

}  // namespace

Document::Document(Packed packed) {
  TreeWriter writer(*this);
  if (packed.bytes.size() > kMaxBytes || !Unpacker(packed.bytes, writer).read()) {
    if (ok()) writer.fail(kJsonSyntax, 0);
    nodes_.clear();
  }
}

}  // namespace townboard::json
