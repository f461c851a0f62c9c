// The values of a feed's elements: their text, and where it belongs.
#include "feed/dates.h"
#include "feed/formats.h"
#include "feed/problems.h"
#include "feed/xml_feed.h"
#include "markup/byte_class.h"
#include "text/cursor.h"
#include "text/utf8.h"

namespace townboard::feed {
namespace {

constexpr std::size_t kMaxValue = 1 << 20;

}  // namespace

text::String XmlFeed::url(std::string_view written) const {
  return url_at(written, base_);
}

text::String XmlFeed::url_in(const XmlEvent& event, std::string_view key) const {
  return url(markup::attribute_of(event.attributes, key));
}

void XmlFeed::set_link(text::String link) {
  if (!link.empty()) (article_ ? article().link : feed().link) = std::move(link);
}

void XmlFeed::category(std::string_view text) {
  if (article_) add_category(article(), plain_text(text));
}

XmlFeed::Format XmlFeed::format_of(const XmlEvent& event, Field field, Space space) const {
  const bool rich =
      field == Field::title || field == Field::summary || field == Field::content;
  if (space == Space::xhtml) return Format::markup;
  if (!rich) return Format::plain;
  const text::String type = text::lowered(raw(event, "type"));
  const std::string_view mode = raw(event, "mode");
  if (mode == "base64") return Format::base64;
  const bool xhtml = type == "xhtml" || type == "application/xhtml+xml" || type.ends_with("+xml");
  if (xhtml) return mode == "escaped" ? Format::html : Format::markup;
  if (mode == "xml") return Format::markup;
  if (type == "html" || type == "text/html" || mode == "escaped") return Format::html;
  if (type.find('/') != text::String::npos && !type.starts_with("text/")) return Format::base64;
  return atom_ || type == "text" || type == "text/plain" ? Format::plain : Format::html;
}

text::String XmlFeed::gather(const XmlEvent& opened, Format format) {
  text::String out;
  const Name outer = name_of(opened.name);
  int same = 0;
  for (;;) {
    const XmlEvent event = reader_.next();
    if (event.kind == Kind::end_of_input) break;
    // What is more than a safe tree holds is passed over.
    const std::size_t room = out.size() < kMaxValue ? kMaxValue - out.size() : 0;
    const std::string_view text = markup::whole_characters(event.text, room);
    if (event.kind == Kind::text) {
      if (format == Format::markup) {
        out += text;
      } else {
        entities_.append(out, text);
      }
      continue;
    }
    if (event.kind == Kind::cdata) {
      if (format == Format::markup) {
        out += escaped(text);
      } else {
        out += text;
      }
      continue;
    }
    const Name name = name_of(event.name);
    if (event.kind == Kind::end) {
      if (name == outer && same-- == 0) break;
      if (ends_container(name)) {
        reader_.seek(event.begin);
        break;
      }
    } else {
      if (ends_value(name) && format != Format::markup && name != outer) {
        reader_.seek(event.begin);
        break;
      }
      if (name == outer && !event.self_closing) ++same;
    }
    if (out.size() < kMaxValue) append_tag(out, event);
  }
  return out;
}

void XmlFeed::append_tag(text::String& out, const XmlEvent& event) {
  out += event.kind == Kind::end ? "</" : "<";
  out += local_name(event.name);
  if (event.kind == Kind::start) out += event.attributes;
  out += event.self_closing ? "/>" : ">";
}

void XmlFeed::leaf(const XmlEvent& event, Field field, Space space) {
  const Format format = format_of(event, field, space);
  // Rule: XML Base, section 3: on every element; of the texts of an article, the content's decides.
  if (article_ && field == Field::content && !raw(event, "xml:base").empty()) {
    article().base_url = url_in(event, "xml:base");
  }
  if (field == Field::id && text::equal_ignoring_case(raw(event, "isPermaLink"), "false")) permalink_ = false;
  if (field == Field::category) category(category_of(event));
  text::String text = gather(event, format);
  names_.leave(event.name);  // its end tag was read with its value
  const std::string_view rel = field == Field::link ? raw(event, "rel") : std::string_view();
  if (!rel.empty() && rel != "alternate") {
    if (rel == "enclosure" && article_) add_enclosure(article(), {url(text), {}, 0});
    return;
  }
  if (format == Format::base64) text = from_base64(text).value_or(text);
  const std::string_view trimmed = text::trimmed(text);
  if (trimmed.empty()) return;
  const bool rich =
      field == Field::title || field == Field::summary || field == Field::content;
  if (rich && format == Format::plain) {
    text = escaped(trimmed);
  } else if (trimmed.size() < text.size()) {
    text = trimmed;
  }
  if (article_) {
    set_in_article(field, space, std::move(text));
  } else {
    set_in_feed(field, space, std::move(text));
  }
}

void XmlFeed::set_in_article(Field field, Space space, text::String text) {
  Article& to = article();
  const bool core = space == Space::core;
  switch (field) {
    case Field::title:
      if (to.title.empty() || (core && !core_title_)) to.title = plain_text(text);
      core_title_ = core_title_ || core;
      break;
    case Field::link: set_link(url(text)); break;
    case Field::id:
      if (to.id.empty() || core) to.id = std::move(text);
      break;
    case Field::summary:
      if (to.raw_summary.empty() || core) to.raw_summary = std::move(text);
      break;
    case Field::content:
      if (to.raw_content.empty()) to.raw_content = std::move(text);
      break;
    case Field::published: date(to.published, text); break;
    case Field::updated: date(to.updated, text); break;
    case Field::author: author(to.author, author_name(plain_text(text))); break;
    case Field::category: category(text); break;
    default: break;
  }
}

void XmlFeed::set_in_feed(Field field, Space space, text::String text) {
  Feed& to = feed();
  const bool core = space == Space::core;
  switch (field) {
    case Field::title:
      if (to.title.empty() || core) to.title = plain_text(text);
      break;
    case Field::link: set_link(url(text)); break;
    case Field::summary:
      if (to.subtitle.empty() || core) to.subtitle = plain_text(text);
      break;
    case Field::published:
    case Field::updated: date(to.updated, text); break;
    case Field::id: feed_id_ = std::move(text); break;
    case Field::language: to.language = std::move(text); break;
    default: break;
  }
}

void XmlFeed::date(std::optional<time::Instant>& to, std::string_view text) {
  const auto read = read_date(text);
  if (read) to = read;
}

void XmlFeed::author(text::String& to, std::string_view name) {
  if (name.empty() || to.find(name) != text::String::npos || to.size() > 1000) return;
  if (!to.empty()) to += ", ";
  to += name;
}

}  // namespace townboard::feed
