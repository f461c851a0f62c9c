// The module that reads sentences about hours: loaded only when a site file holds one.
//
// It has no allocator, which would be a tenth of it: what a sentence can need is bounded, so all rooms are fixed. It neither
// cuts sentences nor knows words: web/phrase-tokens.js does what phrase::Tokens does natively, and writes the tokens into the
// reader's own room for them.
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "phrase/phrase.h"

#ifdef __wasm__
#define TOWNBOARD_EXPORT(name) extern "C" __attribute__((used, export_name(#name)))
#else
#error "only for WebAssembly"
#endif

namespace townboard::bind {
namespace {

// The tokens are the end of the reader, so that the sentence may stand behind them, however many they are.
struct Room {
  phrase::Reader reader;
  char sentence[phrase::kMaxPhrase];
};
constinit Room room{};
constinit phrase::Reader& reader = room.reader;
constexpr std::size_t kBefore = offsetof(phrase::Reader, atoms) + offsetof(decltype(reader.atoms), at);
static_assert(kBefore + sizeof reader.atoms.at == sizeof(phrase::Reader) &&
              offsetof(Room, sentence) == sizeof(phrase::Reader));

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

// The block of `size` bytes that JavaScript fills: always the same; 0: it is too large.
TOWNBOARD_EXPORT(core_alloc) void* core_alloc(std::uint32_t size) {
  if (size > sizeof(bind::Room) - bind::kBefore) return nullptr;
  return bind::reader.atoms.at;
}

TOWNBOARD_EXPORT(core_answer) const char* core_answer() { return bind::reader.out.at; }

// Reads what core_alloc has been filled with: `count` phrase::Atom, of which the last is Sense::done, and the sentence.
// `of_month` is that of phrase::Work. The size of the answer: the OSM text, which is empty when the sentence is refused, a
// line's end and the problems.
TOWNBOARD_EXPORT(phrase_read) std::uint32_t phrase_read(const char* block, std::uint32_t size, std::uint32_t count,
                                                        std::uint32_t of_month) {
  phrase::Reader* reader = &bind::reader;
  // Hides where it is: an address is longer code than a local variable.
  __asm__("" : "+r"(reader));
  std::memset(static_cast<void*>(reader), 0, bind::kBefore);
  const std::uint32_t tokens = count * sizeof(phrase::Atom);
  reader->sentence = {block + tokens, size - tokens};
  reader->atoms.size = count;
  reader->of_month = of_month != 0;
  const bool ok = reader->read_tokens();
  if (!ok) reader->out.size = 0;
  reader->write('\n');
  for (const phrase::Report& report : reader->reports) bind::write_problem(report);
  return reader->out.size;
}
