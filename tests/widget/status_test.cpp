#include "widget/status.h"

#include <string>

#include "catch.h"
#include "hours/parse.h"
#include "source_file.h"

using namespace townboard;
using hours::DayCause;
using hours::State;
using Pause = widget::Status::Pause;

namespace {

time::Wall wall(int year, int month, int day, int hour, int minute) {
  return time::wall_of(time::day_of(year, month, day), hour * 60 + minute);
}

struct Case {
  time::Wall now;
  State state;
  Pause pause;
  DayCause cause;
  time::Wall change;
  time::Wall back;  // 0: none
};

}  // namespace

TEST_CASE("the committee's status has its reason and its next change", "[widget][status]") {
  const auto c = GENERATE(values<Case>({
      {wall(2026, 11, 23, 10, 0), State::open, Pause::lunch, DayCause::ordinary,
       wall(2026, 11, 23, 13, 0), wall(2026, 11, 23, 14, 0)},
      {wall(2026, 11, 23, 13, 30), State::closed, Pause::lunch, DayCause::ordinary,
       wall(2026, 11, 23, 14, 0), 0},
      {wall(2026, 11, 23, 17, 45), State::closed, Pause::none, DayCause::ordinary,
       wall(2026, 11, 24, 8, 30), 0},
      {wall(2026, 11, 6, 16, 45), State::closed, Pause::none, DayCause::ordinary,
       wall(2026, 11, 9, 8, 30), 0},  // the eve of a holiday ends at 16:30
      {wall(2026, 11, 6, 18, 0), State::closed, Pause::none, DayCause::ordinary,
       wall(2026, 11, 9, 8, 30), 0},  // the holiday is a Saturday
      {wall(2026, 12, 25, 10, 0), State::closed, Pause::none, DayCause::holiday,
       wall(2026, 12, 28, 8, 30), 0},
      {wall(2026, 4, 25, 16, 0), State::open, Pause::none, DayCause::ordinary,
       wall(2026, 4, 25, 16, 30), 0},  // worked in place of Monday the 20th, itself before a moved day
      {wall(2026, 4, 20, 10, 0), State::closed, Pause::none, DayCause::moved_off,
       wall(2026, 4, 22, 8, 30), 0},  // the 21st is Radonitsa
      {wall(2026, 12, 24, 16, 45), State::closed, Pause::none, DayCause::ordinary,
       wall(2026, 12, 28, 8, 30), 0},
  }));
  CAPTURE(time::minute_of_wall(c.now), time::civil_of(time::day_of_wall(c.now)).day);

  const json::Document document(tests::source_file("data/calendars/BY.json"));
  text::Problems problems;
  const auto calendar = calendar::Calendar::read(document.root(), "", problems);
  const auto reading = hours::read_hours("Mo-Fr 08:30-13:00,14:00-17:30; PH off");
  hours::Context context;
  context.calendar = &calendar;
  context.moved_days = true;
  context.holiday_eve_minutes = 60;
  const hours::Evaluator evaluator(*reading.value, context);

  const widget::Status status = widget::status_at(evaluator, c.now);

  CHECK(status.state == c.state);
  CHECK(status.pause == c.pause);
  CHECK(status.cause == c.cause);
  CHECK(status.change == c.change);
  CHECK(status.back.value_or(0) == c.back);
  CHECK((status.name != nullptr) == (c.cause == DayCause::holiday));
}
