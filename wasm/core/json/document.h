#pragma once

#include <cstdint>
#include "text/string.h"
#include <string_view>
#include "text/list.h"

#include "text/localized.h"
#include "text/problem.h"

namespace townboard::json {

enum class Type : std::uint8_t { missing, null, boolean, number, string, array, object };

class Document;

// One value inside a document, or `missing`. A cheap handle: it lives as long as the document.
// Asking a value for what it is not gives the empty answer, never a failure, so that a reader can
// walk without checks and object where it cares.
class Value {
 public:
  Value() = default;

  Type type() const;
  bool is(Type type_) const { return type() == type_; }
  explicit operator bool() const { return document_ != nullptr; }  // false: missing

  std::string_view string() const;      // "" unless a string; UTF-8, always valid
  double number(double otherwise = 0) const;
  int integer(int otherwise = 0) const;  // whole numbers of an int only, else `otherwise`
  bool boolean(bool otherwise = false) const;

  // The member called `key`; of two equal keys the last. Missing when there is none.
  Value operator[](std::string_view key) const;

  // Walks the members of an object or the elements of an array:
  // for (Value v = list.first(); v; v = v.next()) …
  Value first() const;
  Value next() const;
  std::string_view key() const;  // of an object's member, else ""
  std::uint32_t size() const;    // number of members or elements

  // Where this value stands, e.g. "/offices/0/hours". Rule: RFC 6901.
  text::String pointer() const;

  // A string, or an object of language tags: {"be": "…", "en": "…"}. Anything else is empty.
  text::Localized localized() const;

 private:
  friend class Document;
  friend class TreeWriter;
  Value(const Document* document, std::uint32_t node) : document_(document), node_(node) {}

  const Document* document_ = nullptr;
  std::uint32_t node_ = 0;
};

// A JSON text that was read. At most kMaxBytes long, kMaxDepth deep and of kMaxNodes values;
// what is more is refused with a problem.
class Document {
 public:
  static constexpr std::uint32_t kMaxBytes = 64u << 20;
  static constexpr std::uint32_t kMaxDepth = 64;
  static constexpr std::uint32_t kMaxNodes = 2'000'000;

  // Reads RFC 8259 JSON; a BOM is skipped. On failure root() is missing and problem() says where.
  explicit Document(std::string_view text);

  // Reads what web/pack.js makes of a value: n, t, f, d + 8 bytes, s + size + UTF-8, [ … ], { k + size + UTF-8 … }; sizes
  // are four bytes, all little-endian. For modules too small to carry a parser beside JavaScript's own.
  struct Packed {
    std::string_view bytes;
  };
  explicit Document(Packed packed);

  // Values point at their document.
  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  bool ok() const { return problems_.empty(); }
  Value root() const { return ok() ? Value(this, 0) : Value(); }
  const text::Problems& problems() const { return problems_; }

 private:
  friend class Value;
  friend class TreeWriter;
  struct Node {
    Type type = Type::null;
    std::uint32_t parent = 0;
    std::uint32_t next = 0;   // 0: the last of its siblings
    std::uint32_t child = 0;  // first child; for a boolean its value
    std::uint32_t size = 0;   // children, or bytes of the string
    std::uint32_t text = 0;   // offset of a string in text_
    std::uint32_t key = 0;    // offset and size of the key in text_
    std::uint32_t key_size = 0;
    double number = 0;
  };
  text::List<Node> nodes_;
  text::String text_;  // all strings and keys, one after the other
  text::Problems problems_;
};

// Offset of the value at `pointer` in the JSON text that a document was read from, and of the key
// before it: what a message with a line and a caret needs. The whole text when there is none.
text::Span locate(std::string_view json_text, std::string_view pointer);

}  // namespace townboard::json
