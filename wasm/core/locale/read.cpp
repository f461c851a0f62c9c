#include "locale/locale.h"
#include "locale/name_hash.h"
#include "locale/plural_rule.h"
#include "locale/problems.h"

namespace townboard::locale {

using json::Type;
using json::Value;

// A fixed part of the file: the member `key` of the object called `object` (the file itself when
// that is empty), which fills `count` words from `first` on; one string, or an array of them.
struct Locale::Part {
  std::string_view object;
  std::string_view key;
  std::uint8_t first;
  std::uint8_t count = 1;
  bool needed = true;
};

constexpr Locale::Part Locale::kParts[] = {
    {"", "language", kLanguage},
    {"", "direction", kDirection, 1, false},
    {"", "firstWeekday", kFirstWeekday, 1, false},
    {"", "clock", kClock},
    {"", "clockOnTheHour", kClockOnTheHour, 1, false},
    {"", "dayPeriods", kDayPeriods, 2, false},
    {"", "span", kSpan},
    {"list", "comma", kComma},
    {"list", "and", kAnd},
    {"dates", "dayAndMonth", kDayAndMonth},
    {"dates", "date", kDate},
    {"dates", "weekdayAndDate", kWeekdayAndDate},
    {"dates", "onDate", kOnDate},
    {"dates", "onWeekdayAndDate", kOnWeekdayAndDate},
    {"dates", "brief", kBriefDate},
    {"dates", "firstDay", kFirstDay, 1, false},
    {"weekdays", "wide", kWeekdays, 7},
    {"weekdays", "brief", kWeekdays + 7, 7},
    {"weekdays", "on", kWeekdays + 14, 7},
    {"months", "wide", kMonths, 12},
    {"months", "format", kMonths + 12, 12},
    {"months", "brief", kMonths + 24, 12},
    {"months", "on", kMonths + 36, 12, false},
    {"ordinals", "genders", kGenders},
    {"ordinals", "m", kOrdinals, 7, false},
    {"ordinals", "f", kOrdinals + 7, 7, false},
    {"ordinals", "n", kOrdinals + 14, 7, false},
};

namespace {

void report(text::Problems& problems, const text::ProblemKind& kind, text::String pointer) {
  text::report(problems, kind, {}, {}, pointer);
}

}  // namespace

// Appends `text` to the pool, or returns false where that would become too large.
bool Locale::store(std::string_view text, Piece& piece) {
  if (text.size() > kMaxBytes - pool_.size()) return false;
  piece = {static_cast<std::uint32_t>(pool_.size()), static_cast<std::uint32_t>(text.size())};
  pool_ += text;
  return true;
}

Locale Locale::read(Value document, text::Problems& problems) {
  Locale locale;
  if (!document.is(Type::object)) {
    report(problems, kLocaleUnreadable, document.pointer());
    return locale;
  }
  for (const Part& part : kParts) locale.read_part(part, document, problems);
  locale.read_plurals(document["plurals"], problems);
  locale.read_strings(document["strings"], problems);
  return locale;
}

void Locale::read_part(const Part& part, Value document, text::Problems& problems) {
  const Value holder = part.object.empty() ? document : document[part.object];
  const Value value = holder[part.key];
  if (!value && !part.needed) return;

  bool complete = value.is(part.count == 1 ? Type::string : Type::array);
  if (part.count > 1) complete = complete && value.size() == part.count;
  Value each = part.count == 1 ? value : value.first();
  for (int i = 0; complete && i < part.count; ++i, each = each.next()) {
    complete = !each.string().empty() && store(each.string(), words_[part.first + i]);
  }
  if (complete) return;

  text::String pointer = "/";
  if (!part.object.empty()) pointer.append(part.object).append("/");
  report(problems, kLocalePartMissing, pointer.append(part.key));
}

// A rule is tried once here, so that it can be relied upon later.
void Locale::read_plurals(Value plurals, text::Problems& problems) {
  constexpr std::string_view kCategories[] = {"zero", "one", "two", "few", "many"};
  for (int i = 0; i < 5; ++i) {
    const Value rule = plurals[kCategories[i]];
    if (!rule) continue;
    if (!fulfils_plural_rule(rule.string(), 0) || rule.string().empty() ||
        !store(rule.string(), words_[kPlurals + i])) {
      report(problems, kPluralRule, rule.pointer());
    }
  }
}

void Locale::read_strings(Value strings, text::Problems& problems) {
  if (!strings.is(Type::object)) return report(problems, kLocalePartMissing, "/strings");
  if (strings.size() > kMaxStrings) return report(problems, kLocaleTooLarge, strings.pointer());

  make_room(strings.size());
  for (Value string = strings.first(); string; string = string.next()) {
    if (string.key().empty() || string.string().empty()) {
      report(problems, kLocalePartMissing, string.pointer());
      continue;
    }
    Entry entry;
    if (!store(string.key(), entry.name) || !store(string.string(), entry.text)) {
      return report(problems, kLocaleTooLarge, string.pointer());
    }
    add_string(entry);
  }
}

}  // namespace townboard::locale
