#pragma once

#include <cstdint>
#include <string_view>

namespace townboard::locale {

// Spreads the names of strings over the places of a table. Names come from our own files, so a name
// that was made to collide costs time only, and at most Locale::kMaxStrings steps.
// Rule: Fowler/Noll/Vo, FNV-1a, 32 bits.
constexpr std::uint32_t name_hash(std::string_view name) {
  std::uint32_t hash = 2166136261u;
  for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

}  // namespace townboard::locale
