#include "feed/xml_fields.h"

#include "text/cursor.h"
#include "text/utf8.h"

namespace townboard::feed {
namespace {

struct Known {
  std::string_view name;
  Field field;
};

constexpr Known kCore[] = {
    {"title", Field::title}, {"link", Field::link}, {"guid", Field::id}, {"id", Field::id},
    {"description", Field::summary}, {"summary", Field::summary}, {"subtitle", Field::summary},
    {"tagline", Field::summary}, {"abstract", Field::summary}, {"content", Field::content},
    {"body", Field::content}, {"fullitem", Field::content}, {"pubdate", Field::published},
    {"published", Field::published}, {"issued", Field::published}, {"created", Field::published},
    {"updated", Field::updated}, {"modified", Field::updated}, {"lastbuilddate", Field::updated},
    {"category", Field::category}, {"language", Field::language}};
constexpr Known kDublinCore[] = {
    {"title", Field::title}, {"description", Field::summary}, {"creator", Field::author},
    {"author", Field::author}, {"date", Field::updated}, {"created", Field::published},
    {"issued", Field::published}, {"modified", Field::updated}, {"subject", Field::category},
    {"language", Field::language}, {"identifier", Field::id}};

template <std::size_t N>
Field field_in(const Known (&table)[N], std::string_view name) {
  for (const Known& known : table) {
    if (known.name == name) return known.field;
  }
  return Field::none;
}

}  // namespace

Field field_of(Space space, std::string_view name) {
  switch (space) {
    case Space::core: return field_in(kCore, name);
    case Space::dublin_core: return field_in(kDublinCore, name);
    case Space::content: return name == "encoded" || name == "full-text" ? Field::content : Field::none;
    case Space::itunes:
      if (name == "summary") return Field::summary;
      return name == "author" ? Field::author : Field::none;
    case Space::media: return name == "description" ? Field::summary : Field::none;
    case Space::xhtml: return name == "body" ? Field::content : Field::none;
    default: return Field::none;
  }
}

bool is_article(std::string_view name) { return name == "item" || name == "entry"; }

bool ends_value(std::string_view name) {
  return is_article(name) || name == "guid" || name == "pubdate" || name == "link" ||
         name == "description" || name == "updated" || name == "published" || name == "enclosure";
}

bool ends_container(std::string_view name) {
  return is_article(name) || name == "channel" || name == "rss" || name == "feed" || name == "rdf";
}

text::String lower_local(std::string_view name) { return text::lowered(local_name(name)); }

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
