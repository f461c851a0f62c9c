#pragma once

#include <cstdint>
#include "text/string.h"
#include <string_view>
#include "text/list.h"

namespace townboard::feed {

// What an element belongs to, as far as feeds use it.
enum class Space : std::uint8_t { core, content, dublin_core, media, itunes, xhtml, other };

// The prefixes that hold at a place of a feed. A declaration holds until its element ends; where end tags are missing,
// until one of the same name comes. Rule: Namespaces in XML 1.0, section 6.
class XmlNames {
 public:
  // At a start tag and at an end tag, with the name as it is written.
  void enter(std::string_view element, std::string_view attributes);
  void leave(std::string_view element);
  // Of "media:thumbnail" and the like; an undeclared prefix means what it means everywhere.
  Space space_of(std::string_view name) const;

 private:
  struct Prefix {
    text::String name;
    Space space;
  };
  struct Scope {
    text::String element;
    std::uint32_t nested = 0;   // elements of the same name open inside
    std::size_t prefixes = 0;   // how many were known before
  };
  void declare(std::string_view attributes);

  text::List<Prefix> prefixes_;  // later ones go before earlier ones
  text::List<Scope> scopes_;
};

// "thumbnail" of "media:thumbnail".
std::string_view local_name(std::string_view name);

}  // namespace townboard::feed
