#pragma once

#include <cstdint>
#include <string_view>
#include "text/list.h"

#include "hours/context.h"
#include "hours/hours.h"
#include "hours/match_date.h"

namespace townboard::hours {

// A part of one calendar day in which one rule decides. A day's segments ascend and cover 0..1440.
struct Segment {
  std::int16_t begin;
  std::int16_t end;
  std::int16_t rule = -1;  // -1: none, closed
  State state = State::closed;
  bool wrapped = false;  // ran over from the day before
  bool guessed = false;  // behind an open end
  std::int16_t days_off = 0;  // how many days behind (before: negative) the holiday of that name it is
  const text::Localized* name = nullptr;  // of the holiday it matched by, or a closure's reason
};

// A day, its segments, and why it is special.
struct DayResult {
  time::Day day = 0;
  DayCause cause = DayCause::ordinary;
  const text::Localized* name = nullptr;
  time::Day other_day = 0;  // of a move
  text::List<Segment> segments;
};

// Works out single days of one value. Rule: OSM opening_hours specification 0.7, rule sequences, with
// the reference implementation's reading where it is silent: a normal rule with days that is not
// "off" replaces all earlier ones on its days, what ran over from the evening before included.
class DayWorker {
 public:
  DayWorker(const Hours& hours, const Context& context);

  void work_out(time::Day day, DayResult& result);

 private:
  struct Piece {  // of a rule's time spans, in minutes of the day they begin on
    int begin;
    int end;
    bool guessed;
  };

  DayFacts facts_of(time::Day day) const;
  bool is_moved_off(time::Day day);
  bool same_on(time::Day day, int weekday, int other_weekday);
  DateMatch match(const Rule& rule, const DayFacts& facts) const;
  void pieces_of(const Rule& rule, time::Day day);
  void add_span(const TimeSpan& span, time::Day day);
  void end_guess(std::size_t next);
  int minutes_of(const TimePoint& point, time::Day day) const;
  std::size_t first_rule(const DayFacts& today);
  bool passes_midnight(const Rule& rule, time::Day day) const;
  void apply_rules(time::Day day, DayResult& result);
  void paint(text::List<Segment>& segments, const Segment& stroke, bool fallback);
  void shorten_eve(time::Day day, DayResult& result);
  void apply_closures(time::Day day, DayResult& result);

  const Hours& hours_;
  const Context& context_;
  text::List<Piece> pieces_;
  text::List<Segment> scratch_;
};

}  // namespace townboard::hours
