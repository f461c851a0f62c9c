#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace townboard::feed {

// What an element belongs to, as far as feeds use it.
enum class Space : std::uint8_t { core, content, dublin_core, media, itunes, xhtml, other };

// The prefixes that a feed declares. Feeds declare them once, at the top; a later declaration of the same
// prefix replaces the earlier one.
class XmlNames {
 public:
  void declare(std::string_view attributes);
  // Of "media:thumbnail" and the like; an undeclared prefix means what it means everywhere.
  Space space_of(std::string_view name) const;

 private:
  struct Prefix {
    std::string name;
    Space space;
  };
  std::vector<Prefix> prefixes_;
};

// "thumbnail" of "media:thumbnail".
std::string_view local_name(std::string_view name);

}  // namespace townboard::feed
