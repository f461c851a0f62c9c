#include "text/list.h"

namespace townboard::text {

void* grown(void* block, std::uint32_t count, std::uint32_t& room, std::size_t size) {
  room = count < 4 ? 8 : count * 2;
  void* larger = std::realloc(block, room * size);
  if (larger == nullptr) std::abort();
  return larger;
}

}  // namespace townboard::text
