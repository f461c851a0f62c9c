// read_html: HTML as feeds have it -> the safe tree. Not a whole HTML5 tree builder: what a safe tree
// cannot hold is skipped, and the elements left follow few rules of nesting. One pass, no recursion.
#include "markup/html_reader.h"

#include "markup/byte_class.h"
#include "markup/entities.h"
#include "markup/safe_url.h"
#include "text/cursor.h"
#include "text/number.h"
#include "text/utf8.h"

namespace townboard::markup {
namespace {

using text::equal_ignoring_case;
using text::is_alpha;
using text::is_blank;

// CR LF and CR alone become LF; the size that is left.
std::size_t unify_line_breaks(text::String& text) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool carriage_return = text[i] == '\r';
    text[kept++] = carriage_return ? '\n' : text[i];
    if (carriage_return && i + 1 < text.size() && text[i + 1] == '\n') ++i;
  }
  return kept;
}

}  // namespace

SafeTree HtmlReader::read() {
  while (at_ < html_.size()) {
    if (html_[at_] == '<') {
      markup();
    } else if (!plain_text()) {
      const std::size_t begin = at_;
      at_ = html_.find('<', at_);
      if (at_ > html_.size()) at_ = html_.size();
      text(html_.substr(begin, at_ - begin));
    }
  }
  return builder_.take();
}

bool HtmlReader::plain_text() {
  // Between cells it counts whether all of the text is invisible.
  const bool in_pieces = !between_cells();
  while (at_ < html_.size() && html_[at_] != '<') {
    const std::size_t end = end_of_text(html_, at_, kTextEndByte);
    if (!in_pieces && end < html_.size() && html_[end] != '<') return false;
    if (end > at_) put_text(html_.substr(at_, end - at_), true);
    at_ = end;
    if (end == html_.size() || html_[end] == '<') return true;
    char32_t character = static_cast<unsigned char>(html_[end]);
    std::size_t length = character == '&' ? read_reference(html_.substr(at_), character) : 0;
    const bool written = length == 0;
    if (written) {
      length = 1;
      character = static_cast<unsigned char>(html_[end]);
    }
    const bool markup = character == '&' || character == '<' || character == '>';
    // What stands before the controls that turn text around, without controls.
    const bool simple = (character >= ' ' && character < 0x7F) || (character >= 0xA0 && character < 0x202A);
    if (!markup && (written || !simple)) return false;
    decoded_.clear();
    text::append_utf8(decoded_, character);
    put_text(decoded_, !markup);
    at_ += length;
  }
  return true;
}

void HtmlReader::text(std::string_view raw) {
  if (raw.empty()) return;
  decoded_.clear();
  append_unescaped(decoded_, raw);
  if (decoded_.find('\r') != text::String::npos) decoded_.resize(unify_line_breaks(decoded_));
  put_text(decoded_, false);
}

void HtmlReader::put_text(std::string_view text, bool plain) {
  // A line break right behind <pre> is no part of it to browsers, printed or not.
  if (fresh_pre_ && text.starts_with('\n')) text.remove_prefix(1);
  fresh_pre_ = false;
  builder_.text(text, plain, between_cells());
}

void HtmlReader::markup() {
  const char next = peek(1);
  if (next == '!' && peek(2) == '-' && peek(3) == '-') {
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

void HtmlReader::skip_past(char c) {
  const std::size_t end = html_.find(c, at_);
  at_ = end == std::string_view::npos ? html_.size() : end + 1;
}

void HtmlReader::comment() {
  at_ += 2;
  const std::size_t begin = at_;
  for (;;) {
    const std::size_t dashes = html_.find("--", at_);
    if (dashes == std::string_view::npos) {
      at_ = html_.size();
      return;
    }
    at_ = dashes + 2;
    // The dashes that begin it may end it too, but not by "--!>".
    if (dashes >= begin + 2 && peek(0) == '!' && peek(1) == '>') ++at_;
    if (peek(0) == '>') {
      ++at_;
      return;
    }
    --at_;
  }
}

std::string_view HtmlReader::take_name() {
  const std::size_t begin = at_;
  std::size_t at = begin;
  while (at < html_.size() && !is_blank(html_[at]) && html_[at] != '>' && html_[at] != '/') ++at;
  at_ = at;
  return html_.substr(begin, at - begin);
}

void HtmlReader::attributes() {
  count_ = 0;
  present_ = 0;
  while (at_ < html_.size() && html_[at_] != '>') {
    if (is_blank(html_[at_]) || html_[at_] == '/') {
      ++at_;
      continue;
    }
    const std::size_t begin = at_;
    std::size_t at = begin + 1;
    while (at < html_.size() && !is_blank(html_[at]) && html_[at] != '>' && html_[at] != '/' && html_[at] != '=') ++at;
    at_ = at;
    const RawAttribute read{html_.substr(begin, at - begin), take_value()};
    if (count_ == kMaxAttributes) continue;
    const std::optional<Attribute> name = attribute_named(read.name);
    if (name && !has(*name)) {
      present_ |= 1u << static_cast<int>(*name);
      place_[static_cast<int>(*name)] = static_cast<std::uint8_t>(count_);
    }
    attributes_[count_++] = read;
  }
  if (at_ < html_.size()) ++at_;
}

std::string_view HtmlReader::take_value() {
  const auto behind_blanks = [this](std::size_t at) {
    while (at < html_.size() && is_blank(html_[at])) ++at;
    return at;
  };
  std::size_t at = behind_blanks(at_);
  if (at >= html_.size() || html_[at] != '=') return {};
  at = behind_blanks(at + 1);
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

std::string_view HtmlReader::raw(Attribute name) const {
  return has(name) ? attributes_[place_[static_cast<int>(name)]].value : std::string_view();
}

std::optional<text::String> HtmlReader::link(std::string_view written) {
  decoded_.clear();
  append_unescaped(decoded_, written);
  std::optional<text::String> url = safe_url(decoded_, options_.base_url);
  if (url && names_script(*url)) url.reset();
  return url;
}

int HtmlReader::pixels(Attribute name) const {
  text::Cursor in(text::trimmed(raw(name)));
  const int value = in.take_number(6);
  return in.peek() == '%' ? -1 : value;
}

void HtmlReader::image() {
  const int width = pixels(Attribute::width);
  const int height = pixels(Attribute::height);
  // Pictures of a pixel or none count visitors.
  if ((width >= 0 && width <= 1) || (height >= 0 && height <= 1)) return;
  std::optional<text::String> url = link(raw(Attribute::src));
  if (!url || url->starts_with("mailto:") || url->starts_with("tel:")) return;
  if (options_.upgrade_images && url->starts_with("http:")) url->insert(4, "s");
  if (!builder_.open(Tag::img)) return;
  // `loading` comes first: setting `src` on an image starts the request.
  builder_.attribute(Attribute::loading, "lazy");
  builder_.attribute(Attribute::referrerpolicy, "no-referrer");
  if (has(Attribute::alt)) {
    copy(Attribute::alt);
  } else {
    builder_.attribute(Attribute::alt, "");
  }
  if (has(Attribute::title)) copy(Attribute::title);
  size(Attribute::width, width);
  size(Attribute::height, height);
  builder_.attribute(Attribute::src, *url);
  builder_.close();
}

// Rule: HTML, rules for parsing dimension values: what stands behind the digits is nothing.
void HtmlReader::size(Attribute name, int pixels) {
  if (pixels <= 0) return;
  text::String digits;
  text::append_number(digits, pixels);
  builder_.attribute(name, digits);
}

bool HtmlReader::has(std::string_view name) const {
  for (std::size_t i = 0; i < count_; ++i) {
    if (equal_ignoring_case(attributes_[i].name, name)) return true;
  }
  return false;
}

void HtmlReader::copy(Attribute name) {
  decoded_.clear();
  append_unescaped(decoded_, raw(name));
  builder_.attribute(name, whole_characters(decoded_, 4096));
}

void HtmlReader::copy_attributes(Tag tag) {
  for (std::uint32_t left = present_; left != 0; left &= left - 1) {
    const auto name = static_cast<Attribute>(__builtin_ctz(left));
    switch (name) {
      case Attribute::href:
      case Attribute::cite: {
        if (name == Attribute::href && tag != Tag::a) break;
        const std::optional<text::String> url = link(raw(name));
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
        const text::LowerName lowered(raw(name));
        const std::string_view value = lowered;
        if (value == "ltr" || value == "rtl" || value == "auto") builder_.attribute(name, value);
        break;
      }
      case Attribute::colspan:
      case Attribute::rowspan:
      case Attribute::start:
      case Attribute::value:
      case Attribute::width:
      case Attribute::height: {
        const std::string_view value = text::trimmed(raw(name));
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

SafeTree read_valid_html(std::string_view html, const HtmlOptions& options) {
  return HtmlReader(html, options).read();
}

SafeTree read_html(std::string_view html, const HtmlOptions& options) {
  if (text::is_valid_utf8(html)) return read_valid_html(html, options);
  const text::String repaired = text::repaired_utf8(html);
  return read_valid_html(repaired, options);
}

}  // namespace townboard::markup
