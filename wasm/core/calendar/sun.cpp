#include "calendar/sun.h"

#include "calendar/trigonometry.h"

namespace townboard::calendar {
namespace {

constexpr double kRadians = 3.14159265358979323846 / 180;

// Where the sun stands at some time, as far as rising and setting need it.
struct SunPlace {
  double declination;     // radians
  double equation_of_time;  // minutes that a sundial is ahead of the clock
};

// How far the even time of the planets is ahead of UTC in the years around 2025, in days; the sun moves by as many degrees.
constexpr double kDeltaT = 0.0008;

// `days` since 2000-01-01T12:00Z.
SunPlace sun_at(double days) {
  const double century = (days + kDeltaT) / 36525;
  const double longitude = (280.46646 + century * 36000.76983) * kRadians;
  const double anomaly = (357.52911 + century * 35999.05029) * kRadians;
  const double center = ((1.914602 - century * 0.004817) * sine(anomaly) +
                         0.019993 * sine(2 * anomaly) + 0.000289 * sine(3 * anomaly)) *
                        kRadians;
  const double node = (125.04 - 1934.136 * century) * kRadians;
  const double nutation = 0.00478 * kRadians * sine(node);
  const double apparent = longitude + center - 0.00569 * kRadians - nutation;
  const double obliquity =
      (23.439291 - 0.0130042 * century + 0.00256 * cosine(node)) * kRadians;

  // tan(obliquity / 2) squared, by the half-angle formula. With it the right ascension is a short series, and the
  // sidereal time, which runs with the mean longitude, leaves the rest of the equation.
  const double y = (1 - cosine(obliquity)) / (1 + cosine(obliquity));
  const double equation = y * sine(2 * apparent) - y * y / 2 * sine(4 * apparent) +
                          y * y * y / 3 * sine(6 * apparent) - center + nutation -
                          (kDeltaT + 0.00015) * kRadians;
  return {kRadians * 90 - arc_cosine(sine(obliquity) * sine(apparent)), 4 / kRadians * equation};
}

}  // namespace

std::optional<double> sun_event_utc_minutes(time::Day day, SunEvent event, Position position) {
  const bool twilight = event == SunEvent::dawn || event == SunEvent::dusk;
  const bool morning = event == SunEvent::dawn || event == SunEvent::sunrise;
  const double altitude = (twilight ? -6.0 : -0.833) * kRadians;
  const double latitude = position.latitude * kRadians;
  const double noon = day - time::day_of(2000, 1, 1);
  double minutes = time::kMinutesPerDay / 2 - 4 * position.longitude;
  // The sun moves on between noon and the event, so the answer is put in once more.
  for (int round = 0; round < 2; ++round) {
    const SunPlace sun = sun_at(noon + minutes / time::kMinutesPerDay - 0.5);
    const double angle =
        (sine(altitude) - sine(latitude) * sine(sun.declination)) /
        (cosine(latitude) * cosine(sun.declination));
    if (!(angle >= -1 && angle <= 1)) return std::nullopt;
    const double half_day = arc_cosine(angle) / kRadians * 4;
    const double transit = 720 - 4 * position.longitude - sun.equation_of_time;
    minutes = morning ? transit - half_day : transit + half_day;
  }
  return minutes;
}

}  // namespace townboard::calendar
