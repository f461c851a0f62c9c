#include "feed/xml_names.h"

#include "markup/xml_reader.h"
#include "text/cursor.h"
#include "text/utf8.h"

namespace townboard::feed {
namespace {

constexpr std::size_t kMaxPrefixes = 32;

// A part of the namespace's address that no other has, in lower case.
struct Known {
  std::string_view part;
  Space space;
};
constexpr Known kKnown[] = {
    {"/modules/content", Space::content}, {"purl.org/dc/", Space::dublin_core},
    {"news.yandex.ru", Space::content},
    {"search.yahoo.com/mrss", Space::media}, {"w3.org/2005/atom", Space::core},
    {"purl.org/atom", Space::core}, {"podcast-1.0", Space::itunes}, {"1999/xhtml", Space::xhtml},
    {"purl.org/rss/1.0/modules", Space::other}, {"purl.org/rss/1.0", Space::core},
    {"purl.org/net/rss1.1", Space::core}, {"backend.userland.com/rss", Space::core},
    {"blogs.law.harvard.edu/tech/rss", Space::core}, {"my.netscape.com", Space::core},
    {"channel.netscape.com", Space::core}};

constexpr Known kUsual[] = {{"", Space::core},           {"rss", Space::core}, {"atom", Space::core},
                            {"atom03", Space::core},     {"atom10", Space::core},
                            {"content", Space::content}, {"dc", Space::dublin_core},
                            {"dcterms", Space::dublin_core}, {"media", Space::media},
                            {"itunes", Space::itunes},   {"xhtml", Space::xhtml}};

Space space_at(std::string_view address) {
  const text::String lowered = text::lowered(address);
  for (const Known& known : kKnown) {
    if (lowered.find(known.part) != text::String::npos) return known.space;
  }
  // RSS has no namespace; whatever somebody declares as the default one is meant as RSS.
  return Space::other;
}

std::string_view prefix_of(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

}  // namespace

void XmlNames::enter(std::string_view element, std::string_view attributes) {
  if (attributes.find("xmlns") == std::string_view::npos) {
    if (!scopes_.empty() && scopes_.back().element == element) ++scopes_.back().nested;
    return;
  }
  if (scopes_.size() < kMaxPrefixes) scopes_.push_back({text::String(element), 0, prefixes_.size()});
  declare(attributes);
}

void XmlNames::leave(std::string_view element) {
  for (std::size_t i = scopes_.size(); i-- > 0;) {
    if (scopes_[i].element != element) continue;
    if (scopes_[i].nested > 0) {
      --scopes_[i].nested;
      return;
    }
    prefixes_.resize(scopes_[i].prefixes);
    scopes_.resize(i);
    return;
  }
}

void XmlNames::declare(std::string_view attributes) {
  std::string_view name;
  std::string_view value;
  while (markup::next_attribute(attributes, name, value)) {
    if (!name.starts_with("xmlns") || (name.size() > 5 && name[5] != ':')) continue;
    const std::string_view prefix = name.size() > 5 ? name.substr(6) : std::string_view();
    Space space = space_at(value);
    if (prefix.empty() && space == Space::other) space = Space::core;
    if (prefixes_.size() < kMaxPrefixes) prefixes_.push_back({text::String(prefix), space});
  }
}

Space XmlNames::space_of(std::string_view name) const {
  const std::string_view prefix = prefix_of(name);
  for (std::size_t i = prefixes_.size(); i-- > 0;) {
    if (prefixes_[i].name == prefix) return prefixes_[i].space;
  }
  for (const Known& usual : kUsual) {
    if (text::equal_ignoring_case(usual.part, prefix)) return usual.space;
  }
  return Space::other;
}

std::string_view local_name(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace townboard::feed
