#pragma once

#include "text/string.h"
#include <string_view>

namespace townboard::widget {

// A telephone number for the visitor.
struct Phone {
  // "+375 (1719) 28-2-60" gives "tel:+375171928260", and so does "8 (01719) 28-2-60" in the country "BY"; "+49 (0)30 123456" and
  // "0049 30 123456" give "tel:+4930123456". The prefix may be missing where it is not a 0, and so may the plus, when the number
  // is then a whole one of the country. A short number such as 142, or one of a country that is not known, stays as it is.
  // "" when it has no digits. Rule: RFC 3966; ITU-T E.164 and its list of national prefixes.
  text::String link;
  // As it is written, when anything but digits and a plus before them is; else from abroad, grouped as its country does:
  // "80171928260" in "BY" gives "+375 1719 28-260". One of a country whose groups are not known stays as it is.
  // Rule: ITU-T E.123, section 2; the numbering plans that countries deposit with ITU-T.
  text::String text;
};
Phone phone_of(std::string_view written, std::string_view country);

}  // namespace townboard::widget
