// townboard render: the board as HTML that stands in a page before any script runs.
#include <iostream>
#include <string>

#include "json/document.h"
#include "site/site.h"
#include "text/cursor.h"
#include "tool/board_files.h"
#include "tool/commands.h"
#include "tool/problem_lines.h"
#include "tool/tzdata.h"
#include "view/print.h"
#include "widget/board.h"

namespace townboard::tool {
namespace {

constexpr std::string_view kUsage =
    "SITE.json [--lang TAG] [--src URL] [--stylesheet URL] [--feed ID=FILE]... [--ATTRIBUTE VALUE]... [--on DAY | --at INSTANT]";

struct Order {
  std::string site;
  std::string at;  // wall time of the place; empty: a board that may be kept
  std::string on;  // the day of printing, for a board that may be kept
  std::string language;
  std::string stylesheet;
  std::vector<std::pair<std::string, std::string>> feeds;    // id, file
  std::vector<std::pair<std::string, std::string>> options;  // attributes of the tag
};

// Nothing when the command line is not understood.
std::optional<Order> read_order(const Arguments& arguments) {
  auto line = file_and_options(arguments);
  if (!line) return std::nullopt;
  Order order;
  order.site = std::move(line->file);
  for (auto& [name, value] : line->options) {
    if (name == "at") {
      order.at = value;
    } else if (name == "on") {
      order.on = value;
    } else if (name == "lang") {
      order.language = value;
    } else if (name == "stylesheet") {
      order.stylesheet = value;
    } else if (name == "feed") {
      const std::size_t equals = value.find('=');
      if (equals == std::string::npos) return std::nullopt;
      order.feeds.emplace_back(value.substr(0, equals), value.substr(equals + 1));
    } else {
      order.options.emplace_back(name, value);
    }
  }
  return order;
}

// 2026-11-23; the cursor is behind it.
std::optional<time::Day> take_day(text::Cursor& in) {
  const int year = in.take_number(4);
  const bool dashes = in.take("-");
  const int month = in.take_number(2);
  const bool dash = in.take("-");
  const int day = in.take_number(2);
  if (!dashes || !dash || !time::is_date(year, month, day)) return std::nullopt;
  return time::day_of(year, month, day);
}

// 2026-11-23T10:00 as the place's clock shows it.
std::optional<time::Instant> instant_of(const std::string& text, const site::Site& site) {
  text::Cursor in(text);
  const auto day = take_day(in);
  const bool letter = in.take("T");
  const int hour = in.take_number(2);
  const bool colon = in.take(":");
  const int minute = in.take_number(2);
  if (!day || !letter || !colon || !in.done()) return std::nullopt;
  if (hour < 0 || hour > 24 || minute < 0 || minute > 59) return std::nullopt;
  const auto zone = site.zone ? site.zone : zone_named(site.time_zone);
  if (!zone) return std::nullopt;
  return zone->instant_of(time::wall_of(*day, hour * 60 + minute));
}

int refuse(const std::string& words) {
  std::cerr << "townboard render: " << words << '\n';
  return kUsageError;
}

void object(const std::string& source, const text::Problem& problem) {
  std::cerr << source << '#' << problem.pointer << ": " << message_of(*problem.kind) << '\n';
}

int run(const Arguments& arguments) {
  const auto order = read_order(arguments);
  if (!order) return refuse("usage: townboard render " + std::string(kUsage));
  const auto json = read_bytes(order->site);
  if (!json) return refuse("cannot read '" + order->site + "'");

  std::optional<time::Instant> at;
  const json::Document document(*json);
  text::Problems unread;  // the board reports them itself
  const site::Site site = site::read_site(document.root(), unread);
  if (!order->at.empty()) {
    at = instant_of(order->at, site);
    if (!at) return refuse("'" + order->at + "' is no time such as 2026-11-23T10:00, or the zone is not known");
  }
  widget::Board board;
  if (!order->on.empty()) {
    text::Cursor in(order->on);
    const auto day = take_day(in);
    if (!day || !in.done()) return refuse("'" + order->on + "' is no day such as 2026-11-23");
    board.set_option("printed", std::to_string(*day));
  }
  // As the tag says it, for the links of feeds; the element draws the same ones. Else the file lies beside the page.
  board.set_option("src", std::filesystem::path(order->site).filename().string());
  if (!order->language.empty()) board.set_option("language", order->language);
  for (const auto& [name, value] : order->options) board.set_option(name, value);
  bool sound = board.set_site(*json);
  if (sound) {
    BoardFiles files(std::filesystem::path(order->site).parent_path());
    for (const auto& [id, file] : order->feeds) files.use(id, file);
    files.supply(board, at.value_or(0), [&](const std::string& words) {
      sound = false;
      std::cerr << order->site << ": " << words << '\n';
    });
    std::cout << view::print_shadow_root(board.draw(at), order->stylesheet) << '\n';
  }
  for (const widget::Board::Objection& one : board.take_problems()) {
    sound = sound && !one.problem.is_error();
    object(one.source == "site.json" ? order->site : one.source, one.problem);
  }
  return sound ? kDone : kProblemsFound;
}

const Register registered{{"render", kUsage, "prints the board as HTML for a page, without what only a clock knows", run}};

}  // namespace
}  // namespace townboard::tool
