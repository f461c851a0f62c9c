#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "hours/context.h"
#include "hours/day_segments.h"
#include "hours/hours.h"
#include "text/list.h"
#include "text/string.h"

namespace townboard::hours {

// The comment of the time behind an open end, as the reference words it.
inline constexpr std::string_view kGuessedComment =
    "Specified as open end. Closing time was guessed.";

// One stretch of wall time with the same state and comment.
struct Interval {
  time::Wall begin;
  time::Wall end;
  State state;
  std::string_view comment;  // "" when there is none; lives as long as value, context and evaluator
  std::int16_t rule;         // index of the deciding rule, -1: none

  friend bool operator==(const Interval&, const Interval&) = default;
};

// One calendar day of a schedule, as a table or a sentence shows it.
struct DayPlan {
  time::Day day;
  DayCause cause = DayCause::ordinary;
  // Open and unknown stretches that begin on this day, ascending, touching ones merged; an end may be
  // on the next day. What ran over from the day before is not listed again.
  text::List<Interval> spans;
  // Of the holiday (for an eve: the one that follows), or the closure's reason.
  const text::Localized* name = nullptr;
  time::Day other_day = 0;  // the other day of a move
};

class StateTable;

// Answers questions about one value. Keeps a cache, so one object must not be shared by threads.
// The value and the context must outlive it. All work is bounded: nothing looks further ahead than
// kHorizonDays.
class Evaluator {
 public:
  static constexpr int kHorizonDays = 366 * 12;

  Evaluator(const Hours& hours, const Context& context);
  ~Evaluator();

  Evaluator(const Evaluator&) = delete;
  Evaluator& operator=(const Evaluator&) = delete;

  // What holds at a wall minute: the day's stretch around it.
  Interval at(time::Wall wall) const;

  // The state alone at an instant, as `at` says for the wall minute that the place's clock shows. The more often it is
  // asked the more it keeps, at most 64 KB: then an answer takes some nanoseconds, whatever the value.
  State state_at(time::Instant instant) const {
    return always_ >= 0 ? static_cast<State>(always_) : looked_up_state(instant);
  }

  // The first wall minute after `wall` whose state (or, when asked, comment) differs. Nothing when
  // there is none within the horizon.
  std::optional<time::Wall> next_change(time::Wall wall, bool comments_count = false) const;

  // The same for real time: the first instant after `instant` at which a clock of the place shows a
  // time with another state, so skipped and repeated hours count as they happen.
  std::optional<time::Instant> next_change_instant(time::Instant instant) const;

  // Open and unknown stretches within [from, to), cut at both ends, ascending, equal neighbours
  // merged. At most `limit` of them.
  text::List<Interval> intervals(time::Wall from, time::Wall to,
                                  std::size_t limit = 100000) const;

  DayPlan day(time::Day day) const;

  // How many days were worked out so far: all else costs little beside it.
  std::size_t days_worked_out() const { return worked_out_; }

  // Whether every week looks the same.
  bool week_stable() const { return week_stable_; }

 private:
  friend class StateTable;

  [[gnu::noinline]] State looked_up_state(time::Instant instant) const;
  const DayResult& result_of(time::Day day) const;
  std::string_view comment_of(const Segment& segment) const;
  std::string_view beside_holiday(const Segment& segment) const;
  std::optional<time::Wall> change_within(time::Wall wall, time::Wall limit, bool comments) const;

  std::optional<time::Instant> plain_change(const time::Zone& zone, time::Instant instant, bool& sure) const;

  // How many days the cache grows to: powers of 2.
  static constexpr std::size_t kWeek = 8, kMostDays = 4096;

  const Hours& hours_;
  Context context_;
  bool week_stable_;
  mutable DayWorker worker_;
  mutable text::List<DayResult> cache_;  // by weekday or by day; one without segments holds none
  mutable std::size_t asked_ = 0;  // how often `at` was
  mutable std::size_t worked_out_ = 0;
  mutable text::List<text::String> composed_;  // comments that stand nowhere else
  mutable bool never_changes_ = false;         // the state, as far as is known
  mutable std::int8_t always_ = -1;            // then: the state that state_at answers; -1: not asked yet, or it changes
  mutable std::unique_ptr<StateTable> table_;  // made when state_at is asked
};

}  // namespace townboard::hours
