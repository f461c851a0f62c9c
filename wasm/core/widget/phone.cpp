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
    {"MD", "373", "0"},  {"US", "1", "1"},   {"CA", "1", "1"}};

// How a number is grouped, by how it begins: "lead=digits that may follow:groups;". A ? in the lead is any
// digit; a group is its size, * the rest; between two groups stands a blank unless a hyphen is written.
// The first lead that fits decides. Rule: ITU-T E.123 and the numbering plans of the countries.
constexpr char kGroups[] =
    "37515=169:342-3;375163=123:342-3;37516=4:342-3;375165=125:342-3;37517=19:342-3;375177=012456:342-3;"
    "37521=35:342-3;37522=34:342-3;37523=345:342-3;3751=56:332-2-2;37517=467:332-2-2;3752=123:332-2-2;"
    "375:323-2-2;7:133-2-2;380:323-2-2;48:2333;"
    "3705:3134;3703=7:326;3704=156:326;370:335;371:3233;493=0:22*;494=0:22*;496=9:22*;498=9:22*;"
    "491=567:23*;33:212222;442:2244;441?1:2334;4411:2334;441:246;447:246;44:2334;1:13-3-4;";

// Fewer digits are a short number, or one inside a town, which only the town's own telephones
// reach.
constexpr std::size_t kNational = 8;

// "+375 1719 28-260" of "375171928260"; "" when its country has no groups here, or it is too short or too long for them.
text::String grouped(std::string_view number) {
  const char* at = kGroups;
  for (bool fits = false; *at != '\0' && !fits;) {
    std::size_t size = 0;
    fits = true;
    for (; *at != ':' && *at != '='; ++at, ++size) fits = fits && size < number.size() && (*at == '?' || *at == number[size]);
    if (*at == '=') {
      bool follows = false;
      while (*++at != ':') follows = follows || (size < number.size() && *at == number[size]);
      fits = fits && follows;
    }
    if (!fits) {
      while (*at++ != ';') {}
    }
  }
  if (*at == '\0') return {};
  text::String out = "+";
  std::size_t done = 0;
  while (*++at != ';') {
    if (done != 0) out += *at == '-' ? *at++ : ' ';
    const std::size_t size = *at == '*' ? number.size() - done : static_cast<std::size_t>(*at - '0');
    if (size == 0 || done + size > number.size()) return {};
    out += number.substr(done, size);
    done += size;
  }
  return done == number.size() ? out : text::String();
}

// The number without the prefix of its country, with the country's code; "" when it is none.
text::String from_abroad(std::string_view digits, std::string_view country) {
  for (const Dialling& one : kDialling) {
    if (country != one.country) continue;
    const std::string_view prefix = one.prefix;
    const text::String whole = text::String(one.code).append(digits);
    text::String inside;
    if (digits.starts_with(prefix)) inside = text::String(one.code).append(digits.substr(prefix.size()));
    if (!grouped(inside).empty()) return inside;
    // Written without its plus, or without the prefix. Where that is a 0, such a number is one inside a town.
    if (digits.starts_with(one.code) && !grouped(digits).empty()) return text::String(digits);
    if (prefix != "0" && !grouped(whole).empty()) return whole;
    return inside;
  }
  return {};
}

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
    const text::String abroad = from_abroad(digits, country);
    if (!abroad.empty()) digits = text::String("+") + abroad;
  }
  return text::String("tel:") + digits;
}

text::String phone_text(std::string_view written, std::string_view country) {
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (!text::is_digit(written[i]) && (written[i] != '+' || i != 0)) return written;
  }
  const text::String link = tel_link(written, country);
  text::String text;
  if (link.starts_with("tel:+")) text = grouped(std::string_view(link).substr(5));
  return text.empty() ? text::String(written) : text;
}

}  // namespace townboard::widget
