#pragma once

#include <optional>
#include "text/string.h"
#include <string_view>

#include "markup/safe_tree_builder.h"
#include "markup/tags.h"
#include "text/names.h"

namespace townboard::markup {

inline bool is_block(Tag tag) {
  switch (tag) {
    case Tag::address: case Tag::article: case Tag::aside: case Tag::blockquote: case Tag::details:
    case Tag::div: case Tag::dl: case Tag::figcaption: case Tag::figure: case Tag::footer:
    case Tag::h1: case Tag::h2: case Tag::h3: case Tag::h4: case Tag::h5: case Tag::h6:
    case Tag::header: case Tag::hr: case Tag::main: case Tag::nav: case Tag::ol: case Tag::p:
    case Tag::pre: case Tag::section: case Tag::summary: case Tag::table: case Tag::ul: return true;
    default: return false;
  }
}

inline bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }
inline bool is_cell(Tag tag) { return tag == Tag::td || tag == Tag::th; }
inline bool is_row_group(Tag tag) { return tag == Tag::tbody || tag == Tag::thead || tag == Tag::tfoot; }
inline bool is_table_part(Tag tag) {
  return is_cell(tag) || is_row_group(tag) || tag == Tag::tr || tag == Tag::caption ||
         tag == Tag::colgroup || tag == Tag::col;
}

// Whether an end tag cannot close anything outside this element.
inline bool is_boundary(Tag tag) { return is_cell(tag) || tag == Tag::caption || tag == Tag::table; }

struct RawAttribute {
  std::string_view name;
  std::string_view value;  // with its references
};

constexpr std::size_t kMaxAttributes = 64;

// Reads HTML into a safe tree as browsers would. html_reader.cpp has texts, tags and attributes, html_structure.cpp what
// start and end tags open and close, html_skipped.cpp what is not shown at all.
class HtmlReader {
 public:
  HtmlReader(std::string_view html, const HtmlOptions& options) : html_(html), options_(options), builder_(html.size()) {}
  SafeTree read();

 private:
  // Not written out at its many places.
  [[gnu::noinline]] char peek(std::size_t ahead) const {
    return at_ + ahead < html_.size() ? html_[at_ + ahead] : '\0';
  }
  // Whether the open element has rows and cells rather than text.
  bool between_cells() const;
  // Reads text in pieces, which is fast, up to the next "<" or to what must be seen together; false: there it is.
  bool plain_text();
  void text(std::string_view raw);
  // What has neither references nor controls, at once as it is.
  void put_text(std::string_view text, bool plain);
  // markup = comment / declaration / end tag / start tag; a "<" that begins none is text
  void markup();
  void skip_past(char c);
  // Rule: WHATWG HTML, sections 13.2.5.43 to 13.2.5.52: "<!-->" is whole, "--!>" ends as "-->" does.
  void comment();
  std::string_view take_name();  // as it is written
  // Reads what is between a tag's name and its ">".
  void attributes();
  std::string_view take_value();
  // The first attribute of that name, as it is written; "" when there is none.
  std::string_view raw(Attribute name) const;
  void start_tag(std::string_view name);
  // Behind the start tag of an element that no tree has: reads on past all that is inside, when it is none of the
  // page's text.
  void skip_element(std::string_view name);
  // To the "<" of the end tag, past it; the raw text before it.
  std::string_view take_raw(std::string_view name);
  // One tag or comment inside what is skipped: its name with "/" before that of an end tag; "" when it is neither.
  text::String take_skipped_tag();
  void skip_markup(std::string_view name);
  void skip_foreign(std::string_view name);
  bool breaks_out(std::string_view name) const;
  // A video that a page would embed becomes a link to it.
  void video_link();
  std::optional<text::String> link(std::string_view written);
  // Width or height in pixels; -1 when it does not say.
  int pixels(Attribute name) const;
  void image();
  bool has(Attribute name) const { return (present_ >> static_cast<int>(name) & 1) != 0; }
  void size(Attribute name, int pixels);
  bool has(std::string_view name) const;
  void copy(Attribute name);
  void copy_attributes(Tag tag);
  bool is_open(Tag tag, bool through_boundaries = false) const;
  void close_to(Tag tag);
  Tag top() const {
    return builder_.depth() == 0 ? Tag::text : builder_.open_tag(builder_.depth() - 1);
  }
  // Closes what a start tag closes, opens what it implies. False: it has no place here.
  // Rule: WHATWG HTML, section 13.2.6.4.7, as far as the safe tree's elements go.
  bool make_room(Tag tag);
  void close_item(Tag one, Tag other, Tag list, Tag other_list);
  bool make_room_in_table(Tag tag);
  void end_tag(std::string_view name);

  std::string_view html_;
  const HtmlOptions& options_;
  std::size_t at_ = 0;
  bool fresh_pre_ = false;
  SafeTreeBuilder builder_;
  text::String decoded_;
  RawAttribute attributes_[kMaxAttributes];
  std::size_t count_ = 0;
  std::uint32_t present_ = 0;            // a bit for each Attribute
  std::uint8_t place_[kAttributeCount];  // of those, in attributes_
};

}  // namespace townboard::markup
