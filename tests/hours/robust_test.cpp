#include <cstdint>
#include <string>

#include "catch.h"
#include "hours/evaluate.h"
#include "hours/lex.h"
#include "hours/parse.h"
#include "hours/print.h"

namespace hours = townboard::hours;

namespace {

// Small and the same everywhere: a failure can be repeated. Source: Numerical Recipes, LCG constants.
class Numbers {
 public:
  std::size_t below(std::size_t limit) {
    state_ = state_ * 1664525U + 1013904223U;
    return (state_ >> 8) % limit;
  }

 private:
  std::uint32_t state_ = 7;
};

std::string generated_value(Numbers& numbers) {
  const char* dates[] = {"",      "Jan-Mar ",        "week 5-20/2 ",
                         "2026 ", "easter -2 days ", "Dec 24-Jan 02 "};
  const char* days[] = {"Mo-Fr ", "Sa,Su ", "Tu[2] ", "PH ", "workday[-1] ", "Fr[-1] +1 day "};
  const char* times[] = {"08:30-13:00", "22:00-03:00", "sunrise-sunset",
                         "10:00+",      "off",         "unknown"};
  const char* separators[] = {"; ", ", ", " || "};
  std::string value;
  for (std::size_t rules = 1 + numbers.below(4); rules > 0; --rules) {
    value += dates[numbers.below(6)];
    value += days[numbers.below(6)];
    value += times[numbers.below(6)];
    if (rules > 1) value += separators[numbers.below(3)];
  }
  return value;
}

// What is read is printed, read again as the same value, and evaluated.
void survive(const std::string& text) {
  CAPTURE(text);
  const hours::Reading reading = hours::read_hours(text);
  if (!reading.ok()) {
    REQUIRE_FALSE(reading.problems.empty());
    return;
  }
  const std::string printed = hours::print(*reading.value);
  const hours::Reading again = hours::read_hours(printed);
  CAPTURE(printed);
  // The normal form may be longer than what was written, and then over the limit of reading.
  REQUIRE(again.ok() == (printed.size() <= hours::kMaxTextBytes));
  if (again.ok()) REQUIRE(hours::print(*again.value) == printed);
  const hours::Context context;
  const hours::Evaluator evaluator(*reading.value, context);
  const townboard::time::Day day = townboard::time::day_of(2026, 3, 29);
  REQUIRE(evaluator.day(day).day == day);
}

}  // namespace

TEST_CASE("cut and changed values are read or refused", "[hours][robust]") {
  Numbers numbers;
  for (int round = 0; round < 1000; ++round) {
    const std::string value = generated_value(numbers);
    for (std::size_t length = 0; length <= value.size(); ++length) survive(value.substr(0, length));
    for (std::size_t place = 0; place < value.size(); ++place) {
      std::string changed = value;
      changed[place] = static_cast<char>(numbers.below(256));
      survive(changed);
    }
  }
}

TEST_CASE("long and nested values end", "[hours][robust]") {
  survive(std::string(hours::kMaxTextBytes, '('));
  survive(std::string(30, ' ') + "nonsense");
  std::string many;
  for (int rule = 0; rule < 1000; ++rule) many += "Mo 8-9;";
  survive(many);
  // Signs that look ahead: each look ends, however many there are.
  for (const char* sign : {"\"", "“", "„x”", "7 ", "12 :", "Mo[", "a.", "24 ", "'", "12.", "- "}) {
    std::string repeated;
    while (repeated.size() + 8 < hours::kMaxTextBytes) repeated += sign;
    survive(repeated);
  }
}

TEST_CASE("what is too long is refused where it is too long, without being read", "[hours][robust]") {
  std::string rules;
  for (int rule = 0; rule < 10000; ++rule) rules += "Mo 08:00-09:00; ";
  for (const std::string& text : {std::string(100000, '('), rules, std::string(hours::kMaxTextBytes + 1, ' ')}) {
    const hours::Reading reading = hours::read_hours(text);
    CHECK_FALSE(reading.ok());
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].where.begin == hours::kMaxTextBytes);
  }
}

TEST_CASE("tokens are no more than bytes", "[hours][robust]") {
  Numbers numbers;
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (std::size_t length = numbers.below(200); length > 0; --length) text += static_cast<char>(32 + numbers.below(96));
    townboard::text::Problems problems;
    CAPTURE(text);
    CHECK(hours::lex(text, problems).size() <= text.size() + 1);
    CHECK(problems.size() <= text.size());
  }
}

TEST_CASE("the next change is found within the horizon, in steps that are counted", "[hours][robust]") {
  // Values that never change, and walks that other rules stop every day.
  std::string weeks, years;
  for (int rule = 0; rule < 200; ++rule) weeks += "week 53 Fr[5] 10:00-12:00, ";
  for (int year = 2060; year < 2199; ++year) years += std::to_string(year) + " Mo 10:00-12:00; ";
  struct Row {
    std::string text;
    std::size_t most;  // days
  };
  const auto row = GENERATE_COPY(values<Row>({{"Mo-Su off", 8},
                                              {"24/7", 8},
                                              {"PH 10:00-12:00", hours::Evaluator::kHorizonDays + 3},
                                              {"2020 Mo 08:00-12:00", 64},
                                              {weeks + "PH off", hours::Evaluator::kHorizonDays + 3},
                                              {years, 400}}));
  CAPTURE(row.text.substr(0, 60));
  const hours::Reading reading = hours::read_hours(row.text);
  REQUIRE(reading.ok());
  const hours::Evaluator evaluator(*reading.value, {});
  (void)evaluator.next_change_instant(1796000000);
  CHECK(evaluator.days_worked_out() <= row.most);
}
