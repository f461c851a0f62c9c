#include "catch.h"
#include "widget/content.h"

using townboard::widget::address_line;

TEST_CASE("an address is written in the order of its country", "[widget][address]") {
  struct Case {
    std::string_view country, code, region, locality, street, line;
  };
  const auto c = GENERATE(values<Case>({
      {"BY", "223927", "Minsk region", "Kopyl", "Lenin Square, 6", "223927, Minsk region, Kopyl, Lenin Square, 6"},
      {"HU", "1051", "", "Budapest", "Fő utca 1", "1051, Budapest, Fő utca 1"},
      {"PL", "05-220", "", "Zielonka", "Lipowa 5", "Lipowa 5, 05-220 Zielonka"},
      {"DE", "14467", "Brandenburg", "Potsdam", "Lindenstr. 1", "Lindenstr. 1, 14467 Potsdam, Brandenburg"},
      {"US", "62701", "IL", "Springfield", "1 Main St", "1 Main St, Springfield, IL 62701"},
      {"GB", "AB1 2CD", "", "Anytown", "5 High Street", "5 High Street, Anytown AB1 2CD"},
      {"", "14467", "", "Potsdam", "Lindenstr. 1", "Lindenstr. 1, 14467 Potsdam"},
      {"PL", "05-220", "", "", "", "05-220"},
      {"PL", "", "", "", "Lipowa 5", "Lipowa 5"},
      {"BY", "", "", "", "", ""},
  }));
  CAPTURE(c.country, c.line);
  townboard::site::Address address;
  address.postal_code = c.code;
  address.region.add("en", c.region);
  address.locality.add("en", c.locality);
  address.street.add("en", c.street);
  CHECK(address_line(address, c.country, "en") == c.line);
}
