// The benchmark of townboard::hours as a module of its own, compiled, linked and made small as those that ship: only the
// loops are here, so that nothing is measured of what a call from JavaScript costs. measure.mjs measures.
#include "bind/border.h"
#include "engine.h"
#include "repeat.h"

namespace {

using namespace townboard;

bench::Engine* engine;
text::List<time::Instant>* instants;

// The last answer.
template <typename Call>
double answer_of(std::uint32_t first, std::uint32_t times, const Call& call) {
  const bench::Engine& asked = *engine;
  const time::Instant* const at = instants->data();
  const std::uint32_t last = static_cast<std::uint32_t>(instants->size()) - 1;
  bench::repeat(first, times, [&](std::uint32_t i) { return call(asked, at[i & last]); });
  return static_cast<double>(bench::sink);
}

}  // namespace

TOWNBOARD_EXPORT(hours_bench_calendar) void hours_bench_calendar(const char* text, std::uint32_t size) {
  engine = new bench::Engine(bind::view(text, size));
}

// How many there are is a power of 2.
TOWNBOARD_EXPORT(hours_bench_instants) void hours_bench_instants(const double* seconds, std::uint32_t bytes) {
  instants = new text::List<time::Instant>;
  for (std::uint32_t i = 0; i < bytes / sizeof(double); ++i) instants->push_back(static_cast<time::Instant>(seconds[i]));
}

// Makes a text the value that is asked about; 0 when it is refused.
TOWNBOARD_EXPORT(hours_bench_place) std::uint32_t hours_bench_place(const char* text, std::uint32_t size) {
  return engine->place(bind::view(text, size)) ? 1 : 0;
}

// Each does one operation so many times, at the instants from the first on, and gives the last answer.
TOWNBOARD_EXPORT(hours_bench_parse)
double hours_bench_parse(const char* text, std::uint32_t size, std::uint32_t first, std::uint32_t times) {
  return answer_of(first, times, [&](const bench::Engine& asked, time::Instant) { return asked.parse(bind::view(text, size)); });
}

TOWNBOARD_EXPORT(hours_bench_parse_and_state)
double hours_bench_parse_and_state(const char* text, std::uint32_t size, std::uint32_t first, std::uint32_t times) {
  return answer_of(first, times, [&](const bench::Engine& asked, time::Instant at) {
    return asked.parse_and_state(bind::view(text, size), at);
  });
}

TOWNBOARD_EXPORT(hours_bench_state)
double hours_bench_state(const char*, std::uint32_t, std::uint32_t first, std::uint32_t times) {
  return answer_of(first, times, [](const bench::Engine& asked, time::Instant at) { return asked.state(at); });
}

TOWNBOARD_EXPORT(hours_bench_next_change)
double hours_bench_next_change(const char*, std::uint32_t, std::uint32_t first, std::uint32_t times) {
  return answer_of(first, times, [](const bench::Engine& asked, time::Instant at) { return asked.next_change(at); });
}
