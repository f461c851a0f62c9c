// What the C library does with stretches of bytes, eight at a time: its own of the size that suits the modules goes byte
// by byte, and the instructions that copy memory are newer than the browsers we run in. Must not be compiled with -flto,
// for the same reason as no_imports.cpp, nor be taken for what it defines.
#include "bind/bytes.h"

#include <cstdint>

namespace {

// The attributes belong to the name: behind the type they are dropped, and the plain JavaScript reads elsewhere.
using Word __attribute__((aligned(1), may_alias)) = std::uint64_t;

constexpr std::uint64_t kOnes = 0x0101010101010101U;
constexpr std::uint64_t kHighBits = kOnes << 7;

std::uint64_t load(const char* at) { return *reinterpret_cast<const Word*>(at); }
void store(char* at, std::uint64_t word) { *reinterpret_cast<Word*>(at) = word; }

}  // namespace

#ifdef __wasm__
extern "C" {
#else
namespace townboard::bind {
#endif

void* memcpy(void* __restrict to, const void* __restrict from, std::size_t size) {
  char* out = static_cast<char*>(to);
  const char* in = static_cast<const char*>(from);
  for (; size >= 16; size -= 16, in += 16, out += 16) {
    store(out, load(in));
    store(out + 8, load(in + 8));
  }
  if ((size & 8) != 0) {
    store(out, load(in));
    in += 8;
    out += 8;
  }
  for (size &= 7; size != 0; --size) *out++ = *in++;
  return to;
}

void* memmove(void* to, const void* from, std::size_t size) {
  char* out = static_cast<char*>(to);
  const char* in = static_cast<const char*>(from);
  if (out - in >= 0 && static_cast<std::size_t>(out - in) < size) {
    for (; size >= 8; size -= 8) store(out + size - 8, load(in + size - 8));
    for (; size != 0; --size) out[size - 1] = in[size - 1];
    return to;
  }
  for (; size >= 8; size -= 8, in += 8, out += 8) store(out, load(in));
  for (; size != 0; --size) *out++ = *in++;
  return to;
}

void* memset(void* to, int byte, std::size_t size) {
  char* out = static_cast<char*>(to);
  const std::uint64_t word = kOnes * static_cast<unsigned char>(byte);
  for (; size >= 8; size -= 8, out += 8) store(out, word);
  for (; size != 0; --size) *out++ = static_cast<char>(byte);
  return to;
}

void* memchr(const void* bytes, int byte, std::size_t size) {
  const char* at = static_cast<const char*>(bytes);
  const char wanted = static_cast<char>(byte);
  const std::uint64_t pattern = kOnes * static_cast<unsigned char>(byte);
  for (; size >= 8; size -= 8, at += 8) {
    const std::uint64_t word = load(at) ^ pattern;
    if (((word - kOnes) & ~word & kHighBits) != 0) break;
  }
  for (; size != 0; --size, ++at) {
    if (*at == wanted) return const_cast<char*>(at);
  }
  return nullptr;
}

int memcmp(const void* one, const void* other, std::size_t size) {
  const auto* a = static_cast<const unsigned char*>(one);
  const auto* b = static_cast<const unsigned char*>(other);
  for (; size != 0; --size, ++a, ++b) {
    if (*a != *b) return *a - *b;
  }
  return 0;
}
}
