// The names of senses in data/phrases, for the native table of words; web/phrase.js has the same list.
#include "phrase/words.h"
#include "text/string.h"

namespace townboard::phrase {
namespace {

// In the order of Sense from `day` on, one line each; the names of a line are the values from 0 on.
constexpr std::string_view kNames =
    "Mo Tu We Th Fr Sa Su\n"
    "from\nto\nbetween\nand\nclosed\nbreak\nall_day\nmorning\nafternoon\nalso\nexcept\nam\npm\nhour\nhour_and_minutes\n"
    " Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec\n"
    "no_break\ndays_off\nevery_day\nwork_days\nweekend\nholidays\nschool_holidays\neves\nlast_work_day\n"
    "last first second third fourth fifth\n"
    "ordinal_suffix\nno_days_off\nappointment\ncleaning_day\nweekly\nstart\nend\nnoon\nmidnight\nminute\n"
    "hour_shorter\nroom\nother_days\nrefuse\nevery\nof_month\nfiller\n";

// The two marks of a name, for the sense and the value; empty: there is no such name.
text::String marks_of(std::string_view name) {
  text::String marks;
  char sense = WordTable::kFirstMark + static_cast<char>(Sense::day), value = WordTable::kFirstMark;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < kNames.size(); ++at) {
    const char sign = kNames[at];
    if (sign != ' ' && sign != '\n') continue;
    if (at > begin && kNames.substr(begin, at - begin) == name) {
      marks += sense;
      marks += value;
      return marks;
    }
    begin = at + 1;
    value = sign == ' ' ? static_cast<char>(value + 1) : WordTable::kFirstMark;
    if (sign == '\n') ++sense;
  }
  return marks;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Adds a form as tokens see it; none when it is too long or has no letters.
void add_form(text::String& lines, std::string_view marks, std::string_view form) {
  if (form.size() >= WordTable::kLongestForm / 2 || form.find_first_not_of("* -/") == std::string_view::npos) return;
  lines += marks;
  lines += static_cast<char>(WordTable::kFirstMark + (form.find('*') != std::string_view::npos));
  char last = ' ';
  for (char c : form) {
    if (c == '-' || c == '/') c = ' ';
    if (last != ' ' && c != ' ' && c != '*' && is_digit(c) != is_digit(last)) lines += ' ';
    if (c != ' ' || last != ' ') lines += c;
    last = c;
  }
  lines += '\n';
}

}  // namespace

void Words::add(std::string_view lines) {
  text::String marked, marks;
  bool naming = true;
  while (!lines.empty()) {
    const std::size_t end = lines.find_first_of("\t\n");
    const std::string_view field = lines.substr(0, end);
    if (naming) {
      marks = marks_of(field);
    } else if (marks.size() != 0) {
      add_form(marked, marks, field);
    }
    if (end == std::string_view::npos) break;
    naming = lines[end] == '\n';
    lines.remove_prefix(end + 1);
  }
  WordTable::add(marked, begin() != this->end());
}

}  // namespace townboard::phrase
