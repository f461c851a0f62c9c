#include "bind/allocator.h"

#include <cstring>

namespace townboard::bind {
namespace {

constexpr std::size_t kMost = std::size_t{1} << 30;

// The number of a block's size, up to kMost, which is rounded up to the next of the sizes that there are.
std::size_t kind_of(std::size_t& size) {
  size = size < 8 ? 8 : (size + 7) & ~std::size_t{7};
  const int power = 31 - __builtin_clz(static_cast<unsigned>(size));
  const std::size_t step = std::size_t{1} << (power - 2);
  size = (size + step - 1) & ~(step - 1);
  return static_cast<std::size_t>(power - 1) * 4 + (size >> (power - 2)) - 4;
}

}  // namespace

bool Allocator::is_last(const Head* head) const {
  return reinterpret_cast<const char*>(head + 1) + head->room == ground_.begin;
}

// Gives out what lies between `begin`, at most the present begin, and `size` bytes behind it.
bool Allocator::reach(char* begin, std::size_t size) {
  const std::size_t more = size - static_cast<std::size_t>(ground_.begin - begin);
  if (more > static_cast<std::size_t>(ground_.end - ground_.begin) && !ground_.grow(ground_, more)) return false;
  ground_.begin = begin + size;
  return true;
}

void* Allocator::take(std::size_t size) {
  if (size > kMost) return nullptr;
  Head*& given = given_[kind_of(size)];
  Head* head = given;
  if (head != nullptr) {
    given = head->next;
  } else {
    head = reinterpret_cast<Head*>(ground_.begin);
    if (!reach(ground_.begin, sizeof(Head) + size)) return nullptr;
    head->room = size;
  }
  return head + 1;
}

void Allocator::give(void* block) {
  if (block == nullptr) return;
  Head* head = static_cast<Head*>(block) - 1;
  if (is_last(head)) {
    ground_.begin = reinterpret_cast<char*>(head);
    return;
  }
  std::size_t size = head->room;
  Head*& given = given_[kind_of(size)];
  head->next = given;
  given = head;
}

void* Allocator::resize(void* block, std::size_t size) {
  if (block == nullptr) return take(size);
  Head* head = static_cast<Head*>(block) - 1;
  if (size <= head->room) return block;
  if (is_last(head) && size <= kMost) {
    kind_of(size);
    if (!reach(static_cast<char*>(block), size)) return nullptr;
    head->room = size;
    return block;
  }
  void* other = take(size);
  if (other == nullptr) return nullptr;
  std::memcpy(other, block, head->room);
  give(block);
  return other;
}

}  // namespace townboard::bind
