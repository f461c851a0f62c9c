// townboard check: a site file as a whole, with its feeds, and how its hours are understood.
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>
#include <string>

#include "calendar/calendar.h"
#include "feed/feed.h"
#include "hours/advice.h"
#include "hours/parse.h"
#include "hours/past.h"
#include "hours/print.h"
#include "hours/problems.h"
#include "json/document.h"
#include "site/site.h"
#include "tool/board_files.h"
#include "tool/commands.h"
#include "tool/decode.h"
#include "tool/embedded.h"
#include "tool/file_problems.h"
#include "tool/in_words.h"
#include "tool/phrase_words.h"
#include "tool/problem_lines.h"
#include "tool/tzdata.h"

namespace townboard::tool {
namespace {

using text::Level;

// One site file being checked.
class Check {
 public:
  Check(std::string path, std::string text, time::Day today)
      : path_(std::move(path)), text_(std::move(text)), lines_(path_, text_), today_(today) {}

  // False: errors were found.
  bool run() {
    const json::Document document(text_);
    for (const text::Problem& problem : document.problems()) report(problem);
    if (!document.ok()) return false;
    text::Problems problems;
    site_ = site::read_site(document.root(), problems);
    for (const text::Problem& problem : problems) report(problem);
    root_ = document.root();
    check_zone();
    check_calendar();
    for (const site::Office& office : site_.offices) check_office(office);
    for (const site::Feed& feed : site_.feeds) check_feed(feed);
    std::cout << path_ << ": " << errors_ << (errors_ == 1 ? " error, " : " errors, ") << warnings_
              << (warnings_ == 1 ? " warning\n" : " warnings\n");
    return errors_ == 0;
  }

 private:
  void count(Level level) { ++(level == Level::error ? errors_ : warnings_); }

  void report(const text::Problem& problem) {
    count(problem.kind->level);
    std::cout << lines_.explain(problem);
  }

  // At the value called `pointer`.
  void report(Level level, const std::string& message, const std::string& pointer, const std::string& suggestion = {}) {
    count(level);
    std::cout << lines_.explain(level, message, json::locate(text_, pointer), suggestion);
  }

  void check_zone() {
    if (site_.time_zone.empty()) return;
    const auto rule = posix_rule_of(site_.time_zone);
    const std::string_view written = root_["zoneRule"].string();
    if (!zone_named(site_.time_zone)) {
      report(Level::error, "this machine's tables have no time zone of this name, such as Europe/Minsk", "/timeZone");
    } else if (rule && written.empty()) {
      report(Level::warning, "without zoneRule a browser must look the zone up before the first drawing", "/timeZone",
             "\"zoneRule\": \"" + *rule + "\"");
    } else if (rule && !is_same_clock(*rule, written)) {
      report(Level::warning, "the rule of this zone is another one in this machine's tables", "/zoneRule", *rule);
    }
  }

  // Rules may name the same clock otherwise: "CET-1CEST,…" and "<+01>-1<+02>-2,…". Compared until the end of next year.
  bool is_same_clock(const std::string& rule, std::string_view written) const {
    if (rule == written) return true;
    const auto ours = time::Zone::parse(rule), theirs = time::Zone::parse(written);
    if (!ours || !theirs) return false;
    const int year = time::civil_of(today_).year;
    time::Instant at = time::Instant{time::day_of(year, 1, 1)} * 86400;
    const time::Instant end = time::Instant{time::day_of(year + 2, 1, 1)} * 86400;
    for (;;) {
      if (ours->offset_at(at) != theirs->offset_at(at)) return false;
      const auto next = ours->next_transition(at, end), other = theirs->next_transition(at, end);
      if (next.has_value() != other.has_value()) return false;
      if (!next) return true;
      if (next->at != other->at) return false;
      at = next->at;
    }
  }

  void check_calendar() {
    const std::string& region = site_.calendar;
    if (region.empty()) {
      report(Level::warning, "without a calendar, public holidays are not known", "");
      return;
    }
    const std::string_view file = embedded("calendars/" + region.substr(0, 2) + ".json");
    if (file.empty()) {
      report(Level::error, "there is no calendar of this name; data/calendars has them", "/calendar");
      return;
    }
    text::Problems problems;
    const json::Document document(file);
    const calendar::Calendar calendar = calendar::Calendar::read(
        document.root(), region.size() > 2 ? std::string_view(region) : std::string_view(), problems);
    for (const text::Problem& problem : problems) report(problem.kind->level, message_of(*problem.kind), "/calendar");
    check_end("holidays", calendar.holidays_complete_until());
    check_end("moved working days", calendar.moves_complete_until());
  }

  // From November on the next year must be known too, since the board looks ahead.
  void check_end(const std::string& what, std::optional<int> last) {
    if (!last) return;
    const time::Civil date = time::civil_of(today_);
    const int needed = date.month >= 11 ? date.year + 1 : date.year;
    if (*last >= needed) return;
    report(Level::warning, "the calendar's " + what + " end with " + std::to_string(*last) +
                               "; after that, holiday hours may differ. A newer calendar is needed", "/calendar");
  }

  void check_office(const site::Office& office) {
    for (const site::Schedule& schedule : office.schedules) {
      std::string hours;
      if (schedule.is_sentence) {
        hours = check_sentence(schedule);
      } else if (schedule.hours) {
        advise(schedule);
        hours = hours::print(*schedule.hours);
      }
      if (hours.empty()) continue;
      std::cout << office.id << '/' << schedule.id << ": " << hours << "\n  " << in_words(hours, site_.languages.front())
                << '\n';
    }
  }

  // What is written well and perhaps not meant. Of public holidays nothing need be said: the calendar has them.
  void advise(const site::Schedule& schedule) {
    text::Problems advice;
    hours::report_past(*schedule.hours, today_, {0, static_cast<std::uint32_t>(schedule.text.size())}, advice);
    const hours::Reading reading = hours::read_hours(schedule.text);
    if (reading.ok()) hours::advise(reading, advice);
    for (text::Problem& problem : advice) {
      if (problem.kind == &hours::kHolidaysUnsaid) continue;
      problem.pointer = schedule.pointer;
      report(problem);
    }
  }

  std::string check_sentence(const site::Schedule& schedule) {
    const phrase::Reading reading = read_sentence(site_, schedule);
    for (const text::Problem& problem : reading.problems) report(problem);
    return reading.ok ? std::string(reading.hours) : std::string();
  }

  void check_feed(const site::Feed& feed) {
    if (feed.url.empty() || feed.url.find("//") != std::string::npos) return;  // nothing is fetched
    const std::size_t index = static_cast<std::size_t>(&feed - site_.feeds.data());
    const std::string pointer = "/feeds/" + std::to_string(index) + "/url";
    const std::filesystem::path file = std::filesystem::path(path_).parent_path() / feed.url.substr(0, feed.url.find('?'));
    const auto bytes = read_bytes(file);
    if (!bytes) {
      report(Level::error, "there is no file of this name beside the site file", pointer);
      return;
    }
    const feed::Reading reading = feed::read_feed(decoded(*bytes, feed::encoding_of(*bytes, {})), {.url = feed.url});
    for (const text::Problem& problem : reading.problems) {
      report(problem.kind->level, feed.url + ": " + message_of(*problem.kind), pointer, problem.suggestion);
    }
    if (reading.ok) std::cout << feed.id << ": " << reading.feed.articles.size() << " articles in " << feed.url << '\n';
  }

  std::string path_;
  std::string text_;
  FileProblems lines_;
  time::Day today_;
  json::Value root_;
  site::Site site_;
  int errors_ = 0;
  int warnings_ = 0;
};

std::optional<time::Day> read_day(const std::string& text) {
  int year = 0, month = 0, day = 0;
  if (std::sscanf(text.c_str(), "%d-%d-%d", &year, &month, &day) != 3 || !time::is_date(year, month, day)) {
    return std::nullopt;
  }
  return time::day_of(year, month, day);
}

int run(const Arguments& arguments) {
  const auto now = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
  time::Day today = static_cast<time::Day>(now.time_since_epoch().count());
  std::vector<std::string> files;
  bool understood = true;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--today" && i + 1 < arguments.size()) {
      const auto day = read_day(arguments[++i]);
      understood = understood && day;
      today = day.value_or(today);
    } else if (arguments[i].starts_with("--")) {
      understood = false;
    } else {
      files.push_back(arguments[i]);
    }
  }
  if (!understood || files.empty()) {
    std::cerr << "townboard check FILE… [--today 2026-11-23]\n"
                 "0: nothing to object to, or warnings only; 1: errors; 2: a file cannot be read\n";
    return kUsageError;
  }
  int result = kDone;
  for (const std::string& file : files) {
    auto text = read_bytes(file);
    if (!text) {
      std::cerr << "townboard check: cannot read '" << file << "'\n";
      result = kUsageError;
      continue;
    }
    Check check(file, std::move(*text), today);
    if (!check.run() && result == kDone) result = kProblemsFound;
  }
  return result;
}

const Register registered{{"check", "FILE… [--today DATE]", "checks site files, their hours and their feeds", run}};

}  // namespace
}  // namespace townboard::tool
