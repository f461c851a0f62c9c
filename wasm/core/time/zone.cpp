#include "time/zone.h"

#include <utility>

#include "text/cursor.h"

namespace townboard::time {
namespace {

constexpr std::int64_t kDaySeconds = 86400;

int year_of(Instant instant) {
  const Instant days =
      instant >= 0 ? instant / kDaySeconds : (instant - (kDaySeconds - 1)) / kDaySeconds;
  return civil_of(static_cast<Day>(days)).year;
}

Day march_of(int year) { return day_of(year, 3, 1); }

}  // namespace

// Grammar: name offset [name [offset] "," change "," change]
class RuleReader {
 public:
  explicit RuleReader(std::string_view rule) : in_(rule) {}

  std::optional<Zone> read() {
    Zone zone;
    if (!name() || !offset(zone.standard_)) return std::nullopt;
    zone.standard_ = -zone.standard_;
    zone.daylight_ = zone.standard_ + 3600;
    zone.first_offset_ = zone.standard_;
    if (in_.done()) return zone;
    if (!name()) return std::nullopt;
    if (in_.peek() != ',') {
      if (!offset(zone.daylight_)) return std::nullopt;
      zone.daylight_ = -zone.daylight_;
    }
    if (!change(zone.begin_) || !change(zone.end_) || !in_.done()) return std::nullopt;
    zone.has_daylight_ = true;
    return zone;
  }

 private:
  // name = "<" 3*(alnum / sign) ">" / 3*alpha
  bool name() {
    const bool quoted = in_.take('<');
    int letters = 0;
    for (;; ++letters, in_.skip()) {
      const char c = in_.peek();
      const bool sign_or_digit = c == '+' || c == '-' || text::is_digit(c);
      if (!text::is_alpha(c) && !(quoted && sign_or_digit)) break;
    }
    return letters >= 3 && (!quoted || in_.take('>'));
  }

  // offset = ["+" / "-"] hours [":" minutes [":" seconds]]
  bool offset(std::int32_t& seconds) {
    const bool negative = in_.take('-');
    if (!negative) in_.take('+');
    const int hours = in_.take_number(3);
    const int minutes = in_.take(':') ? in_.take_number(2) : 0;
    const int rest = in_.take(':') ? in_.take_number(2) : 0;
    if (hours < 0 || hours > 167 || minutes < 0 || minutes > 59 || rest < 0 || rest > 59) {
      return false;
    }
    seconds = hours * 3600 + minutes * 60 + rest;
    if (negative) seconds = -seconds;
    return true;
  }

  // change = "," ("M" month "." week "." day / "J" day / day) ["/" offset]
  bool change(Zone::Change& out) {
    if (!in_.take(',')) return false;
    int month = 0, week = 0, day = 0;
    if (in_.take('M')) {
      if (!field(month, 1, 12) || !in_.take('.') || !field(week, 1, 5) || !in_.take('.') || !field(day, 0, 6)) return false;
      out.weekday = static_cast<std::int8_t>((day + 6) % 7);
      // The last of a month is the first from seven days before the next one on; February's next is March.
      const bool last = week == 5;
      day = last ? -7 : 7 * (week - 1);
      month += last;
    } else {
      month = 1;
      const bool no_leap = in_.take('J');
      if (!field(day, no_leap ? 1 : 0, 365)) return false;
      day -= no_leap;
      if (no_leap && day >= 59) month = 3, day -= 59;
    }
    // No leap day lies between January 1 and the days that are counted from it.
    out.from_january = month < 3;
    out.days = static_cast<std::int16_t>(day + day_of(1970, month, 1) - day_of(1970, 3, 1));
    return !in_.take('/') || offset(out.second);
  }

  bool field(int& out, int low, int high) {
    out = in_.take_number(3);
    return out >= low && out <= high;
  }

  text::Cursor in_;
};

std::optional<Zone> Zone::parse(std::string_view posix_rule) {
  return RuleReader(posix_rule).read();
}

void Zone::set_transitions(text::List<Transition> transitions, std::int32_t first_offset_seconds) {
  transitions_ = std::move(transitions);
  first_offset_ = first_offset_seconds;
}

Instant Zone::Change::utc_in(Day march, std::int32_t offset_before) const {
  Day date = march + days;
  if (from_january) date -= civil_of(march - 1).day - 28;
  if (weekday >= 0) date += weekday_of(weekday - date + 1);
  return date * kDaySeconds + second - offset_before;
}

std::int32_t Zone::rule_offset_at(Instant instant) const {
  if (!has_daylight_) return standard_;
  const Day march = march_of(year_of(instant + standard_));
  const Instant begin = begin_.utc_in(march, standard_);
  const Instant end = end_.utc_in(march, daylight_);
  // South of the equator the year begins and ends in daylight saving time. Without a branch, which no processor could
  // foretell.
  const bool daylight = (instant >= begin) ^ (instant >= end) ^ (begin > end);
  return daylight ? daylight_ : standard_;
}

std::int32_t Zone::offset_at(Instant instant) const {
  if (transitions_.empty() || instant >= transitions_.back().at) return rule_offset_at(instant);
  std::size_t low = 0;
  std::size_t high = transitions_.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (transitions_[middle].at <= instant) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low == 0 ? first_offset_ : transitions_[low - 1].offset_seconds;
}

Wall Zone::wall_at(Instant instant) const {
  const Instant local = instant + offset_at(instant);
  return static_cast<Wall>(local >= 0 ? local / 60 : (local - 59) / 60);
}

std::optional<Transition> Zone::next_transition(Instant instant, Instant limit) const {
  const std::int32_t now = offset_at(instant);
  for (const Transition& change : transitions_) {
    if (change.at > instant && change.at < limit && offset_at(change.at) != now) {
      return Transition{change.at, offset_at(change.at)};
    }
  }
  if (!has_daylight_) return std::nullopt;
  const int year = year_of(instant);
  Instant best = limit;
  for (int y = year - 1; y <= year + 2; ++y) {
    for (const Instant at : {begin_.utc_in(march_of(y), standard_), end_.utc_in(march_of(y), daylight_)}) {
      if (at > instant && at < best && offset_at(at) != now) best = at;
    }
  }
  if (best == limit) return std::nullopt;
  return Transition{best, offset_at(best)};
}

Instant Zone::instant_of(Wall wall) const {
  const Instant local = static_cast<Instant>(wall) * 60;
  // No clock is more than 26 hours from UTC. From a time surely before, step over the changes until
  // the clock has reached `wall`.
  Instant from = local - 26 * 3600;
  for (int steps = 0; steps < 16; ++steps) {
    const std::int32_t offset = offset_at(from);
    const Instant candidate = local - offset;
    const std::optional<Transition> change = next_transition(from, candidate + 1);
    if (!change || change->at > candidate) return candidate < from ? from : candidate;
    from = change->at;
    if (from + change->offset_seconds >= local) return from;
  }
  return local - offset_at(from);
}

}  // namespace townboard::time
