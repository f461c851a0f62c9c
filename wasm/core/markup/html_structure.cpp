// What start and end tags open and close.
#include "markup/html_reader.h"
#include "text/utf8.h"

namespace townboard::markup {

bool HtmlReader::between_cells() const {
  if (builder_.depth() == 0) return false;
  const Tag tag = builder_.open_tag(builder_.depth() - 1);
  return tag == Tag::table || is_row_group(tag) || tag == Tag::tr || tag == Tag::colgroup;
}

void HtmlReader::start_tag(std::string_view name) {
  attributes();
  std::optional<Tag> tag = tag_named(name);
  if (!tag) return skip_element(text::LowerName(name));
  if (is_heading(*tag)) {
    const int level = static_cast<int>(*tag) - static_cast<int>(Tag::h1) + options_.heading_level;
    tag = static_cast<Tag>(static_cast<int>(Tag::h1) + (level > 6 ? 6 : level) - 1);
  }
  if (!make_room(*tag)) return;
  if (*tag == Tag::img) {
    image();
    return;
  }
  if (!builder_.open(*tag)) return;
  copy_attributes(*tag);
  fresh_pre_ = *tag == Tag::pre;
  if (is_void(*tag)) builder_.close();
}

bool HtmlReader::is_open(Tag tag, bool through_boundaries) const {
  for (std::size_t i = builder_.depth(); i-- > 0;) {
    if (builder_.open_tag(i) == tag) return true;
    if (!through_boundaries && is_boundary(builder_.open_tag(i))) return false;
  }
  return false;
}

void HtmlReader::close_to(Tag tag) {
  while (builder_.depth() > 0) {
    const Tag last = builder_.open_tag(builder_.depth() - 1);
    builder_.close();
    if (last == tag) return;
  }
}

bool HtmlReader::make_room(Tag tag) {
  if (is_table_part(tag)) return make_room_in_table(tag);
  if (top() == Tag::table || is_row_group(top()) || top() == Tag::tr || top() == Tag::colgroup) {
    // Content right inside a table belongs into a cell; close what cannot hold it.
    if (top() == Tag::colgroup) builder_.close();
    if (!make_room_in_table(Tag::td) || !builder_.open(Tag::td)) return false;
  }
  if (is_block(tag) && is_open(Tag::p)) close_to(Tag::p);
  if (is_heading(tag) && is_heading(top())) builder_.close();
  if (tag == Tag::a && is_open(Tag::a, true)) close_to(Tag::a);
  if (tag == Tag::li) close_item(Tag::li, Tag::li, Tag::ul, Tag::ol);
  if (tag == Tag::dd || tag == Tag::dt) close_item(Tag::dd, Tag::dt, Tag::dl, Tag::dl);
  return true;
}

void HtmlReader::close_item(Tag one, Tag other, Tag list, Tag other_list) {
  for (std::size_t i = builder_.depth(); i-- > 0;) {
    const Tag open = builder_.open_tag(i);
    if (open == list || open == other_list || is_boundary(open)) return;
    if (open == one || open == other) {
      close_to(open);
      return;
    }
  }
}

bool HtmlReader::make_room_in_table(Tag tag) {
  if (!is_open(Tag::table, true)) return false;
  while (top() != Tag::table && !is_row_group(top()) && top() != Tag::tr &&
         !(top() == Tag::colgroup && tag == Tag::col)) {
    builder_.close();
  }
  if (top() == Tag::tr && !is_cell(tag)) builder_.close();
  if (is_row_group(top()) && !is_cell(tag) && tag != Tag::tr) builder_.close();
  if (tag == Tag::col && top() == Tag::table && !builder_.open(Tag::colgroup)) return false;
  if ((tag == Tag::tr || is_cell(tag)) && top() == Tag::table && !builder_.open(Tag::tbody)) {
    return false;
  }
  return !(is_cell(tag) && is_row_group(top()) && !builder_.open(Tag::tr));
}

void HtmlReader::end_tag(std::string_view name) {
  attributes();
  const std::optional<Tag> tag = tag_named(name);
  if (!tag) return;
  if (is_void(*tag)) {
    if (tag == Tag::br && make_room(Tag::br) && builder_.open(Tag::br)) builder_.close();
    return;
  }
  if (is_heading(*tag)) {
    // Any heading's end tag closes the innermost heading that is open.
    for (std::size_t i = builder_.depth(); i-- > 0;) {
      const Tag open = builder_.open_tag(i);
      if (is_heading(open)) return close_to(open);
      if (is_boundary(open)) return;
    }
    return;
  }
  if (is_open(*tag, is_table_part(*tag) || *tag == Tag::table)) close_to(*tag);
}

}  // namespace townboard::markup
