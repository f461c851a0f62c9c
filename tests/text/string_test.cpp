#include "text/string.h"

#include <string>
#include <utility>

#include "catch.h"

using townboard::text::String;

TEST_CASE("a string grows by bytes, texts and its own parts", "[text][string]") {
  String text;
  CHECK(text.empty());
  CHECK(text == "");
  std::string same;
  for (int i = 0; i < 300; ++i) {
    const char byte = static_cast<char>('a' + i % 26);
    text += byte;
    same += byte;
    if (i % 50 == 7) {
      text += text;  // moves while it is read
      same += same;
    }
    REQUIRE(std::string_view(text) == same);
  }
  text = text.substr(3, 5);
  CHECK(text == "defgh");
  text.insert(0, "abc");
  text.insert(8, "");
  text.insert(8, "i");
  CHECK(text == "abcdefghi");
  CHECK(text.find("def") == 3);
  CHECK(text.find('x') == String::npos);
}

TEST_CASE("a copy of a string is its own, a moved one is not lost", "[text][string]") {
  String first("open");
  String second = first;
  second += " now";
  CHECK(first == "open");
  CHECK(second == "open now");
  first = std::move(second);
  CHECK(first == "open now");
  first = first.substr(5);
  CHECK(first == "now");
  first = String();
  CHECK(first.empty());
  CHECK(String("a") + "b" + 'c' == "abc");
}

TEST_CASE("a string is cut and filled with NUL", "[text][string]") {
  String text("abc");
  text.resize(1);
  text.resize(3);
  CHECK(std::string_view(text) == std::string_view("a\0\0", 3));
  text.clear();
  CHECK(text.size() == 0);
}
