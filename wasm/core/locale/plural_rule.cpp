#include "locale/plural_rule.h"

#include "text/cursor.h"

namespace townboard::locale {
namespace {

using text::Cursor;

// Reads a rule and works out its truth on the way, so that nothing has to be stored.
class RuleReader {
 public:
  RuleReader(std::string_view rule, int count) : in_(rule), count_(count) {}

  std::optional<bool> read() {
    if (at_end()) return true;
    const bool truth = read_condition();
    if (failed_ || !at_end()) return std::nullopt;
    return truth;
  }

 private:
  bool at_end() {
    in_.skip_blanks();
    return in_.done() || in_.peek() == '@';
  }

  bool take(std::string_view token) {
    in_.skip_blanks();
    return in_.take(token);
  }

  int read_number() {
    in_.skip_blanks();
    const int number = in_.take_number(9);
    if (number < 0) failed_ = true;
    return number;
  }

  // condition = and_condition {"or" and_condition}
  bool read_condition() {
    bool truth = read_and_condition();
    while (!failed_ && take("or")) truth |= read_and_condition();
    return truth;
  }

  // and_condition = relation {"and" relation}
  bool read_and_condition() {
    bool truth = read_relation();
    while (!failed_ && take("and")) truth &= read_relation();
    return truth;
  }

  // relation = operand ["%" number] ("=" | "!=") ranges
  bool read_relation() {
    int value = read_operand();
    if (take("%")) {
      const int divisor = read_number();
      if (divisor <= 0) failed_ = true;
      if (failed_) return false;
      value %= divisor;
    }
    const bool wanted = !take("!");
    if (!take("=")) failed_ = true;
    return read_ranges(value) == wanted;
  }

  int read_operand() {
    in_.skip_blanks();
    const char operand = in_.peek();
    in_.skip();
    if (operand == 'n' || operand == 'i') return count_;
    constexpr std::string_view kZeroForIntegers = "vwftce";
    if (kZeroForIntegers.find(operand) == std::string_view::npos) failed_ = true;
    return 0;
  }

  // ranges = number [".." number] {"," number [".." number]}
  bool read_ranges(int value) {
    bool inside = false;
    do {
      const int low = read_number();
      const int high = take("..") ? read_number() : low;
      inside |= value >= low && value <= high;
    } while (!failed_ && take(","));
    return inside;
  }

  Cursor in_;
  int count_;
  bool failed_ = false;
};

}  // namespace

std::optional<bool> fulfils_plural_rule(std::string_view rule, int count) {
  if (rule.size() > kMaxPluralRule) return std::nullopt;
  if (count < 0) count = count == INT32_MIN ? INT32_MAX : -count;
  return RuleReader(rule, count).read();
}

}  // namespace townboard::locale
