#include "widget/content.h"

namespace townboard::widget {

const site::Office* Board::Content::office() const {
  for (const site::Office& one : site.offices) {
    if (one.id == office_id) return &one;
  }
  return site.offices.empty() ? nullptr : &site.offices.front();
}

// The tag's language when the site has it, by its base language too; else the site's first.
text::String Board::Content::wanted_language() const {
  std::string_view tag = language;
  while (!tag.empty()) {
    for (const text::String& one : site.languages) {
      if (one == tag) return one;
    }
    const std::size_t dash = tag.rfind('-');
    tag = dash == std::string_view::npos ? std::string_view() : tag.substr(0, dash);
  }
  return site.languages.empty() ? "en" : site.languages.front();
}

const time::Zone& Board::Content::clock_zone() const { return *zone; }

Phone Board::Content::phone(std::string_view written) const {
  return phone_of(written, std::string_view(site.calendar).substr(0, 2));
}

void Board::Content::prepare() {
  schedules.clear();
  if (!zone) return;
  for (const site::Office& one : site.offices) {
    for (const site::Schedule& schedule : one.schedules) {
      ReadySchedule& ready = schedules.emplace_back();
      ready.schedule = &schedule;
      ready.office = &one;
      ready.context.zone = &*zone;
      ready.context.calendar = calendar ? &*calendar : nullptr;
      ready.context.position = one.position;
      ready.context.moved_days = schedule.moved_days && calendar.has_value();
      ready.context.holiday_eve_minutes = calendar ? schedule.eve_minutes : 0;
      ready.context.closures = &one.closures;
      if (schedule.hours) {
        ready.evaluator = std::make_unique<hours::Evaluator>(*schedule.hours, ready.context);
      }
    }
  }
}

// News in the language of the board; all of them when none is.
bool Board::Content::shows_feed(std::size_t index) const {
  const text::String wanted = wanted_language();
  bool any = false;
  for (const site::Feed& one : site.feeds) {
    any = any || one.language == wanted || one.language.empty();
  }
  const text::String& its = site.feeds[index].language;
  return !any || its.empty() || its == wanted;
}

text::List<feed::Article> Board::Content::merged(bool fresh) {
  text::List<feed::Feed> all;
  for (std::size_t i = 0; i < feeds.size(); ++i) {
    if (!shows_feed(i)) continue;
    feed::Feed copy = fresh && feeds[i].fresh ? *feeds[i].fresh : feeds[i].feed;
    copy.title = site.feeds[i].id;  // as the source of its articles
    const std::uint32_t most = site.feeds[i].limit;
    if (most != 0 && copy.articles.size() > most) copy.articles.resize(most);
    all.push_back(std::move(copy));
  }
  many_sources = all.size() > 1;
  text::List<feed::Article> out = feed::merge(std::move(all));
  for (feed::Article& one : out) {
    // "<feed>:<id>", by which the page's address and the drawing know it; not every feed has ids.
    text::String key = one.source;
    key += ':';
    key += !one.id.empty() ? one.id : !one.link.empty() ? one.link : one.title;
    one.id = std::move(key);
  }
  return out;
}

void Board::Content::merge_articles() {
  articles = merged(false);
  folded = {};
  for (const feed::Article& article : articles) folded.add(article.title, article.lead(400));
}

// The first news of a feed are shown at once. Later ones wait, so that nothing moves under a reader's
// eyes, unless they bring no new article.
void Board::Content::take_feed(std::size_t index, LoadedFeed loaded) {
  LoadedFeed& feed = feeds[index];
  feed.asked_for = true;
  feed.failed = loaded.failed;
  if (loaded.failed) return;
  const bool is_first = !feed.came;
  feed.came = loaded.came;
  if (is_first || articles.empty()) {
    feed.feed = std::move(loaded.feed);
    merge_articles();
    return;
  }
  feed.fresh = std::move(loaded.feed);
  arrived = 0;
  for (const feed::Article& one : merged(true)) {
    bool known = false;
    for (const feed::Article& other : articles) known = known || other.id == one.id;
    if (!known) ++arrived;
  }
  if (arrived == 0) show_fresh();
}

void Board::Content::show_fresh() {
  for (LoadedFeed& feed : feeds) {
    if (feed.fresh) feed.feed = std::move(*feed.fresh);
    feed.fresh.reset();
  }
  arrived = 0;
  merge_articles();
}

Found Board::Content::found_articles(std::uint32_t most) const {
  Found found;
  const Needle needle(query);
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    if (!needle.is_in(folded.of(i))) continue;
    bool fits = category.empty();
    for (const text::String& one : articles[i].categories) fits = fits || one == category;
    if (fits && found.count++ < most) found.first.push_back(i);
  }
  return found;
}

void Board::Content::object(text::String source, text::Problems problems) {
  for (text::Problem& problem : problems) objections.push_back({source, std::move(problem)});
}

}  // namespace townboard::widget
