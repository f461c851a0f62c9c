#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include "text/string.h"
#include <string_view>
#include "text/list.h"

#include "text/problem.h"
#include "time/instant.h"
#include "time/zone.h"
#include "view/tree.h"

namespace townboard::widget {

// What the visitor does; the numbers go to JavaScript by view::Builder::on and come back by
// Board::act.
enum class Action : std::uint32_t {
  none,
  open_article,  // value: the article's key, "<feed>:<id>"
  close_article,
  show_more,
  search,        // value: what was typed
  category,      // value: its name, "" for all
  office,        // value: its id
  schedule,      // value: its id
  language,      // value: BCP 47
  low_vision,    // on or off
  contrast,      // the other scheme
  images,        // on or off
  show_arrived,  // the articles that came meanwhile
  retry,         // asks for failed feeds again
  // Done by JavaScript; the core only draws what came of it (Board::done).
  copy,   // value: the text
  share,  // value: URL
  print,
  vcard,    // value: the office's id; the bytes are Board::vcard
  refresh,  // asks for every feed again; what comes waits for show_arrived
};

// What a board cannot go on without; JavaScript or the tool fetches it and gives it by `supply`.
struct Need {
  enum class Kind : std::uint8_t { locale, calendar, feed, phrase, zone };
  Kind kind;
  text::String name;  // "be", "BY", the feed's id, the schedule's JSON pointer, "Europe/Minsk"
  text::String
      text;  // URL of a feed; languages and sentence of a schedule ("be,ru пн-пт 9-18"); else ""

  friend bool operator==(const Need&, const Need&) = default;
};

// One `<town-board>`: what it was given, what its visitor did, and how it looks now. Pure: the
// instant is an argument, so the same calls give the same trees in a browser, a test and a printed
// page.
class Board {
 public:
  Board();
  ~Board();
  Board(const Board&) = delete;
  Board& operator=(const Board&) = delete;

  // An attribute of the tag: src (as it is written: a relative one gives relative links, see
  // markup/safe_url.h), show, office, schedule, language, limit, theme, heading-level, soon
  // (minutes), low-vision; new-since (minutes since 1970: articles from then on are marked); and
  // printed (days since 1970: the day on which a drawing that may be kept is made, 0 for none).
  // Unknown names and bad values are problems and change nothing.
  void set_option(std::string_view name, std::string_view value);
  // The site file. False: it is no JSON object; what was shown before stays.
  bool set_site(std::string_view json);

  // In the order in which they matter; what was supplied or has failed is not named again.
  text::List<Need> needs() const;
  // Bytes for a need: a language file, a calendar, a feed as UTF-8 text (`content_type` as HTTP
  // said; the need's text is its address, or whither it was redirected), OSM text for a sentence, a POSIX rule for a zone. `now` is when it came, for "as of
  // 14:05".
  void supply(const Need& need, std::string_view bytes, std::string_view content_type,
              time::Instant now);
  void fail(const Need& need, time::Instant now);

  // Changes the state. True: draw again.
  bool act(Action action, std::string_view value, time::Instant now);
  // What JavaScript did for `copy`, `share` went well.
  void done(Action action);

  // The board now. Without an instant as a page that may be kept: nothing in it says "open now", and what is coming is said
  // with its dates from the day `printed` on.
  view::Tree draw(std::optional<time::Instant> now) const;
  // When the drawing changes by itself next, after `now`; nothing within a day and more.
  std::optional<time::Instant> next_change(time::Instant now) const;

  // What to read out after the last action, then forgotten; "" when there is nothing.
  text::String take_announcement();
  // `name` of the data-key of the element that should get the focus after the last action; then
  // forgotten.
  text::String take_focus();
  // {"state","sentence","nextChange"} of the shown schedule, for the property `status`.
  text::String status_json(time::Instant now) const;
  text::String vcard(std::string_view office) const;

  // All objections since they were last taken. `source` is "site.json", "locale be", "feed news" …
  struct Objection {
    text::String source;
    text::Problem problem;
  };
  text::List<Objection> take_problems();

  // What is behind it, for the files of this module.
  struct Content;

 private:
  std::unique_ptr<Content> content_;
};

}  // namespace townboard::widget
