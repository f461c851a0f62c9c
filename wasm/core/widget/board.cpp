#include "widget/board.h"

#include <algorithm>

#include "hours/parse.h"
#include "json/document.h"
#include "markup/safe_url.h"
#include "text/cursor.h"
#include "text/number.h"
#include "widget/content.h"
#include "widget/problems.h"

namespace townboard::widget {

Board::Board() : content_(std::make_unique<Content>()) {}
Board::~Board() = default;

void Board::set_option(std::string_view name, std::string_view value) {
  Content& content = *content_;
  const auto number = [&](int low, int high, int otherwise) {
    text::Cursor in(value);
    const int read = in.take_number(9);
    const bool good = in.done() && read >= low && read <= high;
    if (!good) content.objections.push_back({text::String(name), {&kBadOption, {}, {}, {}}});
    return good ? read : otherwise;
  };
  const auto shows = [&](std::string_view part) {
    return value.empty() || value.find(part) != std::string_view::npos;
  };
  if (name == "show") {
    content.show_status = shows("status");
    content.show_hours = shows("hours");
    content.show_contacts = shows("contacts");
    content.show_news = shows("news");
  } else if (name == "office") {
    content.office_id = value;
  } else if (name == "schedule") {
    content.schedule_id = value;
  } else if (name == "language") {
    content.language = value;
  } else if (name == "limit") {
    content.limit = static_cast<std::uint32_t>(number(1, 1000, 5));
  } else if (name == "heading-level") {
    content.heading_level = number(1, 5, 2);
  } else if (name == "soon") {
    content.soon_minutes = number(0, 240, 20);
  } else if (name == "new-since") {
    content.new_since = time::Instant{number(0, 999999999, 0)} * 60;
  } else if (name == "printed") {
    content.printed = time::Day{number(0, 99999, 0)};
  } else if (name == "src") {
    content.src = value;
  } else if (name == "theme") {
    content.theme = value;
  } else if (name == "low-vision") {
    content.low_vision = value != "off";
  } else {
    content.objections.push_back({text::String(name), {&kUnknownOption, {}, {}, {}}});
  }
}

bool Board::set_site(std::string_view json) {
  const json::Document document(json);
  if (!document.ok() || !document.root().is(json::Type::object)) {
    content_->object("site.json", document.problems());
    return false;
  }
  text::Problems problems;
  content_->site = site::read_site(document.root(), problems);
  content_->object("site.json", std::move(problems));
  content_->has_site = true;
  content_->zone = content_->site.zone;
  content_->feeds.clear();
  content_->feeds.resize(content_->site.feeds.size());
  content_->prepare();
  return true;
}

text::List<Need> Board::needs() const {
  const Content& content = *content_;
  text::List<Need> all;
  if (!content.has_site) return all;
  const text::String language = content.wanted_language();
  const bool given_up = std::find(content.failed_locales.begin(), content.failed_locales.end(),
                                  language) != content.failed_locales.end();
  if (content.locale_language != language && !given_up) {
    all.push_back({Need::Kind::locale, language, {}});
  }
  if (!content.zone && !content.zone_failed) {
    all.push_back({Need::Kind::zone, content.site.time_zone, {}});
  }
  if (!content.site.calendar.empty() && !content.calendar && !content.calendar_failed) {
    all.push_back({Need::Kind::calendar, content.site.calendar.substr(0, 2), {}});
  }
  for (const site::Office& office : content.site.offices) {
    for (const site::Schedule& schedule : office.schedules) {
      const bool done = std::find(content.sentences_done.begin(), content.sentences_done.end(),
                                  schedule.pointer) != content.sentences_done.end();
      if (schedule.is_sentence && !done) {
        text::String asked;
        for (const text::String& one : content.site.languages)
          asked += (asked.empty() ? "" : ",") + one;
        all.push_back({Need::Kind::phrase, schedule.pointer, asked + ' ' + schedule.text});
      }
    }
  }
  for (std::size_t i = 0; content.show_news && i < content.feeds.size(); ++i) {
    if (content.feeds[i].asked_for || !content.shows_feed(i)) continue;
    all.push_back({Need::Kind::feed, content.site.feeds[i].id, content.site.feeds[i].url});
  }
  return all;
}

void Board::supply(const Need& need, std::string_view bytes, std::string_view content_type,
                   time::Instant now) {
  Content& content = *content_;
  text::Problems problems;
  // What cannot be read counts as missing; why is said all the same.
  switch (need.kind) {
    case Need::Kind::locale: {
      const json::Document document(bytes);
      problems = document.problems();
      locale::Locale read = locale::Locale::read(document.root(), problems);
      if (!document.root().is(json::Type::object)) {
        fail(need, now);
        break;
      }
      content.locale = std::move(read);
      content.locale_language = need.name;
      content.merge_articles();
      break;
    }
    case Need::Kind::calendar: {
      const json::Document document(bytes);
      problems = document.problems();
      const text::String& whole = content.site.calendar;
      calendar::Calendar read = calendar::Calendar::read(
          document.root(), whole.size() > 2 ? std::string_view(whole) : std::string_view(),
          problems);
      if (!document.root().is(json::Type::object)) {
        fail(need, now);
        break;
      }
      content.calendar = std::move(read);
      content.prepare();
      break;
    }
    case Need::Kind::zone:
      content.zone = time::Zone::parse(bytes);
      content.zone_failed = !content.zone;
      content.prepare();
      break;
    case Need::Kind::phrase:
      for (site::Office& office : content.site.offices) {
        for (site::Schedule& schedule : office.schedules) {
          if (schedule.pointer != need.name) continue;
          hours::Reading reading = hours::read_hours(bytes);
          schedule.hours = std::move(reading.value);
        }
      }
      content.sentences_done.push_back(need.name);
      content.prepare();
      break;
    case Need::Kind::feed:
      for (std::size_t i = 0; i < content.feeds.size(); ++i) {
        if (content.site.feeds[i].id != need.name) continue;
        // Links of the feed stand against its address, and that against the site file's.
        const text::String url = markup::safe_url(need.text, content.src).value_or(need.text);
        feed::Reading reading = feed::read_feed(bytes, {url, content_type});
        problems = std::move(reading.problems);
        content.take_feed(i, {true, !reading.ok, now, std::move(reading.feed), {}});
      }
      break;
  }
  content.object(need.name, std::move(problems));
}

void Board::fail(const Need& need, time::Instant) {
  Content& content = *content_;
  switch (need.kind) {
    case Need::Kind::locale:
      content.failed_locales.push_back(need.name);
      break;
    case Need::Kind::calendar:
      content.calendar_failed = true;
      break;
    case Need::Kind::zone:
      content.zone_failed = true;
      break;
    case Need::Kind::phrase:
      content.sentences_done.push_back(need.name);
      break;
    case Need::Kind::feed:
      for (std::size_t i = 0; i < content.feeds.size(); ++i) {
        if (content.site.feeds[i].id != need.name) continue;
        content.feeds[i].asked_for = true;
        content.feeds[i].failed = true;
      }
      break;
  }
}

bool Board::act(Action action, std::string_view value, time::Instant) {
  Content& content = *content_;
  content.announcement.clear();
  switch (action) {
    case Action::open_article:
      content.open_article = value;
      content.focus = "article";
      return true;
    case Action::close_article:
      content.focus = content.open_article;
      content.open_article.clear();
      return true;
    case Action::show_more:
      content.shown = (content.shown == 0 ? content.limit : content.shown) + content.limit;
      return true;
    case Action::search:
      content.query = value;
      return true;
    case Action::category:
      content.category = value;
      return true;
    case Action::office:
      content.office_id = value;
      return true;
    case Action::schedule:
      content.schedule_id = value;
      return true;
    case Action::language:
      content.language = value;
      content.show_fresh();  // other feeds may be shown now
      return true;
    case Action::low_vision:
      content.low_vision = !content.low_vision;
      return true;
    case Action::contrast:
      content.dark_contrast = !content.dark_contrast;
      return true;
    case Action::images:
      content.images_off = !content.images_off;
      return true;
    case Action::show_arrived:
      content.show_fresh();
      if (!content.articles.empty()) content.focus = content.articles.front().id;
      return true;
    case Action::refresh:
      for (LoadedFeed& feed : content.feeds) feed.asked_for = false;
      return false;
    case Action::retry:
      for (LoadedFeed& feed : content.feeds) feed.asked_for = feed.asked_for && !feed.failed;
      return true;
    default:
      return false;
  }
}

void Board::done(Action action) {
  content_->announcement = action == Action::share ? "news.link_copied" : "contacts.copied";
}

view::Tree Board::draw(std::optional<time::Instant> now) const {
  return Drawer(*content_, now).draw();
}

// The next minute that says something else: a change of some schedule, the countdown before one,
// midnight.
std::optional<time::Instant> Board::next_change(time::Instant now) const {
  const Content& content = *content_;
  if (!content.zone) return std::nullopt;
  const time::Instant minute = now - now % 60 + 60;
  std::optional<time::Instant> next;
  const auto consider = [&](time::Instant at) {
    if (at > now && (!next || at < *next)) next = at;
  };
  for (const ReadySchedule& ready : content.schedules) {
    if (!ready.evaluator) continue;
    const auto change = ready.evaluator->next_change_instant(now);
    if (!change) continue;
    consider(*change);
    const time::Instant soon = *change - content.soon_minutes * 60;
    consider(soon > now ? soon : minute);
  }
  const time::Day today = time::day_of_wall(content.zone->wall_at(now));
  consider(content.zone->instant_of(time::wall_of(today + 1, 0)));
  // The mark on the bar and "12 minutes ago" go on by the minute.
  if (content.show_hours || content.show_news) consider(minute);
  return next;
}

text::String Board::take_announcement() { return std::exchange(content_->announcement, {}); }
text::String Board::take_focus() { return std::exchange(content_->focus, {}); }

text::String Board::status_json(time::Instant now) const {
  const Content& content = *content_;
  const ReadySchedule* main = nullptr;
  for (const ReadySchedule& ready : content.schedules) {
    if (ready.office != content.office()) continue;
    if (main == nullptr || ready.schedule->id == content.schedule_id) main = &ready;
  }
  text::String out = "{\"state\":\"";
  if (main == nullptr || !main->evaluator || !content.locale) {
    return out + "unknown\",\"sentence\":\"\",\"nextChange\":null}";
  }
  const time::Wall wall = content.zone->wall_at(now);
  const Status status = status_at(*main->evaluator, wall);
  out += state_name(status);
  out += "\",\"sentence\":\"";
  for (const char c : sentence_of(status, wall, *content.locale, content.soon_minutes).whole()) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  }
  out += "\",\"nextChange\":";
  const auto change = main->evaluator->next_change_instant(now);
  if (change) {
    text::append_number(out, *change);
  } else {
    out += "null";
  }
  return out + "}";
}

text::List<Board::Objection> Board::take_problems() {
  return std::exchange(content_->objections, {});
}

}  // namespace townboard::widget
