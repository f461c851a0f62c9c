// Any bytes as a feed: every article's contents are inert, and print to what is read as the same.
#include <cstdint>
#include <cstdlib>

#include "feed/feed.h"

namespace {

using namespace townboard;

void check(const markup::SafeTree& tree) {
  const std::string html = markup::print_html(tree);
  if (markup::print_html(markup::read_html(html)) != html) std::abort();
}

void check_link(const std::string& link) {
  if (link.empty()) return;
  for (const std::string_view scheme : {"https:", "http:", "mailto:", "tel:"}) {
    if (link.starts_with(scheme)) return;
  }
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (feed::encoding_of(bytes, {}).empty()) std::abort();
  const feed::Reading reading = feed::read_feed(bytes, {.url = "https://town.example/feed"});
  for (const feed::Article& article : reading.feed.articles) {
    check(article.summary());
    check(article.content());
    check_link(article.link);
    check_link(article.image);
    article.lead(100);
  }
  return 0;
}
