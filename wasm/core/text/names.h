#pragma once

#include <cstdint>
#include <string_view>

#include "text/cursor.h"

namespace townboard::text {

// A fixed list of up to 120 names, found by hash: elements and attributes are looked up for every tag of a feed.
struct NamePlaces {
  std::uint8_t of[256] = {};  // 1 + the index of a name, at its hash or at the next free place behind
};

// The factors were searched for, so that hardly two names share a place.
constexpr std::uint8_t name_hash(std::string_view name) {
  const auto first = static_cast<unsigned char>(to_lower(name.front()));
  const auto last = static_cast<unsigned char>(to_lower(name.back()));
  const auto middle = static_cast<unsigned char>(to_lower(name[name.size() / 2]));
  return static_cast<std::uint8_t>(first * 37u + last * 175u + middle * 116u + name.size() * 4u);
}

// The names are in lower case. An empty one is never found.
template <std::size_t Count>
constexpr NamePlaces name_places(const std::string_view (&names)[Count]) {
  static_assert(Count <= 120);
  NamePlaces places;
  for (std::size_t i = 0; i < Count; ++i) {
    if (names[i].empty()) continue;
    std::uint8_t at = name_hash(names[i]);
    while (places.of[at] != 0) ++at;
    places.of[at] = static_cast<std::uint8_t>(i + 1);
  }
  return places;
}

// The index of the name that is written so, in letters of either case; -1 when it is none of them.
int find_name(const std::string_view* names, const NamePlaces& places, std::string_view written);

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
