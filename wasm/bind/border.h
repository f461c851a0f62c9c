#pragma once

#include <cstdint>
#include <cstdlib>
#include "text/string.h"
#include <string_view>

// The border between JavaScript and a module: bytes in, bytes out. Included by the one source of each
// module (core.cpp, hours.cpp, feed.cpp, phrase.cpp) and by nothing else, since it defines exports.
//
// JavaScript writes its bytes into a block of core_alloc and passes (pointer, size); the block stays its own
// and it gives it back with core_free. A function that answers with bytes puts them into `answer()`;
// JavaScript copies them out by core_answer and core_answer_size before its next call. It makes its view of
// the memory anew after every call, since memory may have moved. No i64 crosses: instants are doubles.

#ifdef __wasm__
#define TOWNBOARD_EXPORT(name) extern "C" __attribute__((used, export_name(#name)))
#else
#define TOWNBOARD_EXPORT(name) extern "C"
#endif

namespace townboard::bind {

// The bytes of the last answer; kept, with its capacity, until the next one.
inline text::String& answer() {
  // Never destroyed, so that no call has to look whether it is there.
  [[clang::no_destroy]] static constinit text::String bytes;
  return bytes;
}

inline std::string_view view(const char* bytes, std::uint32_t size) { return {bytes, size}; }

}  // namespace townboard::bind

// A block of `size` bytes, or 0 when the memory has no room for it.
TOWNBOARD_EXPORT(core_alloc) char* core_alloc(std::uint32_t size) {
  return static_cast<char*>(std::malloc(size == 0 ? 1 : size));
}

TOWNBOARD_EXPORT(core_free) void core_free(char* block) { std::free(block); }

TOWNBOARD_EXPORT(core_answer) const char* core_answer() {
  return townboard::bind::answer().data();
}

TOWNBOARD_EXPORT(core_answer_size) std::uint32_t core_answer_size() {
  return static_cast<std::uint32_t>(townboard::bind::answer().size());
}
