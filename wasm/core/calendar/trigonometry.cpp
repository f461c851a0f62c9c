#include "calendar/trigonometry.h"

#include <cmath>

namespace townboard::calendar {
namespace {

constexpr double kPi = 3.14159265358979323846;

}  // namespace

// Rule: the Taylor series up to x^13 on -pi/2..pi/2, where the next term is below 1e-9. The factors are floats, which are
// half as long in a module and leave an error below 3e-8.
double sine(double radians) {
  double x = radians - 2 * kPi * std::floor(radians / (2 * kPi) + 0.5);
  if (x > kPi / 2) x = kPi - x;
  if (x < -kPi / 2) x = -kPi - x;
  const double square = x * x;
  constexpr float kTerms[] = {1.f / 156, 1.f / 110, 1.f / 72, 1.f / 42, 1.f / 20, 1.f / 6};
  double sum = 1;
  for (const float term : kTerms) sum = 1 - sum * square * term;
  return x * sum;
}

double cosine(double radians) { return sine(radians + kPi / 2); }

// Rule: Abramowitz and Stegun, Handbook of Mathematical Functions, 4.4.46; error below 2e-8, with floats 1e-7.
double arc_cosine(double value) {
  constexpr float kTerms[] = {-0.0012624911f, 0.0066700901f, -0.0170881256f, 0.0308918810f,
                              -0.0501743046f, 0.0889789874f, -0.2145988016f, 1.5707963050f};
  const double x = value < 0 ? -value : value;
  double sum = 0;
  for (const float term : kTerms) sum = sum * x + term;
  const double angle = std::sqrt(1 - x) * sum;
  return value < 0 ? kPi - angle : angle;
}

}  // namespace townboard::calendar
