#pragma once

#include "text/string.h"
#include <string_view>

#include "feed/feed.h"
#include "json/document.h"

namespace townboard::feed {

// Articles that a feed may have; what is more is left out with a problem.
inline constexpr std::size_t kMaxArticles = 20'000;

// Bytes as valid UTF-8 without a byte order mark. Borrows them; not to be copied, since `text` may point into it.
struct Utf8Text {
  explicit Utf8Text(std::string_view bytes, bool known_as_valid = false);
  Utf8Text(const Utf8Text&) = delete;
  Utf8Text& operator=(const Utf8Text&) = delete;

  bool is_json() const;  // rather than XML

  text::String repaired;  // when they were not valid
  std::string_view text;
  bool valid;
};

// Reads every format that is XML, from valid UTF-8.
Reading read_xml_feed(std::string_view text, std::string_view url);

// Rule: JSON Feed, version 1.1. A document that could not be read gives its problems.
Reading read_json_feed(const json::Document& document, std::string_view url);

// Of enclosures and of categories; further ones are left out.
inline constexpr std::size_t kMostOfArticle = 64;

// Unless it has no address.
void add_enclosure(Article& article, Enclosure file);

// Unless it is there already.
void add_category(Article& article, text::String category);

// `html` as one line of plain text.
text::String plain_text(std::string_view html);

// `text` as HTML that shows it.
text::String escaped(std::string_view text);

// The address that is written, made absolute and checked as markup::safe_url says; "" when none is.
text::String url_at(std::string_view written, std::string_view base);

}  // namespace townboard::feed
