#pragma once

namespace townboard::calendar {

// Sine, cosine and arc cosine to 1e-7, which moves the sun by less than a thousandth of a minute. The C library's are
// exact to the last bit, for which they carry 5 KB of tables and argument reduction into the module.

double sine(double radians);
double cosine(double radians);
double arc_cosine(double value);  // value -1..1; 0..pi

}  // namespace townboard::calendar
