#include "text/names.h"

#include "text/cursor.h"

namespace townboard::text {

int find_name(const std::string_view* names, const NamePlaces& places, std::string_view name) {
  if (name.empty()) return -1;
  for (std::uint8_t at = name_hash(name); places.of[at] != 0; ++at) {
    const int index = places.of[at] - 1;
    if (names[index] == name) return index;
  }
  return -1;
}

LowerName::LowerName(std::string_view written) {
  if (written.size() > sizeof bytes_) return;
  for (const char c : written) bytes_[size_++] = to_lower(c);
}

}  // namespace townboard::text
