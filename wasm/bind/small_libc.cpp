// The few functions of the C library that nlohmann-json names, as small as its use of them allows.
//
// Its lexer has checked the form of a number before it converts it, and it prints only to word errors, which
// we word ourselves. The C library's own would be a third of the module.
#include "bind/small_libc.h"

#include <cstdint>
#include <cstring>

namespace townboard::bind {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// mantissa * 2^exponent with 128 bits, the first of which is set: enough for the nearest double of any
// 15 digits after the few multiplications of a power of ten.
struct Wide {
  std::uint32_t limbs[4];  // most significant first
  int exponent;            // of the last bit
};

void normalise(Wide& value) {
  while ((value.limbs[0] & 0x80000000U) == 0) {
    std::uint32_t carry = 0;
    for (int i = 3; i >= 0; --i) {
      const std::uint32_t next = value.limbs[i] >> 31;
      value.limbs[i] = (value.limbs[i] << 1) | carry;
      carry = next;
    }
    --value.exponent;
  }
}

Wide multiply(const Wide& a, const Wide& b) {
  std::uint32_t product[8] = {};
  for (int i = 3; i >= 0; --i) {
    std::uint64_t carry = 0;
    for (int j = 3; j >= 0; --j) {
      carry += std::uint64_t{a.limbs[i]} * b.limbs[j] + product[i + j + 1];
      product[i + j + 1] = static_cast<std::uint32_t>(carry);
      carry >>= 32;
    }
    product[i] = static_cast<std::uint32_t>(carry);
  }
  Wide result{{product[0], product[1], product[2], product[3]}, a.exponent + b.exponent + 128};
  normalise(result);
  return result;
}

Wide power_of_ten(int power) {
  Wide base{{0xA0000000U, 0, 0, 0}, -124};
  if (power < 0) {
    base = Wide{{0xCCCCCCCCU, 0xCCCCCCCCU, 0xCCCCCCCCU, 0xCCCCCCCDU}, -131};
    power = -power;
  }
  Wide result{{0x80000000U, 0, 0, 0}, -127};
  for (; power != 0; power >>= 1) {
    if (power & 1) result = multiply(result, base);
    base = multiply(base, base);
  }
  return result;
}

double from_bits(std::uint64_t bits) {
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

// The nearest double, the even one of two that are equally near.
double narrow(const Wide& value) {
  const std::uint64_t top = std::uint64_t{value.limbs[0]} << 32 | value.limbs[1];
  const bool more = (value.limbs[2] | value.limbs[3]) != 0;
  std::uint64_t mantissa = top >> 11;
  const std::uint64_t rest = top & 0x7FF;
  if (rest > 0x400 || (rest == 0x400 && (more || (mantissa & 1)))) ++mantissa;

  // The mantissa's hidden bit is added to the exponent, so a carry out of it comes right.
  const int biased = value.exponent + 127 + 1023;
  if (biased >= 2047) return from_bits(0x7FF0000000000000U);
  if (biased <= 0) return biased < -52 ? 0.0 : from_bits(mantissa >> (1 - biased));
  return from_bits((static_cast<std::uint64_t>(biased - 1) << 52) + mantissa);
}

double scale(std::uint64_t mantissa, int power) {
  if (mantissa == 0 || power < -400) return 0.0;
  if (power > 400) return from_bits(0x7FF0000000000000U);
  // Both are whole doubles, so one operation rounds once.
  if (mantissa < (std::uint64_t{1} << 53) && power >= -22 && power <= 22) {
    double factor = 1;
    for (int i = power < 0 ? -power : power; i > 0; --i) factor *= 10;
    const double value = static_cast<double>(mantissa);
    return power < 0 ? value / factor : value * factor;
  }
  Wide wide{{static_cast<std::uint32_t>(mantissa >> 32), static_cast<std::uint32_t>(mantissa), 0, 0}, -64};
  normalise(wide);
  return narrow(multiply(wide, power_of_ten(power)));
}

struct Decimal {
  std::uint64_t mantissa = 0;
  int power = 0;
  bool any = false;

  // Nineteen digits fit; of what follows only the number of digits counts.
  void add(char digit, bool fraction) {
    any = true;
    if (mantissa < 1000000000000000000U) {
      mantissa = mantissa * 10 + static_cast<std::uint64_t>(digit - '0');
      power -= fraction;
    } else if (!fraction && power < 100000) {
      ++power;
    }
  }
};

// [+-] digits behind an "e"; `text` stays where it is when there are none.
int read_exponent(const char*& text) {
  const char* at = text + 1;
  const bool negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;
  if (!is_digit(*at)) return 0;
  int value = 0;
  for (; is_digit(*at); ++at) {
    if (value < 100000) value = value * 10 + (*at - '0');
  }
  text = at;
  return negative ? -value : value;
}

}  // namespace

double decimal_to_double(const char* text, const char** end) {
  const char* at = text;
  const bool negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;

  Decimal decimal;
  for (; is_digit(*at); ++at) decimal.add(*at, false);
  if (*at == '.' && (decimal.any || is_digit(at[1]))) {
    ++at;
    for (; is_digit(*at); ++at) decimal.add(*at, true);
  }
  if (decimal.any && (*at == 'e' || *at == 'E')) decimal.power += read_exponent(at);

  *end = decimal.any ? at : text;
  const double value = scale(decimal.mantissa, decimal.power);
  return negative && decimal.any ? -value : value;
}

unsigned long long digits_to_integer(const char* text, const char** end, bool& negative, bool& fits) {
  const char* at = text;
  negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;
  const char* const first = at;
  constexpr unsigned long long kLargest = ~0ULL;
  unsigned long long value = 0;
  fits = true;
  for (; is_digit(*at); ++at) {
    const auto digit = static_cast<unsigned long long>(*at - '0');
    if (value > (kLargest - digit) / 10) fits = false;
    value = fits ? value * 10 + digit : kLargest;
  }
  *end = at == first ? text : at;
  return value;
}

}  // namespace townboard::bind
