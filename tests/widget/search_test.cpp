#include "widget/search.h"

#include <string>

#include "catch.h"

using namespace townboard;

namespace {

bool finds(std::string_view words, std::string_view title) {
  widget::FoldedTexts texts;
  texts.add("Першы", "радок");
  texts.add(title, "");
  return widget::Needle(words).is_in(texts.of(1));
}

}  // namespace

TEST_CASE("a search knows neither case nor marks", "[widget][search]") {
  CHECK(finds("ЕЛКА", "Новая ёлка на плошчы"));
  CHECK(finds("Ёлка", "новая елка"));
  CHECK(finds("воусова", "Воўсава і Воўсова"));
  CHECK(finds("zazolc", "Zażółć gęślą jaźń"));
  CHECK(finds("ZAŻÓŁĆ", "zazolc"));
  CHECK(finds("eleve", "L’élève"));
  CHECK(finds("киiв", "Київ") == false);  // a Latin letter among Cyrillic ones is another
  CHECK(finds("київ", "КИЇВ"));
  CHECK(finds("ґанок", "Ґанок"));
  CHECK(finds("أخبار", "كل أخبار"));
  CHECK(finds("חדש", "מה חדש"));
  CHECK_FALSE(finds("חדש", "מה"));
}

TEST_CASE("a search finds at the beginning, at the end, and everything when nothing is typed",
          "[widget][search]") {
  CHECK(finds("", "a"));
  CHECK(finds("a", "a"));
  CHECK(finds("ab", "aab"));
  CHECK(finds("abab", "aabaabab"));
  CHECK_FALSE(finds("aba", "ab"));
  CHECK_FALSE(finds("першы", "другі"));  // stands in the text before
  CHECK_FALSE(finds("радок", "другі"));
}

TEST_CASE("a search agrees with a plain one on all short texts of two letters",
          "[widget][search]") {
  const auto nth = [](int number, int size) {
    std::string text;
    for (int i = 0; i < size; ++i) text += (number >> i) % 2 == 0 ? 'a' : 'b';
    return text;
  };
  for (int size = 1; size <= 4; ++size) {
    for (int number = 0; number < 1 << size; ++number) {
      const widget::Needle needle(nth(number, size));
      for (int other = 0; other < 1 << 8; ++other) {
        const std::string text = nth(other, 8);
        CAPTURE(nth(number, size), text);
        CHECK(needle.is_in(text) == (text.find(nth(number, size)) != std::string::npos));
      }
    }
  }
}
