// What a visitor reads on the board, in the states that the demo page shows: the texts between the
// tags.
#include <optional>
#include <string>

#include "catch.h"
#include "source_file.h"
#include "view/print.h"
#include "widget/board.h"

using namespace townboard;
using widget::Action;
using widget::Board;
using widget::Need;

namespace {

// Minsk is three hours before Greenwich the whole year.
time::Instant at(int year, int month, int day, int hour, int minute) {
  return time::Instant{time::wall_of(time::day_of(year, month, day), hour * 60 + minute) - 180} *
         60;
}

const time::Instant kMonday = at(2026, 11, 23, 10, 12);

void supply(Board& board, const std::string& town, time::Instant now) {
  for (const Need& need : board.needs()) {
    const std::string name = need.name;
    std::string path = "data/sites/" + town + "/" + std::string(need.text);
    if (need.kind == Need::Kind::locale) path = "data/locales/" + name + ".json";
    if (need.kind == Need::Kind::calendar) path = "data/calendars/" + name + ".json";
    board.supply(need, tests::source_file(path), "", now);
  }
}

// The texts of a drawing with single blanks between; `before` sets options.
struct Shown {
  Board board;
  std::string town;

  explicit Shown(std::string name, std::string_view language = "en") : town(std::move(name)) {
    board.set_option("language", language);
    REQUIRE(board.set_site(tests::source_file("data/sites/" + town + "/site.json")));
    supply(board, town, kMonday);
  }
  std::string html(std::optional<time::Instant> now) {
    supply(board, town, now ? *now : 0);
    return view::print_html(board.draw(now));
  }
  std::string text(std::optional<time::Instant> now) {
    std::string out;
    bool tag = false;
    for (const char c : html(now)) {
      tag = tag ? c != '>' : c == '<';
      const char put = tag || c == '>' ? ' ' : c;
      if (put != ' ' || (!out.empty() && out.back() != ' ')) out += put;
    }
    return out;
  }
};

bool has(const std::string& text, std::string_view part) {
  CAPTURE(text, part);
  const bool found = text.find(part) != std::string::npos;
  UNSCOPED_INFO("looked for: " << part << "\nin: " << text);
  return found;
}

}  // namespace

TEST_CASE("days in a row with the same hours share a row, and today is said",
          "[widget][draw_week]") {
  Shown shown("kopyl");
  const std::string text = shown.text(kMonday);
  CHECK(has(text,
            "Mon–Fri Monday–Friday today 8:30–13:00, 14:00–17:30 Sat–Sun Saturday–Sunday closed"));
  CHECK(has(text,
            "Mon–Tue Monday–Tuesday today 8:00–13:00, 14:00–17:00 Wed Wednesday 8:00–13:00, "
            "14:00–20:00 Thu–Fri"));
  CHECK(has(shown.text(std::nullopt), "Mon–Fri Monday–Friday 8:30–13:00, 14:00–17:30 Sat–Sun"));
}

TEST_CASE("what is different today stands below its row", "[widget][draw_week]") {
  Shown shown("kopyl");
  CHECK(has(shown.text(at(2026, 12, 24, 10, 0)),
            "8:30–13:00, 14:00–17:30 Today 8:30–13:00, 14:00–16:30"));
  CHECK(has(shown.text(at(2026, 12, 25, 10, 0)), "8:30–13:00, 14:00–17:30 Today closed"));
  CHECK_FALSE(has(shown.text(kMonday), "Today"));
}

TEST_CASE("coming days with the same reason share a line", "[widget][draw_week]") {
  Shown shown("kopyl");
  const std::string text = shown.text(at(2026, 12, 24, 10, 0));
  CHECK(has(
      text,
      "Thu 24 Dec until 16:30, the day before a holiday Fri 25 Dec closed, Catholic Christmas"));
  CHECK(has(text, "Fri 1 Jan–Sat 2 Jan closed, New Year"));
  CHECK(has(text, "Moved working days after 2026 are not known yet"));
  CHECK_FALSE(has(shown.text(at(2026, 12, 15, 10, 0)), "not known yet"));
}

TEST_CASE("a season says from when until when it holds", "[widget][draw_week]") {
  Shown shown("district");
  shown.board.set_option("office", "library");
  CHECK(has(shown.text(kMonday), "Sun Sunday 10:00–17:00 Hours in force 1 September – 31 May"));
  CHECK(has(shown.text(at(2026, 7, 1, 12, 0)),
            "Mon–Fri Monday–Friday today 10:00–18:00 Sat–Sun Saturday–Sunday closed "
            "Hours in force 1 June – 31 August"));
  CHECK(has(shown.text(at(2026, 12, 8, 12, 0)),
            "Closed: the heating is repaired Opens Saturday at 11:00"));
}

TEST_CASE("what is uncertain says whom to call, in the language of the board",
          "[widget][draw_office]") {
  Shown archive("district", "be");
  archive.board.set_option("office", "archive");
  CHECK(has(archive.text(at(2026, 11, 24, 12, 0)),
            "Па папярэднім запісе Тэлефануйце +375 17 200-00-03"));
  CHECK(has(archive.text(at(2026, 11, 24, 12, 0)), "9:00–16:00 (па папярэднім запісе)"));
  Shown crafts("district");
  crafts.board.set_option("office", "crafts");
  CHECK(has(crafts.text(at(2026, 11, 24, 12, 0)), "Hours not certain Call +375 17 200-00-04"));
}

TEST_CASE("the bar begins and ends around the hours of today", "[widget][draw_office]") {
  Shown shown("kopyl");
  // From 8:00 to 19:00, so 8:30 is at 30 of 660 minutes.
  const std::string html = shown.html(kMonday);
  CHECK(has(html, "<rect class=\"span\" x=\"4.54%\" width=\"40.90%\">"));
  CHECK(has(html, "<text text-anchor=\"start\" x=\"4.54%\" y=\"2.75em\">8:30</text>"));
  CHECK(has(html, "<svg class=\"now\" x=\"20.00%\">"));
  CHECK_FALSE(has(shown.html(std::nullopt), "<rect"));
}

TEST_CASE("several offices say what is open, and a closed one its hot line first",
          "[widget][draw_switches]") {
  Shown shown("district");
  const std::string text = shown.text(at(2026, 11, 24, 18, 30));
  CHECK(has(text, "Open now: “One window” service and Library"));
  CHECK(text.find("Hot line") < text.find("Reception"));
  CHECK(has(text, "the line is open until 20:00"));
  const std::string open = shown.text(at(2026, 11, 24, 10, 0));
  CHECK(open.find("Hot line") > open.find("Reception"));
}

TEST_CASE("many languages are a list, few are buttons", "[widget][draw_switches]") {
  Shown many("district");
  CHECK(has(many.html(kMonday), "<option lang=\"en\" value=\"en\" selected=\"\">English</option>"));
  Shown few("kopyl");
  CHECK_FALSE(has(few.html(kMonday), "<select"));
}

TEST_CASE("the status alone is a line", "[widget][draw_office]") {
  Shown shown("kopyl");
  shown.board.set_option("show", "status");
  CHECK(shown.text(kMonday) == "Open Closes at 13:00 for lunch, back at 14:00 ");
}

TEST_CASE("news since an instant are marked, and dates are whole for the ear",
          "[widget][draw_news]") {
  Shown shown("kopyl");
  const std::string before = shown.html(kMonday);
  CHECK_FALSE(has(before, "class=\"new\""));
  CHECK(has(before, ">1 hour ago</time><small class=\"spoken\">Monday, 23 November, 9:10</small>"));
  shown.board.set_option("new-since", std::to_string(at(2026, 11, 22, 12, 0) / 60));
  const std::string html = shown.html(kMonday);
  std::size_t marked = 0;
  for (std::size_t i = html.find("class=\"new\""); i != std::string::npos;
       i = html.find("class=\"new\"", i + 1))
    ++marked;
  CHECK(marked == 2);
}

TEST_CASE("only feeds in the language of the board are asked for", "[widget][content]") {
  Board board;
  board.set_option("language", "en");
  REQUIRE(board.set_site(tests::source_file("data/sites/kopyl/site.json")));
  const auto asked = [&] {
    std::string names;
    for (const Need& need : board.needs()) {
      if (need.kind == Need::Kind::feed) names += std::string(need.name) + " ";
    }
    return names;
  };
  CHECK(asked() == "news-en ");
  board.act(Action::language, "be", kMonday);
  CHECK(asked() == "news-be ");
}

TEST_CASE("a search counts all and shows as many as the limit", "[widget][draw_news]") {
  Shown shown("kopyl");
  CHECK(has(shown.text(kMonday), "Show more Updated at 10:12"));
  shown.board.act(Action::search, "E", kMonday);
  CHECK(has(shown.text(kMonday), "12 articles found"));
  shown.board.act(Action::search, "LIBRARY", kMonday);
  const std::string text = shown.text(kMonday);
  CHECK(has(text, "Library evenings start again"));
  CHECK_FALSE(has(text, "Show more"));
}

TEST_CASE("an article is known by its feed and its id, its link or its title", "[widget][content]") {
  Board board;
  board.set_option("language", "en");
  REQUIRE(board.set_site(R"({"name": "Town", "timeZone": "UTC", "zoneRule": "UTC0", "languages": ["en"], "offices": [],
      "feeds": [{"id": "a", "url": "a.xml", "name": "Alpha"}, {"id": "b", "url": "b.xml", "name": "Beta"}]})"));
  for (const Need& need : board.needs()) {
    if (need.kind == Need::Kind::locale) board.supply(need, tests::source_file("data/locales/en.json"), "", kMonday);
    if (need.name == "a") {
      board.supply(need, "<rss><channel><item><title>One</title><guid>1</guid><description>first</description></item>"
                   "<item><title>Two</title><link>https://town.example/2</link><description>second</description></item>"
                   "<item><title>Three</title><description>third</description></item></channel></rss>", "", kMonday);
    }
    if (need.name == "b") {
      board.supply(need, "<rss><channel><item><title>Uno</title><guid>1</guid><description>primo</description></item>"
                   "</channel></rss>", "", kMonday);
    }
  }
  const std::string list = view::print_html(board.draw(kMonday));
  CHECK(has(list, "Source: Alpha"));
  CHECK(has(list, "Source: Beta"));
  for (const auto& [key, words] : {std::pair{"a:1", "first"}, {"a:https://town.example/2", "second"}, {"a:Three", "third"}, {"b:1", "primo"}}) {
    CHECK(has(list, std::string("data-value=\"") + key + '"'));
    board.act(Action::open_article, key, kMonday);
    const std::string html = view::print_html(board.draw(kMonday));
    CHECK(has(html, "class=\"article\""));
    CHECK(has(html, words));
    board.act(Action::close_article, {}, kMonday);
    CHECK(board.take_focus() == key);
  }
}
