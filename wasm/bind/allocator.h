#pragma once

#include <cstddef>

namespace townboard::bind {

// Where an allocator's memory comes from: a stretch of bytes that only grows at its end.
struct Ground {
  char* begin = nullptr;  // of what is not given out; at a multiple of 8
  char* end = nullptr;
  // Moves `end` so that `size` bytes more fit behind `begin`; false: there are none.
  bool (*grow)(Ground& ground, std::size_t size) = nullptr;
};

// The allocator of the modules: blocks of some hundred sizes, four to a power of two, each size with a list of the
// blocks that came back. The last block of the stretch grows and goes where it lies; nothing else is joined. A module
// that does the same again needs no more memory than the first time.
//
// A fifth of the code of Emscripten's smallest one, and faster. Not for several threads.
class Allocator {
 public:
  explicit constexpr Allocator(Ground ground) : ground_(ground) {}

  // A block of at least `size` bytes at a multiple of 8; nullptr when there is no room.
  void* take(std::size_t size);
  void give(void* block);  // nullptr is nothing
  // The block, or one with its bytes, with room for `size`; nullptr when there is none, and the block stays.
  void* resize(void* block, std::size_t size);

 private:
  struct Head {
    std::size_t room;  // bytes behind the head
    Head* next;        // while it is given back
  };

  bool is_last(const Head* head) const;
  bool reach(char* begin, std::size_t size);

  Ground ground_;
  Head* given_[128] = {};
};

}  // namespace townboard::bind
