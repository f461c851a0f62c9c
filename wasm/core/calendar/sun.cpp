#include "calendar/sun.h"

#include <cmath>

#include "calendar/trigonometry.h"

namespace townboard::calendar {
namespace {

constexpr double kDegree = 3.14159265358979323846 / 180;

// The nearest number that fits into 28 bits, or 20: a module has all eight bytes of a number, and those that are nothing
// cost nothing. What is lost is less than 2e-9 of it, or 5e-7.
consteval double rounded(double number, double bits) {
  const double most = bits * number;
  return most - (most - number);
}
consteval double fine(double number) { return rounded(number, (1 << 25) + 1); }
consteval double rough(double number) { return rounded(number, (1LL << 33) + 1); }
consteval double fine_degrees(double degrees) { return fine(degrees * kDegree); }
consteval double rough_degrees(double degrees) { return rough(degrees * kDegree); }

// How far the even time of the planets is ahead of UTC in the years around 2025, in days; the sun moves by as many degrees.
constexpr double kDeltaT = rough(0.0008);

// Where the sun stands at some time, as far as rising and setting need it.
struct SunPlace {
  double sine_of_declination;
  double equation_of_time;  // radians that a sundial is ahead of the clock
};

// `days` since 2000-01-01T12:00Z. Multiples of an angle come from its sine and cosine.
SunPlace sun_at(double days) {
  const double century = (days + kDeltaT) / 36525;
  const double longitude = fine_degrees(280.46646) + century * fine_degrees(36000.76983);
  const double anomaly = fine_degrees(357.52911) + century * fine_degrees(35999.05029);
  const double node = rough_degrees(125.04) - century * rough_degrees(1934.136);
  const double s = sine(anomaly);
  const double center = s * (rough_degrees(1.914602 + 0.000289 * 3) - century * rough_degrees(0.004817) +
                             rough_degrees(0.039986) * cosine(anomaly) - rough_degrees(0.000289 * 4) * s * s);
  const double nutation = rough_degrees(0.00478) * sine(node);
  const double apparent = longitude + center - rough_degrees(0.00569) - nutation;
  // How far the obliquity is from 23.436 degrees, and with it its sine and tan(obliquity / 2) squared.
  const double tilt = rough_degrees(0.003291) - rough_degrees(0.0130042) * century + rough_degrees(0.00256) * cosine(node);
  const double y = fine(0.0430221) + rough(0.2163) * tilt;
  // With y the right ascension is a short series, and the sidereal time, which runs with the mean longitude, leaves the
  // rest of the equation.
  const double sine_1 = sine(apparent), cosine_1 = cosine(apparent);
  const double sine_2 = 2 * sine_1 * cosine_1, cosine_2 = 1 - 2 * sine_1 * sine_1;
  const double equation = sine_2 * (y - y * y * cosine_2 + y * y * y * (1 - 4 * sine_2 * sine_2 / 3)) - center +
                          nutation - rough_degrees(0.0008 + 0.00015);
  return {(fine(0.3977245) + rough(0.9175049) * tilt) * sine_1, equation};
}

}  // namespace

std::optional<double> sun_event_utc_minutes(time::Day day, SunEvent event, Position position) {
  const bool twilight = event == SunEvent::dawn || event == SunEvent::dusk;
  const bool morning = event == SunEvent::dawn || event == SunEvent::sunrise;
  // Of -6 and of -0.833 degrees.
  const double sine_of_altitude = twilight ? fine(-0.1045284633) : fine(-0.0145380510);
  const double sine_of_latitude = sine(position.latitude * fine(kDegree));
  const double cosine_of_latitude = cosine(position.latitude * fine(kDegree));
  const double noon = day - time::day_of(2000, 1, 1);
  double minutes = time::kMinutesPerDay / 2 - 4 * position.longitude;
  // The sun moves on between noon and the event, so the answer is put in once more.
  for (int round = 0; round < 2; ++round) {
    const SunPlace sun = sun_at(noon + minutes / time::kMinutesPerDay - 0.5);
    const double s = sun.sine_of_declination;
    const double angle = (sine_of_altitude - sine_of_latitude * s) / (cosine_of_latitude * std::sqrt(1 - s * s));
    if (!(angle >= -1 && angle <= 1)) return std::nullopt;
    const double half_day = morning ? -arc_cosine(angle) : arc_cosine(angle);
    minutes = 720 - 4 * position.longitude + (half_day - sun.equation_of_time) * fine(4 / kDegree);
  }
  return minutes;
}

}  // namespace townboard::calendar
