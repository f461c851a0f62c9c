#include "markup/tags.h"

#include "text/names.h"

namespace townboard::markup {
namespace {

// A text has no name.
constinit text::Names tags(
    " a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn "
    "div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre "
    "q s samp section small span strong sub summary sup table tbody td tfoot th thead time tr u ul var ");

constinit text::Names attributes(
    "href src alt title width height colspan rowspan datetime cite lang dir start reversed value scope headers "
    "loading referrerpolicy rel ");

}  // namespace

std::string_view name_of(Tag tag) { return tags[static_cast<int>(tag)]; }
std::string_view name_of(Attribute attribute) { return attributes[static_cast<int>(attribute)]; }

std::optional<Tag> tag_named(std::string_view written) {
  const int index = tags.find(written);
  return index < 0 ? std::optional<Tag>() : static_cast<Tag>(index);
}

std::optional<Attribute> attribute_named(std::string_view written) {
  const int index = attributes.find(written);
  return index < 0 ? std::optional<Attribute>() : static_cast<Attribute>(index);
}

}  // namespace townboard::markup
