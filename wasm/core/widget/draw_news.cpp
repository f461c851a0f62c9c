// The list of news, its search and categories, and one article opened in its place.
#include "text/number.h"
#include "widget/content.h"

namespace townboard::widget {
namespace {

using markup::Attribute;
using markup::Tag;
using view::kShape;
using view::OwnAttribute;
using view::OwnTag;

constexpr std::uint32_t kMaxCategories = 12;

std::uint32_t code(Action action) { return static_cast<std::uint32_t>(action); }

text::String iso_date(time::Wall wall) {
  const time::Civil date = time::civil_of(time::day_of_wall(wall));
  const int minute = time::minute_of_wall(wall);
  text::String out;
  text::append_number(out, date.year, 4);
  for (const int part : {date.month, date.day}) {
    out += '-';
    text::append_number(out, part, 2);
  }
  out += 'T';
  text::append_number(out, minute / 60, 2);
  out += ':';
  text::append_number(out, minute % 60, 2);
  return out;
}

}  // namespace

// "2 hours ago", for a week; then the date. Minutes in steps of five: nobody needs them finer, and
// a list of fresh news does not change every minute.
text::String Drawer::relative(time::Instant instant) const {
  const time::Wall then = content_.clock_zone().wall_at(instant);
  const time::Day day = time::day_of_wall(then);
  if (now_) {
    const time::Instant age = *now_ - instant;
    if (age >= 0 && age < 300) return text::String(words("news.just_now"));
    if (age >= 0 && age < 3600) {
      return locale_.counted("news.minutes_ago", static_cast<int>(age / 300 * 5));
    }
    if (age >= 0 && age < 86400) {
      return locale_.counted("news.hours_ago", static_cast<int>(age / 3600));
    }
    const int days = time::day_of_wall(wall_) - day;
    if (days == 1) return text::String(words("day.yesterday"));
    if (days > 1 && days < 7) return locale_.counted("news.days_ago", days);
  }
  return locale_.date(day);
}

void Drawer::time_element(time::Instant instant) {
  const time::Wall wall = content_.clock_zone().wall_at(instant);
  const text::String whole = locale_.weekday_and_date(time::day_of_wall(wall)) + ", " +
                             locale_.clock(time::minute_of_wall(wall));
  out_.open(Tag::time).attr(Attribute::datetime, iso_date(wall));
  const text::String shown = relative(instant);
  out_.attr(Attribute::title, whole).text(shown).close();
  // Few readers of screens say a title. Another tag than its neighbours have: they stay where they
  // are when it comes.
  if (shown != locale_.date(time::day_of_wall(wall)))
    out_.leaf(kShape<Tag::small, "class=spoken">, whole);
}

void Drawer::meta(const feed::Article& article) {
  out_.open(kShape<Tag::div, "class=meta|part=meta">);
  const std::optional<time::Instant> since =
      article.published ? article.published : article.updated;
  if (since) time_element(*since);
  if (content_.new_since != 0 && since && *since > content_.new_since) {
    out_.leaf(kShape<Tag::strong, "class=new">, words("news.new"));
  }
  for (const text::String& category : article.categories)
    out_.leaf(kShape<Tag::span, "">, category);
  if (!article.author.empty()) {
    out_.leaf(kShape<Tag::span, "">, locale_.fill("news.by", {{"name", article.author}}));
  }
  for (const site::Feed& feed : content_.site.feeds) {
    if (!content_.many_sources || feed.id != article.source || feed.name.empty()) continue;
    const std::string_view name = feed.name.in(locale_.language());
    out_.leaf(kShape<Tag::span, "">, locale_.fill("news.source", {{"name", name}}));
  }
  out_.close();
}

void Drawer::item(const feed::Article& article, bool lead) {
  out_.open(lead ? kShape<Tag::article, "class=item lead|part=item">
                 : kShape<Tag::article, "class=item|part=item">,
            view::key_of(article.id));
  // Beside the title, which says what it shows; its room is kept by the style sheet.
  if (!article.image.empty()) {
    out_.open(kShape<Tag::img,
                     "class=picture|part=picture|alt=|loading=lazy|referrerpolicy=no-referrer">)
        .attr(Attribute::src, article.image)
        .close();
  }
  out_.open(heading(1));
  out_.open(kShape<Tag::a, "dir=auto">)
      .attr(Attribute::href, article.link.empty() ? "#" : article.link)
      .attr(OwnAttribute::data_key, article.id);
  out_.on(code(Action::open_article), article.id).text(article.title).close();
  out_.close();
  const text::String words = article.lead(180);
  if (!words.empty()) out_.open(kShape<Tag::p, "dir=auto">).text(words).close();
  meta(article);
  out_.close();
}

void Drawer::article(const feed::Article& article) {
  out_.open(kShape<Tag::article, "class=article|part=article">, view::key_of(article.id));
  out_.open(kShape<Tag::div, "class=more">);
  button(Action::close_article, {}, "news.back");
  if (!article.link.empty()) button(Action::share, article.link, "news.share");
  button(Action::print, {}, "news.print");
  out_.close();
  out_.open(heading(0))
      .attr(OwnAttribute::tabindex, "-1")
      .attr(Attribute::dir, "auto")
      .attr(OwnAttribute::data_key, "article")
      .text(article.title)
      .close();
  meta(article);
  markup::HtmlOptions options;
  options.heading_level = content_.heading_level + 1;
  options.base_url = article.base_url;
  const markup::SafeTree tree =
      article.has_content() ? article.content(options) : article.summary(options);
  out_.open(kShape<Tag::div, "class=content|dir=auto">).embed(tree).close();
  if (!article.link.empty()) {
    out_.open(Tag::p)
        .open(kShape<Tag::a, "rel=noopener noreferrer">)
        .attr(Attribute::href, article.link)
        .text(words("news.original"))
        .close()
        .close();
  }
  out_.close();
}

void Drawer::news() {
  open_labelled(kShape<Tag::section, "class=card news|part=news">, "news.title");
  if (!content_.open_article.empty()) {
    for (const feed::Article& one : content_.articles) {
      if (one.id != content_.open_article) continue;
      article(one);
      out_.close();
      return;
    }
  }
  list();
  out_.close();
}

void Drawer::list() {
  out_.open(kShape<Tag::div, "class=tools|part=tools">);
  out_.open(heading(0)).text(words("news.title")).close();
  open_labelled(kShape<OwnTag::input, "type=search|part=search">, "news.search");
  out_.attr(OwnAttribute::placeholder, words("news.search"));
  out_.on(code(Action::search)).close();
  out_.close();

  text::List<std::string_view> categories;
  for (const feed::Article& one : content_.articles) {
    for (const text::String& name : one.categories) {
      bool known = categories.size() >= kMaxCategories;
      for (const std::string_view other : categories) known = known || other == name;
      if (!known) categories.push_back(name);
    }
  }
  if (categories.size() > 1) {
    open_labelled(kShape<Tag::ul, "class=chips">, "news.categories");
    categories.insert(0, std::string_view());
    for (const std::string_view name : categories) {
      out_.open(Tag::li, view::key_of(name));
      toggle(name == content_.category, Action::category, name,
             name.empty() ? words("news.all") : name);
      out_.close();
    }
    out_.close();
  }

  if (content_.arrived > 0) {
    out_.open(kShape<Tag::div, "class=more|role=status">);
    press(kShape<OwnTag::button, "type=button|class=plain arrived|part=button">, Action::show_arrived, {},
          locale_.counted("news.arrived", content_.arrived));
    out_.close();
  }
  const std::uint32_t most = content_.shown == 0 ? content_.limit : content_.shown;
  const Found found = content_.found_articles(most);
  const bool all = content_.query.empty() && content_.category.empty();
  out_.open(kShape<Tag::div, "class=items">);
  for (std::uint32_t i = 0; i < found.first.size(); ++i) {
    item(content_.articles[found.first[i]], all && i == 0);
  }
  out_.close();
  news_notes(found.count, most);
}

// What stands below the articles: why there are none, how old they are, and how to get more.
void Drawer::news_notes(std::size_t found, std::uint32_t most) {
  bool failed = false;
  bool waiting = false;
  std::optional<time::Instant> came;  // of a feed that failed since, else of the last one
  for (std::size_t i = 0; i < content_.feeds.size(); ++i) {
    if (!content_.shows_feed(i)) continue;
    const LoadedFeed& feed = content_.feeds[i];
    if (feed.came && (feed.failed || !failed)) came = feed.came;
    failed = failed || feed.failed;
    waiting = waiting || !feed.asked_for;
  }
  text::String clock;
  if (came) clock = locale_.clock(time::minute_of_wall(content_.clock_zone().wall_at(*came)));
  if (content_.articles.empty()) {
    // As high as the articles will be.
    for (std::uint32_t i = 0; waiting && i < most; ++i) {
      out_.open(kShape<Tag::div, "class=skeleton|aria-hidden=true">).close();
    }
    out_.leaf(kShape<Tag::p, "class=note">, words(waiting  ? "news.loading"
                                                  : failed ? "news.failed"
                                                           : "news.empty"));
  } else if (!content_.query.empty() || found == 0) {
    out_.open(kShape<Tag::p, "class=note|role=status">);
    out_.text(found == 0 ? locale_.fill("news.not_found", {{"query", content_.query}})
                         : locale_.counted("news.found", static_cast<int>(found)));
    out_.close();
  } else if (came && failed) {
    out_.leaf(kShape<Tag::p, "class=note">, locale_.fill("news.stale", {{"time", clock}}));
  }
  out_.open(kShape<Tag::div, "class=more">);
  if (found > most) {
    button(Action::show_more, {}, "news.more");
    if (now_ && came && !failed)
      out_.leaf(kShape<Tag::span, "class=note">, locale_.fill("news.updated", {{"time", clock}}));
  }
  if (failed) button(Action::retry, {}, "news.retry");
  out_.close();
}

}  // namespace townboard::widget
