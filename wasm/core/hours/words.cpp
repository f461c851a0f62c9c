#include "hours/words.h"

#include "text/cursor.h"

namespace townboard::hours {
namespace {

struct Entry {
  Word word;
  std::string_view others;  // English words for it, with blanks between
};

// Of TokenKind::daily.
constexpr std::int16_t days(int first, int last) { return static_cast<std::int16_t>(first | last << 3); }

constexpr int kMonths = 7, kEvents = kMonths + 12;

// The most frequent stand first, since they are looked for one after the other.
constexpr Entry kWords[] = {
    {{TokenKind::weekday, 0, "Mo"}, "mon monday mondays"},
    {{TokenKind::weekday, 1, "Tu"}, "tue tues tuesday tuesdays"},
    {{TokenKind::weekday, 2, "We"}, "wed weds wednesday wednesdays"},
    {{TokenKind::weekday, 3, "Th"}, "thu thur thurs thursday thursdays"},
    {{TokenKind::weekday, 4, "Fr"}, "fri friday fridays"},
    {{TokenKind::weekday, 5, "Sa"}, "sat saturday saturdays"},
    {{TokenKind::weekday, 6, "Su"}, "sun sunday sundays"},
    {{TokenKind::month, 1, "Jan"}, "january"},
    {{TokenKind::month, 2, "Feb"}, "february"},
    {{TokenKind::month, 3, "Mar"}, "march"},
    {{TokenKind::month, 4, "Apr"}, "april"},
    {{TokenKind::month, 5, "May"}, ""},
    {{TokenKind::month, 6, "Jun"}, "june"},
    {{TokenKind::month, 7, "Jul"}, "july"},
    {{TokenKind::month, 8, "Aug"}, "august"},
    {{TokenKind::month, 9, "Sep"}, "sept september"},
    {{TokenKind::month, 10, "Oct"}, "october"},
    {{TokenKind::month, 11, "Nov"}, "november"},
    {{TokenKind::month, 12, "Dec"}, "december"},
    {{TokenKind::event, 1, "dawn"}, ""},
    {{TokenKind::event, 2, "sunrise"}, ""},
    {{TokenKind::event, 3, "sunset"}, ""},
    {{TokenKind::event, 4, "dusk"}, ""},
    {{TokenKind::holiday, 0, "PH"}, "holiday holidays"},
    {{TokenKind::holiday, 1, "SH"}, ""},
    {{TokenKind::state, 0, "off"}, ""},
    {{TokenKind::state, 1, "open"}, ""},
    {{TokenKind::state, 2, "unknown"}, ""},
    {{TokenKind::state, 3, "closed"}, ""},
    {{TokenKind::week, 0, "week"}, "weeks"},
    {{TokenKind::day, 0, "day"}, ""},
    {{TokenKind::day, 0, "days"}, ""},
    {{TokenKind::easter, 0, "easter"}, ""},
    {{TokenKind::easter, 49, "easter +49 days"}, "whitsun pentecost"},
    {{TokenKind::orthodox, 0, "orthodox"}, ""},
    {{TokenKind::workday, 0, "workday"}, ""},
    {{TokenKind::shift, 0, "shift"}, ""},
    {{TokenKind::always, 0, "24/7"}, "always nonstop anytime"},
    {{TokenKind::daily, days(0, 6), "Mo-Su"}, "daily everyday"},
    {{TokenKind::daily, days(0, 4), "Mo-Fr"}, "weekdays weekday"},
    {{TokenKind::daily, days(0, 5), "Mo-Sa"}, ""},
    {{TokenKind::daily, days(5, 5) | kAndSunday, "Sa,Su"}, "weekend weekends"},
    {{TokenKind::daily, days(6, 6) | kAndHolidays, "PH,Su"}, ""},
    {{TokenKind::dash, 0, "-"}, "to till til until through thru"},
    {{TokenKind::comma, 0, ","}, "and"},
    {{TokenKind::fallback, 0, "||"}, "otherwise"},
    {{TokenKind::late, 0, "+"}, "late"},
    {{TokenKind::time, 720, "12:00"}, "noon midday"},
    {{TokenKind::time, 0, "00:00"}, "midnight"},
    {{TokenKind::season, 0, "spring"}, "summer autumn winter"},
    // What may be left out.
    {{TokenKind::stray, 0, ""}, "h hr hrs hours from opening opening_hours"},
};

// Whether `word` is one of the list's.
bool lists(std::string_view list, std::string_view word) {
  while (!list.empty()) {
    const std::size_t end = list.find(' ');
    if (text::equal_ignoring_case(list.substr(0, end), word)) return true;
    if (end == std::string_view::npos) return false;
    list.remove_prefix(end + 1);
  }
  return false;
}

}  // namespace

const Word* word_named(std::string_view name) {
  for (const Entry& entry : kWords) {
    const std::string_view own = entry.word.name;
    // Most differ in length or in the first letter already.
    if (own.size() != name.size() || (!name.empty() && ((own[0] ^ name[0]) & 31) != 0)) continue;
    if (text::equal_ignoring_case(own, name)) return &entry.word;
  }
  return nullptr;
}

const Word* find_word(std::string_view word) {
  if (const Word* own = word_named(word)) return own;
  for (const Entry& entry : kWords) {
    if (lists(entry.others, word)) return &entry.word;
  }
  return nullptr;
}

std::string_view weekday_name(int weekday) { return kWords[weekday].word.name; }

std::string_view month_name(int month) { return kWords[kMonths + month - 1].word.name; }

std::string_view event_name(int event) { return kWords[kEvents + event - 1].word.name; }

}  // namespace townboard::hours
