#include "hours/dictionary.h"

#include "text/cursor.h"

namespace townboard::hours {
namespace {

bool joins(char c) { return text::is_blank(c) || c == '_' || c == '-'; }

// Bytes of `text` that `saying` covers, up to its tab; 0 when the text does not begin with it. A blank stands for
// blanks, "_" or "-".
std::uint32_t covered(std::string_view text, const char* saying) {
  std::size_t at = 0;
  for (; *saying != '\t'; ++saying) {
    if (*saying == ' ') {
      const std::size_t begin = at;
      while (at < text.size() && joins(text[at])) ++at;
      if (at == begin) return 0;
    } else if (at >= text.size() || text[at++] != *saying) {
      return 0;
    }
  }
  const bool goes_on = at < text.size() && (text::is_alpha(text[at]) || text::is_digit(text[at]));
  return goes_on ? 0 : static_cast<std::uint32_t>(at);
}

}  // namespace

// The ends of the lines become tabs, so that one stands behind every word.
ListedWords::ListedWords(std::string_view lines) {
  std::uint32_t begin = 0;
  bool is_saying = false, is_name = true;
  for (const char c : lines.substr(0, kMaxBytes)) {
    if (c == '\n') lines_ += '\t';
    lines_ += c;
    if (c == '\t' || c == '\n') {
      if (is_saying && !is_name) sayings_.push_back(begin);
      begin = static_cast<std::uint32_t>(lines_.size());
      is_saying = false;
      is_name = c == '\n';
    }
    is_saying = is_saying || c == ' ' || text::is_digit(c);
  }
}

std::optional<Word> ListedWords::meaning_at(std::size_t place) const {
  const std::string_view lines = lines_;
  const std::size_t before = lines.rfind('\n', place);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::string_view name = lines.substr(begin, lines.find('\t', begin) - begin);
  if (name.starts_with('"')) return Word{TokenKind::comment, static_cast<std::int16_t>(begin), name};
  const Word* const word = word_named(name);
  return word != nullptr ? std::optional<Word>(*word) : std::nullopt;
}

std::optional<Word> ListedWords::word(std::string_view lowered) const {
  for (std::size_t at = lines_.find(lowered); at != text::String::npos; at = lines_.find(lowered, at + 1)) {
    if (at > 0 && lines_[at - 1] == '\t' && lines_[at + lowered.size()] == '\t') return meaning_at(at);
  }
  return std::nullopt;
}

std::optional<Dictionary::Saying> ListedWords::saying(std::string_view lowered) const {
  for (const std::uint32_t place : sayings_) {
    if (lines_[place] != lowered[0]) continue;
    const std::uint32_t bytes = covered(lowered, lines_.data() + place);
    if (bytes == 0) continue;
    if (const std::optional<Word> word = meaning_at(place)) return Saying{*word, bytes};
  }
  return std::nullopt;
}

std::string_view ListedWords::comment(int number) const {
  const std::string_view text = std::string_view(lines_).substr(static_cast<std::size_t>(number) + 1);
  return text.substr(0, text.find('"'));
}

}  // namespace townboard::hours
