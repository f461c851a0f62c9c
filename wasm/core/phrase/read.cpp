#include "phrase/phrase.h"
#include "phrase/problems.h"
#include "phrase/week.h"

namespace townboard::phrase {
namespace {

bool has_errors(const text::Problems& problems) {
  for (const text::Problem& problem : problems) {
    if (problem.is_error()) return true;
  }
  return false;
}

bool lacks_days(const Week& week) {
  for (const Part& part : week.parts) {
    const Slot& any = part.slots[kAnySlot];
    const bool always = any.set && any.spans.size() == 1 && any.spans[0] == Range{0, 24 * 60};
    if (any.set && !always) return true;
  }
  return false;
}

}  // namespace

Reading read_phrase(std::string_view sentence, const Words& words) {
  Reading reading;
  const text::Span all{0, static_cast<std::uint32_t>(sentence.size())};
  if (sentence.size() > kMaxPhrase) {
    text::report(reading.problems, kTooLong, all);
    return reading;
  }
  const Groups groups = groups_of(elements_of(sentence, words, reading.problems), reading.problems);
  if (groups.groups.empty() && !has_errors(reading.problems)) text::report(reading.problems, kNothing, all);
  if (has_errors(reading.problems)) return reading;
  const Week week = week_of(groups, reading.problems);
  if (has_errors(reading.problems)) return reading;
  reading.hours = print_week(week, sentence);
  reading.ok = !reading.hours.empty();
  if (lacks_days(week)) text::report(reading.problems, kDaysMissing, all, "Mo-Fr " + reading.hours);
  return reading;
}

}  // namespace townboard::phrase
