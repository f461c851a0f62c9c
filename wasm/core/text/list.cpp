#include "text/list.h"

namespace townboard::text {

void* grown(void* block, std::uint32_t count, std::uint32_t& room, std::size_t size) {
  // Of large values there are often one or two.
  const std::uint32_t least = size > 64 ? 2 : 8;
  room = count * 2 < least ? least : count * 2;
  void* larger = std::realloc(block, room * size);
  if (larger == nullptr) std::abort();
  return larger;
}

}  // namespace townboard::text
