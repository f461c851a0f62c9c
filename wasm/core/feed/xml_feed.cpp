// read_xml_feed: one pass over the pieces of XML, for every dialect of RSS and Atom at once. What an element
// means depends on its name and on whether an article is open, not on what it stands in: that is what
// survives broken feeds.
#include "feed/dates.h"
#include "feed/formats.h"
#include "feed/problems.h"
#include "feed/xml_entities.h"
#include "feed/xml_names.h"
#include "markup/safe_url.h"
#include "markup/xml_reader.h"
#include "text/cursor.h"
#include "text/utf8.h"

namespace townboard::feed {
namespace {

using markup::XmlEvent;
using Kind = XmlEvent::Kind;

enum class Field : std::uint8_t {
  none, title, link, id, summary, content, published, updated, author, category, language, image,
};

struct Known {
  std::string_view name;
  Field field;
};

constexpr Known kCore[] = {
    {"title", Field::title}, {"link", Field::link}, {"guid", Field::id}, {"id", Field::id},
    {"description", Field::summary}, {"summary", Field::summary}, {"subtitle", Field::summary},
    {"tagline", Field::summary}, {"abstract", Field::summary}, {"content", Field::content},
    {"body", Field::content}, {"fullitem", Field::content}, {"pubdate", Field::published},
    {"published", Field::published}, {"issued", Field::published}, {"created", Field::published},
    {"updated", Field::updated}, {"modified", Field::updated}, {"lastbuilddate", Field::updated},
    {"category", Field::category}, {"language", Field::language}};
constexpr Known kDublinCore[] = {
    {"title", Field::title}, {"description", Field::summary}, {"creator", Field::author},
    {"author", Field::author}, {"date", Field::updated}, {"created", Field::published},
    {"issued", Field::published}, {"modified", Field::updated}, {"subject", Field::category},
    {"language", Field::language}, {"identifier", Field::id}};

template <std::size_t N>
Field field_in(const Known (&table)[N], std::string_view name) {
  for (const Known& known : table) {
    if (known.name == name) return known.field;
  }
  return Field::none;
}

Field field_of(Space space, std::string_view name) {
  switch (space) {
    case Space::core: return field_in(kCore, name);
    case Space::dublin_core: return field_in(kDublinCore, name);
    case Space::content: return name == "encoded" ? Field::content : Field::none;
    case Space::itunes:
      if (name == "summary") return Field::summary;
      return name == "author" ? Field::author : Field::none;
    case Space::xhtml: return name == "body" ? Field::content : Field::none;
    default: return Field::none;
  }
}

bool is_article(std::string_view name) { return name == "item" || name == "entry"; }

// Elements that never stand inside the value of a field: there the value's end tag is missing.
bool ends_value(std::string_view name) {
  return is_article(name) || name == "guid" || name == "pubdate" || name == "link" ||
         name == "description" || name == "updated" || name == "published" || name == "enclosure";
}

bool ends_container(std::string_view name) {
  return is_article(name) || name == "channel" || name == "rss" || name == "feed" || name == "rdf";
}

std::string lower_local(std::string_view name) { return text::lowered(local_name(name)); }

std::string from_base64(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    int digit = -1;
    if (c >= 'A' && c <= 'Z') digit = c - 'A';
    if (c >= 'a' && c <= 'z') digit = c - 'a' + 26;
    if (text::is_digit(c)) digit = c - '0' + 52;
    if (c == '+') digit = 62;
    if (c == '/') digit = 63;
    if (digit < 0) continue;
    bits = (bits << 6 | static_cast<std::uint32_t>(digit)) & 0xFFFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    out += static_cast<char>(bits >> count & 0xFF);
  }
  return text::is_valid_utf8(out) ? out : std::string();
}

// "office@town.example (Town Hall)" means the name in parentheses.
std::string author_name(const std::string& text) {
  const std::size_t open = text.find('(');
  if (text.find('@') >= open || open == std::string::npos) return text;
  const std::size_t close = text.find(')', open);
  return text.substr(open + 1, close == std::string::npos ? close : close - open - 1);
}

class XmlFeed {
 public:
  XmlFeed(std::string_view text, std::string_view url) : reader_(text), base_(url) {}

  Reading read() {
    for (;;) {
      const XmlEvent event = reader_.next();
      if (event.kind == Kind::end_of_input) break;
      if (event.kind == Kind::start) start(event);
      if (event.kind == Kind::end) end(lower_local(event.name));
    }
    finish_article();
    if (feed().link.empty()) feed().link = url(feed_id_);
    if (!known_root_ && feed().articles.empty()) {
      reading_.problems.push_back({page_ ? &kPageNotFeed : &kNotAFeed, {}, alternates_});
    } else {
      reading_.ok = true;
    }
    return std::move(reading_);
  }

 private:
  enum class Format : std::uint8_t { plain, html, markup, base64 };

  Feed& feed() { return reading_.feed; }

  void start(const XmlEvent& event) {
    if (!reader_.internal_subset().empty() && !subset_read_) {
      entities_.declare(reader_.internal_subset());
      subset_read_ = true;
    }
    names_.declare(event.attributes);
    const std::string name = lower_local(event.name);
    const Space space = names_.space_of(event.name);
    if (!known_root_ && root(event, name)) return;
    if (is_article(name) && space == Space::core) return open_article(event);
    if (inside_.size() > 0) return inside(event, name);
    if (container(event, name, space)) return;
    if (attachment(event, name, space)) return;
    if (name == "link" && space == Space::core && linked(event)) return;
    Field field = field_of(space, name);
    if (space == Space::core && name == "author") return person(event);
    if (field == Field::none || event.self_closing) {
      if (name == "category") category(markup::attribute_of(event.attributes, "term"));
      return;
    }
    leaf(event, field, space);
  }

  // Whether this is the element that says what the document is.
  bool root(const XmlEvent& event, std::string_view name) {
    if (name == "html" || name == "body" || name == "head") page_ = true;
    if (page_ && name == "link" && markup::attribute_of(event.attributes, "rel") == "alternate") {
      const std::string type = markup::attribute_of(event.attributes, "type");
      const auto url = markup::safe_url(markup::attribute_of(event.attributes, "href"), base_);
      if (url && (type.find("rss") != std::string::npos || type.find("atom") != std::string::npos ||
                  type.find("feed+json") != std::string::npos)) {
        if (!alternates_.empty()) alternates_ += ' ';
        alternates_ += *url;
      }
    }
    if (page_) return true;
    known_root_ = name == "rss" || name == "rdf" || name == "feed" || name == "channel";
    if (!known_root_) return false;
    atom_ = name == "feed";
    rebase(event);
    feed().language = markup::attribute_of(event.attributes, "xml:lang");
    return name != "channel" || !is_article(name);
  }

  void rebase(const XmlEvent& event) {
    const std::string base = markup::attribute_of(event.attributes, "xml:base");
    if (base.empty()) return;
    const auto absolute = markup::safe_url(base, base_);
    if (absolute) base_ = *absolute;
  }

  void open_article(const XmlEvent& event) {
    finish_article();
    if (feed().articles.size() == kMaxArticles) {
      if (!full_) reading_.problems.push_back({&kTooManyArticles, {}});
      full_ = true;
      return;
    }
    inside_.clear();
    outer_base_ = base_;
    rebase(event);
    feed().articles.emplace_back();
    article_ = true;
    permalink_ = true;
    core_title_ = false;
    article().base_url = base_;
    article().id = markup::attribute_of(event.attributes, "rdf:about");
    if (event.self_closing) finish_article();
  }

  Article& article() { return feed().articles.back(); }

  void finish_article() {
    if (!article_) return;
    article_ = false;
    base_ = outer_base_;
    Article& read = article();
    if (read.link.empty() && permalink_) read.link = url(read.id);
    if (!read.link.empty() && read.base_url.empty()) read.base_url = read.link;
  }

  void end(const std::string& name) {
    if (is_article(name)) finish_article();
    if (ends_container(name) || name == inside_) inside_.clear();
  }

  // image, textInput, source and contributor have titles and links of their own.
  bool container(const XmlEvent& event, const std::string& name, Space space) {
    const bool own = space == Space::core && !event.self_closing &&
                     (name == "image" || name == "textinput" || name == "source" ||
                      name == "contributor");
    // app:collection names a place to write to, in Atom's words.
    const bool foreign = name == "collection" && !event.self_closing;
    if (own || foreign) inside_ = name;
    return own || foreign;
  }

  // person = <name>, <email>, <uri>; or in RSS the name itself
  void person(const XmlEvent& event) {
    if (event.self_closing) return;
    const std::size_t at = reader_.offset();
    const XmlEvent first = reader_.next();
    const XmlEvent second = first.kind == Kind::text ? reader_.next() : first;
    const bool structured =
        second.kind == Kind::start &&
        (first.kind != Kind::text || text::trimmed(first.text).empty());
    reader_.seek(at);
    if (structured) {
      inside_ = "author";
    } else {
      leaf(event, Field::author, Space::core);
    }
  }

  void inside(const XmlEvent& event, const std::string& name) {
    if (inside_ != "author" || name != "name" || event.self_closing) return;
    leaf(event, Field::author, Space::core);
  }

  std::string url(const std::string& written) const {
    return markup::safe_url(written, base_).value_or(std::string());
  }

  // enclosure, media:thumbnail, media:content, itunes:image
  bool attachment(const XmlEvent& event, const std::string& name, Space space) {
    if (space == Space::core && name == "enclosure") {
      enclose(event, "url");
      return true;
    }
    if (space == Space::itunes && name == "image") {
      image(markup::attribute_of(event.attributes, "href"));
      return true;
    }
    if (space != Space::media) return false;
    const std::string type = markup::attribute_of(event.attributes, "type");
    const bool picture = type.starts_with("image") ||
                         markup::attribute_of(event.attributes, "medium") == "image";
    if (name == "thumbnail" || (name == "content" && picture)) {
      image(markup::attribute_of(event.attributes, "url"));
    }
    return true;
  }

  void image(const std::string& written) {
    if (article_ && article().image.empty()) article().image = url(written);
  }

  void enclose(const XmlEvent& event, std::string_view key) {
    if (!article_ || article().enclosures.size() >= 64) return;
    Enclosure read{url(markup::attribute_of(event.attributes, key)),
                   markup::attribute_of(event.attributes, "type"), 0};
    if (read.url.empty()) return;
    for (const char c : markup::attribute_of(event.attributes, "length")) {
      if (!text::is_digit(c) || read.length > (1ull << 50)) break;
      read.length = read.length * 10 + static_cast<std::uint64_t>(c - '0');
    }
    if (read.type.starts_with("image/")) image(read.url);
    article().enclosures.push_back(std::move(read));
  }

  // Atom's links; false for RSS's, whose address is the text.
  bool linked(const XmlEvent& event) {
    const std::string href = markup::attribute_of(event.attributes, "href");
    if (href.empty()) return event.self_closing;
    const std::string rel = text::lowered(markup::attribute_of(event.attributes, "rel"));
    const std::string type = text::lowered(markup::attribute_of(event.attributes, "type"));
    const bool page = type.empty() || type.find("html") != std::string::npos;
    if (rel == "enclosure") enclose(event, "href");
    if ((rel.empty() || rel == "alternate") && page) set_link(url(href));
    return true;
  }

  void set_link(const std::string& link) {
    if (!link.empty()) (article_ ? article().link : feed().link) = link;
  }

  void category(const std::string& text) {
    if (!article_ || text.empty() || article().categories.size() >= 64) return;
    article().categories.push_back(plain_text(text));
  }

  Format format_of(const XmlEvent& event, Field field, Space space) const {
    const bool rich =
        field == Field::title || field == Field::summary || field == Field::content;
    if (space == Space::xhtml) return Format::markup;
    if (!rich) return Format::plain;
    const std::string type = text::lowered(markup::attribute_of(event.attributes, "type"));
    const std::string mode = markup::attribute_of(event.attributes, "mode");
    if (mode == "base64") return Format::base64;
    const bool xhtml = type == "xhtml" || type == "application/xhtml+xml" || type.ends_with("+xml");
    if (xhtml) return mode == "escaped" ? Format::html : Format::markup;
    if (mode == "xml") return Format::markup;
    if (type.find("html") != std::string::npos || mode == "escaped") return Format::html;
    if (type.find('/') != std::string::npos && !type.starts_with("text/")) return Format::base64;
    return atom_ || type == "text" || type == "text/plain" ? Format::plain : Format::html;
  }

  // The text of the element just opened, up to its end tag or to where it must have been.
  std::string gather(const XmlEvent& opened, Format format) {
    std::string out;
    const std::string outer = lower_local(opened.name);
    int same = 0;
    for (;;) {
      const XmlEvent event = reader_.next();
      if (event.kind == Kind::end_of_input) break;
      if (event.kind == Kind::text) {
        if (format == Format::markup) {
          out += event.text;
        } else {
          entities_.append(out, event.text);
        }
        continue;
      }
      if (event.kind == Kind::cdata) {
        out += format == Format::markup ? escaped(event.text) : std::string(event.text);
        continue;
      }
      const std::string name = lower_local(event.name);
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
      append_tag(out, event);
    }
    return out;
  }

  // Without its prefix: "<xhtml:p>" is a paragraph.
  static void append_tag(std::string& out, const XmlEvent& event) {
    out += event.kind == Kind::end ? "</" : "<";
    out += local_name(event.name);
    if (event.kind == Kind::start) out += event.attributes;
    out += event.self_closing ? "/>" : ">";
  }

  void leaf(const XmlEvent& event, Field field, Space space) {
    const Format format = format_of(event, field, space);
    if (field == Field::id &&
        text::equal_ignoring_case(markup::attribute_of(event.attributes, "isPermaLink"), "false")) {
      permalink_ = false;
    }
    if (field == Field::category) category(markup::attribute_of(event.attributes, "term"));
    std::string text = gather(event, format);
    const std::string rel =
        field == Field::link ? markup::attribute_of(event.attributes, "rel") : std::string();
    if (!rel.empty() && rel != "alternate") {
      std::string enclosure = rel == "enclosure" && article_ ? url(text) : std::string();
      if (!enclosure.empty()) article().enclosures.push_back({std::move(enclosure), {}, 0});
      return;
    }
    if (format == Format::base64) text = from_base64(text);
    const std::string_view trimmed = text::trimmed(text);
    if (trimmed.empty()) return;
    const bool rich =
        field == Field::title || field == Field::summary || field == Field::content;
    text = rich && format == Format::plain ? escaped(trimmed) : std::string(trimmed);
    if (article_) {
      set_in_article(field, space, std::move(text));
    } else {
      set_in_feed(field, space, std::move(text));
    }
  }

  void set_in_article(Field field, Space space, std::string text) {
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

  void set_in_feed(Field field, Space space, std::string text) {
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

  static void date(std::optional<time::Instant>& to, std::string_view text) {
    const auto read = read_date(text);
    if (read) to = read;
  }

  static void author(std::string& to, const std::string& name) {
    if (name.empty() || to.find(name) != std::string::npos || to.size() > 1000) return;
    if (!to.empty()) to += ", ";
    to += name;
  }

  markup::XmlReader reader_;
  XmlNames names_;
  XmlEntities entities_;
  Reading reading_;
  std::string base_;        // of relative links here
  std::string outer_base_;  // of those behind this article
  std::string inside_;      // the container whose fields are not the feed's, or "author"
  std::string alternates_;  // feeds that a page names
  bool known_root_ = false;
  bool page_ = false;
  bool atom_ = false;
  bool article_ = false;  // the last one is open
  bool permalink_ = true;
  bool subset_read_ = false;
  bool full_ = false;
  bool core_title_ = false;  // the article's title is its format's own, not dc:title
  std::string feed_id_;
};

}  // namespace

Reading read_xml_feed(std::string_view text, std::string_view url) {
  return XmlFeed(text, url).read();
}

}  // namespace townboard::feed
