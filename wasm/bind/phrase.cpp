// The module that reads sentences about hours: loaded only when a site file holds one.
//
// It has no allocator, which would be a tenth of it: what a sentence can need is bounded, so all rooms are fixed, but
// for what JavaScript passes, of which there is one at a time and which lies at the end of the memory.
#include <cstdint>
#include <cstring>

#include "phrase/phrase.h"

#ifdef __wasm__
#define TOWNBOARD_EXPORT(name) extern "C" __attribute__((used, export_name(#name)))
extern "C" char __heap_base;
#else
#error "only for WebAssembly"
#endif

namespace townboard::bind {
namespace {

constexpr std::uint32_t kPage = 64 * 1024;

constinit phrase::Reader reader{};

// Behind the hours: the code, and where it begins and ends, as characters from '0' on, of which the numbers have four
// for six bits each.
void write_problem(const phrase::Report& report) {
  reader.write(static_cast<char>('0' + static_cast<unsigned>(report.trouble)));
  for (const unsigned number : {report.where & 0xFFFF, report.where >> 16}) {
    for (int bits = 18; bits >= 0; bits -= 6) reader.write(static_cast<char>('0' + (number >> bits & 63)));
  }
}

}  // namespace
}  // namespace townboard::bind

using namespace townboard;

// A block of `size` bytes, or 0 when the memory has no room for it. It is good until the next one.
TOWNBOARD_EXPORT(core_alloc) char* core_alloc(std::uint32_t size) {
  const std::uint32_t begin = reinterpret_cast<std::uint32_t>(&__heap_base);
  const std::uint32_t end = __builtin_wasm_memory_size(0) * bind::kPage;
  if (size > end - begin && __builtin_wasm_memory_grow(0, size / bind::kPage + 1) == ~std::size_t{0}) return nullptr;
  return &__heap_base;
}

TOWNBOARD_EXPORT(core_answer) const char* core_answer() { return bind::reader.out.at; }

// Reads a sentence, which stands behind `words` bytes of phrase::WordTable. The size of the answer: the OSM text, which
// is empty when the sentence is refused, a line's end and the problems.
TOWNBOARD_EXPORT(phrase_read) std::uint32_t phrase_read(const char* block, std::uint32_t size, std::uint32_t words) {
  phrase::Reader* reader = &bind::reader;
  // Hides where it is: an address is longer code than a local variable.
  __asm__("" : "+r"(reader));
  std::memset(static_cast<void*>(reader), 0, sizeof *reader);
  const char* const sentence = block + words;
  const phrase::WordTable table{reinterpret_cast<const unsigned char*>(block),
                                reinterpret_cast<const phrase::WordTable::Form*>(sentence)};
  const bool ok = reader->read({sentence, size - words}, table);
  if (!ok) reader->out.size = 0;
  reader->write('\n');
  for (const phrase::Report& report : reader->reports) bind::write_problem(report);
  return reader->out.size;
}
