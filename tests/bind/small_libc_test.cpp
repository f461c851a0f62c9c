#include "bind/small_libc.h"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "catch.h"

using townboard::bind::decimal_to_double;
using townboard::bind::digits_to_integer;

namespace {

struct Reading {
  double value;
  long length;
};

Reading ours(const std::string& text) {
  const char* end = nullptr;
  const double value = decimal_to_double(text.c_str(), &end);
  return {value, end - text.c_str()};
}

Reading theirs(const std::string& text) {
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  return {value, end - text.c_str()};
}

std::uint64_t bits(double value) {
  std::uint64_t raw;
  std::memcpy(&raw, &value, sizeof raw);
  return raw;
}

// A sequence of numbers that is the same on every machine.
struct Sequence {
  std::uint64_t state = 0x9E3779B97F4A7C15U;
  std::uint64_t next() {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
  }
};

}  // namespace

TEST_CASE("decimals are read as the C library reads them", "[bind][small_libc]") {
  const auto text = GENERATE(as<std::string>{}, "0", "-0", "1", "53.2169", "27.5386", "-53.2169", "0.1", "1e5",
                             "1E+5", "1e-5", "1e22", "1e23", "1e-23", "9007199254740993", "1.7976931348623157e308",
                             "1.8e308", "-1e400", "2.2250738585072014e-308", "1e-400", "0e999999999999",
                             "1e99999999999", "0.000000000000000000000000000000000001", "12.", "12.x", ".5", ".", "-",
                             "", "x", "1e", "1e+", "1ex", "1.5e3x", "100000000000000000000000000000",
                             "123456789012345678", "0.30000000000000004", "4.35", "0.285", "5e-324", "1e-310");
  CAPTURE(text);
  const Reading a = ours(text);
  const Reading b = theirs(text);
  CHECK(a.length == b.length);
  if (text == "5e-324" || text == "1e-310") {  // below the normal doubles bits are lost
    CHECK(std::abs(a.value - b.value) <= 5e-324);
  } else {
    CHECK(bits(a.value) == bits(b.value));
  }
}

TEST_CASE("every decimal of up to 15 digits gives the nearest double", "[bind][small_libc]") {
  Sequence sequence;
  int wrong = 0;
  std::string first_wrong;
  for (int i = 0; i < 300000; ++i) {
    const std::uint64_t digits = 1 + sequence.next() % 15;
    std::uint64_t limit = 1;
    for (std::uint64_t k = 0; k < digits; ++k) limit *= 10;
    const long long exponent = static_cast<long long>(sequence.next() % 580) - 290;
    char text[64];
    std::snprintf(text, sizeof text, "%llue%lld", static_cast<unsigned long long>(sequence.next() % limit), exponent);
    if (bits(ours(text).value) == bits(theirs(text).value)) continue;
    ++wrong;
    if (first_wrong.empty()) first_wrong = text;
  }
  CAPTURE(first_wrong);
  CHECK(wrong == 0);
}

TEST_CASE("a double printed with 17 digits comes back with its last bit at most changed", "[bind][small_libc]") {
  Sequence sequence;
  for (int i = 0; i < 100000; ++i) {
    double value;
    const std::uint64_t raw = sequence.next();
    std::memcpy(&value, &raw, sizeof value);
    if (!std::isnormal(value)) continue;
    char text[64];
    std::snprintf(text, sizeof text, "%.17g", value);
    const std::uint64_t back = bits(ours(text).value);
    const std::uint64_t distance = back > raw ? back - raw : raw - back;
    if (distance > 1) FAIL(text);
  }
}

TEST_CASE("whole numbers say when they do not fit", "[bind][small_libc]") {
  struct Case {
    const char* text;
    unsigned long long value;
    long length;
    bool negative;
    bool fits;
  };
  const auto c = GENERATE(values<Case>({
      {"0", 0, 1, false, true},
      {"-17,", 17, 3, true, true},
      {"18446744073709551615", ~0ULL, 20, false, true},
      {"18446744073709551616", ~0ULL, 20, false, false},
      {"99999999999999999999999", ~0ULL, 23, false, false},
      {"x", 0, 0, false, true},
      {"-", 0, 0, true, true},
  }));
  CAPTURE(c.text);
  const char* end = nullptr;
  bool negative = false;
  bool fits = false;
  CHECK(digits_to_integer(c.text, &end, negative, fits) == c.value);
  CHECK(end - c.text == c.length);
  CHECK(negative == c.negative);
  CHECK(fits == c.fits);
}
