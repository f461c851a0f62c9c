#pragma once

#include "text/string.h"
#include <string_view>

#include "view/tree.h"

namespace townboard::view {

// The tree as HTML, such that a browser that parses it gets the same nodes.
// Rule: WHATWG HTML, serialising HTML fragments.
text::String print_html(const Tree& tree);

// The same as the shadow root of the element it stands in:
// <template shadowrootmode="open"><link rel="stylesheet" href="…">…</template>.
// `stylesheet` is a checked URL; empty: no link.
text::String print_shadow_root(const Tree& tree, std::string_view stylesheet);

}  // namespace townboard::view
