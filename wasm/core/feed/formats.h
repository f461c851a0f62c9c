#pragma once

#include "text/string.h"
#include <string_view>

#include "feed/feed.h"

namespace townboard::feed {

// Articles that a feed may have; what is more is left out with a problem.
inline constexpr std::size_t kMaxArticles = 20'000;

// Reads every format that is XML, from valid UTF-8.
Reading read_xml_feed(std::string_view text, std::string_view url);

// Rule: JSON Feed, version 1.1.
Reading read_json_feed(std::string_view text, std::string_view url);

// Unless it is there already.
void add_category(Article& article, text::String category);

// `html` as one line of plain text.
text::String plain_text(std::string_view html);

// `text` as HTML that shows it.
text::String escaped(std::string_view text);

// The address that is written, made absolute and checked as markup::safe_url says; "" when none is, though an empty
// reference would be that of `base` itself.
text::String url_at(std::string_view written, std::string_view base);

}  // namespace townboard::feed
