// Elements whose content is no text of the page: they go with all that is inside.
#include "markup/html_reader.h"
#include "text/cursor.h"

namespace townboard::markup {
namespace {

// Their content is raw text up to the first end tag of that name. Rule: WHATWG HTML, section 13.2.6.
constexpr std::string_view kRaw = " script style iframe noembed xmp noframes title textarea plaintext ";
constexpr std::string_view kHidden = " template audio video noscript ";
constexpr std::string_view kForeign = " svg math ";
// Inside SVG and MathML these hold HTML. Rule: WHATWG HTML, section 13.2.6, integration points.
constexpr std::string_view kHoldsHtml = " title desc foreignobject mi mo mn ms mtext ";
// Rule: WHATWG HTML, section 13.2.6.5: in foreign content these are HTML, and close it.
constexpr std::string_view kBreaksOut =
    " b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr"
    " ol p pre ruby s small span strike strong sub sup table tt u ul var ";

// Whether `word` is one of those between the blanks.
bool holds(std::string_view words, std::string_view word) {
  if (word.empty()) return false;
  for (std::size_t at = words.find(word); at != std::string_view::npos; at = words.find(word, at + 1)) {
    if (words[at - 1] == ' ' && words[at + word.size()] == ' ') return true;
  }
  return false;
}

}  // namespace

void HtmlReader::skip_element(std::string_view name) {
  const bool self_closing = at_ >= 2 && html_[at_ - 2] == '/';
  if (name == "iframe") video_link();
  if (name == "textarea") {
    text(take_raw(name));
  } else if (holds(kRaw, name)) {
    take_raw(name);
  } else if (holds(kHidden, name)) {
    skip_markup(name);
  } else if (holds(kForeign, name) && !self_closing) {
    skip_foreign(name);
  }
}

std::string_view HtmlReader::take_raw(std::string_view name) {
  const std::size_t begin = at_;
  while (at_ < html_.size() && name != "plaintext") {
    at_ = html_.find("</", at_);
    if (at_ == std::string_view::npos) at_ = html_.size();
    const std::size_t end = at_;
    at_ += end < html_.size() ? 2 : 0;
    if (!text::equal_ignoring_case(html_.substr(at_, name.size()), name)) continue;
    const char behind = peek(name.size());
    if (!text::is_blank(behind) && behind != '/' && behind != '>') continue;
    at_ += name.size();
    attributes();
    return html_.substr(begin, end - begin);
  }
  at_ = html_.size();
  return html_.substr(begin);
}

text::String HtmlReader::take_skipped_tag() {
  const std::size_t sign = html_.find('<', at_);
  at_ = sign == std::string_view::npos ? html_.size() : sign;
  if (html_.substr(at_).starts_with("<!--")) {
    comment();
    return {};
  }
  const bool end = peek(1) == '/';
  if (!text::is_alpha(peek(end ? 2 : 1))) {
    if (at_ < html_.size()) ++at_;
    return {};
  }
  at_ += end ? 2 : 1;
  text::String name(end ? "/" : "");
  name += text::LowerName(take_name());
  attributes();
  return name;
}

void HtmlReader::skip_markup(std::string_view name) {
  int depth = 1;
  while (at_ < html_.size() && depth > 0) {
    const text::String tag = take_skipped_tag();
    if (holds(kRaw, tag)) take_raw(tag);
    if (tag == name) ++depth;
    if (tag.size() == name.size() + 1 && tag.ends_with(name)) --depth;
  }
}

// An element's end tag belongs to the innermost one open, foreign or not.
bool HtmlReader::breaks_out(std::string_view name) const {
  if (name == "font") return has("color") || has("face") || has("size");
  if (!name.starts_with('/')) return holds(kBreaksOut, name);
  name.remove_prefix(1);
  const std::optional<Tag> tag = tag_named(name);
  return name == "p" || name == "br" || (tag && *tag != Tag::a && is_open(*tag));
}

void HtmlReader::skip_foreign(std::string_view name) {
  constexpr std::size_t kDeepest = 64;
  text::String open[kDeepest];  // foreign roots, and what holds HTML in them
  std::size_t depth = 0;
  open[depth++] = name;
  while (at_ < html_.size() && depth > 0 && depth < kDeepest) {
    const bool html = holds(kHoldsHtml, open[depth - 1]);
    if (!html && html_.substr(at_).starts_with("<![CDATA[")) {
      const std::size_t end = html_.find("]]>", at_);
      at_ = end == std::string_view::npos ? html_.size() : end + 3;
      continue;
    }
    const std::size_t sign = html_.find('<', at_);
    if (sign != at_ && sign != std::string_view::npos) {
      at_ = sign;
      continue;
    }
    const text::String tag = take_skipped_tag();
    const bool self_closing = html_[at_ - 1] == '>' && html_[at_ - 2] == '/';
    if (!html && breaks_out(tag)) {
      at_ = sign;
      return;
    }
    if (html && holds(kRaw, tag)) {
      take_raw(tag);
    } else if ((holds(kForeign, tag) || (!html && holds(kHoldsHtml, tag))) && !self_closing) {
      open[depth++] = tag;
    } else if (tag.size() == open[depth - 1].size() + 1 && tag.ends_with(open[depth - 1])) {
      --depth;
    }
  }
  if (depth == kDeepest) at_ = html_.size();
}

// Videos are embedded from addresses that say so, whoever shows them.
void HtmlReader::video_link() {
  const std::optional<text::String> url = link(raw(Attribute::src));
  if (!url || (url->find("/embed/") == text::String::npos && url->find("video") == text::String::npos)) return;
  if (!make_room(Tag::a) || !builder_.open(Tag::a)) return;
  builder_.attribute(Attribute::href, *url);
  builder_.attribute(Attribute::rel, "noopener noreferrer");
  builder_.text(*url);
  builder_.close();
}

}  // namespace townboard::markup
