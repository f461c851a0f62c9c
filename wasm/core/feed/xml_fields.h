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

// The elements that mean something in some format; all else is `other`.
enum class Name : std::uint8_t {
  other, title, link, guid, id, description, summary, subtitle, tagline, abstract, content, body, fullitem, pubdate,
  published, issued, created, updated, modified, lastbuilddate, category, language, creator, author, date, subject,
  identifier, item, entry, channel, rss, feed, rdf, html, head, enclosure, image, textinput, source, contributor,
  collection, name, encoded, thumbnail, full_text,
};

// Name::thumbnail for "Media:Thumbnail".
Name name_of(std::string_view written);

Field field_of(Space space, Name name);

bool is_article(Name name);

// Elements that never stand inside the value of a field: there the value's end tag is missing.
bool ends_value(Name name);
bool ends_container(Name name);

// The bytes, when they are UTF-8; nothing when they are not, or when this is no base64.
std::optional<text::String> from_base64(std::string_view text);

// "office@town.example (Town Hall)" means the name in parentheses.
text::String author_name(const text::String& text);

}  // namespace townboard::feed
