// Any bytes as HTML: the tree is one, holds only harmless links, and prints to what is read as the same.
#include <cstdint>
#include <cstdlib>

#include "markup/safe_tree.h"

namespace {

using namespace townboard::markup;

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
  const std::string html = print_html(tree);
  if (print_html(read_html(html, options)) != html) std::abort();
  print_text(tree);
  return 0;
}
