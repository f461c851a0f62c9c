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

// As in problem_lines.h, but for the code, which is a character from '0' on, and the level. Behind the hours.
void write_problem(const phrase::Report& report) {
  reader.write('\n');
  reader.write(static_cast<char>('0' + static_cast<unsigned>(report.trouble)));
  for (const unsigned place : {report.where & 0xFFFF, report.where >> 16}) {
    reader.write('\t');
    for (unsigned unit = 10000; unit != 0; unit /= 100) reader.write_number(static_cast<int>(place / unit % 100));
  }
  reader.write('\t');
  phrase::Reader::suggest(report, [](char byte) { reader.write(byte); });
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

TOWNBOARD_EXPORT(core_answer_size) std::uint32_t core_answer_size() { return bind::reader.out.size; }

// Reads a sentence, which stands behind `words` bytes of phrase::WordTable. 1: understood. The answer has a line with
// the OSM text, which is empty when the sentence is refused, and the lines of its problems.
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
  for (const phrase::Report& report : reader->reports) bind::write_problem(report);
  return ok ? 1 : 0;
}
