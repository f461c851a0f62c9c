#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace townboard::feed {

// The entities that a document type declares inside the document. External ones are never read; one that
// names another is left as it is, so that nothing grows without bounds.
class XmlEntities {
 public:
  static constexpr std::size_t kMaxEntities = 64;
  static constexpr std::size_t kMaxExpansion = 64u << 10;  // bytes in a whole feed

  void declare(std::string_view internal_subset);
  // Appends `text` with the declared entities and all character references replaced.
  void append(std::string& out, std::string_view text);

 private:
  struct Entity {
    std::string name;
    std::string value;
  };
  bool replace(std::string& out, std::string_view name);

  std::vector<Entity> entities_;
  std::size_t expanded_ = 0;
};

}  // namespace townboard::feed
