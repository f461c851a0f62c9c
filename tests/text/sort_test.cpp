#include "text/sort.h"

#include <algorithm>
#include <random>
#include <vector>

#include "catch.h"

using townboard::text::List;

TEST_CASE("a list is put in order, and equal values keep theirs", "[text][sort]") {
  struct Value {
    int key;
    int place;
  };
  std::mt19937 random(3);
  for (int size = 0; size < 130; ++size) {
    List<Value> list;
    std::vector<Value> same;
    for (int i = 0; i < size; ++i) {
      const Value value{static_cast<int>(random() % 20), i};
      list.push_back(value);
      same.push_back(value);
    }
    const auto precedes = [](const Value& a, const Value& b) { return a.key < b.key; };
    townboard::text::sort(list, precedes);
    std::stable_sort(same.begin(), same.end(), precedes);
    CAPTURE(size);
    for (std::size_t i = 0; i < same.size(); ++i) {
      REQUIRE(list[i].key == same[i].key);
      REQUIRE(list[i].place == same[i].place);
    }
  }
}
