// The module of web/feed.js: bytes of a feed in, everything that may be shown out.
//
// What a reading gives is a row of numbers and the texts that they measure, one behind the other: JavaScript decodes
// them in one go and cuts them apart, which takes it a fraction of the time of reading JSON.
#include "bind/border.h"
#include "feed/formats.h"
#include "feed/problems.h"
#include "feed/xml_feed.h"
#include "text/utf8.h"

namespace {

using namespace townboard;
using bind::answer;
using bind::view;

text::List<std::uint32_t>& numbers() {
  [[clang::no_destroy]] static constinit text::List<std::uint32_t> all;
  return all;
}

void put(std::uint32_t value) { numbers().push_back(value); }
void put_count(std::size_t count) { put(static_cast<std::uint32_t>(count)); }

// The texts of nothing but ASCII, a byte a character: addresses and ids are, and JavaScript keeps them in half the room.
text::String& narrow() {
  [[clang::no_destroy]] static constinit text::String all;
  return all;
}

// A length below zero is that of a narrow text. The others are UTF-16, which every JavaScript engine takes over several times
// faster than UTF-8. 0 stands for null too.
void put(std::string_view value) {
  if (!text::is_ascii(value)) return put(text::append_utf16(answer(), value));
  narrow() += value;
  put(0 - static_cast<std::uint32_t>(value.size()));
}

void begin_answer() {
  numbers().clear();
  answer().clear();
  narrow().clear();
  put(0U);
  put(0U);
}

// The first two numbers are where the narrow texts lie and how long they are.
void end_answer() {
  numbers()[0] = static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(narrow().data()));
  numbers()[1] = static_cast<std::uint32_t>(narrow().size());
}

// Seconds since 1970, the high half first; the lowest number there is for none. Nobody means a year of another length than
// Date.prototype.toISOString writes.
void put(const std::optional<time::Instant>& value) {
  constexpr time::Instant kDaySeconds = 86400;
  constexpr time::Instant kBegin = time::day_of(0, 1, 1) * kDaySeconds;
  constexpr time::Instant kEnd = time::day_of(10000, 1, 1) * kDaySeconds;
  const std::uint64_t seconds =
      static_cast<std::uint64_t>(value && *value >= kBegin && *value < kEnd ? *value : INT64_MIN);
  put(static_cast<std::uint32_t>(seconds >> 32));
  put(static_cast<std::uint32_t>(seconds));
}

// nodes = (1 + tag) text / (1 + tag) attributes nodes ... 0
void put_nodes(const markup::SafeTree& tree) {
  constexpr std::size_t kDeepest = 128;  // the reader of HTML stops at 100
  std::size_t ends[kDeepest];
  std::size_t open = 0;
  const auto& nodes = tree.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (; open > 0 && ends[open - 1] <= i; --open) put(0U);
    const markup::SafeTree::Node& node = nodes[i];
    put(1U + static_cast<std::uint32_t>(node.tag));
    if (node.tag == markup::Tag::text) {
      put(tree.text_of(node));
      continue;
    }
    put(std::uint32_t{node.attribute_count});
    for (std::size_t a = node.attribute; a < node.attribute + node.attribute_count; ++a) {
      const auto& attribute = tree.attributes()[a];
      put(static_cast<std::uint32_t>(attribute.name));
      put(tree.value_of(attribute));
    }
    ends[open++] = i + node.size;
  }
  for (; open > 0; --open) put(0U);
  put(0U);
}

// tree = html [nodes]; html of no length is null, and has no nodes
void put_tree(const markup::SafeTree& tree, bool trees) {
  [[clang::no_destroy]] static constinit text::String html;  // kept, with its room
  html.clear();
  markup::print_html(html, tree);
  put(html);
  if (trees && !tree.empty()) put_nodes(tree);
}

void put_article(const feed::Article& article, bool trees) {
  for (const text::String* text : {&article.id, &article.title, &article.link}) put(*text);
  put(article.published);
  put(article.updated);
  put(article.author);
  put(article.image);
  put_tree(article.summary(), trees);
  put_tree(article.content(), trees);
  put_count(article.enclosures.size());
  for (const feed::Enclosure& enclosure : article.enclosures) {
    put(enclosure.url);
    put(enclosure.type);
    put(static_cast<std::uint32_t>(enclosure.length >> 32));
    put(static_cast<std::uint32_t>(enclosure.length));
  }
  put_count(article.categories.size());
  for (const text::String& category : article.categories) put(category);
}

// What is being read, but for JSON, which is read at once.
struct Source {
  Source(std::string_view bytes, bool valid, std::string_view url) : whole(bytes, valid), feed(whole.text, url) {}

  feed::Utf8Text whole;
  feed::XmlFeed feed;
};

std::optional<Source>& source() {
  [[clang::no_destroy]] static constinit std::optional<Source> only;
  return only;
}

feed::Reading& json_reading() {
  [[clang::no_destroy]] static constinit feed::Reading only;
  return only;
}

void put_rest(const feed::Reading& reading) {
  const feed::Feed& feed = reading.feed;
  put(reading.ok ? 1U : 0U);
  for (const text::String* text : {&feed.title, &feed.link, &feed.subtitle, &feed.language}) put(*text);
  put(feed.updated);
  put_count(reading.problems.size());
  for (const text::Problem& problem : reading.problems) {
    put(std::string_view(problem.kind->code));
    put(problem.is_error() ? 1U : 0U);
    put(problem.suggestion);
  }
}

enum Flag : std::uint32_t { kDecoded = 2, kPacked = 4, kInvalid = 8 };
enum Step : std::uint32_t { kDone, kEncoded, kJson, kInvalidJson };

}  // namespace

// The names of elements and attributes by their numbers, with blanks between and a line break before the attributes.
TOWNBOARD_EXPORT(feed_names) void feed_names() {
  answer().clear();
  for (int i = 0; i < markup::kTagCount; ++i) {
    answer() += markup::name_of(static_cast<markup::Tag>(i));
    answer() += ' ';
  }
  answer() += '\n';
  for (int i = 0; i < markup::kAttributeCount; ++i) {
    answer() += markup::name_of(static_cast<markup::Attribute>(i));
    answer() += ' ';
  }
}

// Where the numbers lie.
TOWNBOARD_EXPORT(feed_numbers) const std::uint32_t* feed_numbers() { return numbers().data(); }

// Begins to read a feed. Its bytes must stay until feed_next has said that it is at the end. `flags`: 2 the bytes are UTF-8
// whatever they say, 4 they are JSON that web/pack.js has packed, 8 of which some were invalid.
// 0: feed_next has the rest. 1: it is in another encoding; the answer is its label, for TextDecoder. 2: it is
// JSON, which JavaScript reads and packs; 3: the same, and some bytes are invalid.
TOWNBOARD_EXPORT(feed_read)
std::uint32_t feed_read(const char* bytes, std::uint32_t size, const char* url, std::uint32_t url_size,
                        const char* type, std::uint32_t type_size, std::uint32_t flags) {
  source().reset();
  if ((flags & kPacked) != 0) {
    feed::Reading& reading = json_reading();
    reading = feed::read_json_feed(json::Document(json::Document::Packed{view(bytes, size)}), view(url, url_size));
    if ((flags & kInvalid) != 0) text::report(reading.problems, feed::kInvalidBytes);
    return kDone;
  }
  bool valid = false;
  if ((flags & kDecoded) == 0) {
    answer() = feed::encoding_of(view(bytes, size), view(type, type_size), &valid);
    if (answer() != "utf-8") return kEncoded;
  }
  const feed::Utf8Text& whole = source().emplace(view(bytes, size), valid, view(url, url_size)).whole;
  return !whole.is_json() ? kDone : whole.valid ? kJson : kInvalidJson;
}

// Reads on: the answer and the numbers have some more articles and, where this returns 0, the rest. `trees`: contents also
// as nodes. In pieces, since these stay in the processor's cache and JavaScript need not take a whole feed's text at once.
TOWNBOARD_EXPORT(feed_next) std::uint32_t feed_next(std::uint32_t trees) {
  constexpr std::size_t kPiece = 256 * 1024;
  begin_answer();
  const bool more = source() && source()->feed.read_on(kPiece);
  feed::Reading& reading = source() ? source()->feed.reading() : json_reading();
  put_count(reading.feed.articles.size());
  for (const feed::Article& article : reading.feed.articles) put_article(article, trees != 0);
  reading.feed.articles.clear();
  if (!more) {
    if (source() && !source()->whole.valid) text::report(reading.problems, feed::kInvalidBytes);
    put_rest(reading);
    source().reset();
  }
  end_answer();
  return more ? 1 : 0;
}

// What is to be read of HTML; it is the answer, in UTF-16.
TOWNBOARD_EXPORT(feed_text) void feed_text(const char* html, std::uint32_t size) {
  answer().clear();
  text::append_utf16(answer(), markup::print_text(markup::read_html(view(html, size))));
}

// HTML from outside as the same trees would be.
TOWNBOARD_EXPORT(feed_html)
void feed_html(const char* html, std::uint32_t size, const char* base, std::uint32_t base_size, std::uint32_t trees) {
  begin_answer();
  markup::HtmlOptions options;
  options.base_url = view(base, base_size);
  put_tree(markup::read_html(view(html, size), options), trees != 0);
  end_answer();
}
