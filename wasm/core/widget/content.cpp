#include "widget/content.h"

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

void append_folded(text::String& out, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const text::Decoded next = text::decode_utf8(text, i);
    text::append_utf8(out, folded(next.character));
    i += next.length;
  }
}

}  // namespace

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

void Board::Content::prepare() {
  schedules.clear();
  if (!zone) return;
  for (const site::Office& one : site.offices) {
    for (const site::Schedule& schedule : one.schedules) {
      ReadySchedule& ready = schedules.emplace_back();
      ready.schedule = &schedule;
      ready.office = &one;
      ready.hours = schedule.hours;
      ready.context.zone = &*zone;
      ready.context.calendar = calendar ? &*calendar : nullptr;
      ready.context.position = one.position;
      ready.context.moved_days = schedule.moved_days && calendar.has_value();
      ready.context.holiday_eve_minutes = calendar ? schedule.eve_minutes : 0;
      ready.context.closures = &one.closures;
      if (ready.hours) {
        ready.evaluator = std::make_unique<hours::Evaluator>(*ready.hours, ready.context);
      }
    }
  }
}

text::List<feed::Article> Board::Content::merged(bool fresh) {
  text::List<feed::Feed> all;
  // News in the language of the board; all of them when none is.
  const text::String wanted = wanted_language();
  bool any = false;
  for (std::size_t i = 0; i < feeds.size(); ++i) {
    any = any || site.feeds[i].language == wanted || site.feeds[i].language.empty();
  }
  for (std::size_t i = 0; i < feeds.size(); ++i) {
    const text::String& its = site.feeds[i].language;
    if (any && !its.empty() && its != wanted) continue;
    feed::Feed copy = fresh && feeds[i].fresh ? *feeds[i].fresh : feeds[i].feed;
    copy.title = site.feeds[i].name.in(wanted);
    const std::uint32_t most = site.feeds[i].limit;
    if (most != 0 && copy.articles.size() > most) copy.articles.resize(most);
    all.push_back(std::move(copy));
  }
  many_sources = all.size() > 1;
  return feed::merge(std::move(all));
}

void Board::Content::merge_articles() {
  articles = merged(false);
  folded.clear();
  for (const feed::Article& article : articles) {
    text::String text;
    append_folded(text, article.title);
    text += ' ';
    append_folded(text, article.lead(400));
    folded.push_back(std::move(text));
  }
}

// The first news are shown at once. Later ones wait, so that nothing moves under a reader's eyes,
// unless they bring no new article.
void Board::Content::take_feed(std::size_t index, LoadedFeed loaded) {
  LoadedFeed& feed = feeds[index];
  feed.asked_for = true;
  feed.failed = loaded.failed;
  if (loaded.failed) return;
  feed.came = loaded.came;
  if (articles.empty()) {
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

text::List<std::uint32_t> Board::Content::found_articles() const {
  text::List<std::uint32_t> found;
  text::String wanted;
  append_folded(wanted, query);
  for (std::uint32_t i = 0; i < articles.size(); ++i) {
    bool fits = wanted.empty() || folded[i].find(wanted) != text::String::npos;
    if (fits && !category.empty()) {
      fits = false;
      for (const text::String& one : articles[i].categories) fits = fits || one == category;
    }
    if (fits) found.push_back(i);
  }
  return found;
}

void Board::Content::object(text::String source, text::Problems problems) {
  for (text::Problem& problem : problems) objections.push_back({source, std::move(problem)});
}

}  // namespace townboard::widget
