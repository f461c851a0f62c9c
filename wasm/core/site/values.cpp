// The small values of a site file: strings, days, names out of a list, and the check of keys.
#include <algorithm>

#include "hours/parse.h"
#include "hours/print.h"
#include "hours/problems.h"
#include "site/reader.h"
#include "text/cursor.h"

namespace townboard::site {
namespace {

using json::Type;
using json::Value;

// How many letters must change to make one word of the other; words are short keys.
// Rule: Levenshtein distance, one row at a time.
std::size_t distance(std::string_view a, std::string_view b) {
  if (a.size() > 24 || b.size() > 24) return 99;
  std::size_t row[25];
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t kept = corner + (a[i - 1] == b[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min(kept, std::min(row[j], row[j - 1]) + 1);
    }
  }
  return row[b.size()];
}

std::string_view nearest(std::string_view word, std::initializer_list<std::string_view> known) {
  std::string_view best;
  std::size_t least = 4;
  for (const std::string_view name : known) {
    const std::size_t far = distance(word, name);
    if (far < least && far < name.size()) {
      least = far;
      best = name;
    }
  }
  return best;
}

}  // namespace

void SiteReader::report(const text::ProblemKind& kind, Value value, text::String suggestion) {
  const auto size = static_cast<std::uint32_t>(value.string().size());
  text::report(problems_, kind, {0, size}, suggestion, value.pointer());
}

bool SiteReader::is_object(Value value) {
  if (value.is(Type::object)) return true;
  report(kWrongType, value);
  return false;
}

void SiteReader::keys(Value object, std::initializer_list<std::string_view> known) {
  for (Value member = object.first(); member; member = member.next()) {
    const std::string_view key = member.key();
    if (key == "$schema" || std::find(known.begin(), known.end(), key) != known.end()) continue;
    report(kUnknownKey, member, text::String(nearest(key, known)));
  }
}

text::String SiteReader::string(Value object, std::string_view key, bool needed) {
  const Value value = object[key];
  if (value.is(Type::string)) return text::String(value.string());
  if (value) {
    report(kWrongType, value);
  } else if (needed) {
    report(kMissing, object, text::String(key));
  }
  return {};
}

text::Localized SiteReader::localized(Value object, std::string_view key) {
  const Value value = object[key];
  text::Localized text = value.localized();
  if (value && text.empty()) report(kWrongType, value);
  return text;
}

int SiteReader::one_of(Value value, std::initializer_list<std::string_view> names, int otherwise) {
  if (!value) return otherwise;
  int place = 0;
  for (const std::string_view name : names) {
    if (value.string() == name) return place;
    ++place;
  }
  report(kUnknownValue, value, text::String(nearest(value.string(), names)));
  return otherwise;
}

std::optional<time::Day> SiteReader::day(Value value) {
  text::Cursor in(value.string());
  const int year = in.take_number(4);
  const bool dash = in.take('-');
  const int month = in.take_number(2);
  const bool second_dash = in.take('-');
  const int day = in.take_number(2);
  if (!dash || !second_dash || !in.done() || !time::is_date(year, month, day)) {
    report(kBadDate, value);
    return std::nullopt;
  }
  return time::day_of(year, month, day);
}

std::optional<hours::Hours> SiteReader::hours_of(Value value) {
  hours::Reading reading = hours::read_hours(value.string());
  for (text::Problem& problem : reading.problems) {
    problem.pointer = value.pointer();
    problems_.push_back(std::move(problem));
  }
  return std::move(reading.value);
}

}  // namespace townboard::site
