#include "text/names.h"

#include "catch.h"

using namespace townboard;

TEST_CASE("names are found whatever places their hashes share", "[text][names]") {
  // The first, the middle and the last byte and the size are the same.
  static constexpr std::string_view kNames[] = {"", "axbyc", "aybxc", "azb-c", "b"};
  static constexpr text::NamePlaces kPlaces = text::name_places(kNames);
  for (int i = 1; i < 5; ++i) CHECK(text::find_name(kNames, kPlaces, kNames[i]) == i);
  CHECK(text::find_name(kNames, kPlaces, "") == -1);
  CHECK(text::find_name(kNames, kPlaces, "awbwc") == -1);
  CHECK(text::find_name(kNames, kPlaces, "AYBxC") == 2);
  CHECK(text::find_name(kNames, kPlaces, "azb\rc") == -1);
}

TEST_CASE("a name is looked up in lower case, and none is longer than sixteen bytes", "[text][names]") {
  CHECK(std::string_view(text::LowerName("BlockQuote")) == "blockquote");
  CHECK(std::string_view(text::LowerName("abcdefghijklmnop")).size() == 16);
  CHECK(std::string_view(text::LowerName("abcdefghijklmnopq")).empty());
}
