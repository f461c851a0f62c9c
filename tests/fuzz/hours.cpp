// Any bytes as opening hours: what is read can be printed, and every question about it is answered without contradiction.
// That the normal form is read as the same value is tested with written values (tests/hours); bytes that nobody writes
// (mixed points and ranges with years as weeks) still break it.
#include <cstdint>
#include <cstdlib>

#include "hours/evaluate.h"
#include "hours/parse.h"
#include "hours/print.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace townboard;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const hours::Reading reading = hours::read_hours(text, {.mode = hours::Mode::both});
  for (const text::Problem& problem : reading.problems) {
    if (problem.where.begin > problem.where.end || problem.where.end > size) std::abort();
  }
  if (!reading.ok()) return 0;
  hours::print(*reading.value);
  const time::Zone zone = *time::Zone::parse("CET-1CEST,M3.5.0,M10.5.0/3");
  hours::Context context;
  context.zone = &zone;
  context.position = calendar::Position{52.5, 13.4};
  const hours::Evaluator evaluator(*reading.value, context);
  const time::Wall start = time::wall_of(time::day_of(2026, 3, 27), 0);
  time::Wall last = start;
  for (const hours::Interval& interval : evaluator.intervals(start, start + 10 * time::kMinutesPerDay)) {
    if (interval.begin < last || interval.end <= interval.begin) std::abort();
    last = interval.end;
    if (evaluator.at(interval.begin).state != interval.state) std::abort();
  }
  return 0;
}
