#pragma once

#include <cstdint>
#include <string_view>

#include "text/cursor.h"

namespace townboard::text {

// A fixed list of up to 120 names, found by hash: elements and attributes are looked up for every tag of a feed. The places are
// made when the first one is asked for: as tables they would be half a kilobyte more to load.
class Names {
 public:
  // Names in lower case, with a blank behind each. Must live as long as this.
  explicit constexpr Names(std::string_view words) : words_(words) {}

  std::string_view operator[](int index) {
    if (count_ == 0) fill();
    return names_[index];
  }
  // The index of the name that is written so, in letters of either case; -1 when it is none of them.
  int find(std::string_view written);

 private:
  void fill();

  std::string_view words_;
  std::string_view names_[120] = {};
  std::uint8_t places_[256] = {};  // 1 + the index of a name, at its hash or at the next free place behind
  std::uint8_t count_ = 0;
};

// A name of ASCII in lower case, as it is looked up. One of more than 16 bytes is none that anyone knows, and is empty.
class LowerName {
 public:
  LowerName() = default;
  explicit LowerName(std::string_view written);
  operator std::string_view() const { return {bytes_, size_}; }

 private:
  char bytes_[16];
  std::uint8_t size_ = 0;
};

}  // namespace townboard::text
