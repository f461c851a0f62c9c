#pragma once

#include "text/string.h"
#include <string_view>

#include "feed/feed.h"
#include "feed/xml_entities.h"
#include "feed/xml_fields.h"
#include "feed/xml_names.h"
#include "markup/xml_reader.h"

namespace townboard::feed {

// One pass over the pieces of XML, for every dialect of RSS and Atom at once. What an element means depends on its name
// and on whether an article is open, not on what it stands in: that is what survives broken feeds. xml_feed.cpp has the
// elements, xml_values.cpp their values.
class XmlFeed {
 public:
  XmlFeed(std::string_view text, std::string_view url) : reader_(text), base_(url) {}
  // Reads on for about as many bytes, to where no article is open. False: the feed is at its end, and what is said of it as
  // a whole is true. The text must live until then.
  bool read_on(std::size_t bytes);
  // What is read so far. Articles may be taken away between the calls.
  Reading& reading() { return reading_; }

 private:
  using XmlEvent = markup::XmlEvent;
  using Kind = XmlEvent::Kind;
  enum class Format : std::uint8_t { plain, html, markup, base64 };

  Feed& feed() { return reading_.feed; }
  void start(const XmlEvent& event);
  // What people read of a category. Rule: RFC 4287, section 4.2.2.3.
  static text::String category_of(const XmlEvent& event);
  // Whether this is the element that says what the document is.
  bool root(const XmlEvent& event, Name name);
  void rebase(const XmlEvent& event);
  void open_article(const XmlEvent& event);
  Article& article() { return feed().articles.back(); }
  void finish_article();
  void finish();
  void end(Name name);
  // image, textInput, source and contributor have titles and links of their own.
  bool container(const XmlEvent& event, Name name, Space space);
  // person = <name>, <email>, <uri>; or in RSS the name itself
  void person(const XmlEvent& event);
  void inside(const XmlEvent& event, Name name);
  text::String url(std::string_view written) const;
  // Of an address in an attribute.
  text::String url_in(const XmlEvent& event, std::string_view key) const;
  static std::string_view raw(const XmlEvent& event, std::string_view key) {
    return markup::raw_attribute(event.attributes, key);
  }
  // enclosure, media:thumbnail, media:content, itunes:image
  bool attachment(const XmlEvent& event, Name name, Space space);
  void image(text::String address);
  void enclose(const XmlEvent& event, std::string_view key);
  // Atom's links; false for RSS's, whose address is the text.
  bool linked(const XmlEvent& event);
  void set_link(text::String link);
  void category(std::string_view text);
  Format format_of(const XmlEvent& event, Field field, Space space) const;
  // The text of the element just opened, up to its end tag or to where it must have been.
  text::String gather(const XmlEvent& opened, Format format);
  // Without its prefix: "<xhtml:p>" is a paragraph.
  static void append_tag(text::String& out, const XmlEvent& event);
  void leaf(const XmlEvent& event, Field field, Space space);
  void set_in_article(Field field, Space space, text::String text);
  void set_in_feed(Field field, Space space, text::String text);
  static void date(std::optional<time::Instant>& to, std::string_view text);
  static void author(text::String& to, std::string_view name);

  markup::XmlReader reader_;
  XmlNames names_;
  XmlEntities entities_;
  Reading reading_;
  text::String base_;        // of relative links here
  text::String outer_base_;  // of those behind this article
  Name inside_ = Name::other;  // the container whose fields are not the feed's, or `author`
  std::size_t articles_ = 0;   // that there were, taken away or not
  text::String alternates_;  // feeds that a page names
  bool known_root_ = false;
  bool page_ = false;
  bool atom_ = false;
  bool article_ = false;  // the last one is open
  bool permalink_ = true;
  bool subset_read_ = false;
  bool full_ = false;
  bool core_title_ = false;  // the article's title is its format's own, not dc:title
  text::String feed_id_;
};

}  // namespace townboard::feed
