// The benchmark of townboard::hours, native. Arguments: the task, the calendar of Germany.
#include <iterator>

#include "engine.h"
#include "measure.h"

namespace {

std::string bytes_of(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void measure(const bench::Task& task, bench::Engine& engine) {
  for (std::size_t v = 0; v < task.values.size(); ++v) {
    const std::string& text = task.values[v];
    if (!engine.place(text)) {
      std::printf("failed\t%zu\trefused\n", v);
      continue;
    }
    bench::report("parse", v, [&](std::uint32_t) { return engine.parse(text); });
    bench::report("parse+state", v, [&](std::uint32_t i) { return engine.parse_and_state(text, task.instant(i)); });
    bench::report("state", v, [&](std::uint32_t i) { return engine.state(task.instant(i)); });
    bench::report("next change", v, [&](std::uint32_t i) { return engine.next_change(task.instant(i)); });
    int open = 0;
    for (const std::int64_t at : task.instants) open += engine.state(at) == 1 ? 1 : 0;
    std::printf("open\t%zu\t%d\n", v, open);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const bench::Task task = bench::read_task(arguments[1]);
  bench::Engine engine(bytes_of(arguments[2]));
  measure(task, engine);
  std::size_t refused = 0;
  for (const std::string& text : task.random_values) refused += engine.place(text) ? 0 : 1;
  std::printf("note\t%zu of %zu random values are refused\n", refused, task.random_values.size());
  bench::report_slowest(task.random_values, 20, [&](const std::string& text) {
    engine.place(text);
    const double begin = bench::wall_nanoseconds();
    bench::sink = bench::sink + engine.next_change(task.instants[0]);
    return bench::wall_nanoseconds() - begin;
  });
}
