// The elements of a feed: articles, containers, attachments.
#include "feed/dates.h"
#include "feed/formats.h"
#include "feed/problems.h"
#include "feed/xml_feed.h"
#include "markup/safe_url.h"
#include "text/cursor.h"
#include "text/utf8.h"

namespace townboard::feed {

bool XmlFeed::read_on(std::size_t bytes) {
  const std::size_t begin = reader_.offset();
  while (article_ || reader_.offset() - begin < bytes) {
    const XmlEvent event = reader_.next();
    if (event.kind == Kind::end_of_input || full_) {
      finish();
      return false;
    }
    if (event.kind == Kind::start) start(event);
    if (event.kind == Kind::end) {
      names_.leave(event.name);
      end(name_of(event.name));
    }
  }
  return true;
}

void XmlFeed::finish() {
  finish_article();
  if (feed().link.empty()) feed().link = url(feed_id_);
  if (!known_root_ && articles_ == 0) {
    reading_.problems.push_back({page_ ? &kPageNotFeed : &kNotAFeed, {}, alternates_});
  } else {
    reading_.ok = true;
  }
}

void XmlFeed::start(const XmlEvent& event) {
  if (!reader_.internal_subset().empty() && !subset_read_) {
    entities_.declare(reader_.internal_subset());
    subset_read_ = true;
  }
  names_.enter(event.name, event.attributes);
  const Name name = name_of(event.name);
  const Space space = names_.space_of(event.name);
  if (!known_root_ && root(event, name)) return;
  if (is_article(name) && space == Space::core) return open_article(event);
  if (inside_ != Name::other) return inside(event, name);
  if (container(event, name, space)) return;
  if (attachment(event, name, space)) return;
  if (name == Name::link && space == Space::core && linked(event)) return;
  const Field field = field_of(space, name);
  if (space == Space::core && name == Name::author) return person(event);
  if (field == Field::none || event.self_closing) {
    if (name == Name::category) category(category_of(event));
    return;
  }
  leaf(event, field, space);
}

text::String XmlFeed::category_of(const XmlEvent& event) {
  text::String label = markup::attribute_of(event.attributes, "label");
  return label.empty() ? markup::attribute_of(event.attributes, "term") : label;
}

bool XmlFeed::root(const XmlEvent& event, Name name) {
  if (name == Name::html || name == Name::body || name == Name::head) page_ = true;
  if (page_ && name == Name::link && raw(event, "rel") == "alternate") {
    const std::string_view type = raw(event, "type");
    const auto says = [&](std::string_view word) { return type.find(word) != std::string_view::npos; };
    const text::String address = url_in(event, "href");
    if (!address.empty() && (says("rss") || says("atom") || says("feed+json"))) {
      if (!alternates_.empty()) alternates_ += ' ';
      alternates_ += address;
    }
  }
  if (page_) return true;
  known_root_ = name == Name::rss || name == Name::rdf || name == Name::feed || name == Name::channel;
  if (!known_root_) return false;
  atom_ = name == Name::feed;
  rebase(event);
  feed().language = raw(event, "xml:lang");
  return true;
}

void XmlFeed::rebase(const XmlEvent& event) {
  if (raw(event, "xml:base").empty()) return;
  text::String base = url_in(event, "xml:base");
  if (!base.empty()) base_ = std::move(base);
}

void XmlFeed::open_article(const XmlEvent& event) {
  finish_article();
  if (articles_ == kMaxArticles) {
    if (!full_) text::report(reading_.problems, kTooManyArticles);
    full_ = true;
    return;
  }
  inside_ = Name::other;
  outer_base_ = base_;
  rebase(event);
  feed().articles.add();
  ++articles_;
  article_ = true;
  permalink_ = true;
  core_title_ = false;
  article().base_url = base_;
  article().id = markup::attribute_of(event.attributes, "rdf:about");
  // Rule: Channel Definition Format, W3C NOTE-CDFsubmit, <Item>.
  if (!raw(event, "href").empty()) set_link(url_in(event, "href"));
  date(article().updated, raw(event, "lastmod"));
  if (event.self_closing) finish_article();
}

void XmlFeed::finish_article() {
  if (!article_) return;
  article_ = false;
  base_ = outer_base_;
  Article& read = article();
  // Rule: RSS 2.0, guid. One that is no address by itself is no link, whatever is said of it.
  if (read.link.empty() && permalink_) read.link = url_at(read.id, {});
  if (!read.link.empty() && read.base_url.empty()) read.base_url = read.link;
}

void XmlFeed::end(Name name) {
  if (is_article(name)) finish_article();
  if (ends_container(name) || name == inside_) inside_ = Name::other;
}

bool XmlFeed::container(const XmlEvent& event, Name name, Space space) {
  const bool own = space == Space::core && !event.self_closing &&
                   (name == Name::image || name == Name::textinput || name == Name::source ||
                    name == Name::contributor);
  // app:collection names a place to write to, in Atom's words.
  const bool foreign = name == Name::collection && !event.self_closing;
  if (own || foreign) inside_ = name;
  return own || foreign;
}

void XmlFeed::person(const XmlEvent& event) {
  if (event.self_closing) return;
  const std::size_t at = reader_.offset();
  const XmlEvent first = reader_.next();
  const XmlEvent second = first.kind == Kind::text ? reader_.next() : first;
  const bool structured =
      second.kind == Kind::start &&
      (first.kind != Kind::text || text::trimmed(first.text).empty());
  reader_.seek(at);
  if (structured) {
    inside_ = Name::author;
  } else {
    leaf(event, Field::author, Space::core);
  }
}

void XmlFeed::inside(const XmlEvent& event, Name name) {
  if (inside_ != Name::author || name != Name::name || event.self_closing) return;
  leaf(event, Field::author, Space::core);
}

bool XmlFeed::attachment(const XmlEvent& event, Name name, Space space) {
  if (space == Space::core && name == Name::enclosure) {
    enclose(event, "url");
    return true;
  }
  if (space == Space::itunes && name == Name::image) {
    image(url_in(event, "href"));
    return true;
  }
  if (space != Space::media) return false;
  const bool picture = raw(event, "type").starts_with("image") || raw(event, "medium") == "image";
  if (name == Name::thumbnail || (name == Name::content && picture)) {
    image(url_in(event, "url"));
  }
  return name != Name::description && name != Name::title;  // which may stand for those of the article
}

void XmlFeed::image(text::String address) {
  if (article_ && article().image.empty()) article().image = std::move(address);
}

void XmlFeed::enclose(const XmlEvent& event, std::string_view key) {
  if (!article_) return;
  // The address of a file is the publisher's: nothing in it is changed.
  const text::String written = markup::attribute_of(event.attributes, key);
  std::optional<text::String> file = markup::safe_url(written, base_, true);
  if (!file) return;
  Enclosure read{std::move(*file), raw(event, "type"), 0};
  for (const char c : raw(event, "length")) {
    if (!text::is_digit(c) || read.length > (1ull << 50)) break;
    read.length = read.length * 10 + static_cast<std::uint64_t>(c - '0');
  }
  if (read.type.starts_with("image/")) image(read.url);
  add_enclosure(article(), std::move(read));
}

bool XmlFeed::linked(const XmlEvent& event) {
  if (raw(event, "href").empty()) return event.self_closing;
  const std::string_view rel = raw(event, "rel");
  const std::string_view type = raw(event, "type");
  const bool page = type.empty() || type.find("html") != std::string_view::npos;
  if (text::equal_ignoring_case(rel, "enclosure")) enclose(event, "href");
  if ((rel.empty() || text::equal_ignoring_case(rel, "alternate")) && page) set_link(url_in(event, "href"));
  return true;
}

Reading read_xml_feed(std::string_view text, std::string_view url) {
  XmlFeed feed(text, url);
  while (feed.read_on(SIZE_MAX)) {}
  return std::move(feed.reading());
}

}  // namespace townboard::feed
