#include "feed/feed.h"
#include "text/sort.h"

namespace townboard::feed {
namespace {

time::Instant when(const Article& article) {
  if (article.published) return *article.published;
  return article.updated ? *article.updated : INT64_MIN;
}

// Ids that are no URIs ("17") tell articles apart in one feed at most, and feeds of one town in several formats give one
// article several. Losing one is worse than showing it twice: whatever else agrees, the titles must.
bool same(const Article& a, const Article& b) {
  const bool ids = !a.id.empty() && !b.id.empty();
  if (ids && a.id == b.id && a.id.find(':') != text::String::npos) return true;
  if (a.title != b.title) return false;
  if (ids && a.id == b.id) return true;
  const bool moment = when(a) == when(b);
  if (!a.link.empty() && !b.link.empty()) return a.link == b.link && (moment || !ids);
  return moment && !a.title.empty();
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
