#include "markup/safe_tree_builder.h"

#include <utility>

#include "markup/byte_class.h"
#include "markup/entities.h"

#include "text/cursor.h"
#include "text/utf8.h"

namespace townboard::markup {
namespace {

// Bidirectional controls that open an embedding or an isolate, and those that close one.
// Rule: Unicode Standard Annex 9, sections 2.1 to 2.5.
bool opens_embedding(char32_t c) { return c == 0x202A || c == 0x202B || c == 0x202D || c == 0x202E; }
bool opens_isolate(char32_t c) { return c >= 0x2066 && c <= 0x2068; }

}  // namespace

bool names_script(std::string_view value) {
  constexpr std::string_view kScript = "javascript";
  for (std::size_t at = value.find(':'); at != std::string_view::npos; at = value.find(':', at + 1)) {
    if (at >= kScript.size() && text::equal_ignoring_case(value.substr(at - kScript.size(), kScript.size()), kScript)) {
      return true;
    }
  }
  return false;
}

bool SafeTreeBuilder::open(Tag tag) {
  if (open_.size() >= kMaxDepth || tree_.nodes_.size() >= kMaxNodes) return false;
  const auto index = static_cast<std::uint32_t>(tree_.nodes_.size());
  tree_.nodes_.push_back(
      {tag, false, 0, static_cast<std::uint32_t>(tree_.attributes_.size()), 1, 0, 0});
  open_.push_back(index);
  behind_text_ = false;
  return true;
}

void SafeTreeBuilder::attribute(Attribute name, std::string_view value) {
  SafeTree::Node& node = tree_.nodes_[open_.back()];
  const auto begin = static_cast<std::uint32_t>(tree_.pool_.size());
  append_clean(value);
  // Harmless where it is, but a script of the host page may make a link of a title.
  if (names_script(tree_.pool_.substr(begin))) {
    tree_.pool_.resize(begin);
    // Of a picture without any a screen reader says the address.
    if (name != Attribute::alt) return;
  }
  const auto size = static_cast<std::uint32_t>(tree_.pool_.size()) - begin;
  tree_.attributes_.push_back({name, begin, size});
  ++node.attribute_count;
}

// Without C0 controls but tab and line feed, C1 controls as what Windows means by them, without what is no character,
// with every bidirectional embedding closed at its end, so that it cannot turn around the text behind it.
void SafeTreeBuilder::append_clean(std::string_view text) {
  text::String& out = tree_.pool_;
  int embeddings = 0;
  int isolates = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = end_of_text(text, i, kBackslashByte | kBlankByte | kDelicateByte);
    out += text.substr(i, end - i);
    i = end;
    if (i == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      if (byte == '\\' || byte == '\t' || byte == '\n') out += text[i];
      ++i;
      continue;
    }
    const text::Decoded next = text::decode_utf8(text, i);
    i += next.length;
    if (next.character >= 0x80 && next.character < 0xA0) {
      // Windows' quotation marks and dashes that somebody took for Latin-1.
      const char32_t meant = windows1252(next.character);
      if (meant >= 0xA0) text::append_utf8(out, meant);
      continue;
    }
    if (opens_embedding(next.character)) ++embeddings;
    if (opens_isolate(next.character)) ++isolates;
    if (next.character == 0x202C && --embeddings < 0) {
      embeddings = 0;
      continue;
    }
    if (next.character == 0x2069 && --isolates < 0) {
      isolates = 0;
      continue;
    }
    text::append_utf8(out, next.character);
  }
  for (; embeddings > 0; --embeddings) text::append_utf8(out, 0x202C);
  for (; isolates > 0; --isolates) text::append_utf8(out, 0x2069);
}

void SafeTreeBuilder::text(std::string_view raw, bool plain, bool visible) {
  if (tree_.pool_.size() + raw.size() > kMaxText) {
    const std::size_t left = kMaxText > tree_.pool_.size() ? kMaxText - tree_.pool_.size() : 0;
    raw = whole_characters(raw, left);
  }
  const auto begin = static_cast<std::uint32_t>(tree_.pool_.size());
  if (plain) {
    tree_.pool_ += raw;
  } else {
    append_clean(raw);
  }
  const auto size = static_cast<std::uint32_t>(tree_.pool_.size()) - begin;
  if (visible && text::trimmed(tree_.pool_.substr(begin)).empty()) tree_.pool_.resize(begin);
  if (tree_.pool_.size() == begin) return;
  if (behind_text_) {
    SafeTree::Node& before = tree_.nodes_.back();
    before.text_size += size;
    before.plain = before.plain && plain;
    return;
  }
  if (tree_.nodes_.size() >= kMaxNodes) return;
  tree_.nodes_.push_back({Tag::text, plain, 0, 0, 1, begin, size});
  behind_text_ = true;
}

void SafeTreeBuilder::close() {
  SafeTree::Node& node = tree_.nodes_[open_.back()];
  node.size = static_cast<std::uint32_t>(tree_.nodes_.size()) - open_.back();
  open_.pop_back();
  behind_text_ = false;
}

SafeTree SafeTreeBuilder::take() {
  while (!open_.empty()) close();
  return std::move(tree_);
}

}  // namespace townboard::markup
