// The module of web/feed.js: bytes of a feed in, JSON with everything that may be shown out.
#include "bind/border.h"
#include "feed/feed.h"
#include "markup/byte_class.h"
#include "text/number.h"

namespace {

using namespace townboard;
using bind::answer;
using bind::view;

// Writes JSON into the answer. Rule: RFC 8259.
class Writer {
 public:
  explicit Writer(text::String& out) : out_(out) { out_.clear(); }

  void open(char bracket) {
    comma();
    out_ += bracket;
    first_ = true;
  }
  void close(char bracket) {
    out_ += bracket;
    first_ = false;
  }
  void key(std::string_view name) {
    comma();
    quoted(name);
    out_ += ':';
    first_ = true;
  }
  void text(std::string_view value) {
    comma();
    quoted(value);
  }
  void number(std::int64_t value) {
    comma();
    text::append_number(out_, value);
  }
  void word(std::string_view value) {  // true, false, null
    comma();
    out_ += value;
  }
  // Null instead of an empty text.
  void member(std::string_view name, std::string_view value) {
    key(name);
    value.empty() ? word("null") : text(value);
  }
  void member(std::string_view name, const std::optional<time::Instant>& value) {
    key(name);
    value ? number(*value) : word("null");
  }

 private:
  void comma() {
    if (!first_) out_ += ',';
    first_ = false;
  }

  void quoted(std::string_view value) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    constexpr int kSpecial = markup::kQuoteByte | markup::kBackslashByte | markup::kBlankByte;
    out_ += '"';
    for (std::size_t at = 0; at < value.size(); ++at) {
      const std::size_t end = markup::end_of_run(value, at, kSpecial);
      out_ += value.substr(at, end - at);
      at = end;
      if (at == value.size()) break;
      const auto code = static_cast<unsigned char>(value[at]);
      if (code < 0x20) {
        out_ += "\\u00";
        out_ += kDigits[code >> 4];
        out_ += kDigits[code & 15];
      } else {
        out_ += '\\';
        out_ += value[at];
      }
    }
    out_ += '"';
  }

  text::String& out_;
  bool first_ = true;
};

// A tree as JSON: a text is a string, an element ["p", {attributes}, children…].
void write_nodes(Writer& writer, const markup::SafeTree& tree) {
  constexpr std::size_t kDeepest = 128;  // the reader of HTML stops at 100
  std::size_t ends[kDeepest];
  std::size_t open = 0;
  const auto& nodes = tree.nodes();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    for (; open > 0 && ends[open - 1] <= i; --open) writer.close(']');
    const markup::SafeTree::Node& node = nodes[i];
    if (node.tag == markup::Tag::text) {
      writer.text(tree.text_of(node));
      continue;
    }
    if (open == kDeepest) return;
    writer.open('[');
    writer.text(markup::name_of(node.tag));
    writer.open('{');
    for (std::size_t a = node.attribute; a < node.attribute + node.attribute_count; ++a) {
      const auto& attribute = tree.attributes()[a];
      writer.key(markup::name_of(attribute.name));
      writer.text(tree.value_of(attribute));
    }
    writer.close('}');
    ends[open++] = i + node.size;
  }
  for (; open > 0; --open) writer.close(']');
}

void write_tree(Writer& writer, std::string_view name, const markup::SafeTree& tree, bool trees) {
  writer.key(name);
  if (tree.empty()) return writer.word("null");
  writer.open('{');
  writer.member("html", markup::print_html(tree));
  if (trees) {
    writer.key("tree");
    writer.open('[');
    write_nodes(writer, tree);
    writer.close(']');
  }
  writer.close('}');
}

void write_article(Writer& writer, const feed::Article& article, bool trees) {
  writer.open('{');
  writer.member("id", article.id);
  writer.member("title", article.title);
  writer.member("link", article.link);
  writer.member("published", article.published);
  writer.member("updated", article.updated);
  writer.member("author", article.author);
  writer.member("image", article.image);
  write_tree(writer, "summary", article.summary(), trees);
  write_tree(writer, "content", article.content(), trees);
  writer.key("enclosures");
  writer.open('[');
  for (const feed::Enclosure& enclosure : article.enclosures) {
    writer.open('{');
    writer.member("url", enclosure.url);
    writer.member("type", enclosure.type);
    writer.key("length");
    enclosure.length > 0 ? writer.number(static_cast<std::int64_t>(enclosure.length)) : writer.word("null");
    writer.close('}');
  }
  writer.close(']');
  writer.key("categories");
  writer.open('[');
  for (const text::String& category : article.categories) writer.text(category);
  writer.close(']');
  writer.close('}');
}

}  // namespace

// Reads a feed; the answer is JSON. `flags`: 1 contents also as trees, 2 the bytes are UTF-8 whatever they say.
// False: they are in another encoding; the answer is its label, for TextDecoder.
TOWNBOARD_EXPORT(feed_read)
bool feed_read(const char* bytes, std::uint32_t size, const char* url, std::uint32_t url_size, const char* type,
               std::uint32_t type_size, std::uint32_t flags) {
  const std::string_view label = feed::encoding_of(view(bytes, size), view(type, type_size));
  if ((flags & 2) == 0 && label != "utf-8") {
    answer() = label;
    return false;
  }
  const bool trees = (flags & 1) != 0;
  const feed::Reading reading = feed::read_feed(view(bytes, size), {.url = view(url, url_size)});
  Writer writer(answer());
  writer.open('{');
  writer.key("ok");
  writer.word(reading.ok ? "true" : "false");
  writer.member("title", reading.feed.title);
  writer.member("link", reading.feed.link);
  writer.member("subtitle", reading.feed.subtitle);
  writer.member("language", reading.feed.language);
  writer.member("updated", reading.feed.updated);
  writer.key("items");
  writer.open('[');
  for (const feed::Article& article : reading.feed.articles) write_article(writer, article, trees);
  writer.close(']');
  writer.key("problems");
  writer.open('[');
  for (const text::Problem& problem : reading.problems) {
    writer.open('{');
    writer.member("code", problem.kind->code);
    writer.member("level", std::string_view(problem.is_error() ? "error" : "warning"));
    writer.member("suggestion", problem.suggestion);
    writer.close('}');
  }
  writer.close(']');
  writer.close('}');
  return true;
}

// What is to be read of HTML; it is the answer.
TOWNBOARD_EXPORT(feed_text) void feed_text(const char* html, std::uint32_t size) {
  answer() = markup::print_text(markup::read_html(view(html, size)));
}

// HTML from outside as the same trees would be; the answer is JSON, or null when nothing is left.
TOWNBOARD_EXPORT(feed_html)
void feed_html(const char* html, std::uint32_t size, const char* base, std::uint32_t base_size, std::uint32_t trees) {
  markup::HtmlOptions options;
  options.base_url = view(base, base_size);
  Writer writer(answer());
  writer.open('{');
  write_tree(writer, "content", markup::read_html(view(html, size), options), trees != 0);
  writer.close('}');
}
