#include "feed/dates.h"
#include "feed/formats.h"
#include "feed/problems.h"
#include "json/document.h"
#include "text/number.h"

namespace townboard::feed {
namespace {

// A text that is no HTML, in one line without controls.
text::String line_of(json::Value value) { return plain_text(escaped(value.string())); }

// Version 1.0 has one "author", 1.1 a list.
text::String authors_of(json::Value item) {
  text::String out = line_of(item["author"]["name"]);
  for (json::Value author = item["authors"].first(); author; author = author.next()) {
    const text::String name = line_of(author["name"]);
    if (name.empty() || name == out) continue;
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

text::String id_of(json::Value id) {
  if (!id.is(json::Type::number)) return text::String(id.string());
  text::String out;
  if (id.number() > -9e15 && id.number() < 9e15) {
    text::append_number(out, static_cast<std::int64_t>(id.number()));
  }
  return out;
}

// Plain text keeps its lines.
text::String with_breaks(std::string_view html) {
  text::String out;
  for (const char c : html) {
    if (c == '\n') out += "<br>";
    out += c;
  }
  return out;
}

void read_article(Article& article, json::Value item, std::string_view base) {
  article.id = id_of(item["id"]);
  article.title = line_of(item["title"]);
  article.link = url_at(item["url"].string(), base);
  if (article.link.empty()) article.link = url_at(item["external_url"].string(), base);
  article.published = read_date(item["date_published"].string());
  article.updated = read_date(item["date_modified"].string());
  article.author = authors_of(item);
  article.image = url_at(item["image"].string(), base);
  article.raw_summary = escaped(item["summary"].string());
  article.raw_content = text::String(item["content_html"].string());
  if (article.raw_content.empty()) article.raw_content = with_breaks(escaped(item["content_text"].string()));
  article.base_url = article.link.empty() ? text::String(base) : article.link;
  for (json::Value file = item["attachments"].first(); file; file = file.next()) {
    const double size = file["size_in_bytes"].number();
    const bool known = size > 0 && size < 9e15;
    add_enclosure(article, {url_at(file["url"].string(), base), text::String(file["mime_type"].string()),
                            known ? static_cast<std::uint64_t>(size) : 0});
  }
  for (json::Value tag = item["tags"].first(); tag; tag = tag.next()) {
    add_category(article, line_of(tag));
  }
}

}  // namespace

Reading read_json_feed(const json::Document& document, std::string_view url) {
  Reading reading;
  reading.problems = document.problems();
  const json::Value root = document.root();
  if (!root) return reading;
  if (!root["items"].is(json::Type::array)) {
    text::report(reading.problems, kNotAFeed);
    return reading;
  }
  reading.ok = true;
  Feed& feed = reading.feed;
  feed.title = line_of(root["title"]);
  feed.link = url_at(root["home_page_url"].string(), url);
  feed.subtitle = line_of(root["description"]);
  feed.language = text::String(root["language"].string());
  const text::String base = url.empty() ? feed.link : text::String(url);
  for (json::Value item = root["items"].first(); item; item = item.next()) {
    if (!item.is(json::Type::object)) continue;
    if (feed.articles.size() == kMaxArticles) {
      text::report(reading.problems, kTooManyArticles);
      break;
    }
    read_article(feed.articles.add(), item, base);
  }
  return reading;
}

}  // namespace townboard::feed
