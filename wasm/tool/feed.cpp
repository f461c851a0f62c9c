// townboard feed: a feed of any format and encoding as JSON Feed 1.1; with --batch, line by line for programs.
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "feed/feed.h"
#include "tool/commands.h"
#include "tool/decode.h"
#include "tool/json_fields.h"
#include "tool/problem_lines.h"

namespace townboard::tool {
namespace {

using Json = nlohmann::ordered_json;

Json instant_json(const std::optional<time::Instant>& instant) {
  if (!instant) return nullptr;
  time::Instant days = *instant / 86400;
  time::Instant second = *instant % 86400;
  if (second < 0) {
    second += 86400;
    --days;
  }
  const time::Civil date = time::civil_of(static_cast<time::Day>(days));
  const int rest = static_cast<int>(second);
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02dT%02d:%02d:%02dZ", date.year, date.month,
                date.day, rest / 3600, rest / 60 % 60, rest % 60);
  return buffer;
}

// Null instead of an empty text.
Json text_json(const std::string& text) { return text.empty() ? Json() : Json(text); }

std::optional<std::string> read_file(const std::string& path) {
  if (path == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  std::ifstream in(path, std::ios::binary);
  if (!in) return std::nullopt;
  std::string bytes;
  char block[1 << 16];
  while (in.read(block, sizeof block) || in.gcount() > 0) bytes.append(block, static_cast<std::size_t>(in.gcount()));
  return bytes;
}

std::string from_base64(const std::string& text) {
  static const std::string kDigits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = kDigits.find(c);
    if (digit == std::string::npos) continue;
    bits = (bits << 6 | static_cast<unsigned>(digit)) & 0xFFFFFF;
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>(bits >> count & 0xFF);
    }
  }
  return out;
}

feed::Reading read_bytes(const std::string& bytes, const std::string& type, const std::string& url) {
  const std::string text = decoded(bytes, feed::encoding_of(bytes, type));
  return feed::read_feed(text, {.url = url, .content_type = type});
}

Json item_json(const feed::Article& article) {
  Json enclosures = Json::array();
  for (const feed::Enclosure& enclosure : article.enclosures) {
    enclosures.push_back({{"url", enclosure.url}, {"type", enclosure.type}, {"length", enclosure.length}});
  }
  return {{"id", text_json(article.id)},
          {"title", text_json(article.title)},
          {"link", text_json(article.link)},
          {"published", instant_json(article.published)},
          {"updated", instant_json(article.updated)},
          {"author", text_json(article.author)},
          {"summary", text_json(markup::print_html(article.summary()))},
          {"content", text_json(markup::print_html(article.content()))},
          {"image", text_json(article.image)},
          {"enclosures", enclosures},
          {"categories", article.categories}};
}

Json answer_to(const Json& request) {
  const std::string base64 = text_in(request, "base64");
  const auto bytes = base64.empty() ? read_file(text_in(request, "path")) : from_base64(base64);
  const Json id = request.is_object() && request.contains("id") ? request["id"] : Json();
  if (!bytes) return {{"id", id}, {"ok", false}, {"error", "the file cannot be read"}};
  const feed::Reading reading =
      read_bytes(*bytes, text_in(request, "contentType"), text_in(request, "url"));
  Json items = Json::array();
  for (const feed::Article& article : reading.feed.articles) items.push_back(item_json(article));
  const feed::Feed& feed = reading.feed;
  return {{"id", id},
          {"ok", reading.ok},
          {"feed",
           {{"title", text_json(feed.title)},
            {"link", text_json(feed.link)},
            {"subtitle", text_json(feed.subtitle)},
            {"language", text_json(feed.language)},
            {"updated", instant_json(feed.updated)}}},
          {"items", items},
          {"problems", problems_json(reading.problems)}};
}

void print_line(const Json& json, int indent = -1) {
  std::cout << json.dump(indent, ' ', indent < 0, Json::error_handler_t::replace) << '\n';
}

int run_batch() {
  std::string line;
  while (std::getline(std::cin, line)) print_line(answer_to(Json::parse(line, nullptr, false)));
  return kDone;
}

void put(Json& object, const char* key, const Json& value) {
  if (!value.is_null() && !(value.is_array() && value.empty())) object[key] = value;
}

// Rule: JSON Feed, version 1.1, items.
Json json_feed_item(const feed::Article& article, std::size_t number) {
  const std::string fallback = article.link.empty() ? std::to_string(number) : article.link;
  Json item = {{"id", article.id.empty() ? fallback : article.id}};
  put(item, "url", text_json(article.link));
  put(item, "title", text_json(article.title));
  const std::string content = markup::print_html(article.content());
  const std::string summary = markup::print_html(article.summary());
  item["content_html"] = content.empty() ? summary : content;
  if (!content.empty()) put(item, "summary", text_json(markup::print_text(article.summary())));
  put(item, "image", text_json(article.image));
  put(item, "date_published", instant_json(article.published));
  put(item, "date_modified", instant_json(article.updated));
  if (!article.author.empty()) item["authors"] = Json::array({{{"name", article.author}}});
  put(item, "tags", article.categories);
  for (const feed::Enclosure& enclosure : article.enclosures) {
    // The format demands a media type.
    Json file = {{"url", enclosure.url},
                 {"mime_type", enclosure.type.empty() ? "application/octet-stream" : enclosure.type}};
    if (enclosure.length > 0) file["size_in_bytes"] = enclosure.length;
    item["attachments"].push_back(file);
  }
  return item;
}

int print_json_feed(const feed::Reading& reading, const std::string& url) {
  const feed::Feed& feed = reading.feed;
  Json out = {{"version", "https://jsonfeed.org/version/1.1"}, {"title", feed.title}};
  put(out, "home_page_url", text_json(feed.link));
  put(out, "feed_url", text_json(url));
  put(out, "description", text_json(feed.subtitle));
  put(out, "language", text_json(feed.language));
  out["items"] = Json::array();
  for (const feed::Article& article : feed.articles) {
    out["items"].push_back(json_feed_item(article, out["items"].size() + 1));
  }
  print_line(out, 2);
  return reading.problems.empty() ? kDone : kProblemsFound;
}

int run(const Arguments& arguments) {
  std::string file;
  std::string url;
  std::string type;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--batch") return run_batch();
    if ((argument == "--url" || argument == "--type") && i + 1 < arguments.size()) {
      (argument == "--url" ? url : type) = arguments[++i];
    } else if (file.empty() && (argument == "-" || !argument.starts_with('-'))) {
      file = argument;
    } else {
      std::cerr << "townboard feed: '" << argument << "' is not understood\n";
      return kUsageError;
    }
  }
  const auto bytes = file.empty() ? std::nullopt : read_file(file);
  if (!bytes) {
    std::cerr << "townboard feed: cannot read '" << file << "'\n";
    return kUsageError;
  }
  const feed::Reading reading = read_bytes(*bytes, type, url);
  for (const text::Problem& problem : reading.problems) {
    std::cerr << "townboard feed: " << message_of(*problem.kind) << ' ' << problem.suggestion << '\n';
  }
  return reading.ok ? print_json_feed(reading, url) : kProblemsFound;
}

const Register registered{{"feed", "FILE|- [--url URL] [--type CONTENT-TYPE] | --batch",
                           "prints a feed of any format as JSON Feed 1.1", run}};

}  // namespace
}  // namespace townboard::tool
