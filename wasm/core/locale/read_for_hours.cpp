#include "locale/locale.h"

namespace townboard::locale {
namespace {

// In the order of HoursText.
constexpr std::string_view kNames[] = {
    "hours.closed",
    "hours.open",
    "hours.unknown",
    "hours.dawn",
    "hours.sunrise",
    "hours.sunset",
    "hours.dusk",
    "hours.easter",
    "hours.orthodox_easter",
    "hours.holidays",
    "hours.school_holidays",
    "hours.eves",
    "hours.closed_holidays",
    "hours.always",
    "hours.all_day",
    "hours.daily",
    "hours.last_work_day",
    "hours.day_range",
    "hours.nth_day",
    "hours.day_times",
    "hours.from",
    "hours.week",
    "hours.weeks",
    "hours.odd_weeks",
    "hours.even_weeks",
};
static_assert(sizeof kNames / sizeof *kNames == kHoursTexts);

}  // namespace

Locale Locale::read_for_hours(json::Value document, text::Problems& problems) {
  Locale locale = read(document, problems);
  for (int i = 0; i < kHoursTexts; ++i) {
    const Entry* const entry = locale.find(kNames[i]);
    if (entry != nullptr) {
      locale.words_[kHours + i] = entry->text;
    } else {
      locale.store(kNames[i], locale.words_[kHours + i]);
    }
  }
  return locale;
}

}  // namespace townboard::locale
