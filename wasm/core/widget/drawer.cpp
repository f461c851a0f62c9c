#include "text/number.h"
#include "widget/content.h"

namespace townboard::widget {
namespace {

using markup::Attribute;
using markup::Tag;
using view::kShape;
using view::OwnAttribute;
using view::OwnTag;

const locale::Locale& words_of(const Board::Content& content) {
  static const locale::Locale kNone;
  return content.locale ? *content.locale : kNone;
}

}  // namespace

Drawer::Drawer(const Board::Content& content, std::optional<time::Instant> now)
    : content_(content), locale_(words_of(content)), now_(now), today_(content.printed) {
  if (now_ && content_.zone) {
    wall_ = content_.zone->wall_at(*now_);
    today_ = time::day_of_wall(wall_);
  } else {
    now_.reset();
  }
}

view::TagCode Drawer::heading(int deeper) const {
  const int level = content_.heading_level + deeper;
  return static_cast<Tag>(static_cast<int>(Tag::h1) + (level > 6 ? 6 : level) - 1);
}

view::Tree Drawer::draw() {
  out_.open(kShape<Tag::div, "class=board|part=board">)
      .attr(Attribute::lang, locale_.language())
      .attr(Attribute::dir, locale_.right_to_left() ? "rtl" : "ltr");
  if (!now_ && today_ != 0) {
    // For the element, which draws the same one to take it over.
    text::String day;
    text::append_number(day, today_);
    out_.attr(OwnAttribute::data_printed, day);
  }
  if (content_.low_vision) {
    // One word each: the style sheet asks for them with ~=.
    text::String look = content_.dark_contrast ? "low-vision dark" : "low-vision light";
    if (content_.images_off) look += " no-images";
    out_.attr(OwnAttribute::data_state, look);
  }
  if (content_.show_news || content_.show_contacts) switches();
  out_.open(kShape<Tag::div, "class=grid">);
  if (content_.show_status || content_.show_hours || content_.show_contacts) office_card();
  if (content_.show_news && !content_.feeds.empty() && content_.zone) news();
  out_.close();
  // There from the start, so that readers of screens know it; says what came of copying and
  // sharing.
  if (content_.show_contacts || content_.show_news) {
    out_.open(kShape<Tag::p, "class=toast|role=status">);
    if (!content_.announcement.empty()) out_.text(words(content_.announcement));
    out_.close();
  }
  out_.close();
  return out_.finish();
}

}  // namespace townboard::widget
