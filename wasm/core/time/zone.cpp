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
    using Kind = Zone::Change::Kind;
    if (!in_.take(',')) return false;
    if (in_.take('M')) {
      out.kind = Kind::month_week_day;
      if (!field(out.month, 1, 12) || !in_.take('.') || !field(out.week, 1, 5) || !in_.take('.') ||
          !field(out.day, 0, 6)) {
        return false;
      }
    } else {
      out.kind = in_.take('J') ? Kind::julian_no_leap : Kind::zero_based;
      if (!field(out.day, out.kind == Kind::julian_no_leap ? 1 : 0, 365)) return false;
    }
    return !in_.take('/') || offset(out.second);
  }

  bool field(std::int16_t& out, int low, int high) {
    const int value = in_.take_number(3);
    out = static_cast<std::int16_t>(value);
    return value >= low && value <= high;
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

Instant Zone::Change::utc_in(int year, std::int32_t offset_before) const {
  Day date = day;
  if (kind == Kind::zero_based) {
    date += day_of(year, 1, 1);
  } else if (kind == Kind::julian_no_leap) {
    date += day_of(year, 1, 1) - 1 + (is_leap_year(year) && day >= 60);
  } else {
    const Day first = day_of(year, month, 1);
    // POSIX counts Sunday as 0.
    const int first_weekday = (weekday_of(first) + 1) % 7;
    int day_of_month = (day - first_weekday + 7) % 7 + 7 * (week - 1);
    if (day_of_month >= days_in_month(year, month)) day_of_month -= 7;
    date = first + day_of_month;
  }
  return date * kDaySeconds + second - offset_before;
}

std::int32_t Zone::rule_offset_at(Instant instant) const {
  if (!has_daylight_) return standard_;
  const int year = year_of(instant + standard_);
  const Instant begin = begin_.utc_in(year, standard_);
  const Instant end = end_.utc_in(year, daylight_);
  // South of the equator the year begins and ends in daylight saving time.
  const bool daylight =
      begin < end ? instant >= begin && instant < end : instant >= begin || instant < end;
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
    for (const Instant at : {begin_.utc_in(y, standard_), end_.utc_in(y, daylight_)}) {
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
