#pragma once

#include <optional>
#include "text/string.h"
#include <string_view>

namespace townboard::markup {

// `reference` made absolute against `base`, when the result is http, https, mailto or tel; nothing for
// any other scheme, for what is no URL, for an empty one (which would name the feed itself), and for a relative one without a
// base.
// A base may itself be relative, a path such as "news/feed.xml". Then the result is one too, for the page that it stands in:
// "a.png" gives "news/a.png", with its dots as they are. It has no scheme, does not begin with two slashes (a backslash is one),
// and so names the page's own origin whatever it holds; "//host/a.png" becomes https.
// Rule: URL Standard, basic URL parser: without a scheme the relative state is reached, and the host is the base's unless two
// slashes follow in the relative slash state.
// At most 8,192 bytes, before and after; a longer one is none, since it would not be read again.
// Blanks and control characters are removed first, as browsers do, so "java\tscript:" is seen as it is.
// `keep_blanks`: those inside stay as they are, else they are percent-encoded too.
// Rule: WHATWG URL, basic URL parser (schemes above only); RFC 3986 section 5.2.
std::optional<text::String> safe_url(std::string_view reference, std::string_view base, bool keep_blanks = false);

}  // namespace townboard::markup
