#pragma once

#include <cstddef>

#include "view/names.h"

namespace townboard::view {

// What never changes about an element, packed at compile time: its tag and attributes. One argument
// where every attribute would be a call of its own, which is most of what drawing costs in a
// module.
//
//   out.open(kShape<Tag::ul, "class=chips|part=offices">)
struct Shape {
  const char* bytes;  // tag, then for each attribute its code + 1, its value and NUL; then NUL
};

// The attributes that a shape can have, as HTML writes them.
struct ShapeName {
  const char* name;
  AttributeCode code;
};
inline constexpr ShapeName kShapeNames[] = {
    {"class", OwnAttribute::class_},
    {"part", OwnAttribute::part},
    {"role", OwnAttribute::role},
    {"type", OwnAttribute::type},
    {"viewBox", OwnAttribute::viewBox},
    {"aria-hidden", OwnAttribute::aria_hidden},
    {"aria-pressed", OwnAttribute::aria_pressed},
    {"aria-live", OwnAttribute::aria_live},
    {"tabindex", OwnAttribute::tabindex},
    {"data-key", OwnAttribute::data_key},
    {"translate", OwnAttribute::translate},
    {"cx", OwnAttribute::cx},
    {"cy", OwnAttribute::cy},
    {"r", OwnAttribute::r},
    {"x", OwnAttribute::x},
    {"width", markup::Attribute::width},
    {"scope", markup::Attribute::scope},
    {"dir", markup::Attribute::dir},
    {"rel", markup::Attribute::rel},
    {"alt", markup::Attribute::alt},
    {"loading", markup::Attribute::loading},
    {"referrerpolicy", markup::Attribute::referrerpolicy},
};

// A string literal as a template's argument.
template <std::size_t kSize>
struct ShapeText {
  char text[kSize];
  consteval ShapeText(const char (&literal)[kSize]) {
    for (std::size_t i = 0; i < kSize; ++i) text[i] = literal[i];
  }
};

template <std::size_t kSize>
struct PackedShape {
  char bytes[kSize + 3] = {};

  consteval PackedShape(TagCode tag, const char* text) {
    std::size_t out = 0;
    bytes[out++] = static_cast<char>(tag.code);
    while (*text != '\0') {
      bytes[out++] = static_cast<char>(code_of(text) + 1);
      while (*text++ != '=')
        ;
      while (*text != '\0' && *text != '|') bytes[out++] = *text++;
      bytes[out++] = '\0';
      if (*text == '|') ++text;
    }
  }

 private:
  // An attribute without a name here is no constant, so the compiler refuses it.
  static std::uint8_t no_such_attribute();
  static consteval std::uint8_t code_of(const char* text) {
    for (const ShapeName& one : kShapeNames) {
      std::size_t i = 0;
      while (one.name[i] != '\0' && one.name[i] == text[i]) ++i;
      if (one.name[i] == '\0' && text[i] == '=') return one.code.code;
    }
    return no_such_attribute();
  }
};

template <auto kTag, ShapeText kText>
inline constexpr PackedShape<sizeof kText.text> kPackedShape{kTag, kText.text};

// `kText`: name=value, with | between; "" for a tag alone.
template <auto kTag, ShapeText kText>
inline constexpr Shape kShape{kPackedShape<kTag, kText>.bytes};

}  // namespace townboard::view
