#include "calendar/trigonometry.h"

#include <cmath>

#include "catch.h"

namespace townboard::calendar {
namespace {

TEST_CASE("Own trigonometry is as exact as the sun needs it") {
  double worst = 0;
  for (double x = -2000; x < 2000; x += 0.37) {
    worst = std::max(worst, std::abs(sine(x) - std::sin(x)));
    worst = std::max(worst, std::abs(cosine(x) - std::cos(x)));
  }
  for (double x = -1; x <= 1; x += 0.001) worst = std::max(worst, std::abs(arc_cosine(x) - std::acos(x)));
  CHECK(worst < 1e-7);
}

}  // namespace
}  // namespace townboard::calendar
