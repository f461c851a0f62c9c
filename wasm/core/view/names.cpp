#include "view/names.h"

namespace townboard::view {
namespace {

constexpr std::string_view kOwnTags[] = {"button", "form",     "input",  "label",  "select",
                                         "option", "fieldset", "legend", "output", "svg",
                                         "path",   "circle",   "rect",   "line",   "g",
                                         "text"};

constexpr std::string_view kOwnAttributes[] = {
    "class", "id", "role", "part", "type", "name", "for", "tabindex", "placeholder", "hidden",
    "open", "disabled", "selected", "checked", "translate", "target", "download", "autocomplete",
    "enterkeyhint", "spellcheck", "inputmode", "minlength", "maxlength", "data-action",
    "data-value", "data-state", "data-printed", "data-key", "aria-label", "aria-labelledby",
    "aria-describedby", "aria-current", "aria-expanded", "aria-pressed", "aria-controls",
    "aria-hidden", "aria-live", "aria-atomic", "aria-busy", "aria-selected",
    "aria-roledescription", "viewBox", "d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r",
    "rx", "text-anchor", "preserveAspectRatio", "focusable"};

static_assert(sizeof kOwnTags / sizeof kOwnTags[0] == kTagCount - markup::kTagCount);
static_assert(sizeof kOwnAttributes / sizeof kOwnAttributes[0] ==
              kAttributeCount - markup::kAttributeCount);

}  // namespace

std::string_view name_of(TagCode tag) {
  if (tag.code < markup::kTagCount) return markup::name_of(static_cast<markup::Tag>(tag.code));
  return kOwnTags[tag.code - markup::kTagCount];
}

std::string_view name_of(AttributeCode name) {
  if (name.code < markup::kAttributeCount) {
    return markup::name_of(static_cast<markup::Attribute>(name.code));
  }
  return kOwnAttributes[name.code - markup::kAttributeCount];
}

}  // namespace townboard::view
