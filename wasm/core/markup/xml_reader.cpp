#include "markup/xml_reader.h"

#include "markup/byte_class.h"
#include "markup/entities.h"
#include "text/cursor.h"

namespace townboard::markup {
namespace {

using text::is_alpha;
using text::is_blank;

bool starts_name(char c) { return is_alpha(c) || c == '_' || (c & 0x80) != 0; }

bool ends_name(char c) { return is_blank(c) || c == '>' || c == '/' || c == '<'; }

}  // namespace

std::size_t XmlReader::find(std::string_view sign, std::size_t from, bool& none) const {
  const std::size_t at = none ? std::string_view::npos : text_.find(sign, from);
  none = at == std::string_view::npos;
  return at;
}

bool XmlReader::pass(std::string_view sign, std::size_t from, bool& none) {
  const std::size_t at = find(sign, from, none);
  if (!none) at_ = at + sign.size();
  return !none;
}

// "<!-- … -->", "<? … ?>", "<!DOCTYPE … [ … ]>"; one that never ends is text up to its next "<".
bool XmlReader::skip_declaration() {
  const std::string_view rest = text_.substr(at_);
  if (rest.starts_with("<!--")) return pass("-->", at_ + 4, no_more_comments_);
  if (!rest.starts_with("<?")) {
    if (no_more_signs_ || !rest.starts_with("<!") || rest.starts_with("<![")) return false;
    const std::size_t bracket = text_.find_first_of("[>", at_);
    if (bracket != std::string_view::npos && text_[bracket] == '[') {
      if (!pass("]", bracket, no_more_signs_)) return false;
      subset_ = text_.substr(bracket + 1, at_ - bracket - 2);
      const std::size_t close = text_.find('>', at_);
      if (close != std::string_view::npos) at_ = close + 1;
      return true;
    }
  }
  return pass(">", at_, no_more_signs_);
}

XmlEvent XmlReader::tag() {
  XmlEvent event;
  event.begin = at_;
  const bool end = text_[at_ + 1] == '/';
  std::size_t at = at_ + (end ? 2 : 1);
  const std::size_t name = at;
  while (at < text_.size() && !ends_name(text_[at])) ++at;
  event.kind = end ? XmlEvent::Kind::end : XmlEvent::Kind::start;
  event.name = text_.substr(name, at - name);
  const std::size_t attributes = at;
  // A ">" inside quotation marks belongs to a value; a "<" outside them means that the tag was never
  // closed.
  for (; at < text_.size(); ++at) {
    const char c = text_[at];
    if (c == '"' || c == '\'') {
      // A quotation mark that is never closed is no quotation mark.
      if (text_[at - 1] == '=' || is_blank(text_[at - 1])) {
        bool& none = c == '"' ? no_more_quotes_ : no_more_apostrophes_;
        const std::size_t close = find(text_.substr(at, 1), at + 1, none);
        if (!none) at = close;
      }
    } else if (c == '>' || c == '<') {
      break;
    }
  }
  event.attributes = text_.substr(attributes, at - attributes);
  if (!event.attributes.empty() && event.attributes.back() == '/') {
    event.self_closing = true;
    event.attributes.remove_suffix(1);
  }
  at_ = at < text_.size() && text_[at] == '>' ? at + 1 : at;
  return event;
}

XmlEvent XmlReader::next() {
  XmlEvent event;
  for (;;) {
    event.begin = at_;
    if (at_ >= text_.size()) return event;
    if (text_[at_] == '<') {
      const std::string_view rest = text_.substr(at_);
      const char c = rest.size() > 1 ? rest[1] : '\0';
      const bool is_tag = starts_name(c) || (c == '/' && rest.size() > 2 && starts_name(rest[2]));
      if (is_tag) return tag();
      if (rest.starts_with("<![CDATA[")) {
        const std::size_t end = text_.find("]]>", at_ + 9);
        event.kind = XmlEvent::Kind::cdata;
        event.text = text_.substr(at_ + 9, end == std::string_view::npos ? end : end - at_ - 9);
        at_ = end == std::string_view::npos ? text_.size() : end + 3;
        return event;
      }
      if (skip_declaration()) continue;
    }
    event.kind = XmlEvent::Kind::text;
    const std::size_t sign = text_.find('<', at_ + 1);
    at_ = sign == std::string_view::npos ? text_.size() : sign;
    event.text = text_.substr(event.begin, at_ - event.begin);
    return event;
  }
}

[[gnu::noinline]] static std::string_view without_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text[0])) text.remove_prefix(1);
  return text;
}

bool next_attribute(std::string_view& rest, std::string_view& name, std::string_view& value) {
  while (!rest.empty() && (is_blank(rest[0]) || rest[0] == '/')) rest.remove_prefix(1);
  if (rest.empty()) return false;
  std::size_t at = 1;
  while (at < rest.size() && !is_blank(rest[at]) && rest[at] != '=') ++at;
  name = rest.substr(0, at);
  rest.remove_prefix(at);
  value = {};
  const std::string_view behind = without_blanks(rest);
  if (behind.empty() || behind[0] != '=') return true;
  rest = without_blanks(behind.substr(1));
  if (rest.empty()) return true;
  if (rest[0] == '"' || rest[0] == '\'') {
    const std::size_t close = rest.find(rest[0], 1);
    value = rest.substr(1, close == std::string_view::npos ? close : close - 1);
    rest.remove_prefix(close == std::string_view::npos ? rest.size() : close + 1);
    return true;
  }
  const std::size_t end = end_of_run(rest, 0, kBlankByte | kSpaceByte);
  value = rest.substr(0, end);
  rest.remove_prefix(end);
  return true;
}

// Longer ones are cut; no address or date is.
static constexpr std::size_t kMaxAttributeValue = 64 * 1024;

std::string_view raw_attribute(std::string_view attributes, std::string_view wanted) {
  std::string_view name;
  std::string_view value;
  while (next_attribute(attributes, name, value)) {
    if (text::equal_ignoring_case(name, wanted)) return value;
  }
  return {};
}

text::String attribute_of(std::string_view attributes, std::string_view wanted) {
  text::String out;
  append_unescaped(out, raw_attribute(attributes, wanted).substr(0, kMaxAttributeValue));
  return out;
}

}  // namespace townboard::markup
