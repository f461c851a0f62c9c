#include "hours/day_segments.h"

#include "calendar/working_day.h"

namespace townboard::hours {
namespace {

using time::Day;
using time::kMinutesPerDay;

// Clock times of the sun's events where no position is known, by TimePoint::Base.
// Rule: OSM opening_hours specification 0.7, <event>, as the reference has them.
constexpr int kFixedEvents[] = {0, 5 * 60 + 30, 6 * 60, 18 * 60, 18 * 60 + 30};

int nominal(const TimePoint& point) {
  return kFixedEvents[static_cast<int>(point.base)] + point.minutes;
}

// When an open end is taken to be over. Rule: the reference's guess: late openers stay longer.
int guessed_end(int from) {
  if (from >= 22 * 60) return from + 8 * 60;
  if (from >= 17 * 60) return from + 10 * 60;
  return kMinutesPerDay;
}

// Whether a matching rule replaces the earlier ones of its day.
bool replaces(const Hours& hours, std::size_t index) {
  const Rule& rule = hours.rules[index];
  if (rule.separator != Separator::normal || rule.state == State::closed) return false;
  if (rule.has_date_selector()) return true;
  return index > 0 && rule.state == State::open && !hours.rules[index - 1].has_date_selector();
}

}  // namespace

DayWorker::DayWorker(const Hours& hours, const Context& context)
    : hours_(hours), context_(context) {}

DayFacts DayWorker::facts_of(Day day) const {
  DayFacts facts(day);
  if (context_.moved_days && context_.calendar != nullptr) {
    if (const auto move = context_.calendar->move_to(day)) {
      facts.weekday = time::weekday_of(move->from);
      facts.worked_for_other = true;
    }
  }
  return facts;
}

int DayWorker::minutes_of(const TimePoint& point, Day day) const {
  if (point.base == TimePoint::Base::clock) return point.minutes;
  if (!context_.position) return nominal(point);
  constexpr calendar::SunEvent kEvents[] = {calendar::SunEvent::dawn, calendar::SunEvent::dawn,
                                            calendar::SunEvent::sunrise, calendar::SunEvent::sunset,
                                            calendar::SunEvent::dusk};
  const auto utc = calendar::sun_event_utc_minutes(day, kEvents[static_cast<int>(point.base)],
                                                   *context_.position);
  // Where the sun does not rise or set that day, the fixed times are all there is.
  if (!utc) return nominal(point);
  const auto seconds = static_cast<time::Instant>(*utc * 60) + day * time::Instant{86400};
  const int offset = context_.zone != nullptr ? context_.zone->offset_at(seconds) : 0;
  const auto local = static_cast<int>(seconds + offset - day * time::Instant{86400});
  return (local >= 0 ? local / 60 : (local - 59) / 60) + point.minutes;
}

void DayWorker::add_span(const TimeSpan& span, Day day) {
  const int begin = minutes_of(span.begin, day);
  if (span.is_point) {
    pieces_.push_back({begin, begin + 1, false});
    return;
  }
  if (span.open_end && span.begin == span.end) {
    pieces_.push_back({begin, guessed_end(begin), true});
    return;
  }
  // Whether a span ends on the next day is decided by the nominal times of the sun, so that a span
  // does not turn around on the days when they cross: then it is empty.
  const bool overnight = nominal(span.end) <= nominal(span.begin);
  const bool extended = span.end.base == TimePoint::Base::clock && span.end.minutes > kMinutesPerDay;
  int end = minutes_of(span.end, overnight && !extended ? day + 1 : day);
  if (overnight && !extended) end += kMinutesPerDay;
  if (span.period != 0) {
    for (int at = begin; at <= end; at += span.period) pieces_.push_back({at, at + 1, false});
    return;
  }
  if (end > begin) pieces_.push_back({begin, end, false});
  if (span.open_end) pieces_.push_back({end, guessed_end(end), true});
}

// An open end is over where the next span, whose first piece is `next`, begins: in "07:00+,12:00-16:00" nothing is
// left to guess behind 16:00. Not so when that span runs over midnight. Rule: the reference.
void DayWorker::end_guess(std::size_t next) {
  if (next == 0 || next == pieces_.size()) return;
  Piece& guess = pieces_[next - 1];
  const Piece& piece = pieces_[next];
  if (!guess.guessed || piece.end > kMinutesPerDay || piece.end <= guess.begin || piece.begin >= guess.end) return;
  guess.end = piece.begin > guess.begin ? piece.begin : guess.begin;
}

void DayWorker::pieces_of(const Rule& rule, Day day) {
  pieces_.clear();
  if (rule.times.empty()) pieces_.push_back({0, kMinutesPerDay, false});
  for (const TimeSpan& span : rule.times) {
    const std::size_t next = pieces_.size();
    add_span(span, day);
    end_guess(next);
  }
}

DateMatch DayWorker::match(const Rule& rule, const DayFacts& facts) const {
  if (!rule.shift_to_working_day || context_.calendar == nullptr) {
    return match_date(rule, facts, context_.calendar);
  }
  if (!calendar::is_working_day(*context_.calendar, facts.day)) return {};
  // The day itself, or days off right before it whose place it takes; no run of days off is longer
  // than a fortnight.
  for (int back = 0; back < 14; ++back) {
    if (back > 0 && calendar::is_working_day(*context_.calendar, facts.day - back)) return {};
    const DateMatch found = match_date(rule, facts_of(facts.day - back), context_.calendar);
    if (found.matches) return found;
  }
  return {};
}

// Lays `stroke` over the segments; a fallback only where it is closed.
void DayWorker::paint(text::List<Segment>& segments, const Segment& stroke, bool fallback) {
  scratch_.clear();
  for (const Segment& old : segments) {
    const bool apart = old.end <= stroke.begin || old.begin >= stroke.end;
    if (apart || (fallback && old.state != State::closed)) {
      scratch_.push_back(old);
      continue;
    }
    if (old.begin < stroke.begin) {
      scratch_.push_back(old);
      scratch_.back().end = stroke.begin;
    }
    Segment part = stroke;
    if (old.begin > part.begin) part.begin = old.begin;
    if (old.end < part.end) part.end = old.end;
    scratch_.push_back(part);
    if (old.end > stroke.end) {
      scratch_.push_back(old);
      scratch_.back().begin = stroke.end;
    }
  }
  segments.swap(scratch_);
}

// The last rule that decides over the whole day: those before it do not count.
std::size_t DayWorker::first_rule(const DayFacts& today) {
  for (std::size_t i = hours_.rules.size(); i-- > 1;) {
    const Rule& rule = hours_.rules[i];
    const bool whole = rule.times.empty() && rule.separator == Separator::normal;
    if ((whole || replaces(hours_, i)) && match(rule, today).matches) return i;
  }
  return 0;
}

// Whether something that begins on `day` can go on behind its midnight.
bool DayWorker::passes_midnight(const Rule& rule, Day day) const {
  for (const TimeSpan& span : rule.times) {
    if (span.open_end || nominal(span.end) <= nominal(span.begin)) return true;
    if (minutes_of(span.end, day) > kMinutesPerDay) return true;
  }
  return false;
}

void DayWorker::apply_rules(Day day, DayResult& result) {
  const DayFacts today = facts_of(day);
  const DayFacts yesterday = facts_of(day - 1);
  const bool off_today = is_moved_off(day);
  const bool off_yesterday = is_moved_off(day - 1);
  result.segments.assign(1, Segment{0, kMinutesPerDay});
  bool fallback = false;
  for (std::size_t i = off_today ? 0 : first_rule(today); i < hours_.rules.size(); ++i) {
    const Rule& rule = hours_.rules[i];
    // What is added to a fallback belongs to it.
    if (rule.separator != Separator::additional) fallback = rule.separator == Separator::fallback;
    for (int back = 0; back <= 1; ++back) {
      if (back == 0 ? off_today : off_yesterday || !passes_midnight(rule, day - 1)) continue;
      const DateMatch found = match(rule, back == 0 ? today : yesterday);
      if (!found.matches) continue;
      if (back == 0 && replaces(hours_, i)) result.segments.assign(1, Segment{0, kMinutesPerDay});
      pieces_of(rule, day - back);
      for (const Piece& piece : pieces_) {
        const int begin = piece.begin - back * kMinutesPerDay;
        const int end = piece.end - back * kMinutesPerDay;
        if (end <= 0 || begin >= kMinutesPerDay || end == begin) continue;
        Segment stroke;
        stroke.begin = static_cast<std::int16_t>(begin < 0 ? 0 : begin);
        stroke.end = static_cast<std::int16_t>(end > kMinutesPerDay ? kMinutesPerDay : end);
        stroke.rule = static_cast<std::int16_t>(i);
        stroke.state = piece.guessed && rule.state == State::open ? State::unknown : rule.state;
        stroke.guessed = piece.guessed && rule.comment.empty();
        stroke.wrapped = back == 1;
        if (back == 0) {
          stroke.name = found.holiday;
          stroke.days_off = found.days_off;
        }
        paint(result.segments, stroke, fallback);
      }
    }
    if (!off_today && today.day == day && result.name == nullptr && !rule.holidays.empty()) {
      const DateMatch found = match(rule, today);
      if (found.holiday != nullptr && found.days_off == 0) {
        result.cause = DayCause::holiday;
        result.name = found.holiday;
      }
    }
  }
}

// Whether the schedule makes no difference between two weekdays on `day`: a round-the-clock line does not
// follow moved working days.
bool DayWorker::same_on(Day day, int weekday, int other_weekday) {
  DayFacts one(day);
  DayFacts other(day);
  one.weekday = weekday;
  other.weekday = other_weekday;
  for (const Rule& rule : hours_.rules) {
    if (match_date(rule, one, context_.calendar).matches !=
        match_date(rule, other, context_.calendar).matches) {
      return false;
    }
  }
  return true;
}

bool DayWorker::is_moved_off(Day day) {
  if (!context_.moved_days || context_.calendar == nullptr) return false;
  const auto move = context_.calendar->move_from(day);
  return move && !same_on(day, time::weekday_of(day), time::weekday_of(move->to));
}

// Takes the minutes off the end of the day's last span. A span that goes on past midnight stays.
void DayWorker::shorten_eve(Day day, DayResult& result) {
  const calendar::Calendar& calendar = *context_.calendar;
  std::optional<calendar::Holiday> next;
  if (context_.moved_days) {
    next = calendar::holiday_after(calendar, day);
  } else if (time::weekday_of(day) < 5 && !calendar.holiday_on(day)) {
    next = calendar.holiday_on(day + 1);
  }
  if (!next) return;
  text::List<Segment>& segments = result.segments;
  for (std::size_t i = segments.size(); i-- > 0;) {
    Segment& last = segments[i];
    if (last.state != State::open || last.wrapped) continue;
    if (last.end == kMinutesPerDay) return;
    const int end = last.end - context_.holiday_eve_minutes;
    Segment gap{static_cast<std::int16_t>(end > last.begin ? end : last.begin), last.end};
    gap.name = next->name;
    paint(segments, gap, false);
    result.cause = DayCause::eve;
    result.name = next->name;
    return;
  }
}

void DayWorker::apply_closures(Day day, DayResult& result) {
  for (const Closure& closure : *context_.closures) {
    if (day < closure.first || day > closure.last) continue;
    Segment whole{0, kMinutesPerDay};
    whole.name = &closure.reason;
    result.segments.assign(1, whole);
    for (const auto& [begin, end] : closure.spans) {
      Segment span{begin, end};
      span.state = State::open;
      span.name = &closure.reason;
      paint(result.segments, span, false);
    }
    result.cause = DayCause::closure;
    result.name = &closure.reason;
  }
}

void DayWorker::work_out(Day day, DayResult& result) {
  result.day = day;
  result.cause = DayCause::ordinary;
  result.name = nullptr;
  apply_rules(day, result);
  if (context_.calendar != nullptr) {
    if (is_moved_off(day)) {
      result.cause = DayCause::moved_off;
      result.other_day = context_.calendar->move_from(day)->to;
    } else if (const auto move = context_.moved_days ? context_.calendar->move_to(day)
                                                     : std::nullopt) {
      if (!same_on(day, time::weekday_of(day), time::weekday_of(move->from))) {
        result.cause = DayCause::moved_work;
        result.other_day = move->from;
      }
    }
    if (context_.holiday_eve_minutes > 0) shorten_eve(day, result);
  }
  if (context_.closures != nullptr) apply_closures(day, result);
}

}  // namespace townboard::hours
