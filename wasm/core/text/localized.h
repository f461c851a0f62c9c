#pragma once

#include "text/string.h"
#include <string_view>
#include <utility>
#include "text/list.h"

namespace townboard::text {

// A text that may differ by language: a town's names, a holiday's name.
class Localized {
 public:
  Localized() = default;
  // The same in every language.
  explicit Localized(text::String text) { add({}, std::move(text)); }

  // `language` is a BCP 47 tag such as "be"; empty: for every language.
  void add(text::String language, text::String text) {
    texts_.emplace_back(std::move(language), std::move(text));
  }
  bool empty() const { return texts_.empty(); }

  // The text in `language`, else in its base language ("pt" for "pt-BR"), else the first one, else
  // "". The view lives as long as this object.
  std::string_view in(std::string_view language) const {
    for (;;) {
      for (const auto& [tag, text] : texts_) {
        if (tag == language) return text;
      }
      const std::size_t dash = language.rfind('-');
      if (dash == std::string_view::npos) break;
      language = language.substr(0, dash);
    }
    return first();
  }

  // What holds in every language, or else stands first; "" when there is nothing. Lives as long as this object.
  std::string_view first() const { return texts_.empty() ? std::string_view() : std::string_view(texts_.front().second); }

  const text::List<std::pair<text::String, text::String>>& all() const { return texts_; }

  friend bool operator==(const Localized&, const Localized&) = default;

 private:
  text::List<std::pair<text::String, text::String>> texts_;
};

}  // namespace townboard::text
