#include "widget/sentence.h"

namespace townboard::widget {
namespace {

using hours::State;
using locale::Locale;
using time::Wall;

text::String clock(Wall wall, const Locale& locale) {
  return locale.clock(time::minute_of_wall(wall));
}

// A closed office that opens within the threshold; a pause is known by its own word.
bool opens_soon(const Status& status, Wall now, int soon) {
  return status.state == State::closed && status.pause == Status::Pause::none && status.change &&
         status.next == State::open && *status.change - now <= soon;
}

text::String state_word(const Status& status, const Locale& locale) {
  if (status.state == State::open) {
    return text::String(locale.text(status.change ? "status.open" : "status.always"));
  }
  if (status.state == State::unknown) {
    // A comment in the hours ("by appointment") says more than that they are not certain.
    const bool guessed = status.comment == hours::kGuessedComment;
    if (is_appointment(status.comment)) {
      return text::String(locale.text("status.appointment"));
    }
    return status.comment.empty() || guessed ? text::String(locale.text("status.unknown"))
                                             : text::String(status.comment);
  }
  if (status.pause == Status::Pause::lunch) return text::String(locale.text("status.lunch"));
  if (status.pause == Status::Pause::other) return text::String(locale.text("status.break"));
  const std::string_view name =
      status.name != nullptr ? status.name->in(locale.language()) : std::string_view();
  switch (status.cause) {
    case hours::DayCause::holiday:
      return locale.fill("status.closed_holiday", {{"name", name}});
    case hours::DayCause::moved_off:
      return locale.fill("status.closed_moved", {{"date", locale.day_and_month(status.other_day)}});
    case hours::DayCause::closure:
      if (!name.empty()) return locale.fill("status.closed_reason", {{"reason", name}});
      [[fallthrough]];
    default:
      return text::String(locale.text("status.closed"));
  }
}

text::String closing(const Status& status, Wall now, const Locale& locale, int soon) {
  const Wall change = *status.change;
  const text::String time = clock(change, locale);
  const text::String back = status.back ? clock(*status.back, locale) : text::String();
  const bool lunch = status.pause == Status::Pause::lunch && status.back;
  if (change - now <= soon) {
    return locale.counted(lunch ? "status.closes_in_lunch" : "status.closes_in", change - now,
                          {{"back", back}});
  }
  if (lunch) return locale.fill("status.closes_lunch", {{"time", time}, {"back", back}});
  if (status.back) return locale.fill("status.closes_break", {{"time", time}, {"back", back}});
  const time::Day day = time::day_of_wall(change);
  const time::Day today = time::day_of_wall(now);
  // Midnight is the end of today, and what ends in the small hours belongs to this evening.
  const bool today_still = day == today || (day == today + 1 && time::minute_of_wall(change) < 360);
  if (today_still) {
    const int minute = change - time::wall_of(today, 0);
    return locale.fill("status.closes_at", {{"time", locale.clock(minute)}});
  }
  return locale.fill("status.closes_day", {{"day", when(day, today, locale)}, {"time", time}});
}

text::String opening(const Status& status, Wall now, const Locale& locale, int soon) {
  const Wall change = *status.change;
  if (change - now <= soon) return locale.counted("status.opens_in", change - now);
  const time::Day day = time::day_of_wall(change);
  const time::Day today = time::day_of_wall(now);
  const text::String time = clock(change, locale);
  if (day == today) return locale.fill("status.opens_at", {{"time", time}});
  return locale.fill("status.opens_day", {{"day", when(day, today, locale)}, {"time", time}});
}

}  // namespace

// What mappers of every country write in English.
bool is_appointment(std::string_view comment) {
  return comment.find("appointment") != std::string_view::npos;
}

text::String Sentence::whole() const { return next.empty() ? state : state + " · " + next; }

text::String when(time::Day day, time::Day today, const Locale& locale) {
  if (day == today) return text::String(locale.text("day.today"));
  if (day == today + 1) return text::String(locale.text("day.tomorrow"));
  if (day > today && day < today + 7) {
    return text::String(locale.weekday(time::weekday_of(day), locale::DayForm::on));
  }
  return locale.on_weekday_and_date(day);
}

Sentence sentence_of(const Status& status, Wall now, const Locale& locale, int soon_minutes) {
  Sentence sentence;
  const bool soon = opens_soon(status, now, soon_minutes);
  sentence.state =
      soon ? text::String(locale.text("status.opens_soon")) : state_word(status, locale);
  if (!status.change) {
    if (status.state == State::closed) sentence.next = locale.text("status.opens_unknown");
    return sentence;
  }
  if (status.state == State::open) {
    if (status.next == State::closed) {
      sentence.next = closing(status, now, locale, soon_minutes);
    }
  } else if (status.next == State::open) {
    sentence.next = opening(status, now, locale, soon_minutes);
  }
  return sentence;
}

}  // namespace townboard::widget
