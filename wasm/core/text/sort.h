#pragma once

#include <cstddef>

#include "text/list.h"

namespace townboard::text {

using Precedes = bool (*)(const void* a, const void* b, const void* context);

// Puts `count` values of `size` bytes in order; those that are equal keep theirs. At most count * log2(count)
// comparisons. Values are moved as bytes.
void sort_bytes(void* values, std::size_t count, std::size_t size, Precedes precedes, const void* context);

// Puts a list in order by `precedes(a, b)`. One function for all lists, since each std::sort of another type is two
// kilobytes of its own.
template <typename T, typename Rule>
void sort(List<T>& list, const Rule& precedes) {
  sort_bytes(
      list.data(), list.size(), sizeof(T),
      [](const void* a, const void* b, const void* rule) {
        return (*static_cast<const Rule*>(rule))(*static_cast<const T*>(a), *static_cast<const T*>(b));
      },
      &precedes);
}

}  // namespace townboard::text
