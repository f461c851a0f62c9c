#include "text/names.h"

namespace townboard::text {

namespace {

// The factors were searched for, so that hardly two names share a place.
std::uint8_t hash_of(std::string_view name) {
  const auto first = static_cast<unsigned char>(to_lower(name.front()));
  const auto last = static_cast<unsigned char>(to_lower(name.back()));
  const auto middle = static_cast<unsigned char>(to_lower(name[name.size() / 2]));
  return static_cast<std::uint8_t>(first * 37u + last * 175u + middle * 116u + name.size() * 4u);
}

// Half of what equal_ignoring_case does.
bool is_written(std::string_view name, std::string_view written) {
  if (name.size() != written.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] != to_lower(written[i])) return false;
  }
  return true;
}

}  // namespace

void Names::fill() {
  std::string_view words = words_;
  while (!words.empty()) {
    const std::string_view name = words.substr(0, words.find(' '));
    words.remove_prefix(name.size() + 1);
    names_[count_++] = name;
    if (name.empty()) continue;
    std::uint8_t at = hash_of(name);
    while (places_[at] != 0) ++at;
    places_[at] = count_;
  }
}

int Names::find(std::string_view written) {
  if (written.empty()) return -1;
  if (count_ == 0) fill();
  for (std::uint8_t at = hash_of(written); places_[at] != 0; ++at) {
    const int index = places_[at] - 1;
    if (is_written(names_[index], written)) return index;
  }
  return -1;
}

LowerName::LowerName(std::string_view written) {
  if (written.size() > sizeof bytes_) return;
  for (std::size_t i = 0; i < written.size(); ++i) bytes_[i] = to_lower(written[i]);
  size_ = static_cast<std::uint8_t>(written.size());
}

}  // namespace townboard::text
