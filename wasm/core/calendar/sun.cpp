#include "calendar/sun.h"

#include <cmath>

namespace townboard::calendar {
namespace {

constexpr double kRadians = 3.14159265358979323846 / 180;
constexpr double kObliquity = 23.4397 * kRadians;
constexpr double kPerihelion = 102.9372 * kRadians;
constexpr double kTransitShift = 0.0009;

// Days since 2000-01-01T12:00Z of the sun's highest place near the mean transit `days`.
double transit(double days, double anomaly, double longitude) {
  return days + 0.0053 * std::sin(anomaly) - 0.0069 * std::sin(2 * longitude);
}

}  // namespace

std::optional<double> sun_event_utc_minutes(time::Day day, SunEvent event, Position position) {
  const bool twilight = event == SunEvent::dawn || event == SunEvent::dusk;
  const double altitude = (twilight ? -6.0 : -0.833) * kRadians;
  // Noon UTC of `day`, counted from noon of 2000-01-01: a whole number, so every place gets the
  // transit that falls on its own calendar day.
  const double noon = day - time::day_of(2000, 1, 1);
  const double mean_transit = noon + kTransitShift - position.longitude / 360;

  const double anomaly = (357.5291 + 0.98560028 * mean_transit) * kRadians;
  const double center = (1.9148 * std::sin(anomaly) + 0.02 * std::sin(2 * anomaly) +
                         0.0003 * std::sin(3 * anomaly)) *
                        kRadians;
  const double longitude = anomaly + center + kPerihelion + 180 * kRadians;
  const double sine = std::sin(longitude) * std::sin(kObliquity);
  const double declination = std::asin(sine);

  const double latitude = position.latitude * kRadians;
  const double cosine = (std::sin(altitude) - std::sin(latitude) * sine) /
                        (std::cos(latitude) * std::cos(declination));
  if (!(cosine >= -1 && cosine <= 1)) return std::nullopt;
  const double half_day = std::acos(cosine) / (360 * kRadians);

  const double top = transit(mean_transit, anomaly, longitude);
  const double set = transit(mean_transit + half_day, anomaly, longitude);
  const bool morning = event == SunEvent::dawn || event == SunEvent::sunrise;
  const double at = morning ? top - (set - top) : set;
  return (at - noon) * time::kMinutesPerDay + time::kMinutesPerDay / 2;
}

}  // namespace townboard::calendar
