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
void say_where(OpeningHours& hours, const QTimeZone& zone) {
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

class Asked {
 public:
  Asked(const bench::Task& task, const QTimeZone& zone) : task_(task), zone_(zone), value_(parsed({})) {
    for (const std::int64_t seconds : task.instants) dates_.push_back(QDateTime::fromSecsSinceEpoch(seconds, zone));
  }

  bool place(const std::string& text) {
    value_ = placed(text);
    return value_.error() == OpeningHours::NoError;
  }
  std::int64_t parse(const std::string& text) const { return parsed(text).error(); }
  std::int64_t parse_and_state(const std::string& text, std::uint32_t i) const { return is_open(placed(text), date(i)); }
  std::int64_t state(std::uint32_t i) const { return is_open(value_, date(i)); }
  std::int64_t next_change(std::uint32_t i) const { return end_of(value_.interval(date(i))); }

  void slowest() const {
    bench::report_slowest(task_.random_values, 4, [&](const std::string& text) {
      const OpeningHours hours = placed(text);
      const double begin = bench::wall_nanoseconds();
      if (hours.error() == OpeningHours::NoError) bench::sink = end_of(hours.interval(dates_[0]));
      return bench::wall_nanoseconds() - begin;
    });
  }

 private:
  OpeningHours placed(const std::string& text) const {
    OpeningHours hours = parsed(text);
    say_where(hours, zone_);
    return hours;
  }
  const QDateTime& date(std::uint32_t i) const { return dates_[i & (dates_.size() - 1)]; }

  const bench::Task& task_;
  const QTimeZone& zone_;
  OpeningHours value_;
  std::vector<QDateTime> dates_;
};

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const bench::Task task = bench::read_task(arguments[1]);
  const QTimeZone zone("Europe/Berlin");
  Asked engine(task, zone);
  bench::serve(task, engine);
}
