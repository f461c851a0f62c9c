#include "text/list.h"

#include "catch.h"
#include "text/string.h"

using townboard::text::List;
using townboard::text::String;

TEST_CASE("a list keeps values that own memory while it grows and shrinks", "[text][list]") {
  List<String> list;
  for (int i = 0; i < 100; ++i) list.push_back(String("value") + static_cast<char>('0' + i % 10));
  for (int i = 0; i < 20; ++i) list.push_back(list[0]);  // from the block that is about to move
  REQUIRE(list.size() == 120);
  CHECK(list[99] == "value9");
  CHECK(list.back() == "value0");
  list.insert(0, "first");
  list.insert(121, "last");
  list.insert(50, "middle");
  CHECK(list.front() == "first");
  CHECK(list[50] == "middle");
  CHECK(list[51] == "value9");
  CHECK(list.back() == "last");
  list.resize(51);
  CHECK(list.back() == "middle");
}

TEST_CASE("lists are copied, moved and compared by their values", "[text][list]") {
  const List<String> first{"a", "b"};
  List<String> second = first;
  CHECK(second == first);
  second.push_back("c");
  CHECK_FALSE(second == first);
  List<String> third = std::move(second);
  CHECK(third.size() == 3);
  third = first;
  CHECK(third == first);
  third.assign(4, "x");
  CHECK(third == List<String>{"x", "x", "x", "x"});
  CHECK(List<int>(3) == List<int>{0, 0, 0});
}
