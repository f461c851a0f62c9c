#include "text/names.h"

namespace townboard::text {

int find_name(const std::string_view* names, const NamePlaces& places, std::string_view written) {
  if (written.empty()) return -1;
  for (std::uint8_t at = name_hash(written); places.of[at] != 0; ++at) {
    const int index = places.of[at] - 1;
    if (equal_ignoring_case(names[index], written)) return index;
  }
  return -1;
}

LowerName::LowerName(std::string_view written) {
  if (written.size() > sizeof bytes_) return;
  for (std::size_t i = 0; i < written.size(); ++i) bytes_[i] = to_lower(written[i]);
  size_ = static_cast<std::uint8_t>(written.size());
}

}  // namespace townboard::text
