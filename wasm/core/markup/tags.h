#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace townboard::markup {

// Elements that can exist in a safe tree. There is no way to write any other.
// The order is the wire order of view/ops.h and web/ops.js (a test compares them); `text` is no element.
enum class Tag : std::uint8_t {
  text, a, abbr, address, article, aside, b, bdi, bdo, blockquote, br, caption, cite, code, col,
  colgroup, dd, del, details, dfn, div, dl, dt, em, figcaption, figure, footer, h1, h2, h3, h4, h5,
  h6, header, hr, i, img, ins, kbd, li, main, mark, nav, ol, p, pre, q, s, samp, section, small,
  span, strong, sub, summary, sup, table, tbody, td, tfoot, th, thead, time, tr, u, ul, var,
};
inline constexpr int kTagCount = static_cast<int>(Tag::var) + 1;

// Attributes that can exist in a safe tree.
enum class Attribute : std::uint8_t {
  href, src, alt, title, width, height, colspan, rowspan, datetime, cite, lang, dir, start, reversed,
  value, scope, headers, loading, referrerpolicy, rel,
};
inline constexpr int kAttributeCount = static_cast<int>(Attribute::rel) + 1;

// "blockquote" for Tag::blockquote; "" for text.
std::string_view name_of(Tag tag);
std::string_view name_of(Attribute attribute);

// The element or attribute of that name, in letters of either case; nothing for all that cannot be.
std::optional<Tag> tag_named(std::string_view written);
std::optional<Attribute> attribute_named(std::string_view written);

// br, col, hr, img: elements that have no end tag and no children.
constexpr bool is_void(Tag tag) {
  return tag == Tag::br || tag == Tag::col || tag == Tag::hr || tag == Tag::img;
}

}  // namespace townboard::markup
