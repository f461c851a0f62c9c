// data/calendars/<region>.json -> Calendar. The file's form is in calendar.schema.json.
#include "calendar/calendar.h"
#include "calendar/problems.h"
#include "text/cursor.h"

namespace townboard::calendar {
namespace {

using json::Value;
using time::Day;

// date = 4DIGIT "-" 2DIGIT "-" 2DIGIT
std::optional<Day> read_date(std::string_view text) {
  text::Cursor in(text);
  const int year = in.take_number(4);
  const bool dashed = in.take('-');
  const int month = in.take_number(2);
  const bool dashed_again = in.take('-');
  const int day = in.take_number(2);
  if (!dashed || !dashed_again || !in.done() || text.size() != 10) return std::nullopt;
  if (!time::is_date(year, month, day)) return std::nullopt;
  return time::day_of(year, month, day);
}

}  // namespace

class CalendarReader {
 public:
  CalendarReader(Calendar& calendar, text::Problems& problems)
      : calendar_(calendar), problems_(problems) {}

  // Everything of the country, then what its region `tag` adds, without what the region leaves out.
  void read(Value country, std::string_view tag) {
    if (!country.is(json::Type::object)) return problem(kUnreadable, country);
    Value region;
    if (!tag.empty()) {
      region = country["regions"][tag];
      if (!region) problem(kUnknownRegion, country);
    }
    without_ = region["without"];
    section(country);
    without_ = {};
    if (region) section(region);
    calendar_.holidays_until_ = country["holidaysCompleteUntil"].integer();
    calendar_.moves_until_ = country["movesCompleteUntil"].integer();
  }

 private:
  void section(Value section) {
    for (Value v = section["holidays"].first(); v; v = v.next()) holiday(v);
    for (Value v = section["dated"].first(); v; v = v.next()) {
      if (const auto day = date(v["date"])) calendar_.add_holiday(*day, v["name"].localized());
    }
    for (Value v = section["schoolHolidays"].first(); v; v = v.next()) {
      const auto first = date(v["from"]);
      const auto last = date(v["to"]);
      if (first && last) calendar_.add_school_holiday(*first, *last, v["name"].localized());
    }
    for (Value v = section["moves"].first(); v; v = v.next()) {
      const auto from = date(v["from"]);
      const auto to = date(v["to"]);
      if (from && to) calendar_.add_move({*from, *to});
    }
  }

  void holiday(Value entry) {
    const std::string_view text = entry["rule"].string();
    for (Value v = without_.first(); v; v = v.next()) {
      if (v.string() == text) return;
    }
    const auto from = static_cast<std::int16_t>(entry["from"].integer(0));
    const auto until = static_cast<std::int16_t>(entry["until"].integer(9999));
    if (!calendar_.add_rule(text, from, until, entry["name"].localized())) problem(kBadRule, entry["rule"]);
  }

  std::optional<Day> date(Value value) {
    const std::optional<Day> day = read_date(value.string());
    if (!day) problem(kBadDate, value);
    return day;
  }

  void problem(const text::ProblemKind& kind, Value value) {
    const auto size = static_cast<std::uint32_t>(value.string().size());
    text::report(problems_, kind, {0, size}, {}, value.pointer());
  }

  Calendar& calendar_;
  text::Problems& problems_;
  Value without_;
};

Calendar Calendar::read(Value document, std::string_view region, text::Problems& problems) {
  Calendar calendar;
  CalendarReader(calendar, problems).read(document, region);
  return calendar;
}

}  // namespace townboard::calendar
