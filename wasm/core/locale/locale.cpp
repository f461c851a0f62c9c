#include "locale/locale.h"

#include "locale/fill.h"
#include "locale/name_hash.h"
#include "locale/plural_rule.h"
#include "text/number.h"

namespace townboard::locale {
namespace {

// Keeps the work linear in a text of nothing but opening braces.
constexpr std::size_t kMaxArgumentName = 40;

constexpr std::string_view kWeekdayTags = "MoTuWeThFrSaSu";
constexpr std::string_view kMonthNumbers = "1 2 3 4 5 6 7 8 9 101112";

const Argument* find_argument(std::initializer_list<Argument> arguments, std::string_view name) {
  for (const Argument& argument : arguments) {
    if (argument.name == name) return &argument;
  }
  return nullptr;
}

}  // namespace

void append_filled(text::String& out, std::string_view pattern,
                   std::initializer_list<Argument> arguments,
                   std::initializer_list<Argument> more) {
  while (!pattern.empty()) {
    const std::size_t open = pattern.find('{');
    out += pattern.substr(0, open);
    if (open == std::string_view::npos) return;
    pattern.remove_prefix(open);

    const std::size_t close = pattern.substr(0, kMaxArgumentName + 2).find('}');
    const Argument* argument = nullptr;
    if (close != std::string_view::npos) {
      const std::string_view name = pattern.substr(1, close - 1);
      argument = find_argument(arguments, name);
      if (argument == nullptr) argument = find_argument(more, name);
    }
    out += argument != nullptr ? argument->value : pattern.substr(0, 1);
    pattern.remove_prefix(argument != nullptr ? close + 1 : 1);
  }
}

std::string_view Locale::language() const { return word(kLanguage); }

bool Locale::right_to_left() const { return word(kDirection) == "rtl"; }

void Locale::make_room(std::size_t strings) {
  std::size_t places = 16;
  while (places < 2 * strings) places *= 2;
  entries_.resize(places);
}

// Where the string called `name` is, or a free place for it: half of the places are free.
std::size_t Locale::place_of(std::string_view name) const {
  const std::size_t mask = entries_.size() - 1;
  std::size_t place = name_hash(name) & mask;
  while (entries_[place].name.size > 0 && view(entries_[place].name) != name) place = (place + 1) & mask;
  return place;
}

void Locale::add_string(const Entry& entry) { entries_[place_of(view(entry.name))] = entry; }

const Locale::Entry* Locale::find(std::string_view name) const {
  if (entries_.empty() || name.empty()) return nullptr;
  const Entry& entry = entries_[place_of(name)];
  return entry.name.size > 0 ? &entry : nullptr;
}

bool Locale::has(std::string_view name) const { return find(name) != nullptr; }

std::string_view Locale::text(std::string_view name) const {
  const Entry* entry = find(name);
  return entry != nullptr ? view(entry->text) : name;
}

text::String Locale::fill(std::string_view name, std::initializer_list<Argument> arguments) const {
  text::String filled;
  append_filled(filled, text(name), arguments);
  return filled;
}

Plural Locale::plural_of(int count) const {
  for (int i = 0; i < 5; ++i) {
    const std::string_view rule = word(kPlurals + i);
    if (!rule.empty() && fulfils_plural_rule(rule, count).value_or(false)) {
      return static_cast<Plural>(i);
    }
  }
  return Plural::other;
}

text::String Locale::counted(std::string_view name, int count,
                            std::initializer_list<Argument> arguments) const {
  constexpr std::string_view kEndings[] = {".zero", ".one", ".two", ".few", ".many", ".other"};
  text::String full_name(name);
  full_name += kEndings[static_cast<int>(plural_of(count))];
  if (!has(full_name)) {
    full_name.resize(name.size());
    full_name += kEndings[5];
  }

  text::String number;
  text::append_number(number, count);
  text::String filled;
  append_filled(filled, text(full_name), {{"count", number}}, arguments);
  return filled;
}

std::string_view Locale::weekday(int weekday, DayForm form) const {
  if (weekday < 0 || weekday > 6) return {};
  const std::string_view name = word(kWeekdays + static_cast<int>(form) * 7 + weekday);
  return name.empty() ? kWeekdayTags.substr(static_cast<std::size_t>(weekday) * 2, 2) : name;
}

std::string_view Locale::month(int month, MonthForm form) const {
  if (month < 1 || month > 12) return {};
  std::string_view name = word(kMonths + static_cast<int>(form) * 12 + month - 1);
  if (name.empty() && form == MonthForm::on) return this->month(month, MonthForm::format);
  if (!name.empty()) return name;
  name = kMonthNumbers.substr(static_cast<std::size_t>(month - 1) * 2, 2);
  return name.substr(0, name[1] == ' ' ? 1 : 2);
}

std::string_view Locale::ordinal(int nth, int weekday) const {
  const int place = nth >= 1 && nth <= 5 ? nth - 1 : nth == -1 ? 5 : nth == -2 ? 6 : -1;
  const std::string_view genders = word(kGenders);
  if (place < 0 || weekday < 0 || static_cast<std::size_t>(weekday) >= genders.size()) return {};
  const char gender = genders[static_cast<std::size_t>(weekday)];
  return word(kOrdinals + (gender == 'f' ? 7 : gender == 'n' ? 14 : 0) + place);
}

int Locale::first_weekday() const {
  constexpr std::string_view kTags = "mo tu we th fr sa su ";
  const std::size_t at = word(kFirstWeekday).size() == 2 ? kTags.find(word(kFirstWeekday)) : 0;
  return at % 3 == 0 && at < kTags.size() ? static_cast<int>(at / 3) : 0;
}

}  // namespace townboard::locale
