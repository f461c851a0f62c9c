#include "feed/xml_fields.h"

#include <initializer_list>

#include "text/cursor.h"
#include "text/names.h"
#include "text/utf8.h"

namespace townboard::feed {
namespace {

// In the order of Name.
constinit text::Names elements(
    " title link guid id description summary subtitle tagline abstract content body fullitem pubdate published "
    "issued created updated modified lastbuilddate category language creator author date subject identifier "
    "item entry channel rss feed rdf html head enclosure image textinput source contributor collection name "
    "encoded thumbnail full-text ");

// What the names up to `language` mean in RSS and Atom.
constexpr Field kCoreFields[] = {
    Field::none, Field::title, Field::link, Field::id, Field::id, Field::summary, Field::summary, Field::summary,
    Field::summary, Field::summary, Field::content, Field::content, Field::content, Field::published, Field::published,
    Field::published, Field::published, Field::updated, Field::updated, Field::updated, Field::category,
    Field::language};
static_assert(sizeof kCoreFields == static_cast<std::size_t>(Name::language) + 1);

Field dublin_core_field(Name name) {
  switch (name) {
    case Name::title: return Field::title;
    case Name::description: return Field::summary;
    case Name::creator: case Name::author: return Field::author;
    case Name::date: case Name::modified: return Field::updated;
    case Name::created: case Name::issued: return Field::published;
    case Name::subject: return Field::category;
    case Name::language: return Field::language;
    case Name::identifier: return Field::id;
    default: return Field::none;
  }
}

constexpr std::uint64_t set_of(std::initializer_list<Name> names) {
  std::uint64_t set = 0;
  for (const Name name : names) set |= std::uint64_t{1} << static_cast<int>(name);
  return set;
}

bool is_in(std::uint64_t set, Name name) { return (set >> static_cast<int>(name) & 1) != 0; }

}  // namespace

Name name_of(std::string_view written) {
  const int index = elements.find(local_name(written));
  return index < 0 ? Name::other : static_cast<Name>(index);
}

Field field_of(Space space, Name name) {
  switch (space) {
    case Space::core: return name <= Name::language ? kCoreFields[static_cast<int>(name)] : Field::none;
    case Space::dublin_core: return dublin_core_field(name);
    case Space::content: return name == Name::encoded || name == Name::full_text ? Field::content : Field::none;
    case Space::itunes:
      if (name == Name::summary) return Field::summary;
      return name == Name::author ? Field::author : Field::none;
    case Space::media: return name == Name::title || name == Name::description ? dublin_core_field(name) : Field::none;
    case Space::xhtml: return name == Name::body ? Field::content : Field::none;
    default: return Field::none;
  }
}

bool is_article(Name name) { return name == Name::item || name == Name::entry; }

bool ends_value(Name name) {
  return is_in(set_of({Name::item, Name::entry, Name::guid, Name::pubdate, Name::link, Name::description,
                       Name::updated, Name::published, Name::enclosure}), name);
}

bool ends_container(Name name) {
  return is_in(set_of({Name::item, Name::entry, Name::channel, Name::rss, Name::feed, Name::rdf}), name);
}

std::optional<text::String> from_base64(std::string_view text) {
  text::String out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    int digit = -1;
    if (c >= 'A' && c <= 'Z') digit = c - 'A';
    if (c >= 'a' && c <= 'z') digit = c - 'a' + 26;
    if (text::is_digit(c)) digit = c - '0' + 52;
    if (c == '+') digit = 62;
    if (c == '/') digit = 63;
    if (c == '=' || text::is_blank(c)) continue;
    if (digit < 0) return std::nullopt;
    bits = (bits << 6 | static_cast<std::uint32_t>(digit)) & 0xFFFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  if (!text::is_valid_utf8(out)) return std::nullopt;
  return out;
}

text::String author_name(const text::String& text) {
  const std::size_t open = text.find('(');
  if (text.find('@') >= open || open == text::String::npos) return text;
  const std::size_t close = text.find(')', open);
  return text.substr(open + 1, close == text::String::npos ? close : close - open - 1);
}

}  // namespace townboard::feed
