#include "feed/xml_entities.h"

#include "markup/byte_class.h"
#include "markup/entities.h"
#include "text/cursor.h"

namespace townboard::feed {

// entity = "<!ENTITY" name quoted_value ">"
void XmlEntities::declare(std::string_view subset) {
  entities_.clear();
  constexpr std::string_view kKey = "<!ENTITY";
  while (entities_.size() < kMaxEntities) {
    const std::size_t at = subset.find(kKey);
    if (at == std::string_view::npos) return;
    subset = text::trimmed(subset.substr(at + kKey.size()));
    const std::size_t name_end = markup::end_of_run(subset, 0, markup::kBlankByte | markup::kSpaceByte);
    if (name_end == subset.size()) return;
    const std::string_view name = subset.substr(0, name_end);
    subset = text::trimmed(subset.substr(name_end));
    if (subset.empty() || (subset[0] != '"' && subset[0] != '\'')) continue;
    const std::size_t close = subset.find(subset[0], 1);
    if (close == std::string_view::npos) return;
    text::String value;
    markup::append_unescaped(value, subset.substr(1, close - 1));
    entities_.push_back({text::String(name), value});
    subset.remove_prefix(close);
  }
}

bool XmlEntities::replace(text::String& out, std::string_view name) {
  for (const Entity& entity : entities_) {
    if (entity.name != name || expanded_ + entity.value.size() > kMaxExpansion) continue;
    expanded_ += entity.value.size();
    out += entity.value;
    return true;
  }
  return false;
}

void XmlEntities::append(text::String& out, std::string_view text) {
  std::size_t from = 0;
  for (std::size_t at = 0; !entities_.empty(); ++at) {
    at = text.find('&', at);
    if (at == std::string_view::npos) break;
    const std::size_t end = text.substr(at, 64).find(';');
    if (end == std::string_view::npos) continue;
    text::String value;
    if (!replace(value, text.substr(at + 1, end - 1))) continue;
    markup::append_unescaped(out, text.substr(from, at - from));
    out += value;
    from = at + end + 1;
    at = from - 1;
  }
  markup::append_unescaped(out, text.substr(from));
}

}  // namespace townboard::feed
