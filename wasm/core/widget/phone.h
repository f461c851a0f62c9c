#pragma once

#include <string>
#include <string_view>

namespace townboard::widget {

// The "tel:" link of a number as written: "+375 (1719) 28-2-60" gives "tel:+375171928260". A short number
// without a country code, such as 142, stays as it is. "" when it has no digits. Rule: RFC 3966.
std::string tel_link(std::string_view written);

}  // namespace townboard::widget
