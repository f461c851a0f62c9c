// read_html: HTML as feeds have it -> the safe tree. Not a whole HTML5 tree builder: what a safe tree
// cannot hold is skipped, and the elements left follow few rules of nesting. One pass, no recursion.
#include <cstdint>

#include "markup/entities.h"
#include "markup/safe_tree_builder.h"
#include "markup/safe_url.h"
#include "text/cursor.h"

namespace townboard::markup {
namespace {

using text::equal_ignoring_case;
using text::is_alpha;
using text::is_blank;

// Elements whose content is not text of the page; they go with all that is inside.
constexpr std::string_view kSkipped[] = {"script", "style",    "svg",      "math",   "template",
                                         "iframe", "noscript", "noembed",  "xmp",    "noframes",
                                         "title",  "head",     "video",    "audio",  "textarea",
                                         "select", "object",   "plaintext"};

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::address: case Tag::article: case Tag::aside: case Tag::blockquote: case Tag::details:
    case Tag::div: case Tag::dl: case Tag::figcaption: case Tag::figure: case Tag::footer:
    case Tag::h1: case Tag::h2: case Tag::h3: case Tag::h4: case Tag::h5: case Tag::h6:
    case Tag::header: case Tag::hr: case Tag::main: case Tag::nav: case Tag::ol: case Tag::p:
    case Tag::pre: case Tag::section: case Tag::summary: case Tag::table: case Tag::ul: return true;
    default: return false;
  }
}

bool is_heading(Tag tag) { return tag >= Tag::h1 && tag <= Tag::h6; }
bool is_cell(Tag tag) { return tag == Tag::td || tag == Tag::th; }
bool is_row_group(Tag tag) { return tag == Tag::tbody || tag == Tag::thead || tag == Tag::tfoot; }
bool is_table_part(Tag tag) {
  return is_cell(tag) || is_row_group(tag) || tag == Tag::tr || tag == Tag::caption ||
         tag == Tag::colgroup || tag == Tag::col;
}

// Whether an end tag cannot close anything outside this element.
bool is_boundary(Tag tag) { return is_cell(tag) || tag == Tag::caption || tag == Tag::table; }

struct RawAttribute {
  std::string_view name;
  std::string_view value;  // with its references
};

constexpr std::size_t kMaxAttributes = 64;

class HtmlReader {
 public:
  HtmlReader(std::string_view html, const HtmlOptions& options) : html_(html), options_(options) {}

  SafeTree read() {
    while (at_ < html_.size()) {
      const std::size_t sign = html_.find('<', at_);
      text(html_.substr(at_, sign - at_));
      if (sign == std::string_view::npos) break;
      at_ = sign;
      markup();
    }
    return builder_.take();
  }

 private:
  char peek(std::size_t ahead) const {
    return at_ + ahead < html_.size() ? html_[at_ + ahead] : '\0';
  }

  void text(std::string_view raw) {
    if (raw.empty()) return;
    if (builder_.depth() > 0) {
      const Tag tag = builder_.open_tag(builder_.depth() - 1);
      const bool structure = tag == Tag::table || is_row_group(tag) || tag == Tag::tr ||
                             tag == Tag::colgroup;
      if (structure && text::trimmed(raw).empty()) return;
    }
    // A line break right behind <pre> is no part of it to browsers, printed or not.
    decoded_.clear();
    append_unescaped(decoded_, raw);
    std::size_t kept = 0;
    for (std::size_t i = 0; i < decoded_.size(); ++i) {
      if (decoded_[i] == '\r') {
        decoded_[kept++] = '\n';
        if (i + 1 < decoded_.size() && decoded_[i + 1] == '\n') ++i;
      } else {
        decoded_[kept++] = decoded_[i];
      }
    }
    decoded_.resize(kept);
    std::string_view clean = decoded_;
    if (fresh_pre_ && clean.starts_with('\n')) clean.remove_prefix(1);
    fresh_pre_ = false;
    builder_.text(clean);
  }

  // markup = comment / declaration / end tag / start tag; a "<" that begins none is text
  void markup() {
    const char next = peek(1);
    if (html_.substr(at_).starts_with("<!--")) {
      comment();
    } else if (next == '!' || next == '?') {
      skip_past('>');
    } else if (next == '/' && is_alpha(peek(2))) {
      at_ += 2;
      end_tag(take_name());
    } else if (is_alpha(next)) {
      ++at_;
      start_tag(take_name());
    } else if (next == '/') {
      skip_past('>');
    } else {
      text("<");
      ++at_;
    }
  }

  void skip_past(char c) {
    const std::size_t end = html_.find(c, at_);
    at_ = end == std::string_view::npos ? html_.size() : end + 1;
  }

  // Rule: WHATWG HTML, sections 13.2.5.43 to 13.2.5.52: "<!-->" is whole, "--!>" ends as "-->" does.
  void comment() {
    at_ += 4;
    if (peek(0) == '>') {
      ++at_;
      return;
    }
    if (peek(0) == '-' && peek(1) == '>') {
      at_ += 2;
      return;
    }
    for (;;) {
      const std::size_t dashes = html_.find("--", at_);
      if (dashes == std::string_view::npos) {
        at_ = html_.size();
        return;
      }
      at_ = dashes + 2;
      if (peek(0) == '>') {
        ++at_;
        return;
      }
      if (peek(0) == '!' && peek(1) == '>') {
        at_ += 2;
        return;
      }
      --at_;
    }
  }

  std::string_view take_name() {
    const std::size_t begin = at_;
    while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '>' && html_[at_] != '/') {
      ++at_;
    }
    return html_.substr(begin, at_ - begin);
  }

  // Reads what is between a tag's name and its ">".
  void attributes() {
    count_ = 0;
    while (at_ < html_.size() && html_[at_] != '>') {
      if (is_blank(html_[at_]) || html_[at_] == '/') {
        ++at_;
        continue;
      }
      const std::size_t begin = at_++;
      while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '>' &&
             html_[at_] != '/' && html_[at_] != '=') {
        ++at_;
      }
      const RawAttribute read{html_.substr(begin, at_ - begin), take_value()};
      if (count_ < kMaxAttributes) attributes_[count_++] = read;
    }
    if (at_ < html_.size()) ++at_;
  }

  std::string_view take_value() {
    std::size_t at = at_;
    while (at < html_.size() && is_blank(html_[at])) ++at;
    if (at >= html_.size() || html_[at] != '=') return {};
    ++at;
    while (at < html_.size() && is_blank(html_[at])) ++at;
    at_ = at;
    if (at >= html_.size()) return {};
    const char quote = html_[at];
    if (quote == '"' || quote == '\'') {
      const std::size_t end = html_.find(quote, at + 1);
      at_ = end == std::string_view::npos ? html_.size() : end + 1;
      return html_.substr(at + 1, (end == std::string_view::npos ? html_.size() : end) - at - 1);
    }
    while (at_ < html_.size() && !is_blank(html_[at_]) && html_[at_] != '>') ++at_;
    return html_.substr(at, at_ - at);
  }

  std::string_view raw(std::string_view name) const {
    for (std::size_t i = 0; i < count_; ++i) {
      if (equal_ignoring_case(attributes_[i].name, name)) return attributes_[i].value;
    }
    return {};
  }

  static std::string lowered(std::string_view name) {
    std::string out;
    for (const char c : name.substr(0, 16)) out += text::to_lower(c);
    return name.size() > 16 ? std::string() : out;
  }

  void start_tag(std::string_view written) {
    const std::string name = lowered(written);
    attributes();
    for (const std::string_view skipped : kSkipped) {
      if (name == skipped) {
        if (name == "iframe") video_link();
        skip_element(name);
        return;
      }
    }
    std::optional<Tag> tag = tag_named(name);
    if (!tag) return;
    if (is_heading(*tag)) {
      const int level = static_cast<int>(*tag) - static_cast<int>(Tag::h1) + options_.heading_level;
      tag = static_cast<Tag>(static_cast<int>(Tag::h1) + (level > 6 ? 6 : level) - 1);
    }
    if (!make_room(*tag)) return;
    if (*tag == Tag::img) {
      image();
      return;
    }
    if (!builder_.open(*tag)) return;
    copy_attributes(*tag);
    fresh_pre_ = *tag == Tag::pre;
    if (is_void(*tag)) builder_.close();
  }

  // The end tag of a skipped element that may hold itself is counted; the others end at the first one.
  void skip_element(std::string_view name) {
    int depth = 1;
    const bool nests = name == "svg" || name == "math" || name == "template" || name == "object";
    while (at_ < html_.size()) {
      const std::size_t sign = html_.find('<', at_);
      if (sign == std::string_view::npos) break;
      at_ = sign + 1;
      const bool end = peek(0) == '/';
      if (end) ++at_;
      const bool same = equal_ignoring_case(html_.substr(at_, name.size()), name) &&
                        !is_alpha(peek(name.size()));
      if (!same || (!end && !nests)) continue;
      depth += end ? -1 : 1;
      if (depth == 0) {
        skip_past('>');
        return;
      }
    }
    at_ = html_.size();
  }

  // A video that a page would embed becomes a link to it.
  void video_link() {
    const std::optional<std::string> url = link(raw("src"));
    if (!url || !make_room(Tag::a) || !builder_.open(Tag::a)) return;
    builder_.attribute(Attribute::href, *url);
    builder_.attribute(Attribute::rel, "noopener noreferrer");
    builder_.text(*url);
    builder_.close();
  }

  std::optional<std::string> link(std::string_view written) {
    decoded_.clear();
    append_unescaped(decoded_, written);
    return safe_url(decoded_, options_.base_url);
  }

  // Width or height in pixels; -1 when it does not say.
  int pixels(std::string_view name) const {
    text::Cursor in(text::trimmed(raw(name)));
    const int value = in.take_number(6);
    return in.peek() == '%' ? -1 : value;
  }

  void image() {
    const int width = pixels("width");
    const int height = pixels("height");
    // Pictures of a pixel or none count visitors.
    if ((width >= 0 && width <= 1) || (height >= 0 && height <= 1)) return;
    std::optional<std::string> url = link(raw("src"));
    if (!url || !url->starts_with("http")) return;
    if (options_.upgrade_images && url->starts_with("http:")) url->insert(4, 1, 's');
    if (!builder_.open(Tag::img)) return;
    // `loading` comes first: setting `src` on an image starts the request.
    builder_.attribute(Attribute::loading, "lazy");
    builder_.attribute(Attribute::referrerpolicy, "no-referrer");
    for (const Attribute name : {Attribute::alt, Attribute::title}) {
      if (has(name_of(name))) copy(name);
    }
    if (!has("alt")) builder_.attribute(Attribute::alt, "");
    if (width > 0) copy(Attribute::width);
    if (height > 0) copy(Attribute::height);
    builder_.attribute(Attribute::src, *url);
    builder_.close();
  }

  bool has(std::string_view name) const {
    for (std::size_t i = 0; i < count_; ++i) {
      if (equal_ignoring_case(attributes_[i].name, name)) return true;
    }
    return false;
  }

  void copy(Attribute name) {
    decoded_.clear();
    append_unescaped(decoded_, raw(name_of(name)));
    if (decoded_.size() > 4096) decoded_.resize(4096);
    builder_.attribute(name, decoded_);
  }

  void copy_attributes(Tag tag) {
    for (int i = 0; i < kAttributeCount; ++i) {
      const auto name = static_cast<Attribute>(i);
      if (!has(name_of(name))) continue;
      switch (name) {
        case Attribute::href:
        case Attribute::cite: {
          if (name == Attribute::href && tag != Tag::a) break;
          const std::optional<std::string> url = link(raw(name_of(name)));
          if (!url) break;
          builder_.attribute(name, *url);
          if (name == Attribute::href) builder_.attribute(Attribute::rel, "noopener noreferrer");
          break;
        }
        case Attribute::src:
        case Attribute::loading:
        case Attribute::referrerpolicy:
        case Attribute::rel: break;
        case Attribute::dir: {
          const std::string value = lowered(raw("dir"));
          if (value == "ltr" || value == "rtl" || value == "auto") builder_.attribute(name, value);
          break;
        }
        case Attribute::colspan:
        case Attribute::rowspan:
        case Attribute::start:
        case Attribute::value:
        case Attribute::width:
        case Attribute::height: {
          const std::string_view value = text::trimmed(raw(name_of(name)));
          text::Cursor in(value);
          in.take('-');
          const bool number = in.take_number(4) >= 0 && (in.done() || in.rest() == "%");
          if (number) builder_.attribute(name, value);
          break;
        }
        default: copy(name);
      }
    }
  }

  bool is_open(Tag tag, bool through_boundaries = false) const {
    for (std::size_t i = builder_.depth(); i-- > 0;) {
      if (builder_.open_tag(i) == tag) return true;
      if (!through_boundaries && is_boundary(builder_.open_tag(i))) return false;
    }
    return false;
  }

  void close_to(Tag tag) {
    while (builder_.depth() > 0) {
      const Tag last = builder_.open_tag(builder_.depth() - 1);
      builder_.close();
      if (last == tag) return;
    }
  }

  Tag top() const {
    return builder_.depth() == 0 ? Tag::text : builder_.open_tag(builder_.depth() - 1);
  }

  // Closes what a start tag closes, opens what it implies. False: it has no place here.
  // Rule: WHATWG HTML, section 13.2.6.4.7, as far as the safe tree's elements go.
  bool make_room(Tag tag) {
    if (is_table_part(tag)) return make_room_in_table(tag);
    if (top() == Tag::table || is_row_group(top()) || top() == Tag::tr || top() == Tag::colgroup) {
      // Content right inside a table belongs into a cell; close what cannot hold it.
      if (top() == Tag::colgroup) builder_.close();
      if (!make_room_in_table(Tag::td) || !builder_.open(Tag::td)) return false;
    }
    if (is_block(tag) && is_open(Tag::p)) close_to(Tag::p);
    if (is_heading(tag) && is_heading(top())) builder_.close();
    if (tag == Tag::a && is_open(Tag::a, true)) close_to(Tag::a);
    if (tag == Tag::li) close_item(Tag::li, Tag::li, Tag::ul, Tag::ol);
    if (tag == Tag::dd || tag == Tag::dt) close_item(Tag::dd, Tag::dt, Tag::dl, Tag::dl);
    return true;
  }

  void close_item(Tag one, Tag other, Tag list, Tag other_list) {
    for (std::size_t i = builder_.depth(); i-- > 0;) {
      const Tag open = builder_.open_tag(i);
      if (open == list || open == other_list || is_boundary(open)) return;
      if (open == one || open == other) {
        close_to(open);
        return;
      }
    }
  }

  bool make_room_in_table(Tag tag) {
    if (!is_open(Tag::table, true)) return false;
    while (top() != Tag::table && !is_row_group(top()) && top() != Tag::tr &&
           !(top() == Tag::colgroup && tag == Tag::col)) {
      builder_.close();
    }
    if (top() == Tag::tr && !is_cell(tag)) builder_.close();
    if (is_row_group(top()) && !is_cell(tag) && tag != Tag::tr) builder_.close();
    if (tag == Tag::col && top() == Tag::table && !builder_.open(Tag::colgroup)) return false;
    if ((tag == Tag::tr || is_cell(tag)) && top() == Tag::table && !builder_.open(Tag::tbody)) {
      return false;
    }
    return !(is_cell(tag) && is_row_group(top()) && !builder_.open(Tag::tr));
  }

  void end_tag(std::string_view written) {
    const std::string name = lowered(written);
    attributes();
    if (name == "br") {
      if (make_room(Tag::br) && builder_.open(Tag::br)) builder_.close();
      return;
    }
    std::optional<Tag> tag = tag_named(name);
    if (!tag || is_void(*tag)) return;
    if (is_heading(*tag)) {
      // Any heading's end tag closes the heading that is open.
      for (int i = static_cast<int>(Tag::h1); i <= static_cast<int>(Tag::h6); ++i) {
        if (is_open(static_cast<Tag>(i))) {
          close_to(static_cast<Tag>(i));
          return;
        }
      }
      return;
    }
    if (is_open(*tag, is_table_part(*tag) || *tag == Tag::table)) close_to(*tag);
  }

  std::string_view html_;
  const HtmlOptions& options_;
  std::size_t at_ = 0;
  bool fresh_pre_ = false;
  SafeTreeBuilder builder_;
  std::string decoded_;
  RawAttribute attributes_[kMaxAttributes];
  std::size_t count_ = 0;
};

}  // namespace

SafeTree read_html(std::string_view html, const HtmlOptions& options) {
  return HtmlReader(html, options).read();
}

}  // namespace townboard::markup
