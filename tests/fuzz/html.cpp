// Any bytes as HTML: the tree is one, holds only harmless links, and prints to what is read as the same.
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "markup/safe_tree.h"
#include "text/utf8.h"

namespace {

using namespace townboard::markup;

// Bounds of the reader, and that every byte is that of a text or an attribute in valid UTF-8 without controls.
void check_text(std::string_view text) {
  if (!townboard::text::is_valid_utf8(text)) std::abort();
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte < 0x20 && c != '\t' && c != '\n') || byte == 0x7F) std::abort();
  }
}

void check_bounds(const SafeTree& tree) {
  if (tree.nodes().size() > 20'000) std::abort();
  std::vector<std::size_t> ends;
  std::size_t size = 0;
  for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
    while (!ends.empty() && ends.back() <= i) ends.pop_back();
    const auto& node = tree.nodes()[i];
    if (!ends.empty() && i + node.size > ends.back()) std::abort();
    if (node.tag == Tag::text) {
      check_text(tree.text_of(node));
      size += node.text_size;
      continue;
    }
    ends.push_back(i + node.size);
    if (ends.size() > 100) std::abort();
  }
  if (size > (2u << 20)) std::abort();
  for (const auto& attribute : tree.attributes()) check_text(tree.value_of(attribute));
}

void check_shape(const SafeTree& tree) {
  const auto& nodes = tree.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].size == 0 || i + nodes[i].size > nodes.size()) std::abort();
    if (nodes[i].tag == Tag::text && (nodes[i].text_size == 0 || nodes[i].size != 1)) std::abort();
    for (std::size_t a = nodes[i].attribute; a < nodes[i].attribute + nodes[i].attribute_count; ++a) {
      const auto& attribute = tree.attributes()[a];
      const std::string_view value = tree.value_of(attribute);
      if (attribute.name != Attribute::href && attribute.name != Attribute::src) continue;
      const bool harmless = value.starts_with("https:") || value.starts_with("http:") ||
                            (attribute.name == Attribute::href && (value.starts_with("mailto:") || value.starts_with("tel:")));
      if (!harmless) std::abort();
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const HtmlOptions options{.base_url = "https://town.example/news/"};
  const SafeTree tree = read_html(bytes, options);
  check_shape(tree);
  check_bounds(tree);
  const std::string html = print_html(tree);
  if (print_html(read_html(html, options)) != html) std::abort();
  print_text(tree);
  return 0;
}
