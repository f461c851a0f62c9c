// The benchmark of townboard::hours, native. Arguments: the task, the calendar of Germany.
#include <iterator>

#include "engine.h"
#include "measure.h"

namespace {

std::string bytes_of(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

class Asked {
 public:
  Asked(const bench::Task& task, const char* calendar) : task_(task), engine_(bytes_of(calendar)) {}

  bool place(const std::string& text) { return engine_.place(text); }
  std::int64_t parse(const std::string& text) const { return engine_.parse(text); }
  std::int64_t parse_and_state(const std::string& text, std::uint32_t i) const {
    return engine_.parse_and_state(text, task_.instant(i));
  }
  std::int64_t state(std::uint32_t i) const { return engine_.state(task_.instant(i)); }
  std::int64_t next_change(std::uint32_t i) const { return engine_.next_change(task_.instant(i)); }

  void slowest() {
    std::size_t refused = 0;
    for (const std::string& text : task_.random_values) refused += engine_.place(text) ? 0 : 1;
    std::printf("note\t%zu of %zu random values are refused\n", refused, task_.random_values.size());
    bench::report_slowest(task_.random_values, 20, [&](const std::string& text) {
      engine_.place(text);
      const double begin = bench::wall_nanoseconds();
      bench::sink = engine_.next_change(task_.instants[0]);
      return bench::wall_nanoseconds() - begin;
    });
  }

 private:
  const bench::Task& task_;
  bench::Engine engine_;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const bench::Task task = bench::read_task(arguments[1]);
  Asked engine(task, arguments[2]);
  bench::serve(task, engine);
}
