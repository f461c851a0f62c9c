// The benchmark of townboard::hours. Arguments: the task, the calendar of Germany.
#include <memory>
#include <iterator>

#include "hours/evaluate.h"
#include "hours/parse.h"
#include "measure.h"

namespace {

using namespace townboard;

std::string bytes_of(const char* path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// A random value that is refused has no rules and takes no time; run.py is told how many there are.
hours::Hours parsed(const std::string& text) {
  hours::Reading reading = hours::read_hours(text);
  return reading.ok() ? std::move(*reading.value) : hours::Hours{};
}

void measure(const bench::Task& task, const hours::Context& context) {
  const auto instant = [&](std::uint32_t i) { return task.instants[i % task.instants.size()]; };
  const auto state = [&](const hours::Evaluator& evaluator, time::Instant at) {
    return static_cast<std::int64_t>(evaluator.at(context.zone->wall_at(at)).state);
  };
  for (std::size_t v = 0; v < task.values.size(); ++v) {
    const std::string& text = task.values[v];
    if (!hours::read_hours(text).ok()) {
      std::printf("failed\t%zu\trefused\n", v);
      continue;
    }
    bench::report("parse", v, [&](std::uint32_t) {
      return static_cast<std::int64_t>(hours::read_hours(text).value->rules.size());
    });
    bench::report("parse+state", v, [&](std::uint32_t i) {
      const hours::Hours value = parsed(text);
      return state(hours::Evaluator(value, context), instant(i));
    });
    const hours::Hours value = parsed(text);
    const hours::Evaluator evaluator(value, context);
    bench::report("state", v, [&](std::uint32_t i) { return state(evaluator, instant(i)); });
    bench::report("next change", v, [&](std::uint32_t i) {
      return evaluator.next_change_instant(instant(i)).value_or(0);
    });
    int open = 0;
    for (const time::Instant at : task.instants) open += state(evaluator, at) == 1 ? 1 : 0;
    std::printf("open\t%zu\t%d\n", v, open);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const bench::Task task = bench::read_task(arguments[1]);
  const json::Document document(bytes_of(arguments[2]));
  text::Problems problems;
  const calendar::Calendar calendar = calendar::Calendar::read(document.root(), "DE-BE", problems);
  const std::optional<time::Zone> zone = time::Zone::parse("CET-1CEST,M3.5.0,M10.5.0/3");
  if (!document.ok() || !zone) return 1;
  hours::Context context;
  context.calendar = &calendar;
  context.zone = &*zone;
  context.position = calendar::Position{52.52, 13.40};
  measure(task, context);
  std::size_t refused = 0;
  for (const std::string& text : task.random_values) refused += hours::read_hours(text).ok() ? 0 : 1;
  std::printf("note\t%zu of %zu random values are refused\n", refused, task.random_values.size());
  bench::report_slowest(task.random_values, 20, [&](const std::string& text) {
    const hours::Hours value = parsed(text);
    const hours::Evaluator evaluator(value, context);
    const double begin = bench::wall_nanoseconds();
    bench::sink = bench::sink + evaluator.next_change_instant(task.instants[0]).value_or(0);
    return bench::wall_nanoseconds() - begin;
  });
}
