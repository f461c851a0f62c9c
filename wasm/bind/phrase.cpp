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

unsigned char room_of_words[phrase::WordTable::kMost];
constinit phrase::WordTable words(room_of_words);
constinit phrase::Reader reader{};
phrase::Few<char, kPage> answer;

void write(char byte) { answer.add() = byte; }

void write(std::string_view text) {
  for (const char byte : text) write(byte);
}

void write_number(unsigned number) {
  unsigned unit = 1;
  while (number / unit >= 10) unit *= 10;
  for (; unit != 0; unit /= 10) write(static_cast<char>('0' + number / unit % 10));
}

// As in problem_lines.h.
void write_problem(const phrase::Report& report) {
  const text::ProblemKind& kind = phrase::kind_of(report.trouble);
  write('\n');
  write(kind.code);
  write(kind.level == text::Level::error ? "\te\t" : "\tw\t");
  write_number(report.where & 0xFFFF);
  write('\t');
  write_number(report.where >> 16);
  write('\t');
  reader.suggest(report, [](char byte) { write(byte); });
}

}  // namespace
}  // namespace townboard::bind

using namespace townboard;

// A block of `size` bytes, or 0 when the memory has no room for it. It is good until the next one.
TOWNBOARD_EXPORT(core_alloc) char* core_alloc(std::uint32_t size) {
  const std::uint32_t begin = reinterpret_cast<std::uint32_t>(&__heap_base);
  const std::uint32_t end = __builtin_wasm_memory_size(0) * bind::kPage;
  if (size > end - begin) {
    const std::uint32_t pages = (size - (end - begin)) / bind::kPage + 1;
    if (__builtin_wasm_memory_grow(0, pages) == ~std::size_t{0}) return nullptr;
  }
  return &__heap_base;
}

TOWNBOARD_EXPORT(core_free) void core_free(char*) {}

TOWNBOARD_EXPORT(core_answer) const char* core_answer() { return bind::answer.at; }

TOWNBOARD_EXPORT(core_answer_size) std::uint32_t core_answer_size() { return bind::answer.size; }

// Forgets the words and takes those of `lines` (phrase::Words::add) in their place; `more`: keeps what is known.
TOWNBOARD_EXPORT(phrase_words) void phrase_words(const char* lines, std::uint32_t size, std::uint32_t more) {
  if (more == 0) bind::words.clear();
  bind::words.add({lines, size});
}

// Reads a sentence. 1: understood. The answer has a line with the OSM text, which is empty when the sentence is
// refused, and the lines of its problems.
TOWNBOARD_EXPORT(phrase_read) std::uint32_t phrase_read(const char* sentence, std::uint32_t size) {
  phrase::Reader* reader = &bind::reader;
  // Hides where it is: an address is longer code than a local variable.
  __asm__("" : "+r"(reader));
  std::memset(static_cast<void*>(reader), 0, sizeof *reader);
  const bool ok = reader->read({sentence, size}, bind::words);
  bind::answer.size = 0;
  if (ok) bind::write(reader->hours());
  for (const phrase::Report& report : reader->reports) bind::write_problem(report);
  return ok ? 1 : 0;
}
