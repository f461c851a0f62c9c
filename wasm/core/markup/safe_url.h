#pragma once

#include <optional>
#include "text/string.h"
#include <string_view>

namespace townboard::markup {

// `reference` made absolute against `base`, when the result is http, https, mailto or tel; nothing for
// any other scheme, for what is no URL, and for a relative one without a base.
// Blanks and control characters are removed first, as browsers do, so "java\tscript:" is seen as it is.
// `keep_blanks`: those inside stay as they are, else they are percent-encoded too.
// Rule: WHATWG URL, basic URL parser (schemes above only); RFC 3986 section 5.2.
std::optional<text::String> safe_url(std::string_view reference, std::string_view base, bool keep_blanks = false);

}  // namespace townboard::markup
