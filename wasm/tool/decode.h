#pragma once

#include <string>
#include <string_view>

namespace townboard::tool {

// `bytes` of the encoding called `label` as UTF-8; what is invalid becomes U+FFFD. An encoding that the
// machine's iconv does not know is taken for UTF-8.
std::string decoded(const std::string& bytes, std::string_view label);

}  // namespace townboard::tool
