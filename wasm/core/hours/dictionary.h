#pragma once

#include <optional>

#include "hours/words.h"
#include "text/list.h"
#include "text/string.h"

namespace townboard::hours {

// Words of more languages than the core knows, and sayings of several words. An interface, so that a module without
// them has none of their code.
class Dictionary {
 public:
  // What begins a text and may go on behind it. Of a comment the value is a number for `comment`.
  struct Saying {
    Word word;
    std::uint32_t bytes;  // of the text that belong to it
  };

  // `lowered` in lower case. Nothing for words that mean nothing here.
  virtual std::optional<Word> word(std::string_view lowered) const = 0;
  virtual std::optional<Saying> saying(std::string_view lowered) const = 0;
  // The comment that a saying such as "nach Vereinbarung" stands for.
  virtual std::string_view comment(int number) const = 0;

 protected:
  ~Dictionary() = default;
};

// The words of data/hours/words.json.
class ListedWords final : public Dictionary {
 public:
  static constexpr std::size_t kMaxBytes = 32000;  // what is more is left out

  // A line for each meaning, the last one ended as well: what the grammar writes, and behind tabs the words for it, in
  // lower case.
  explicit ListedWords(std::string_view lines);

  std::optional<Word> word(std::string_view lowered) const override;
  std::optional<Saying> saying(std::string_view lowered) const override;
  std::string_view comment(int number) const override;

 private:
  std::optional<Word> meaning_at(std::size_t place) const;

  text::String lines_;                // with a tab behind every word
  text::List<std::uint32_t> sayings_;  // where those begin that the lexer would not take for one word
};

}  // namespace townboard::hours
