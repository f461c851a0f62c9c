#pragma once

#include <cstdint>
#include <string_view>

#include "text/list.h"
#include "text/string.h"

namespace townboard::widget {

// The words of all articles as they are searched: small letters without marks, folded once when the
// articles come, one behind the other.
class FoldedTexts {
 public:
  void add(std::string_view title, std::string_view lead);
  // Of the article that was added as number `index`; lives until the next is added.
  std::string_view of(std::uint32_t index) const;

 private:
  text::String pool_;
  text::List<std::uint32_t> ends_;
};

// What is looked for; "ёлка", "Елка" and "ЕЛКА" are the same. At most 255 bytes of it count.
// Rule: Horspool, "Practical fast searching in strings", Software: Practice and Experience 10
// (1980).
class Needle {
 public:
  explicit Needle(std::string_view words);
  // Whether it stands anywhere in a folded text; an empty one does.
  bool is_in(std::string_view text) const;

 private:
  text::String text_;
  std::uint8_t skip_[256];  // bytes to go on by, by the text's byte under the needle's last
};

// Articles that fit, by their numbers; how many, and the first of them.
struct Found {
  std::uint32_t count = 0;
  text::List<std::uint32_t> first;
};

}  // namespace townboard::widget
