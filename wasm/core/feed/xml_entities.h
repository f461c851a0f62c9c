#pragma once

#include "text/string.h"
#include <string_view>
#include "text/list.h"

namespace townboard::feed {

// The entities that a document type declares inside the document. External ones are never read; one that
// names another is left as it is, so that nothing grows without bounds.
class XmlEntities {
 public:
  static constexpr std::size_t kMaxEntities = 64;
  static constexpr std::size_t kMaxExpansion = 64u << 10;  // bytes in a whole feed

  void declare(std::string_view internal_subset);
  // Appends `text` with the declared entities and all character references replaced.
  void append(text::String& out, std::string_view text);

 private:
  struct Entity {
    text::String name;
    text::String value;
  };
  bool replace(text::String& out, std::string_view name);

  text::List<Entity> entities_;
  std::size_t expanded_ = 0;
};

}  // namespace townboard::feed
