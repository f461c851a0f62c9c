#pragma once

#include <cstdint>
#include <string_view>
#include "text/list.h"

#include "markup/safe_tree.h"
#include "view/shape.h"
#include "view/tree.h"

namespace townboard::view {

// Writes a tree from top to bottom: open, attributes, children, close.
//
//   out.open(Tag::p).attr(OwnAttribute::class_, "next").text("closes at 13:00").close();
//   out.leaf(Tag::p, "next", "closes at 13:00");  // the same
class Builder {
 public:
  // An element in the one that is open. `key` tells siblings of the same tag apart when a list may
  // change (view::key_of(article.id)); 0: they are matched in order.
  Builder& open(TagCode tag, std::uint32_t key = 0);
  Builder& open(Shape shape, std::uint32_t key = 0);
  Builder& close();

  // An attribute of the element just opened, before its children; each name once.
  Builder& attr(AttributeCode name, std::string_view value = {});
  Builder& attr_number(AttributeCode name, std::int64_t value);
  // With an empty value when `on`, else not at all: `hidden`, `disabled`, `selected`.
  Builder& flag(AttributeCode name, bool on);
  Builder& class_name(std::string_view value) { return attr(OwnAttribute::class_, value); }

  // What the visitor does here is passed on as (action, value): a click, on form elements input, on a
  // form submit. `action` is 1 or more. For input, select and submit the value is what was
  // typed or chosen, unless `value` is given. Written as data-action and data-value, so a printed
  // board knows it too. On a link it prevents following it, unless a modifier key is down.
  Builder& on(std::uint32_t action, std::string_view value = {});

  // Nothing when empty; joins the text before it.
  Builder& text(std::string_view text);
  // open, class (when not empty), text, close.
  Builder& leaf(TagCode tag, std::string_view class_name, std::string_view text);
  Builder& leaf(Shape shape, std::string_view text);
  // The safe tree's nodes inside the open element.
  Builder& embed(const markup::SafeTree& tree);

  // The tree; every element is closed by now. The builder is empty again.
  Tree finish();

 private:
  std::uint32_t put(std::string_view text);

  Tree tree_;
  text::List<std::uint32_t> path_;  // open elements, outermost first
  bool after_text_ = false;          // the last node is a text and a child of the open element
};

}  // namespace townboard::view
