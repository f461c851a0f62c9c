#include "feed/feed.h"
#include "text/sort.h"

namespace townboard::feed {
namespace {

time::Instant when(const Article& article) {
  if (article.published) return *article.published;
  return article.updated ? *article.updated : INT64_MIN;
}

bool same(const Article& a, const Article& b) {
  if (!a.id.empty() && !b.id.empty()) return a.id == b.id;
  if (!a.link.empty() && !b.link.empty()) return a.link == b.link;
  return a.title == b.title && when(a) == when(b);
}

}  // namespace

// Doubles are looked for among neighbours in time only: a town's feeds repeat an article on its day.
text::List<Article> merge(text::List<Feed> feeds) {
  constexpr std::size_t kNeighbours = 200;
  text::List<Article> all;
  for (Feed& feed : feeds) {
    for (Article& article : feed.articles) {
      article.source = feed.title;
      all.push_back(std::move(article));
    }
  }
  text::sort(all, [](const Article& a, const Article& b) { return when(a) > when(b); });
  text::List<Article> out;
  for (Article& article : all) {
    bool known = false;
    const std::size_t first = out.size() > kNeighbours ? out.size() - kNeighbours : 0;
    for (std::size_t i = first; i < out.size() && !known; ++i) known = same(out[i], article);
    if (!known) out.push_back(std::move(article));
  }
  return out;
}

}  // namespace townboard::feed
