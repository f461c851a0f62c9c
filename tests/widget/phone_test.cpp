#include "widget/phone.h"

#include "catch.h"

using townboard::widget::tel_link;

TEST_CASE("a number is dialled from abroad as from inside", "[widget][phone]") {
  struct Case {
    std::string_view written;
    std::string_view country;
    std::string_view link;
  };
  const auto c = GENERATE(values<Case>({
      {"+375 (1719) 28-2-60", "BY", "tel:+375171928260"},
      {"8 (01719) 28-2-60", "BY", "tel:+375171928260"},
      {"8 (495) 123-45-67", "RU", "tel:+74951234567"},
      {"+49 (0)30 123456", "DE", "tel:+4930123456"},
      {"0049 30 123456", "DE", "tel:+4930123456"},
      {"030 123456", "DE", "tel:+4930123456"},
      {"06 1234 5678", "IT", "tel:+390612345678"},  // Italy keeps its 0
      {"22 123 45 67", "PL", "tel:+48221234567"},
      {"142", "BY", "tel:142"},
      {"28-2-60", "BY", "tel:28260"},       // only inside the town
      {"030 123456", "", "tel:030123456"},  // no country to take the code from
      {"", "BY", ""},
      {"ask", "BY", ""},
      {"+", "BY", ""},
  }));
  CAPTURE(c.written, c.country);
  CHECK(tel_link(c.written, c.country) == c.link);
}
