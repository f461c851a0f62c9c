#pragma once

#include <memory>
#include <optional>

#include "calendar/calendar.h"
#include "feed/feed.h"
#include "hours/evaluate.h"
#include "locale/locale.h"
#include "site/site.h"
#include "text/list.h"
#include "text/string.h"
#include "view/builder.h"
#include "widget/board.h"
#include "widget/phone.h"
#include "widget/search.h"
#include "widget/sentence.h"

namespace townboard::widget {

// One schedule ready to be asked; what it points at is the site's, the calendar's and the zone's.
struct ReadySchedule {
  const site::Schedule* schedule = nullptr;
  const site::Office* office = nullptr;
  hours::Context context;
  std::unique_ptr<hours::Evaluator> evaluator;  // null: the hours are not known
};

struct LoadedFeed {
  bool asked_for = false;  // supplied or failed: not needed any more
  bool failed = false;
  std::optional<time::Instant> came;
  feed::Feed feed;
  std::optional<feed::Feed> fresh;  // came meanwhile, and waits for the visitor to ask for it
};

// The state behind a Board.
struct Board::Content {
  // Options of the tag.
  bool show_status = true, show_hours = true, show_contacts = true, show_news = true;
  text::String src, office_id, schedule_id, language;
  std::uint32_t limit = 5;
  int heading_level = 2;
  int soon_minutes = 20;
  time::Day printed = 0;  // the day of a drawing without an instant; 0: none
  text::String theme;

  // What was supplied.
  bool has_site = false;
  site::Site site;
  std::optional<time::Zone> zone;
  std::optional<locale::Locale> locale;
  text::String locale_language;
  text::List<text::String> failed_locales;
  std::optional<calendar::Calendar> calendar;
  bool calendar_failed = false;
  bool zone_failed = false;
  text::List<text::String> sentences_done;  // pointers of schedules whose sentence was answered
  text::List<LoadedFeed> feeds;             // parallel to site.feeds
  text::List<feed::Article> articles;       // merged
  FoldedTexts folded;                       // of each article, for searching
  bool many_sources = false;                // articles of more than one feed
  text::List<ReadySchedule> schedules;

  // What the visitor did.
  text::String open_article;  // an article's id
  text::String query;
  text::String category;
  std::uint32_t shown = 0;      // articles; 0: the limit
  time::Instant new_since = 0;  // articles since then are marked; 0: none is
  int arrived = 0;              // articles among the fresh ones that are not shown yet
  bool low_vision = false;
  bool dark_contrast = false;  // with low vision: white on black
  bool images_off = true;      // with low vision
  text::String focus, announcement;
  text::List<Objection> objections;

  const site::Office* office() const;
  text::String wanted_language() const;
  void prepare();         // schedules, after site, calendar, zone or a sentence came
  void merge_articles();  // after a feed came
  bool shows_feed(std::size_t index) const;
  text::List<feed::Article> merged(bool fresh);
  void take_feed(std::size_t index, LoadedFeed loaded);
  void show_fresh();
  const time::Zone& clock_zone() const;
  Phone phone(std::string_view written) const;
  Found found_articles(std::uint32_t most) const;
  void object(text::String source, text::Problems problems);
};

// "53.15160,27.09180".
text::String degrees(const calendar::Position& position, std::string_view between);
// In one line, as it is written in that country ("BY"; "": from the street on).
text::String address_line(const site::Address& address, std::string_view country, std::string_view language);

// Draws parts of the board; each file one part.
class Drawer {
 public:
  Drawer(const Board::Content& content, std::optional<time::Instant> now);
  view::Tree draw();

 private:
  std::string_view words(std::string_view name) const { return locale_.text(name); }
  view::TagCode heading(int deeper) const;

  void switches();  // draw_switches.cpp
  void offices(const site::Office* shown);
  // A button, with its text; one that is pressed or not; an element whose label is the string
  // `word`.
  void press(view::Shape shape, Action action, std::string_view value, std::string_view text);
  void toggle(bool pressed, Action action, std::string_view value, std::string_view text,
              std::string_view language = {});
  void open_labelled(view::Shape shape, std::string_view word);
  void office_card();  // draw_office.cpp
  void status(const ReadySchedule& ready, bool main);
  void other_schedules(const ReadySchedule* main);
  void week(const ReadySchedule& ready);
  void coming(const ReadySchedule& ready);
  void open_coming();
  std::string_view note_of(hours::State state, std::string_view comment) const;
  text::String times_of(const hours::DayPlan& plan) const;
  text::String coming_text(const hours::DayPlan& plan) const;
  void icon(hours::State state, bool pause);
  void season(const hours::Evaluator& usual, time::Day today);
  void day_bar(const ReadySchedule& ready);
  text::String place(int minute) const;
  void bar_rect(std::string_view class_name, std::string_view x, std::string_view width);
  void bar_label(std::string_view anchor, int minute);
  void contacts(const site::Office& office, const ReadySchedule* main);  // draw_contacts.cpp
  void contact(const site::Contact& contact, std::optional<time::Wall> until);
  std::optional<time::Wall> answered_until(const site::Contact& contact,
                                           const ReadySchedule* main) const;
  void address(const site::Office& office);
  void copy_button(std::string_view value);
  void button(Action action, std::string_view value, std::string_view word);
  void news();  // draw_news.cpp
  void item(const feed::Article& article, bool lead);
  void article(const feed::Article& article);
  void list();
  void news_notes(std::size_t found, std::uint32_t most);
  void meta(const feed::Article& article);
  void time_element(time::Instant instant);
  text::String relative(time::Instant instant) const;

  const Board::Content& content_;
  const locale::Locale& locale_;
  std::optional<time::Instant> now_;
  time::Wall wall_ = 0;              // of now_, in the place's zone
  time::Day today_ = 0;              // its day, else the one of printing; 0: not known
  int bar_begin_ = 0, bar_end_ = 0;  // minutes of the day
  view::Builder out_;
};

}  // namespace townboard::widget
