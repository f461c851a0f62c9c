#include "locale/plural_rule.h"

#include <string>

#include "catch.h"

using townboard::locale::fulfils_plural_rule;

TEST_CASE("a plural rule holds for the counts that it names", "[locale][plural_rule]") {
  struct Case {
    std::string_view rule;
    int count;
    bool truth;
  };
  const Case cases[] = {
      {"n = 1", 1, true},
      {"n = 1", 2, false},
      {"n != 1", 2, true},
      {"n % 10 = 2..4 and n % 100 != 12..14", 22, true},
      {"n % 10 = 2..4 and n % 100 != 12..14", 112, false},
      {"n = 0,1", 0, true},
      {"n = 0, 5..7", 6, true},
      {"n = 0, 5..7", 4, false},
      {"n%10=1", 21, true},                                  // blanks are free
      {"i = 1 and v = 0 @integer 1", 1, true},               // as CLDR has it
      {"v = 0 and i % 10 = 0 or v = 0 and i = 7", 7, true},  // "and" binds closer than "or"
      {"n = 7 or n = 8 and n = 9", 7, true},
      {"f != 0", 3, false},                   // there are no fractions
      {"n = 3", -3, true},                    // the sign does not count
      {"n = 2147483647", 2147483647, false},  // numbers have nine digits at most
      {"", 5, true},
      {"@integer 1", 5, true},
  };
  for (const Case& c : cases) {
    CAPTURE(c.rule, c.count);
    if (c.rule == "n = 2147483647") {
      CHECK_FALSE(fulfils_plural_rule(c.rule, c.count).has_value());
    } else {
      CHECK(fulfils_plural_rule(c.rule, c.count) == c.truth);
    }
  }
}

TEST_CASE("what is no plural rule is refused", "[locale][plural_rule]") {
  const std::string_view rules[] = {
      "n",           "n =",    "= 1",    "x = 1", "n = 1 and", "n % 0 = 1", "n % = 1", "n = 1..",
      "n = 1 or or", "n == 1", "n = 1;", "n ! 1", "one",       "n = -1",    "n = 1,",  "n % 10 2",
  };
  for (const std::string_view rule : rules) {
    CAPTURE(rule);
    CHECK_FALSE(fulfils_plural_rule(rule, 1).has_value());
  }
  CHECK_FALSE(fulfils_plural_rule(std::string(2000, ' '), 1).has_value());
}
