#include "widget/phone.h"

#include <utility>

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

// How a number is grouped, by how it begins; the first row that fits decides. A group is its size, * the rest; between two groups
// stands a blank unless a hyphen is written. Rule: ITU-T E.123 and the numbering plans of the countries.
struct Groups {
  char lead[7];
  char sizes[9];
};
constexpr Groups kGroups[] = {
    {"375171", "342-3"}, {"375177", "342-3"}, {"375179", "342-3"}, {"375152", "332-2-2"},
    {"375162", "332-2-2"}, {"375212", "332-2-2"}, {"375222", "332-2-2"}, {"375232", "332-2-2"},
    {"375154", "332-2-2"}, {"375174", "332-2-2"}, {"375176", "332-2-2"}, {"375214", "332-2-2"},
    {"375216", "332-2-2"}, {"375225", "332-2-2"}, {"375236", "332-2-2"}, {"37515", "342-3"},
    {"37516", "342-3"}, {"37521", "342-3"}, {"37522", "342-3"}, {"37523", "342-3"},
    {"375", "323-2-2"}, {"7", "133-2-2"}, {"380", "323-2-2"}, {"48", "2333"}, {"3705", "3134"},
    {"37037", "326"}, {"37041", "326"}, {"37045", "326"}, {"37046", "326"}, {"370", "335"},
    {"371", "3233"}, {"4930", "22*"}, {"4940", "22*"}, {"4969", "22*"}, {"4989", "22*"},
    {"4915", "23*"}, {"4916", "23*"}, {"4917", "23*"}, {"33", "212222"}, {"442", "2244"},
    {"4411", "2334"}, {"44121", "2334"}, {"44131", "2334"}, {"44141", "2334"}, {"44151", "2334"},
    {"44161", "2334"}, {"44191", "2334"}, {"441", "246"}, {"447", "246"}, {"44", "2334"},
    {"1", "13-3-4"}};

// Fewer digits are a short number, or one inside a town, which only the town's own telephones
// reach.
constexpr std::size_t kNational = 8;

// "+375 1719 28-260" of "375171928260"; "" when its country has no groups here, or it is too short or too long for them.
text::String grouped(std::string_view number) {
  text::String out;
  for (const Groups& one : kGroups) {
    if (!number.starts_with(one.lead)) continue;
    out = "+";
    for (const char* at = one.sizes; *at != '\0'; ++at) {
      if (*at == '-') {
        out += '-';
        ++at;
      } else if (out.size() > 1) {
        out += ' ';
      }
      const std::size_t size = *at == '*' ? number.size() : static_cast<std::size_t>(*at - '0');
      if (size == 0 || size > number.size()) return {};
      out += number.substr(0, size);
      number.remove_prefix(size);
    }
    break;
  }
  return number.empty() ? out : text::String();
}

// The number with the country's code instead of its prefix. It may also be written without its plus, or without the prefix;
// where that is a 0, such a number is one inside a town. "" when the country is not known, or it has no such numbers.
text::String from_abroad(std::string_view digits, std::string_view country) {
  text::String number;
  for (const Dialling& one : kDialling) {
    if (country != one.country) continue;
    const std::string_view prefix = one.prefix;
    for (int way = prefix == "0" ? 2 : 3; way-- > 0;) {
      // Of the three the one with groups counts, else the last.
      number = way == 1 ? "" : one.code;
      number += way == 0 ? digits.substr(prefix.size()) : digits;
      if (way < 2 && !digits.starts_with(way == 1 ? std::string_view(one.code) : prefix)) number.clear();
      if (!grouped(number).empty()) break;
    }
  }
  return number;
}

}  // namespace

Phone phone_of(std::string_view written, std::string_view country) {
  text::String digits;
  for (std::size_t i = 0; i < written.size(); ++i) {
    // "(0)" behind a country's code is for those who call from inside.
    if (digits.starts_with('+') && digits.size() > 1 && written.substr(i, 3) == "(0)") i += 2;
    if (text::is_digit(written[i]) || (written[i] == '+' && digits.empty())) digits += written[i];
  }
  Phone phone{{}, written};
  if (digits.empty() || digits == "+") return phone;
  const bool plain = digits == written;
  text::String number;  // in E.164
  if (digits[0] == '+') {
    number = digits.substr(1);
  } else if (digits.size() > kNational && digits.starts_with("00")) {
    number = digits.substr(2);
  } else if (digits.size() >= kNational) {
    number = from_abroad(digits, country);
  }
  phone.link = "tel:";
  if (number.empty()) {
    phone.link += digits;
    return phone;
  }
  phone.link += '+';
  phone.link += number;
  if (plain) {
    text::String text = grouped(number);
    if (!text.empty()) phone.text = std::move(text);
  }
  return phone;
}

}  // namespace townboard::widget
