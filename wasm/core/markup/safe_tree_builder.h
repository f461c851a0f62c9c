#pragma once

#include <cstdint>
#include <string_view>
#include "text/list.h"

#include "markup/safe_tree.h"

namespace townboard::markup {

// Whether there is a "javascript:" in it; no attribute may hold it.
bool names_script(std::string_view value);

// Writes a safe tree from its beginning to its end. What exceeds the bounds is left out; elements that
// were opened are always closed by `take`.
class SafeTreeBuilder {
 public:
  // `bytes`: for how much text there shall be room at once.
  explicit SafeTreeBuilder(std::size_t bytes) { tree_.pool_.reserve(bytes < kMaxText ? bytes : kMaxText); }

  static constexpr std::size_t kMaxDepth = 100;
  static constexpr std::size_t kMaxNodes = 20'000;
  static constexpr std::size_t kMaxText = 1u << 20;

  // False: too deep or too many, and the element is not there.
  bool open(Tag tag);
  void attribute(Attribute name, std::string_view value);  // of the element just opened
  // Cleaned of what no text may hold, unless it is plain, which is without any byte of kTextEndByte. `visible`: not if
  // then nothing but blanks is left.
  void text(std::string_view text, bool plain = false, bool visible = false);
  void close();

  std::size_t depth() const { return open_.size(); }
  Tag open_tag(std::size_t depth) const { return tree_.nodes_[open_[depth]].tag; }
  // Whether the last thing written inside the open element was a text.
  bool behind_text() const { return behind_text_; }

  SafeTree take();

 private:
  void append_clean(std::string_view text);

  SafeTree tree_;
  text::List<std::uint32_t> open_;
  bool behind_text_ = false;
};

}  // namespace townboard::markup
