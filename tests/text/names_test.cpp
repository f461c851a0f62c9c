#include "text/names.h"

#include "catch.h"

using namespace townboard;

TEST_CASE("names are found whatever places their hashes share", "[text][names]") {
  // The first, the middle and the last byte and the size are the same.
  text::Names names(" axbyc aybxc azb-c b ");
  for (int i = 1; i < 5; ++i) CHECK(names.find(names[i]) == i);
  CHECK(names.find("") == -1);
  CHECK(names.find("awbwc") == -1);
  CHECK(names.find("AYBxC") == 2);
  CHECK(names.find("azb\rc") == -1);
  CHECK(names[0].empty());
  CHECK(names[3] == "azb-c");
}

TEST_CASE("a name is looked up in lower case, and none is longer than sixteen bytes", "[text][names]") {
  CHECK(std::string_view(text::LowerName("BlockQuote")) == "blockquote");
  CHECK(std::string_view(text::LowerName("abcdefghijklmnop")).size() == 16);
  CHECK(std::string_view(text::LowerName("abcdefghijklmnopq")).empty());
}
