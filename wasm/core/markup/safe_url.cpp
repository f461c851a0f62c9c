#include "markup/safe_url.h"

#include "markup/byte_class.h"
#include "text/cursor.h"

namespace townboard::markup {
namespace {

using text::equal_ignoring_case;

// `text` as browsers take a URL: without control characters and blanks at its ends, without tabs and
// line breaks anywhere, with what no URL may hold percent-encoded.
text::String cleaned(std::string_view text, bool keep_blanks = false) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= ' ') text.remove_prefix(1);
  while (!text.empty() && static_cast<unsigned char>(text.back()) <= ' ') text.remove_suffix(1);
  constexpr char kHex[] = "0123456789ABCDEF";
  text::String out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = end_of_run(text, at, kUrlByte);
    out += text.substr(at, end - at);
    at = end;
    if (at == text.size()) break;
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte == '\t' || byte == '\n' || byte == '\r') continue;
    if (byte == ' ' && keep_blanks) {
      out += ' ';
    } else {
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
  return out;
}

// Length of "scheme:" with its colon, 0 when there is none.
std::size_t scheme_size(std::string_view url) {
  if (url.empty() || !text::is_alpha(url[0])) return 0;
  for (std::size_t i = 1; i < url.size(); ++i) {
    const char c = url[i];
    if (c == ':') return i + 1;
    if (!text::is_alpha(c) && !text::is_digit(c) && c != '+' && c != '-' && c != '.') return 0;
  }
  return 0;
}

// How much of it stands before the first "?" or "#", or also before the first slash of either kind.
std::size_t path_size(std::string_view text, bool segment = false) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '?' || c == '#' || (segment && (c == '/' || c == '\\'))) break;
  }
  return at;
}

struct Parts {
  std::string_view scheme;  // with its colon
  std::string_view authority;
  std::string_view path;
  std::string_view query;  // with "?"; the fragment is not kept
};

bool is_web(std::string_view scheme) {
  return equal_ignoring_case(scheme, "http:") || equal_ignoring_case(scheme, "https:");
}

// Takes an http or https URL apart, or one that is only a path; nothing when it is none of them.
std::optional<Parts> take_apart(std::string_view url) {
  const std::size_t scheme = scheme_size(url);
  Parts parts;
  parts.scheme = url.substr(0, scheme);
  std::string_view rest = url.substr(scheme);
  if (scheme != 0) {
    if (!is_web(parts.scheme) || !rest.starts_with("//")) return std::nullopt;
    rest.remove_prefix(2);
    const std::size_t end = path_size(rest, true);
    parts.authority = rest.substr(0, end);
    if (parts.authority.empty()) return std::nullopt;
    rest = rest.substr(end);
  } else if (rest.empty() || rest.starts_with("//") || rest.find('\\') < path_size(rest)) {
    return std::nullopt;
  }
  rest = rest.substr(0, rest.find('#'));
  const std::size_t query = rest.find('?');
  parts.path = rest.substr(0, query);
  parts.query = query == std::string_view::npos ? std::string_view() : rest.substr(query);
  return parts;
}

// Rule: RFC 3986, section 5.2.4.
text::String without_dots(std::string_view path) {
  text::String out;
  while (!path.empty()) {
    const std::size_t end = path.find('/', 1);
    const std::string_view segment = path.substr(0, end);
    path = end == std::string_view::npos ? std::string_view() : path.substr(end);
    if (segment == "/..") {
      const std::size_t last = out.rfind('/');
      out.resize(last == text::String::npos ? 0 : last);
      if (path.empty()) out += '/';
    } else if (segment == "/.") {
      if (path.empty()) out += '/';
    } else {
      out += segment;
    }
  }
  return out.empty() ? "/" : out;
}

text::String resolve(std::string_view reference, const Parts& base) {
  text::String out(base.scheme);
  const bool relative = out.empty();
  if (reference.starts_with("//")) {
    if (relative) out = "https:";
    return out += reference;
  }
  if (!relative) out += "//";
  out += base.authority;
  const std::size_t path_end = path_size(reference);
  const std::string_view path = reference.substr(0, path_end);
  const std::string_view behind = reference.substr(path_end);
  if (path.empty()) {
    out += base.path;
    if (!behind.starts_with('?')) out += base.query;
  } else if (path.front() == '/') {
    // Only behind a host: "/.//x" would become one.
    out += relative ? text::String(path) : without_dots(path);
  } else {
    text::String merged(base.path.substr(0, base.path.rfind('/') + 1));
    if (merged.empty() && !relative) merged += '/';
    merged += path;
    out += relative ? merged : without_dots(merged);
  }
  return out += behind;
}

// How much of it is "https://host"; 0 when it does not begin so.
std::size_t origin_size(std::string_view url) {
  constexpr std::string_view kScheme = "https://";
  if (!url.starts_with(kScheme)) return 0;
  const std::size_t end = kScheme.size() + path_size(url.substr(kScheme.size()), true);
  return end > kScheme.size() ? end : 0;
}

// What nearly all links are: whole addresses and paths in which there is nothing to change. "" for all others.
text::String plain_url(std::string_view reference, std::string_view base) {
  if (end_of_run(reference, 0, kUrlByte | kBackslashByte) < reference.size()) return {};
  if (origin_size(reference) != 0) return reference;
  if (!reference.starts_with('/') || reference.starts_with("//") || reference.find("/.") != std::string_view::npos) return {};
  const std::string_view origin = base.substr(0, origin_size(base));
  if (origin.empty() || end_of_run(origin, 0, kUrlByte) < origin.size()) return {};
  text::String out(origin);
  return out += reference;
}

std::optional<text::String> url_of(std::string_view reference, std::string_view base, bool keep_blanks) {
  text::String plain = plain_url(reference, base);
  if (!plain.empty()) return plain;
  text::String url = cleaned(reference, keep_blanks);
  if (url.empty()) return std::nullopt;
  const std::size_t scheme = scheme_size(url);
  for (std::size_t i = 0; i < scheme; ++i) url[i] = text::to_lower(url[i]);
  const std::string_view name = url.substr(0, scheme);
  if (name == "mailto:" || name == "tel:") {
    if (url.size() == scheme) return std::nullopt;
    return url;
  }
  const bool web = is_web(name);
  if (scheme != 0 && !web) return std::nullopt;
  // In web addresses a backslash is a slash.
  for (std::size_t i = path_size(url); i-- > 0;) {
    if (url[i] == '\\') url[i] = '/';
  }
  if (web) {
    if (!take_apart(url)) return std::nullopt;
    return url;
  }
  // A relative reference has no colon in its first segment; one that has is a disguised scheme.
  // Rule: RFC 3986, section 4.2, path-noscheme.
  if (url.find(':') < path_size(url, true)) return std::nullopt;
  const text::String clean_base = cleaned(base);
  const std::optional<Parts> parts = take_apart(clean_base);
  if (!parts) return std::nullopt;
  text::String resolved = resolve(url, *parts);
  if (!take_apart(resolved)) return std::nullopt;
  return resolved;
}

}  // namespace

std::optional<text::String> safe_url(std::string_view reference, std::string_view base, bool keep_blanks) {
  constexpr std::size_t kMaxBytes = 8192;
  // An attribute is cleaned of C1 and bidirectional controls, or has them closed, which makes another address of one.
  if (reference.size() > kMaxBytes || end_of_text(reference, 0, kDelicateByte) < reference.size()) return std::nullopt;
  std::optional<text::String> url = url_of(reference, base, keep_blanks);
  // Percent encoding makes it longer, and what is printed must be read again.
  if (url && url->size() > kMaxBytes) url.reset();
  return url;
}

}  // namespace townboard::markup
