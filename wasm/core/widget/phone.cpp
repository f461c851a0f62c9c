#include "widget/phone.h"

#include "text/cursor.h"

namespace townboard::widget {
namespace {

// Country, its calling code, and the prefix of calls inside the country that is not part of a
// number from abroad.
struct Dialling {
  char country[3];
  char code[4];
  char prefix[3];
};
constexpr Dialling kDialling[] = {
    {"BY", "375", "80"}, {"RU", "7", "8"},   {"KZ", "7", "8"},   {"UA", "380", "0"},
    {"PL", "48", ""},    {"LT", "370", "0"}, {"LV", "371", ""},  {"EE", "372", ""},
    {"DE", "49", "0"},   {"AT", "43", "0"},  {"CH", "41", "0"},  {"FR", "33", "0"},
    {"ES", "34", ""},    {"IT", "39", ""},   {"NL", "31", "0"},  {"BE", "32", "0"},
    {"CZ", "420", ""},   {"SK", "421", "0"}, {"PT", "351", ""},  {"RO", "40", "0"},
    {"GB", "44", "0"},   {"IE", "353", "0"}, {"HU", "36", "06"}, {"IL", "972", "0"},
    {"MD", "373", "0"}};

// Fewer digits are a short number, or one inside a town, which only the town's own telephones
// reach.
constexpr std::size_t kNational = 8;

}  // namespace

text::String tel_link(std::string_view written, std::string_view country) {
  text::String digits;
  for (std::size_t i = 0; i < written.size(); ++i) {
    // "(0)" behind a country's code is for those who call from inside.
    if (digits.size() > 1 && digits[0] == '+' && written.substr(i, 3) == "(0)") i += 2;
    if (text::is_digit(written[i]) || (written[i] == '+' && digits.empty())) digits += written[i];
  }
  if (digits.empty() || digits == "+") return {};
  if (digits.size() > kNational && digits.starts_with("00")) digits = text::String("+") + digits.substr(2);
  if (digits[0] != '+' && digits.size() >= kNational) {
    for (const Dialling& one : kDialling) {
      const std::string_view prefix = one.prefix;
      if (country != one.country || !digits.starts_with(prefix)) continue;
      digits = text::String("+") + one.code + digits.substr(prefix.size());
      break;
    }
  }
  return text::String("tel:") + digits;
}

}  // namespace townboard::widget
