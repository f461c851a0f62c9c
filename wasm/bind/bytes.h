#pragma once

#include <cstddef>

// The C library's functions of the same names, as bytes.cpp defines them. Natively they are in a namespace, only to be
// compared with those of the machine.
#ifdef __wasm__
extern "C" {
#else
namespace townboard::bind {
#endif

void* memcpy(void* __restrict to, const void* __restrict from, std::size_t size);
void* memmove(void* to, const void* from, std::size_t size);
void* memset(void* to, int byte, std::size_t size);
void* memchr(const void* bytes, int byte, std::size_t size);
int memcmp(const void* one, const void* other, std::size_t size);
}
