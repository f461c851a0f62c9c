#pragma once

#include <cstdint>
#include <optional>
#include "text/string.h"
#include <string_view>
#include "text/list.h"

#include "markup/safe_tree.h"
#include "text/problem.h"
#include "time/instant.h"

namespace townboard::feed {

struct Enclosure {
  text::String url;   // https, http; relative where the address of the feed is
  text::String type;  // media type or ""
  std::uint64_t length = 0;  // bytes, 0: not said
};

// One news item. Texts are plain UTF-8; HTML is kept as it came and can only leave by `summary` and
// `content`, as safe trees.
struct Article {
  text::String id;
  text::String title;
  text::String link;  // checked by markup::safe_url, or ""
  std::optional<time::Instant> published;
  std::optional<time::Instant> updated;
  text::String author;
  text::String image;  // checked URL or ""
  text::List<Enclosure> enclosures;
  text::List<text::String> categories;
  text::String source;  // name of the feed it came from, set by `merge`

  markup::SafeTree summary(const markup::HtmlOptions& options = {}) const;
  markup::SafeTree content(const markup::HtmlOptions& options = {}) const;
  bool has_content() const;
  // The first `max_characters` of the summary (else of the content) as plain text, cut at a word.
  text::String lead(std::size_t max_characters) const;

  // As they came, for the reader of this module; no one else may show them.
  text::String raw_summary;
  text::String raw_content;
  text::String base_url;  // of the links inside both
};

struct Feed {
  text::String title;
  text::String link;
  text::String subtitle;
  text::String language;  // BCP 47 or ""
  std::optional<time::Instant> updated;
  text::List<Article> articles;
};

struct Reading {
  bool ok = false;  // false: this is no feed at all; problems say why
  Feed feed;
  text::Problems problems;
};

struct ReadOptions {
  std::string_view url = {};           // where it came from: base of relative links
  std::string_view content_type = {};  // as HTTP said, with charset
};

// Which encoding the bytes are in, as a label that TextDecoder and iconv know ("utf-8",
// "windows-1251", …). Never empty. Rule: BOM, then HTTP charset, then XML declaration, then validity.
// `valid` becomes true where it was found out that they are valid UTF-8.
std::string_view encoding_of(std::string_view bytes, std::string_view content_type, bool* valid = nullptr);

// Reads RSS 0.9x/1.0/1.1/2.0, Atom 0.3/1.0 or JSON Feed 1.0/1.1 from UTF-8 text (invalid bytes are
// replaced). Recovers what it can; never fails as a whole because of one article.
Reading read_feed(std::string_view utf8_text, const ReadOptions& options = {});

// Several feeds as one list: newest first, without doubles: the same id, else the same title with the same
// link or moment; merge.cpp has the rule.
text::List<Article> merge(text::List<Feed> feeds);

}  // namespace townboard::feed
