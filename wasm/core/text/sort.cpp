#include "text/sort.h"

#include <cstdlib>
#include <cstring>

namespace townboard::text {

// Runs of one value, two, four … are merged from one half of a block into the other and back.
void sort_bytes(void* values, std::size_t count, std::size_t size, Precedes precedes, const void* context) {
  if (count < 2) return;
  char* const own = static_cast<char*>(values);
  char* const other = static_cast<char*>(std::malloc(count * size));
  if (other == nullptr) std::abort();
  const std::size_t bytes = count * size;
  char* from = own;
  char* to = other;
  for (std::size_t run = size; run < bytes; run *= 2) {
    for (std::size_t begin = 0; begin < bytes; begin += 2 * run) {
      std::size_t left = begin;
      const std::size_t middle = begin + run < bytes ? begin + run : bytes;
      std::size_t right = middle;
      const std::size_t end = middle + run < bytes ? middle + run : bytes;
      for (std::size_t at = begin; at < end; at += size) {
        const bool takes_right =
            right < end && (left == middle || precedes(from + right, from + left, context));
        std::size_t& place = takes_right ? right : left;
        std::memcpy(to + at, from + place, size);
        place += size;
      }
    }
    char* const last = from;
    from = to;
    to = last;
  }
  if (from != own) std::memcpy(own, from, bytes);
  std::free(other);
}

}  // namespace townboard::text
