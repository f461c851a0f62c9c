#pragma once

#include <cstdint>
#include <optional>
#include "text/string.h"
#include <string_view>

#include "feed/xml_names.h"

namespace townboard::feed {

// What an element says of a feed or an article.
enum class Field : std::uint8_t {
  none, title, link, id, summary, content, published, updated, author, category, language, image,
};

Field field_of(Space space, std::string_view name);

bool is_article(std::string_view name);

// Elements that never stand inside the value of a field: there the value's end tag is missing.
bool ends_value(std::string_view name);
bool ends_container(std::string_view name);

// "thumbnail" of "Media:Thumbnail".
text::String lower_local(std::string_view name);

// The bytes, when they are UTF-8; nothing when they are not, or when this is no base64.
std::optional<text::String> from_base64(std::string_view text);

// "office@town.example (Town Hall)" means the name in parentheses.
text::String author_name(const text::String& text);

}  // namespace townboard::feed
