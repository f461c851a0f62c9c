#include "tool/published_site.h"

#include <algorithm>
#include <charconv>
#include <iostream>
#include <nlohmann/json.hpp>

#include "feed/feed.h"
#include "json/document.h"
#include "site/site.h"
#include "tool/board_files.h"
#include "tool/decode.h"
#include "tool/file_problems.h"
#include "tool/phrase_words.h"
#include "tool/tzdata.h"
#include "widget/board.h"

namespace townboard::tool {
namespace {

using text::Span;

struct Change {
  Span where;
  std::string now;
};

// A file's name as a URL's path has it. Rule: RFC 3986, section 2.1.
std::string file_name_of(std::string_view url) {
  std::string name;
  for (std::size_t i = 0; i < url.size() && url[i] != '?' && url[i] != '#'; ++i) {
    unsigned byte = 0;
    const bool encoded = url[i] == '%' && i + 2 < url.size() &&
                         std::from_chars(&url[i + 1], &url[i + 1] + 2, byte, 16).ptr == &url[i + 1] + 2;
    name += encoded ? static_cast<char>(byte) : url[i];
    if (encoded) i += 2;
  }
  return name;
}

class Publisher {
 public:
  Publisher(const std::filesystem::path& path, const std::string& text)
      : path_(path), text_(text), lines_(path.string(), text) {}

  std::optional<PublishedSite> run() {
    const json::Document document(text_);
    object(document.problems());
    if (!document.ok()) return std::nullopt;
    text::Problems problems;
    site_ = site::read_site(document.root(), problems);
    object(problems);
    for (const site::Office& office : site_.offices) {
      for (const site::Schedule& schedule : office.schedules) {
        if (schedule.is_sentence) rewrite(office, schedule);
      }
    }
    if (document.root()["zoneRule"].string().empty()) add_rule();
    if (!sound_) return std::nullopt;
    apply_changes();
    name_data();
    for (const site::Feed& feed : site_.feeds) add_feed(feed);
    return std::move(published_);
  }

 private:
  // Warnings are for `townboard check`.
  void object(const text::Problems& problems) {
    for (const text::Problem& problem : problems) {
      if (!problem.is_error()) continue;
      sound_ = false;
      std::cerr << lines_.explain(problem);
    }
  }

  void rewrite(const site::Office& office, const site::Schedule& schedule) {
    const phrase::Reading reading = read_sentence(site_, schedule);
    object(reading.problems);
    if (!reading.ok) {
      sound_ = false;
      return;
    }
    const std::string hours = reading.hours;
    changes_.push_back({json::locate(text_, schedule.pointer), nlohmann::json(hours).dump()});
    published_.read.push_back(std::string(office.id) + "/" + std::string(schedule.id) + ": " + hours);
  }

  void add_rule() {
    if (site_.time_zone.empty()) return;
    const Span zone = json::locate(text_, "/timeZone");
    const auto rule = posix_rule_of(site_.time_zone);
    if (!rule) {
      sound_ = false;
      std::cerr << lines_.explain(text::Level::error, "this machine's tables have no rule for a zone of this name", zone);
      return;
    }
    changes_.push_back({{zone.end, zone.end}, ", \"zoneRule\": " + nlohmann::json(*rule).dump()});
  }

  void apply_changes() {
    std::sort(changes_.begin(), changes_.end(),
              [](const Change& a, const Change& b) { return a.where.begin > b.where.begin; });
    published_.json = text_;
    for (const Change& change : changes_) {
      published_.json.replace(change.where.begin, change.where.end - change.where.begin, change.now);
    }
  }

  // The board knows best what it needs, in each of the site's languages.
  void name_data() {
    for (const std::string_view language : site_.languages) {
      widget::Board board;
      board.set_option("language", language);
      board.set_site(published_.json);
      for (const widget::Need& need : board.needs()) {
        const bool words = need.kind == widget::Need::Kind::locale;
        if (!words && need.kind != widget::Need::Kind::calendar) continue;
        const std::string name = (words ? "data/locales/" : "data/calendars/") + std::string(need.name) + ".json";
        if (std::find(published_.data.begin(), published_.data.end(), name) == published_.data.end()) {
          published_.data.push_back(name);
        }
      }
    }
  }

  void add_feed(const site::Feed& feed) {
    if (!add_file(feed.url)) return;
    const std::string bytes = read_bytes(path_.parent_path() / published_.files.back()).value_or("");
    const feed::Reading reading = feed::read_feed(decoded(bytes, feed::encoding_of(bytes, {})), {.url = feed.url});
    for (const feed::Article& article : reading.feed.articles) {
      add_file(article.image);
      for (const markup::SafeTree& tree : {article.summary(), article.content()}) {
        for (const auto& attribute : tree.attributes()) {
          if (attribute.name == markup::Attribute::src) add_file(tree.value_of(attribute));
        }
      }
    }
  }

  // Whether the address is that of a file beside the site file or below.
  bool add_file(std::string_view url) {
    const std::filesystem::path name = std::filesystem::path(file_name_of(url)).lexically_normal();
    if (name.empty() || url.find("//") != std::string_view::npos || name.is_absolute() || *name.begin() == "..") return false;
    if (!std::filesystem::is_regular_file(path_.parent_path() / name)) return false;
    published_.files.push_back(name);
    return true;
  }

  const std::filesystem::path& path_;
  const std::string& text_;
  FileProblems lines_;
  site::Site site_;
  std::vector<Change> changes_;
  PublishedSite published_;
  bool sound_ = true;
};

}  // namespace

std::optional<PublishedSite> published_site(const std::filesystem::path& path, const std::string& text) {
  return Publisher(path, text).run();
}

}  // namespace townboard::tool
