// What the visitor chooses between: languages, looks, offices.
#include "widget/content.h"

namespace townboard::widget {
namespace {

using markup::Attribute;
using markup::Tag;
using view::OwnAttribute;
using view::OwnTag;

// More open schedules than this are not named in the overview.
constexpr std::size_t kMostNamed = 8;
// Languages that have a button each.
constexpr std::size_t kMostButtons = 5;

}  // namespace

void Drawer::pressed_button(Action action, bool pressed, std::string_view word) {
  out_.open(OwnTag::button).attr(OwnAttribute::type, "button");
  out_.attr(OwnAttribute::aria_pressed, pressed ? "true" : "false");
  out_.on(static_cast<std::uint32_t>(action)).text(words(word)).close();
}

// Languages, and the version for low vision with its schemes. Rule: issue 6, looks.
void Drawer::switches() {
  out_.open(Tag::div).class_name("languages").attr(OwnAttribute::part, "switches");
  const auto& languages = content_.site.languages;
  // Many are a list that opens.
  const bool list = languages.size() > kMostButtons;
  if (list) {
    out_.open(OwnTag::select).attr(OwnAttribute::aria_label, words("board.language"));
    out_.on(static_cast<std::uint32_t>(Action::language));
  }
  for (std::size_t i = 0; languages.size() > 1 && i < languages.size(); ++i) {
    const std::string_view language = languages[i];
    const bool chosen = language == locale_.language();
    out_.open(list ? OwnTag::option : OwnTag::button, view::key_of(language));
    out_.attr(Attribute::lang, language);
    if (list) {
      out_.attr(Attribute::value, language).flag(OwnAttribute::selected, chosen);
    } else {
      out_.attr(OwnAttribute::type, "button");
      out_.attr(OwnAttribute::aria_pressed, chosen ? "true" : "false");
      out_.on(static_cast<std::uint32_t>(Action::language), language);
    }
    out_.text(locale::own_name(language)).close();
  }
  if (list) out_.close();
  pressed_button(Action::low_vision, content_.low_vision, "board.low_vision");
  if (content_.low_vision) {
    pressed_button(Action::contrast, content_.dark_contrast, "board.contrast_dark");
    pressed_button(Action::images, content_.images_off, "board.images_off");
  }
  out_.close();
}

// A button for each office, and which schedules of them all are open now.
void Drawer::offices(const site::Office* shown) {
  const std::string_view language = locale_.language();
  if (content_.site.offices.size() < 2 || !content_.show_hours) return;
  out_.open(Tag::div).class_name("card offices").attr(OwnAttribute::part, "offices");
  out_.open(Tag::p).class_name("overview");
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
  out_.open(Tag::ul).class_name("chips").attr(OwnAttribute::aria_label, words("board.offices"));
  for (const site::Office& one : content_.site.offices) {
    out_.open(Tag::li, view::key_of(one.id)).open(OwnTag::button);
    out_.attr(OwnAttribute::type, "button");
    out_.attr(OwnAttribute::aria_pressed, &one == shown ? "true" : "false");
    out_.on(static_cast<std::uint32_t>(Action::office), one.id).text(one.name.in(language));
    out_.close().close();
  }
  out_.close().close();
}

}  // namespace townboard::widget
