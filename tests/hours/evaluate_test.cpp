#include "hours/evaluate.h"

#include <string>

#include "catch.h"
#include "hours/parse.h"
#include "source_file.h"

namespace hours = townboard::hours;
using townboard::calendar::Calendar;
using townboard::time::Civil;
using townboard::time::Day;
using townboard::time::day_of;
using townboard::time::wall_of;

namespace {

constexpr const char* kKopyl = "Mo-Fr 08:30-13:00,14:00-17:30; PH off";

Calendar belarus() {
  const std::string text = tests::source_file("data/calendars/BY.json");
  const townboard::json::Document document(text);
  REQUIRE(document.ok());
  townboard::text::Problems problems;
  return Calendar::read(document.root(), "", problems);
}

std::string two_digits(int number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

std::string clock(townboard::time::Wall wall, Day day) {
  const int minutes = wall - wall_of(day, 0);
  return two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
}

// "08:30-13:00 14:00-17:30"; a question mark behind what is unknown.
std::string spans(const std::string& value, Civil date, hours::Context context = {}) {
  const hours::Reading reading = hours::read_hours(value);
  REQUIRE(reading.ok());
  const hours::Evaluator evaluator(*reading.value, context);
  const Day day = day_of(date);
  std::string result;
  for (const hours::Interval& span : evaluator.day(day).spans) {
    if (!result.empty()) result += ' ';
    result += clock(span.begin, day) + "-" + clock(span.end, day);
    if (span.state == hours::State::unknown) result += '?';
  }
  return result;
}

}  // namespace

TEST_CASE("what is open on a day", "[hours][evaluate]") {
  struct Case {
    std::string value;
    Civil date;
    std::string spans;
  };
  const auto c = GENERATE(values<Case>({
      {kKopyl, {2026, 3, 4}, "08:30-13:00 14:00-17:30"},
      {kKopyl, {2026, 3, 7}, ""},
      {"Fr 22:00-03:00", {2026, 3, 6}, "22:00-27:00"},
      {"Tu[2] 10:00-12:00", {2026, 3, 10}, "10:00-12:00"},
      {"Tu[2] 10:00-12:00", {2026, 3, 17}, ""},
      {"Th[-1] 10:00-12:00", {2026, 3, 26}, "10:00-12:00"},
      {"week 10 Mo 09:00-11:00", {2026, 3, 2}, "09:00-11:00"},
      {"week 10 Mo 09:00-11:00", {2026, 3, 9}, ""},
      {"Nov-Feb 09:00-16:00", {2026, 1, 15}, "09:00-16:00"},
      {"Nov-Feb 09:00-16:00", {2026, 3, 15}, ""},
      {"easter 11:00-13:00", {2026, 4, 5}, "11:00-13:00"},
      {"Mo 09:00-12:00 || Mo-We 10:00-11:00", {2026, 3, 3}, "10:00-11:00"},
      {"Mo 09:00-12:00; Mo 15:00-16:00", {2026, 3, 2}, "15:00-16:00"},
      {"Mo 09:00-12:00, Mo 15:00-16:00", {2026, 3, 2}, "09:00-12:00 15:00-16:00"},
      {"We 10:00-12:00 unknown", {2026, 3, 4}, "10:00-12:00?"},
      // An open end is over where the next span begins, not where one over midnight does.
      {"07:00+,12:00-16:00", {2026, 3, 4}, "07:00-12:00? 12:00-16:00"},
      {"20:00+,22:00-23:00", {2026, 3, 4}, "20:00-22:00? 22:00-23:00"},
      {"17:00+,13:00-26:00", {2026, 3, 4}, "13:00-26:00"},
      // Closing rules behind a fallback count; what is added to a fallback fills only what is closed.
      {"We 09:00-12:00 || We 12:00-16:00; We 14:00-15:00 off", {2026, 3, 4}, "09:00-14:00 15:00-16:00"},
      {"Mo 09:00-12:00 || We 12:00-16:00 unknown, We 10:00-14:00", {2026, 3, 4}, "10:00-12:00 12:00-16:00?"},
  }));
  CAPTURE(c.value, c.date.year, c.date.month, c.date.day);
  CHECK(spans(c.value, c.date) == c.spans);
}

TEST_CASE("a Belarusian office follows moved days and eves", "[hours][evaluate]") {
  const Calendar calendar = belarus();
  hours::Context context;
  context.calendar = &calendar;
  context.moved_days = true;
  context.holiday_eve_minutes = 60;
  const std::string eve = "08:30-13:00 14:00-16:30";
  CHECK(spans(kKopyl, {2026, 4, 25}, context) == eve);
  CHECK(spans(kKopyl, {2026, 4, 20}, context).empty());
  CHECK(spans(kKopyl, {2026, 4, 21}, context).empty());
  CHECK(spans(kKopyl, {2026, 12, 24}, context) == eve);
  CHECK(spans(kKopyl, {2026, 11, 6}, context) == eve);
  CHECK(spans(kKopyl, {2026, 1, 2}, context).empty());

  context.moved_days = false;
  context.holiday_eve_minutes = 0;
  CHECK(spans(kKopyl, {2026, 4, 25}, context).empty());
  CHECK(spans(kKopyl, {2026, 12, 24}, context) == "08:30-13:00 14:00-17:30");
}

TEST_CASE("closures and days of work", "[hours][evaluate]") {
  const Calendar calendar = belarus();
  townboard::text::List<hours::Closure> closures(1);
  closures[0].first = day_of(2026, 3, 3);
  closures[0].last = day_of(2026, 3, 4);
  hours::Context context;
  context.calendar = &calendar;
  context.closures = &closures;
  CHECK(spans(kKopyl, {2026, 3, 3}, context).empty());
  closures[0].spans = {{std::int16_t{600}, std::int16_t{660}}};
  CHECK(spans(kKopyl, {2026, 3, 4}, context) == "10:00-11:00");
  CHECK(spans(kKopyl, {2026, 3, 5}, context) == "08:30-13:00 14:00-17:30");
  // 30 and 31 May 2026 are a weekend.
  CHECK(spans("workday[-1] 09:00-12:00", {2026, 5, 29}, context) == "09:00-12:00");
  CHECK(spans("workday[-1] 09:00-12:00", {2026, 5, 28}, context).empty());
  // The first Friday of May 2026 is Labour Day.
  CHECK(spans("Fr[1] 09:00-12:00 shift", {2026, 5, 1}, context).empty());
  CHECK(spans("Fr[1] 09:00-12:00 shift", {2026, 5, 4}, context) == "09:00-12:00");
}

TEST_CASE("the next change of a schedule with lunch", "[hours][evaluate]") {
  const hours::Reading reading = hours::read_hours(kKopyl);
  REQUIRE(reading.ok());
  const hours::Context context;
  const hours::Evaluator evaluator(*reading.value, context);
  const Day friday = day_of(2026, 3, 6);
  CHECK(evaluator.at(wall_of(friday, 510)).state == hours::State::open);
  CHECK(evaluator.at(wall_of(friday, 509)).state == hours::State::closed);
  CHECK(evaluator.next_change(wall_of(friday, 540)) == wall_of(friday, 780));
  CHECK(evaluator.next_change(wall_of(friday, 1050)) == wall_of(friday + 3, 510));
}

TEST_CASE("summer time begins and ends in Berlin", "[hours][dst]") {
  const auto zone = townboard::time::Zone::parse("CET-1CEST,M3.5.0,M10.5.0/3");
  REQUIRE(zone.has_value());
  hours::Context context;
  context.zone = &*zone;
  const Day sunday = day_of(2026, 3, 29);
  const hours::Reading late = hours::read_hours("Sa 14:00-01:00");
  REQUIRE(late.ok());
  const hours::Evaluator saturday(*late.value, context);
  CHECK(saturday.at(wall_of(sunday, 30)).state == hours::State::open);
  CHECK(saturday.at(wall_of(sunday + 1, 30)).state == hours::State::closed);

  const hours::Reading gap = hours::read_hours("Su 02:30-03:30");
  REQUIRE(gap.ok());
  const hours::Evaluator night(*gap.value, context);
  const townboard::time::Instant begin = zone->instant_of(wall_of(sunday, 60));
  const auto opens = night.next_change_instant(begin);
  REQUIRE(opens.has_value());
  const auto closes = night.next_change_instant(*opens);
  REQUIRE(closes.has_value());
  CHECK(*opens - begin == 60 * 60);
  CHECK(*closes - *opens == 30 * 60);
}

TEST_CASE("weeks that are all the same are known", "[hours][evaluate]") {
  struct Case {
    std::string value;
    bool stable;
  };
  const auto c = GENERATE(values<Case>({{"Mo-Fr 08:00-12:00", true},
                                        {"week 01-53 Mo 08:00-12:00", true},
                                        {"Jan-Dec Mo 08:00-12:00", true},
                                        {"week 01-53/2 Mo 08:00-12:00", false},
                                        {"Jan-Nov Mo 08:00-12:00", false},
                                        {"Mo[1] 08:00-12:00", false},
                                        {"PH off", false},
                                        {"sunrise-sunset", true}}));
  CAPTURE(c.value);
  const hours::Reading reading = hours::read_hours(c.value);
  REQUIRE(reading.ok());
  hours::Context context;
  CHECK(hours::Evaluator(*reading.value, context).week_stable() == c.stable);
  context.position = townboard::calendar::Position{52.5, 13.4};
  const bool sun = c.value == "sunrise-sunset";
  CHECK(hours::Evaluator(*reading.value, context).week_stable() == (c.stable && !sun));
}

TEST_CASE("a holiday's name ends with its day, and days beside it say so", "[hours][evaluate]") {
  Calendar calendar;
  calendar.add_holiday(day_of(2026, 4, 3), townboard::text::Localized("Good Friday"));
  hours::Context context;
  context.calendar = &calendar;
  const auto comments = [&](const std::string& value) {
    const hours::Reading reading = hours::read_hours(value);
    REQUIRE(reading.ok());
    const hours::Evaluator evaluator(*reading.value, context);
    std::string all;
    for (const hours::Interval& span : evaluator.intervals(wall_of(day_of(2026, 3, 30), 0), wall_of(day_of(2026, 4, 9), 0))) {
      all += std::string(span.comment) + "|";
    }
    return all;
  };
  CHECK(comments("PH 20:00-03:00") == "Good Friday||");
  CHECK(comments("PH +1 day 10:00-12:00") == "Day after Good Friday|");
  CHECK(comments("PH -1 day,PH -2 days 10:00-12:00") == "2 days before Good Friday|Day before Good Friday|");
  CHECK(comments("PH -1 day 10:00-12:00 open \"ring\"") == "ring|");
}

TEST_CASE("a comment alone is no change of state, but for whoever asks", "[hours][evaluate]") {
  const hours::Reading reading = hours::read_hours("Mo 08:00-10:00 open \"a\", Mo 10:00-12:00 open \"b\"; Tu off \"c\"");
  REQUIRE(reading.ok());
  const hours::Context context;
  const hours::Evaluator evaluator(*reading.value, context);
  const Day monday = day_of(2026, 3, 2);
  CHECK(evaluator.next_change(wall_of(monday, 500)) == wall_of(monday, 720));
  CHECK(evaluator.next_change(wall_of(monday, 500), true) == wall_of(monday, 600));
  CHECK(evaluator.next_change(wall_of(monday, 730)) == wall_of(monday + 7, 480));
  CHECK(evaluator.next_change(wall_of(monday, 730), true) == wall_of(monday + 1, 0));
  CHECK(evaluator.at(wall_of(monday, 700)).rule == 1);
}
