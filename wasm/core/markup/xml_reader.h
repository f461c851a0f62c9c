#pragma once

#include <cstdint>
#include "text/string.h"
#include <string_view>

namespace townboard::markup {

// One piece of XML. Views are into the text that is read.
struct XmlEvent {
  enum class Kind : std::uint8_t { end_of_input, start, end, text, cdata };
  Kind kind = Kind::end_of_input;
  std::string_view name;        // of start and end, with its prefix
  std::string_view attributes;  // raw, of start
  std::string_view text;        // raw of text, content of cdata
  bool self_closing = false;
  std::size_t begin = 0;  // offset of the piece in the text
};

// Cuts XML into pieces, forward and tolerantly: whatever is no markup is text, nothing is an error, and
// every byte belongs to some piece. Comments, processing instructions and declarations are skipped; the
// declaration of a document type is kept for `internal_subset`.
class XmlReader {
 public:
  explicit XmlReader(std::string_view text) : text_(text) {}

  XmlEvent next();
  std::size_t offset() const { return at_; }
  void seek(std::size_t offset) { at_ = offset; }  // forward, or back to the last event
  std::string_view internal_subset() const { return subset_; }

 private:
  // Where the sign is next, unless it is known that there is none.
  std::size_t find(std::string_view sign, std::size_t from, bool& none) const;
  // Reads on to behind it; false: there is none.
  bool pass(std::string_view sign, std::size_t from, bool& none);
  bool skip_declaration();
  XmlEvent tag();

  std::string_view text_;
  std::string_view subset_;
  std::size_t at_ = 0;
  // What was looked for in vain is not looked for again: reading stays linear.
  bool no_more_comments_ = false;
  bool no_more_signs_ = false;
  bool no_more_quotes_ = false;
  bool no_more_apostrophes_ = false;
};

// Steps through raw attributes; false behind the last one. Values are raw too.
bool next_attribute(std::string_view& attributes, std::string_view& name, std::string_view& value);

// The value of attribute `name` as it is written; the view is into `attributes`.
std::string_view raw_attribute(std::string_view attributes, std::string_view name);

// The value of attribute `name` (case does not count), unescaped; "" when it is not there.
text::String attribute_of(std::string_view attributes, std::string_view name);

}  // namespace townboard::markup
