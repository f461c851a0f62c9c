#pragma once

#include <cstdint>
#include <string_view>

#include "markup/tags.h"

namespace townboard::view {

// Elements that the board draws and that HTML from outside may never hold. The wire order goes on where
// markup::Tag ends; web/ops.js has both lists, and a test compares them.
enum class OwnTag : std::uint8_t {
  button = markup::kTagCount, form, input, label, select, option, fieldset, legend, output,
  // From here on in the namespace of SVG; `svg_text` is SVG's <text>.
  svg, path, circle, rect, line, g, svg_text,
};
inline constexpr int kTagCount = static_cast<int>(OwnTag::svg_text) + 1;

// Attributes that the board writes and that HTML from outside may never hold. None runs script.
enum class OwnAttribute : std::uint8_t {
  class_ = markup::kAttributeCount, id, role, part, type, name, for_, tabindex, placeholder, hidden,
  open, disabled, selected, checked, translate, target, download, autocomplete, enterkeyhint,
  spellcheck, inputmode, minlength, maxlength, data_action, data_value, data_state, data_printed, data_key,
  aria_label, aria_labelledby, aria_describedby, aria_current, aria_expanded, aria_pressed,
  aria_controls, aria_hidden, aria_live, aria_atomic, aria_busy, aria_selected, aria_roledescription,
  viewBox, d, x, y, x1, y1, x2, y2, cx, cy, r, rx, text_anchor, preserveAspectRatio, focusable,
};
inline constexpr int kAttributeCount = static_cast<int>(OwnAttribute::focusable) + 1;

// An element of either list by its number on the wire; 0 is a text.
struct TagCode {
  constexpr TagCode(markup::Tag tag) : code(static_cast<std::uint8_t>(tag)) {}
  constexpr TagCode(OwnTag tag) : code(static_cast<std::uint8_t>(tag)) {}

  constexpr bool is_text() const { return code == 0; }
  constexpr bool is_svg() const { return code >= static_cast<std::uint8_t>(OwnTag::svg); }
  // br, col, hr, img, input: no end tag and no children.
  constexpr bool is_void() const {
    return code == static_cast<std::uint8_t>(OwnTag::input) ||
           (code < markup::kTagCount && markup::is_void(static_cast<markup::Tag>(code)));
  }
  friend constexpr bool operator==(TagCode, TagCode) = default;

  std::uint8_t code;
};

struct AttributeCode {
  constexpr AttributeCode(markup::Attribute name) : code(static_cast<std::uint8_t>(name)) {}
  constexpr AttributeCode(OwnAttribute name) : code(static_cast<std::uint8_t>(name)) {}
  friend constexpr bool operator==(AttributeCode, AttributeCode) = default;

  std::uint8_t code;
};

// As HTML writes it: "button", "aria-label", "text" for OwnTag::svg_text; "" for a text.
std::string_view name_of(TagCode tag);
std::string_view name_of(AttributeCode name);

}  // namespace townboard::view
