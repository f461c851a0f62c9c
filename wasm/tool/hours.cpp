// townboard hours: what opening hours mean, for people and, with --batch, line by line for programs.
#include <algorithm>
#include <chrono>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "hours/advice.h"
#include "hours/evaluate.h"
#include "hours/parse.h"
#include "hours/past.h"
#include "hours/print.h"
#include "hours/problems.h"
#include "json/document.h"
#include "tool/commands.h"
#include "tool/embedded.h"
#include "tool/hours_words.h"
#include "tool/in_words.h"
#include "tool/problem_lines.h"
#include "tool/tzdata.h"

namespace townboard::tool {
namespace {

using Json = nlohmann::ordered_json;

// "2012-10-01T00:00", or with a blank, to the minute.
std::optional<time::Wall> read_wall(const std::string& text) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0;
  if (std::sscanf(text.c_str(), "%d-%d-%d%*[T ]%d:%d", &year, &month, &day, &hour, &minute) < 3) {
    return std::nullopt;
  }
  if (!time::is_date(year, month, day) || hour > 24 || minute > 59) return std::nullopt;
  return time::wall_of(time::day_of(year, month, day), hour * 60 + minute);
}

std::string wall_text(time::Wall wall) {
  const time::Civil date = time::civil_of(time::day_of_wall(wall));
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02dT", date.year, date.month, date.day);
  return buffer + hours::print_clock(time::minute_of_wall(wall));
}

const char* state_text(hours::State state) {
  return state == hours::State::open ? "open" : state == hours::State::closed ? "closed" : "unknown";
}

std::optional<time::Day> read_day(const Json& value) {
  if (!value.is_string()) return std::nullopt;
  const auto wall = read_wall(value.get<std::string>() + "T00:00");
  return wall ? std::optional<time::Day>(time::day_of_wall(*wall)) : std::nullopt;
}

text::Localized name_in(const Json& entry, std::size_t place) {
  const bool named = entry.size() > place && entry[place].is_string();
  return text::Localized(named ? text::String(entry[place].get<std::string>()) : text::String());
}

// Everything that a request says besides the hours.
struct Request {
  calendar::Calendar calendar;
  bool has_calendar = false;
  bool school_list_empty = false;
  time::Zone zone;
  hours::Context context;
};

void read_calendar(const Json& request, Request& out, text::Problems& problems) {
  const std::string region = request.value("calendar", Json()).is_string()
                                 ? request["calendar"].get<std::string>()
                                 : std::string();
  if (!region.empty()) {
    const std::string country = region.substr(0, 2);
    const std::string_view file = embedded("calendars/" + country + ".json");
    if (!file.empty()) {
      const json::Document document(file);
      out.calendar = calendar::Calendar::read(
          document.root(), region.size() > 2 ? region : std::string(), problems);
      out.has_calendar = true;
    }
  }
  if (!request.contains("PH") && !request.contains("SH")) return;
  out.calendar = {};
  out.has_calendar = true;
  for (const Json& entry : request.value("PH", Json::array())) {
    if (const auto day = read_day(entry[0])) out.calendar.add_holiday(*day, name_in(entry, 1));
  }
  for (const Json& entry : request.value("SH", Json::array())) {
    const auto first = read_day(entry[0]);
    const auto last = read_day(entry[1]);
    if (first && last) out.calendar.add_school_holiday(*first, *last, name_in(entry, 2));
  }
  out.school_list_empty = !out.calendar.has_school_holidays();
}

// Holidays that are asked for and not known: an error where nothing could be said without them.
void check_holidays(const hours::Hours& value, const Request& request, text::Problems& problems) {
  bool only_holidays = true;
  bool uses = false;
  bool school = false;
  for (const hours::Rule& rule : value.rules) {
    only_holidays = only_holidays && !rule.holidays.empty() && rule.weekdays.empty() &&
                    rule.times.empty() && !rule.has_state;
    for (const hours::HolidaySelector& selector : rule.holidays) {
      uses = true;
      school = school || selector.school;
      only_holidays = only_holidays && selector.offset == 0;
    }
  }
  const bool missing = school && request.has_calendar && request.school_list_empty;
  if (!uses || (request.has_calendar && !missing)) return;
  const bool fatal = missing || only_holidays;
  problems.push_back({fatal ? &hours::kNoHolidays : &hours::kHolidaysMissing, {0, 0}, {}, {}});
}

// The day "today" of a request, else the machine's.
time::Day today_of(const Json& line) {
  if (const auto day = read_day(line.value("today", Json()))) return *day;
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  return static_cast<time::Day>(now.time_since_epoch().count());
}

Json answer(const Json& line) {
  Json out;
  out["id"] = line.value("id", Json());
  text::Problems problems;
  Request request;
  hours::ReadOptions options;
  options.dictionary = &hours_words();
  const int mode = line.value("mode", Json(0)).is_number() ? line.value("mode", 0) : 0;
  options.mode = static_cast<hours::Mode>(std::clamp(mode, 0, 2));
  const std::string text = line.contains("hours") && line["hours"].is_string()
                               ? line["hours"].get<std::string>()
                               : std::string();
  hours::Reading reading = hours::read_hours(text, options);
  problems = reading.problems;
  if (reading.ok()) {
    read_calendar(line, request, problems);
    check_holidays(*reading.value, request, problems);
    const bool advice = line.value("advice", Json(true)) != Json(false);
    for (std::size_t i = 0; i < reading.rule_places.size(); ++i) {
      const hours::Rule& rule = reading.value->rules[i];
      const bool old = hours::is_past(rule, today_of(line)) || (advice && hours::began_long_ago(rule, today_of(line)));
      if (old) text::report(problems, hours::kPast, reading.rule_places[i]);
    }
    if (advice) hours::advise(reading, problems);
  }
  const bool refused = !reading.ok() || std::any_of(problems.begin(), problems.end(),
                                                    [](const auto& p) { return p.is_error(); });
  out["ok"] = !refused;
  if (refused) {
    out["problems"] = problems_json(problems);
    return out;
  }
  if (line.contains("zone") && line["zone"].is_string()) {
    if (const auto zone = zone_named(line["zone"].get<std::string>())) request.zone = *zone;
  }
  request.context.zone = &request.zone;
  if (request.has_calendar) request.context.calendar = &request.calendar;
  if (line.contains("lat") && line["lat"].is_number() && line["lon"].is_number()) {
    request.context.position = calendar::Position{line["lat"], line["lon"]};
  }
  const hours::Evaluator evaluator(*reading.value, request.context);
  out["intervals"] = Json::array();
  const auto from = read_wall(line.value("from", ""));
  const auto to = read_wall(line.value("to", ""));
  if (from && to) {
    for (const hours::Interval& interval : evaluator.intervals(*from, *to)) {
      out["intervals"].push_back(
          {wall_text(interval.begin), wall_text(interval.end), state_text(interval.state),
           interval.comment.empty() ? Json() : Json(std::string(interval.comment))});
    }
  }
  out["normalized"] = hours::print(*reading.value);
  out["weekStable"] = evaluator.week_stable();
  if (const auto at = read_wall(line.value("at", ""))) {
    const hours::Interval now = evaluator.at(*at);
    out["state"] = state_text(now.state);
    out["comment"] = now.comment.empty() ? Json() : Json(std::string(now.comment));
    const auto next = evaluator.next_change(*at);
    out["nextChange"] = next ? Json(wall_text(*next)) : Json();
    out["rule"] = now.rule < 0
                      ? Json()
                      : Json(hours::print(
                            reading.value->rules[static_cast<std::size_t>(now.rule)]));
  }
  out["problems"] = problems_json(problems);
  return out;
}

int batch() {
  std::string line;
  while (std::getline(std::cin, line)) {
    Json out;
    const Json request = Json::parse(line, nullptr, false);
    if (request.is_object()) {
      out = answer(request);
    } else {
      out = {{"id", nullptr}, {"ok", false}, {"problems", Json::array()}};
    }
    std::cout << out.dump(-1, ' ', false, Json::error_handler_t::replace) << std::endl;
  }
  return kDone;
}

int explain_value(const std::string& text, const std::string& language) {
  const hours::Reading reading = hours::read_hours(text, {.dictionary = &hours_words()});
  for (const text::Problem& problem : reading.problems) std::cout << explain(problem, text);
  if (!reading.ok()) return kProblemsFound;
  std::cout << hours::print(*reading.value) << '\n' << in_words(text, language) << '\n';
  return reading.problems.empty() ? kDone : kProblemsFound;
}

int run(const Arguments& arguments) {
  if (arguments.size() == 1 && arguments[0] == "--batch") return batch();
  const bool with_language = arguments.size() == 3 && arguments[1] == "--lang";
  if ((arguments.size() == 1 || with_language) && !arguments[0].starts_with("--")) {
    return explain_value(arguments[0], with_language ? arguments[2] : "en");
  }
  std::cerr << "townboard hours TEXT [--lang LANGUAGE] | --batch\n";
  return kUsageError;
}

const Register registered{{"hours", "TEXT [--lang LANGUAGE] | --batch", "reads opening hours and says what is wrong with them", run}};

}  // namespace
}  // namespace townboard::tool
