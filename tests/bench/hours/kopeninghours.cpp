// The same benchmark of KOpeningHours. Argument: the task. The machine's zone must be the place's.
#include <kopeninghours/interval.h>
#include <kopeninghours/openinghours.h>

#include <QByteArray>
#include <QDateTime>
#include <QTimeZone>

#include "measure.h"

namespace {

using KOpeningHours::Interval;
using KOpeningHours::OpeningHours;

OpeningHours parsed(const std::string& text) { return OpeningHours(text.data(), text.size()); }

// What an expression may need besides its text; most evaluate without.
void place(OpeningHours& hours, const QTimeZone& zone) {
  hours.setTimeZone(zone);
  hours.setLocation(52.52f, 13.40f);
  hours.setRegion(QStringLiteral("DE-BE"));
}

std::int64_t end_of(const Interval& interval) {
  return interval.hasOpenEnd() ? 0 : interval.end().toSecsSinceEpoch();
}

bool is_open(const OpeningHours& hours, const QDateTime& at) {
  return hours.interval(at).state() == Interval::Open;
}

void measure(const bench::Task& task, const QTimeZone& zone) {
  std::vector<QDateTime> dates;
  for (const std::int64_t seconds : task.instants) {
    dates.push_back(QDateTime::fromSecsSinceEpoch(seconds, zone));
  }
  const auto date = [&](std::uint32_t i) -> const QDateTime& { return dates[i & (dates.size() - 1)]; };
  for (std::size_t v = 0; v < task.values.size(); ++v) {
    const std::string& text = task.values[v];
    OpeningHours hours = parsed(text);
    place(hours, zone);
    if (hours.error() != OpeningHours::NoError) {
      std::printf("failed\t%zu\trefused with error %d\n", v, static_cast<int>(hours.error()));
      continue;
    }
    bench::report("parse", v, [&](std::uint32_t) {
      return static_cast<std::int64_t>(parsed(text).error());
    });
    bench::report("parse+state", v, [&](std::uint32_t i) {
      OpeningHours read = parsed(text);
      place(read, zone);
      return static_cast<std::int64_t>(is_open(read, date(i)));
    });
    bench::report("state", v, [&](std::uint32_t i) {
      return static_cast<std::int64_t>(is_open(hours, date(i)));
    });
    bench::report("next change", v, [&](std::uint32_t i) { return end_of(hours.interval(date(i))); });
    int open = 0;
    for (const QDateTime& at : dates) open += is_open(hours, at) ? 1 : 0;
    std::printf("open\t%zu\t%d\n", v, open);
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const bench::Task task = bench::read_task(arguments[1]);
  const QTimeZone zone("Europe/Berlin");
  measure(task, zone);
  const QDateTime first = QDateTime::fromSecsSinceEpoch(task.instants[0], zone);
  bench::report_slowest(task.random_values, 4, [&](const std::string& text) {
    OpeningHours hours = parsed(text);
    place(hours, zone);
    const double begin = bench::wall_nanoseconds();
    if (hours.error() == OpeningHours::NoError) bench::sink = bench::sink + end_of(hours.interval(first));
    return bench::wall_nanoseconds() - begin;
  });
}
