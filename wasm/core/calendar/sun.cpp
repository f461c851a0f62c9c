#include "calendar/sun.h"

#include <cmath>

namespace townboard::calendar {
namespace {

constexpr double kRadians = 3.14159265358979323846 / 180;

// Where the sun stands at some time, as far as rising and setting need it.
struct SunPlace {
  double declination;     // radians
  double equation_of_time;  // minutes that a sundial is ahead of the clock
};

// `days` since 2000-01-01T12:00Z.
SunPlace sun_at(double days) {
  const double century = days / 36525;
  const double longitude = (280.46646 + century * 36000.76983) * kRadians;
  const double anomaly = (357.52911 + century * 35999.05029) * kRadians;
  const double eccentricity = 0.016708634 - century * 0.000042037;
  const double center = ((1.914602 - century * 0.004817) * std::sin(anomaly) +
                         0.019993 * std::sin(2 * anomaly) + 0.000289 * std::sin(3 * anomaly)) *
                        kRadians;
  const double node = (125.04 - 1934.136 * century) * kRadians;
  const double apparent = longitude + center - (0.00569 + 0.00478 * std::sin(node)) * kRadians;
  const double obliquity =
      (23.439291 - 0.0130042 * century + 0.00256 * std::cos(node)) * kRadians;

  // tan(obliquity / 2) squared, by the half-angle formula.
  const double y = (1 - std::cos(obliquity)) / (1 + std::cos(obliquity));
  const double equation =
      y * std::sin(2 * longitude) - 2 * eccentricity * std::sin(anomaly) +
      4 * eccentricity * y * std::sin(anomaly) * std::cos(2 * longitude) -
      0.5 * y * y * std::sin(4 * longitude) -
      1.25 * eccentricity * eccentricity * std::sin(2 * anomaly);
  return {std::asin(std::sin(obliquity) * std::sin(apparent)), 4 / kRadians * equation};
}

}  // namespace

std::optional<double> sun_event_utc_minutes(time::Day day, SunEvent event, Position position) {
  const bool twilight = event == SunEvent::dawn || event == SunEvent::dusk;
  const bool morning = event == SunEvent::dawn || event == SunEvent::sunrise;
  const double altitude = (twilight ? -6.0 : -0.833) * kRadians;
  const double latitude = position.latitude * kRadians;
  const double noon = day - time::day_of(2000, 1, 1);
  double minutes = time::kMinutesPerDay / 2;
  // The sun moves on between noon and the event, so the answer is put in once more.
  for (int round = 0; round < 2; ++round) {
    const SunPlace sun = sun_at(noon + minutes / time::kMinutesPerDay - 0.5);
    const double cosine =
        (std::sin(altitude) - std::sin(latitude) * std::sin(sun.declination)) /
        (std::cos(latitude) * std::cos(sun.declination));
    if (!(cosine >= -1 && cosine <= 1)) return std::nullopt;
    const double half_day = std::acos(cosine) / kRadians * 4;
    const double transit = 720 - 4 * position.longitude - sun.equation_of_time;
    minutes = morning ? transit - half_day : transit + half_day;
  }
  return minutes;
}

}  // namespace townboard::calendar
