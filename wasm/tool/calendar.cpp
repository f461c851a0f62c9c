// townboard calendar: the days of a year that are not ordinary ones.
#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "calendar/calendar.h"
#include "calendar/working_day.h"
#include "json/document.h"
#include "tool/commands.h"
#include "tool/embedded.h"
#include "tool/problem_lines.h"

namespace townboard::tool {
namespace {

using Json = nlohmann::ordered_json;

struct Order {
  std::string region;
  std::string language = "en";
  int year = 0;
  bool batch = false;
};

std::string date_text(time::Day day) {
  const time::Civil date = time::civil_of(day);
  char buffer[40];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date.year, date.month, date.day);
  return buffer;
}

// What is not ordinary about a day; null when nothing is. `name` is in the language of the order, else the first.
// "follows" is the day whose hours it has (moved_work), or on which it is worked (moved_off), or the holiday (short).
Json day_json(const calendar::Calendar& calendar, time::Day day, const std::string& language) {
  const auto entry = [&](const char* kind, const text::Localized* name, const std::string& follows) {
    return Json{{"date", date_text(day)},
                {"kind", kind},
                {"name", name != nullptr ? Json(std::string(name->in(language))) : Json()},
                {"follows", follows.empty() ? Json() : Json(follows)}};
  };
  if (const auto holiday = calendar.holiday_on(day)) return entry("holiday", holiday->name, {});
  if (const auto move = calendar.move_from(day)) return entry("moved_off", nullptr, date_text(move->to));
  const auto before = calendar::holiday_after(calendar, day);
  if (const auto move = calendar.move_to(day)) {
    Json worked = entry("moved_work", before ? before->name : nullptr, date_text(move->from));
    worked["short"] = before.has_value();
    return worked;
  }
  if (before) return entry("short", before->name, date_text(before->day));
  return nullptr;
}

void print_day(const Json& day, const Order& order) {
  if (order.batch) {
    std::cout << day.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
    return;
  }
  const auto text = [&](const char* key) { return day[key].is_string() ? day[key].get<std::string>() : std::string(); };
  const std::string kind = text("kind");
  std::cout << text("date") << "  ";
  if (kind == "holiday") std::cout << text("name");
  if (kind == "moved_off") std::cout << "day off, worked on " << text("follows");
  if (kind == "moved_work") std::cout << "working day in place of " << text("follows");
  if (kind == "moved_work" && day["short"].get<bool>()) std::cout << ", short: the day before " << text("name");
  if (kind == "short") std::cout << "short working day before " << text("name");
  std::cout << '\n';
}

int print_year(const Order& order) {
  const std::string country = order.region.substr(0, 2);
  const std::string_view file = embedded("calendars/" + country + ".json");
  if (file.empty()) {
    std::cerr << "townboard calendar: there is no calendar '" << order.region << "'\n";
    return kUsageError;
  }
  const json::Document document(file);
  text::Problems problems;
  const std::string_view region = order.region.size() > 2 ? std::string_view(order.region) : std::string_view();
  const calendar::Calendar calendar = calendar::Calendar::read(document.root(), region, problems);
  for (const text::Problem& problem : problems) {
    std::cerr << "townboard calendar: " << message_of(*problem.kind) << ' ' << problem.pointer << '\n';
  }
  const time::Day end = time::day_of(order.year + 1, 1, 1);
  for (time::Day day = time::day_of(order.year, 1, 1); day < end; ++day) {
    const Json entry = day_json(calendar, day, order.language);
    if (entry.is_null()) continue;
    print_day(entry, order);
    if (!order.batch || entry["kind"] != "moved_work" || !entry["short"].get<bool>()) continue;
    // A program that asks for short days finds this one by its kind.
    Json brief = entry;
    brief["kind"] = "short";
    print_day(brief, order);
  }
  const auto holidays = calendar.holidays_complete_until();
  const auto moves = calendar.moves_complete_until();
  if (!order.batch && holidays && order.year > *holidays) {
    std::cout << "Holidays are complete until " << *holidays << " only.\n";
  }
  if (!order.batch && moves && order.year > *moves) {
    std::cout << "Moved working days after " << *moves << " are not known yet.\n";
  }
  return problems.empty() ? kDone : kProblemsFound;
}

int run(const Arguments& arguments) {
  Order order;
  bool understood = true;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument == "--batch") {
      order.batch = true;
    } else if (argument == "--year" && i + 1 < arguments.size()) {
      order.year = std::atoi(arguments[++i].c_str());
    } else if (argument == "--lang" && i + 1 < arguments.size()) {
      order.language = arguments[++i];
    } else if (order.region.empty() && argument.size() >= 2 && !argument.starts_with('-')) {
      order.region = argument;
    } else {
      understood = false;
    }
  }
  if (understood && !order.region.empty() && order.year >= 1900 && order.year <= 2200) return print_year(order);
  std::cerr << "townboard calendar REGION --year YEAR [--lang LANGUAGE] [--batch]\n";
  return kUsageError;
}

const Register registered{{"calendar", "REGION --year YEAR [--lang LANGUAGE] [--batch]",
                           "prints the holidays, moved and short working days of a year", run}};

}  // namespace
}  // namespace townboard::tool
