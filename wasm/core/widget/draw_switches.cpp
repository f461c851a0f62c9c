// What the visitor chooses between: languages, looks, offices.
#include "widget/content.h"

namespace townboard::widget {
namespace {

using markup::Attribute;
using markup::Tag;
using view::kShape;
using view::OwnAttribute;
using view::OwnTag;

// More open schedules than this are not named in the overview.
constexpr std::size_t kMostNamed = 8;
// Languages that have a button each.
constexpr std::size_t kMostButtons = 5;

}  // namespace

void Drawer::press(view::Shape shape, Action action, std::string_view value,
                   std::string_view text) {
  out_.open(shape).on(static_cast<std::uint32_t>(action), value).text(text).close();
}

void Drawer::toggle(bool pressed, Action action, std::string_view value, std::string_view text,
                    std::string_view language) {
  out_.open(pressed ? kShape<OwnTag::button, "type=button|aria-pressed=true|part=toggle">
                    : kShape<OwnTag::button, "type=button|aria-pressed=false|part=toggle">);
  if (!language.empty()) out_.attr(Attribute::lang, language);
  out_.on(static_cast<std::uint32_t>(action), value).text(text).close();
}

void Drawer::open_labelled(view::Shape shape, std::string_view word) {
  out_.open(shape).attr(OwnAttribute::aria_label, words(word));
}

// Languages, and the version for low vision with its schemes. Rule: issue 6, looks.
void Drawer::switches() {
  out_.open(kShape<Tag::div, "class=languages|part=switches">);
  const auto& languages = content_.site.languages;
  const auto language = Action::language;
  // Many are a list that opens.
  const bool list = languages.size() > kMostButtons;
  if (list) {
    open_labelled(kShape<OwnTag::select, "">, "board.language");
    out_.on(static_cast<std::uint32_t>(language));
  }
  for (std::size_t i = 0; languages.size() > 1 && i < languages.size(); ++i) {
    const std::string_view tag = languages[i];
    const std::string_view name = locale::own_name(tag);
    const bool chosen = tag == locale_.language();
    if (!list) {
      toggle(chosen, language, tag, name, tag);
      continue;
    }
    out_.open(kShape<OwnTag::option, "">).attr(Attribute::lang, tag).attr(Attribute::value, tag);
    out_.flag(OwnAttribute::selected, chosen).text(name).close();
  }
  if (list) out_.close();
  toggle(content_.low_vision, Action::low_vision, {}, words("board.low_vision"));
  if (content_.low_vision) {
    toggle(content_.dark_contrast, Action::contrast, {}, words("board.contrast_dark"));
    toggle(content_.images_off, Action::images, {}, words("board.images_off"));
  }
  out_.close();
}

// A button for each office, and which schedules of them all are open now.
void Drawer::offices(const site::Office* shown) {
  const std::string_view language = locale_.language();
  if (content_.site.offices.size() < 2 || !content_.show_hours) return;
  out_.open(kShape<Tag::div, "class=card offices|part=offices">);
  out_.open(kShape<Tag::p, "class=overview">);
  if (now_) {
    text::List<text::String> names;
    for (const ReadySchedule& ready : content_.schedules) {
      if (!ready.evaluator || ready.evaluator->at(wall_).state != hours::State::open) continue;
      const text::Localized& name =
          ready.schedule->name.empty() ? ready.office->name : ready.schedule->name;
      names.emplace_back(name.in(language));
      if (names.size() == kMostNamed) break;
    }
    out_.text(names.empty() ? text::String(words("status.none_open"))
                            : locale_.fill("status.open_now", {{"names", locale_.list(names)}}));
  }
  out_.close();
  open_labelled(kShape<Tag::ul, "class=chips">, "board.offices");
  for (const site::Office& one : content_.site.offices) {
    out_.open(Tag::li, view::key_of(one.id));
    toggle(&one == shown, Action::office, one.id, one.name.in(language));
    out_.close();
  }
  out_.close().close();
}

}  // namespace townboard::widget
