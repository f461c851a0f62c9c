// Makes a module import-free: what the C and C++ libraries would ask of the host is answered here, by nothing.
// And it gives the libraries' number functions their small bodies (small_libc.h), and malloc ours (allocator.h). Must
// not be compiled with -flto: the linker looks for these names when it has already taken the libraries' own.
#include <wasi/api.h>

#include <cerrno>
#include <cstdarg>
#include <cstddef>
#include <cstdlib>

#include "bind/allocator.h"
#include "bind/small_libc.h"

using townboard::bind::decimal_to_double;
using townboard::bind::digits_to_integer;

extern "C" char __heap_base;

namespace {

constexpr std::size_t kPage = 65536;

// JavaScript makes its views of the memory anew at every call.
bool grow(townboard::bind::Ground& ground, std::size_t size) {
  // The first time the stretch ends where it begins, and all the memory behind it is still to be counted.
  const std::size_t had = __builtin_wasm_memory_size(0);
  ground.end = reinterpret_cast<char*>(had * kPage);
  const auto free = static_cast<std::size_t>(ground.end - ground.begin);
  if (size <= free) return true;
  // A part of what there is: browsers look for garbage at every growth, and plain JavaScript copies the whole memory.
  const std::size_t pages = (size - free + kPage - 1) / kPage + had / 16;
  if (__builtin_wasm_memory_grow(0, pages) == ~std::size_t{0}) return false;
  ground.end += pages * kPage;
  return true;
}

townboard::bind::Allocator& allocator() {
  static constinit townboard::bind::Allocator one({&__heap_base, &__heap_base, grow});
  return one;
}

}  // namespace

extern "C" {

void* malloc(std::size_t size) { return allocator().take(size); }
void free(void* block) { allocator().give(block); }
void* realloc(void* block, std::size_t size) { return allocator().resize(block, size); }

// Byte by byte, since only our own short words are measured.
std::size_t strlen(const char* text) {
  const char* end = text;
  while (*end != 0) ++end;
  return static_cast<std::size_t>(end - text);
}

void emscripten_notify_memory_growth(std::size_t) {}
void __wasi_proc_exit(__wasi_exitcode_t) { __builtin_trap(); }
__wasi_errno_t __wasi_fd_close(__wasi_fd_t) { return __WASI_ERRNO_BADF; }
__wasi_errno_t __wasi_fd_write(__wasi_fd_t, const __wasi_ciovec_t*, std::size_t,
                               __wasi_size_t* written) {
  *written = 0;
  return __WASI_ERRNO_BADF;
}
__wasi_errno_t __wasi_fd_seek(__wasi_fd_t, __wasi_filedelta_t, __wasi_whence_t, __wasi_filesize_t*) {
  return __WASI_ERRNO_BADF;
}

double strtod(const char* text, char** end) {
  const char* behind = text;
  const double value = decimal_to_double(text, &behind);
  if (end) *end = const_cast<char*>(behind);
  return value;
}
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }

// The base is always ten.
unsigned long long strtoull(const char* text, char** end, int) {
  const char* behind = text;
  bool negative = false;
  bool fits = true;
  const unsigned long long value = digits_to_integer(text, &behind, negative, fits);
  if (end) *end = const_cast<char*>(behind);
  if (!fits) errno = ERANGE;
  return negative ? 0 - value : value;
}
long long strtoll(const char* text, char** end, int base) {
  constexpr unsigned long long kLargest = ~0ULL >> 1;
  const char* behind = text;
  bool negative = false;
  bool fits = true;
  const unsigned long long value = digits_to_integer(text, &behind, negative, fits);
  (void)base;
  if (end) *end = const_cast<char*>(behind);
  if (!fits || value > kLargest + negative) errno = ERANGE;
  return static_cast<long long>(negative ? 0 - value : value);
}

// Named by parts of the C++ library that the linker drops later; they come from one file of the C library.
unsigned long strtoul(const char* text, char** end, int base) {
  return static_cast<unsigned long>(strtoull(text, end, base));
}
long strtol(const char* text, char** end, int base) {
  return static_cast<long>(strtoll(text, end, base));
}

// Only used to word errors that nobody reads.
int vsnprintf(char* out, std::size_t size, const char*, va_list) {
  if (size != 0) *out = 0;
  return 0;
}
int snprintf(char* out, std::size_t size, const char*, ...) {
  if (size != 0) *out = 0;
  return 0;
}
}
