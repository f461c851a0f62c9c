#include "widget/search.h"

#include "text/utf8.h"

namespace townboard::widget {
namespace {

// Small letters without the marks that people leave out when they type.
// Rule: the letters of data/locales; "ё" is found by "е", "ў" by "у", "é" by "e".
char32_t folded(char32_t character) {
  const char32_t lower = text::to_lower(character);
  switch (lower) {
    case U'ё':
      return U'е';
    case U'ў':
      return U'у';
    case U'й':
      return U'и';
    case U'ї':
      return U'і';
    default:
      break;
  }
  if (lower < 0xE0 || lower > 0x17F) return lower;
  // Latin 1 and Latin Extended A by their base letters, in the order of the code charts.
  constexpr char kBase[] =
      "aaaaaaaceeeeiiiidnooooo/ouuuuypyaaaaaaccccccccddddeeeeeeeeeegggggggghhhh"
      "iiiiiiiiiiiijjkkklllllllllllnnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuu"
      "uuuuuuwwyyyzzzzzzs";
  const std::size_t place = lower < 0x100 ? lower - 0xE0 : lower - 0x100 + 32;
  return place < sizeof kBase - 1 ? static_cast<char32_t>(kBase[place]) : lower;
}

// A byte for a letter of the Latin and Cyrillic alphabets, so that the search goes on by whole letters; three for others,
// of which only the first is below 0xC0.
void append_folded(text::String& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded next = text::decode_utf8(text, i);
    i += next.length;
    const char32_t c = folded(next.character);
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c >= 0x430 && c < 0x460) {
      out += static_cast<char>(0x80 + (c - 0x430));
    } else {
      out += static_cast<char>(0xB0 | (c >> 12 & 15));
      out += static_cast<char>(0xC0 | (c >> 6 & 63));
      out += static_cast<char>(0xC0 | (c & 63));
    }
  }
}

}  // namespace

void FoldedTexts::add(std::string_view title, std::string_view lead) {
  append_folded(pool_, title);
  pool_ += '\n';
  append_folded(pool_, lead);
  ends_.push_back(static_cast<std::uint32_t>(pool_.size()));
}

std::string_view FoldedTexts::of(std::uint32_t index) const {
  const std::uint32_t begin = index == 0 ? 0 : ends_[index - 1];
  return pool_.substr(begin, ends_[index] - begin);
}

Needle::Needle(std::string_view words) {
  append_folded(text_, words);
  const std::size_t size = text_.size() < 255 ? text_.size() : 255;
  text_.resize(size);
  for (std::uint8_t& one : skip_) one = static_cast<std::uint8_t>(size);
  for (std::size_t i = 0; i + 1 < size; ++i) {
    skip_[static_cast<std::uint8_t>(text_[i])] = static_cast<std::uint8_t>(size - 1 - i);
  }
}

bool Needle::is_in(std::string_view text) const {
  const std::size_t size = text_.size();
  if (size == 0) return true;
  for (std::size_t end = size; end <= text.size();) {
    const char last = text[end - 1];
    if (last == text_.back() && text.substr(end - size, size) == text_) return true;
    end += skip_[static_cast<std::uint8_t>(last)];
  }
  return false;
}

}  // namespace townboard::widget
