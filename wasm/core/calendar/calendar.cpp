#include "calendar/calendar.h"

#include <utility>

namespace townboard::calendar {
namespace {

using time::Day;

// Puts `entry` where it belongs in an ascending list; behind those that begin on the same day.
template <class Entry, class Key>
void insert_ascending(text::List<Entry>& list, Entry entry, Key key) {
  std::size_t place = list.size();
  while (place > 0 && list[place - 1].*key > entry.*key) --place;
  list.insert(place, entry);
}

}  // namespace

std::uint32_t Calendar::add_name(text::Localized name) {
  names_.push_back(std::move(name));
  return static_cast<std::uint32_t>(names_.size() - 1);
}

bool Calendar::add_rule(std::string_view rule, std::int16_t from_year, std::int16_t until_year,
                        text::Localized name) {
  const std::optional<DateRule> read = DateRule::parse(rule);
  if (!read) return false;
  rules_.push_back({*read, from_year, until_year, add_name(std::move(name))});
  years_.clear();
  return true;
}

void Calendar::add_holiday(Day day, text::Localized name) {
  dated_.push_back({day, day, add_name(std::move(name))});
  years_.clear();
}

void Calendar::add_school_holiday(Day first, Day last, text::Localized name) {
  insert_ascending(school_, {first, last, add_name(std::move(name))}, &Entry::first);
}

void Calendar::add_move(Move move) { insert_ascending(moves_, move, &Move::from); }

void Calendar::clear_moves() { moves_.clear(); }

const Calendar::Year& Calendar::year(int year) const {
  for (const Year& known : years_) {
    if (known.year == year) return known;
  }
  // A question ranges over a few years; a caller who walks through centuries pays by working them
  // out again, not by memory.
  if (years_.size() >= 32) years_.clear();
  Year made{year, {}};
  const Day begin = time::day_of(year, 1, 1);
  const Day end = time::day_of(year + 1, 1, 1);
  for (const Rule& rule : rules_) {
    // A substitute day may lie in another year than its holiday: 31 December 2027 is off for 1 January 2028.
    for (int of = year - 1; of <= year + 1; ++of) {
      if (of < rule.from_year || of > rule.until_year) continue;
      const std::optional<Day> day = rule.rule.day_in(of);
      if (day && *day >= begin && *day < end) {
        insert_ascending(made.holidays, {*day, *day, rule.name}, &Entry::first);
      }
    }
  }
  for (const Entry& entry : dated_) {
    if (time::civil_of(entry.first).year == year) {
      insert_ascending(made.holidays, entry, &Entry::first);
    }
  }
  years_.push_back(std::move(made));
  return years_.back();
}

std::optional<Holiday> Calendar::holiday_on(Day day) const {
  const std::optional<Holiday> next = next_holiday(day);
  return next && next->day == day ? next : std::nullopt;
}

std::optional<Holiday> Calendar::next_holiday(Day day) const {
  if (!has_holidays()) return std::nullopt;
  const int first_year = time::civil_of(day).year;
  for (int y = first_year; y <= first_year + 1; ++y) {
    for (const Entry& entry : year(y).holidays) {
      if (entry.first >= day) return Holiday{entry.first, &names_[entry.name]};
    }
  }
  return std::nullopt;
}

std::optional<SchoolHoliday> Calendar::school_holiday_on(Day day) const {
  const std::optional<SchoolHoliday> next = next_school_holiday(day);
  return next && next->first <= day ? next : std::nullopt;
}

std::optional<SchoolHoliday> Calendar::next_school_holiday(Day day) const {
  for (const Entry& entry : school_) {
    if (entry.last >= day) return SchoolHoliday{entry.first, entry.last, &names_[entry.name]};
  }
  return std::nullopt;
}

std::optional<Move> Calendar::move_from(Day day) const {
  for (const Move& move : moves_) {
    if (move.from == day) return move;
  }
  return std::nullopt;
}

std::optional<Move> Calendar::move_to(Day day) const {
  for (const Move& move : moves_) {
    if (move.to == day) return move;
  }
  return std::nullopt;
}

const text::List<Move>& Calendar::moves() const { return moves_; }

bool Calendar::has_school_holidays() const { return !school_.empty(); }
bool Calendar::has_holidays() const { return !rules_.empty() || !dated_.empty(); }

std::optional<int> Calendar::holidays_complete_until() const {
  return holidays_until_ == 0 ? std::nullopt : std::optional<int>(holidays_until_);
}

std::optional<int> Calendar::moves_complete_until() const {
  return moves_until_ == 0 ? std::nullopt : std::optional<int>(moves_until_);
}

}  // namespace townboard::calendar
