// Any bytes as a feed: every article's contents are inert, and print to what is read as the same.
#include <cstdint>
#include <cstdlib>

#include "feed/feed.h"
#include "text/utf8.h"

namespace {

using namespace townboard;

void check(const markup::SafeTree& tree) {
  const std::string html = markup::print_html(tree);
  if (markup::print_html(markup::read_html(html)) != html) std::abort();
}

// The days of the years 0 and 9999, and a day around them for zones.
constexpr time::Instant kFirst = time::Instant{time::day_of(0, 1, 1) - 2} * 86400;
constexpr time::Instant kLast = time::Instant{time::day_of(9999, 12, 31) + 6} * 86400;

void check_text(std::string_view text) {
  if (!text::is_valid_utf8(text)) std::abort();
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < ' ' || c == 0x7F) std::abort();
  }
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
    check_text(article.title);
    check_text(article.author);
    check_text(article.lead(100));
    for (const feed::Enclosure& enclosure : article.enclosures) check_link(enclosure.url);
    if (article.enclosures.size() > 64 || article.categories.size() > 64) std::abort();
    if (article.published && (*article.published < kFirst || *article.published > kLast)) std::abort();
  }
  return 0;
}
