#include "calendar/sun.h"

#include <cmath>

#include "calendar/trigonometry.h"

namespace townboard::calendar {
namespace {

constexpr double kRadians = 3.14159265358979323846 / 180;

// How far the even time of the planets is ahead of UTC in the years around 2025, in days; the sun moves by as many degrees.
constexpr double kDeltaT = 0.0008;

// Where the sun stands at some time, as far as rising and setting need it.
struct SunPlace {
  double sine_of_declination;
  double equation_of_time;  // radians that a sundial is ahead of the clock
};

// `days` since 2000-01-01T12:00Z. Multiples of an angle come from its sine and cosine.
SunPlace sun_at(double days) {
  const double century = (days + kDeltaT) / 36525;
  const double longitude = (280.46646 + century * 36000.76983) * kRadians;
  const double anomaly = (357.52911 + century * 35999.05029) * kRadians;
  const double node = (125.04 - 1934.136 * century) * kRadians;
  const double s = sine(anomaly);
  const double center = (s * (1.914602 - century * 0.004817 + 0.039986 * cosine(anomaly)) +
                         0.000289 * s * (3 - 4 * s * s)) *
                        kRadians;
  const double nutation = 0.00478 * kRadians * sine(node);
  const double apparent = longitude + center - 0.00569 * kRadians - nutation;
  // How far the obliquity is from 23.436 degrees, and with it its sine and tan(obliquity / 2) squared.
  const double tilt = (0.003291 - 0.0130042 * century + 0.00256 * cosine(node)) * kRadians;
  const double y = 0.0430221 + 0.2163 * tilt;
  // With y the right ascension is a short series, and the sidereal time, which runs with the mean longitude, leaves the
  // rest of the equation.
  const double sine_1 = sine(apparent), cosine_1 = cosine(apparent);
  const double sine_2 = 2 * sine_1 * cosine_1, cosine_2 = 1 - 2 * sine_1 * sine_1;
  const double equation = sine_2 * (y - y * y * cosine_2 + y * y * y * (1 - 4 * sine_2 * sine_2 / 3)) - center +
                          nutation - (kDeltaT + 0.00015) * kRadians;
  return {(0.3977245 + 0.9175049 * tilt) * sine_1, equation};
}

}  // namespace

std::optional<double> sun_event_utc_minutes(time::Day day, SunEvent event, Position position) {
  const bool twilight = event == SunEvent::dawn || event == SunEvent::dusk;
  const bool morning = event == SunEvent::dawn || event == SunEvent::sunrise;
  // Of -6 and of -0.833 degrees.
  const double sine_of_altitude = twilight ? -0.1045284633 : -0.0145380510;
  const double sine_of_latitude = sine(position.latitude * kRadians);
  const double cosine_of_latitude = cosine(position.latitude * kRadians);
  const double noon = day - time::day_of(2000, 1, 1);
  double minutes = time::kMinutesPerDay / 2 - 4 * position.longitude;
  // The sun moves on between noon and the event, so the answer is put in once more.
  for (int round = 0; round < 2; ++round) {
    const SunPlace sun = sun_at(noon + minutes / time::kMinutesPerDay - 0.5);
    const double s = sun.sine_of_declination;
    const double angle = (sine_of_altitude - sine_of_latitude * s) / (cosine_of_latitude * std::sqrt(1 - s * s));
    if (!(angle >= -1 && angle <= 1)) return std::nullopt;
    const double half_day = morning ? -arc_cosine(angle) : arc_cosine(angle);
    minutes = 720 - 4 * position.longitude + (half_day - sun.equation_of_time) * (4 / kRadians);
  }
  return minutes;
}

}  // namespace townboard::calendar
