#include "phrase/words.h"

#include "text/utf8.h"

namespace townboard::phrase {
namespace {

struct Name {
  std::string_view name;
  Sense sense;
  std::int8_t value;
};

constexpr Name kNames[] = {
    {"Mo", Sense::day, 0},           {"Tu", Sense::day, 1},
    {"We", Sense::day, 2},           {"Th", Sense::day, 3},
    {"Fr", Sense::day, 4},           {"Sa", Sense::day, 5},
    {"Su", Sense::day, 6},           {"Jan", Sense::month, 1},
    {"Feb", Sense::month, 2},        {"Mar", Sense::month, 3},
    {"Apr", Sense::month, 4},        {"May", Sense::month, 5},
    {"Jun", Sense::month, 6},        {"Jul", Sense::month, 7},
    {"Aug", Sense::month, 8},        {"Sep", Sense::month, 9},
    {"Oct", Sense::month, 10},       {"Nov", Sense::month, 11},
    {"Dec", Sense::month, 12},       {"first", Sense::nth, 1},
    {"second", Sense::nth, 2},       {"third", Sense::nth, 3},
    {"fourth", Sense::nth, 4},       {"fifth", Sense::nth, 5},
    {"last", Sense::nth, 0},         {"ordinal_suffix", Sense::ordinal_suffix, 0},
    {"from", Sense::from, 0},        {"to", Sense::to, 0},
    {"between", Sense::between, 0},  {"also", Sense::also, 0},
    {"and", Sense::both, 0},         {"every_day", Sense::every_day, 0},
    {"work_days", Sense::work_days, 0}, {"weekend", Sense::weekend, 0},
    {"days_off", Sense::days_off, 0},   {"closed", Sense::closed, 0},
    {"holidays", Sense::holidays, 0},   {"school_holidays", Sense::school_holidays, 0},
    {"eves", Sense::eves, 0},        {"break", Sense::pause, 0},
    {"no_break", Sense::no_pause, 0},   {"no_days_off", Sense::no_days_off, 0},
    {"all_day", Sense::all_day, 0},  {"appointment", Sense::appointment, 0},
    {"cleaning_day", Sense::sanitary, 0}, {"last_work_day", Sense::last_work_day, 0},
    {"weekly", Sense::weekly, 0},    {"start", Sense::start, 0},
    {"end", Sense::finish, 0},       {"am", Sense::am, 0},
    {"pm", Sense::pm, 0},            {"noon", Sense::noon, 0},
    {"midnight", Sense::midnight, 0},   {"hour", Sense::hour, 0},
    {"hour_and_minutes", Sense::hour, 1}, {"minute", Sense::minute, 0},
    {"hour_shorter", Sense::hour_shorter, 0}, {"morning", Sense::morning, 0},
    {"afternoon", Sense::afternoon, 0}, {"room", Sense::room, 0},
    {"every", Sense::every, 0},         {"of_month", Sense::of_month, 0},
    {"except", Sense::except, 0},       {"other_days", Sense::other_days, 0},
    {"refuse", Sense::refuse, 0},    {"filler", Sense::filler, 0},
};

// The plain letters of U+00E0..U+00FF and U+0100..U+017F.
constexpr std::string_view kLatin1 = "aaaaaaaceeeeiiiidnooooo-ouuuuyty";
constexpr std::string_view kLatinA =
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiijjjjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kLatin1.size() == 32 && kLatinA.size() == 128);

char32_t plain(char32_t character) {
  if (character == 0xDF) return 's';
  if (character >= 0xE0 && character <= 0xFF && character != 0xF7) {
    return static_cast<char32_t>(kLatin1[character - 0xE0]);
  }
  if (character >= 0x100 && character <= 0x17F) return static_cast<char32_t>(kLatinA[character - 0x100]);
  if (character == 0x219) return 's';
  if (character == 0x21B) return 't';
  return character == 0x451 ? 0x435 : character;  // ё
}

bool is_mark_in_word(char32_t character) {
  // Apostrophes, the soft hyphen and combining marks.
  return character == '\'' || character == '`' || character == 0x2019 || character == 0x2BC ||
         character == 0xAD || (character >= 0x300 && character <= 0x36F);
}

using Letters = text::List<char32_t>;

Letters letters_of(std::string_view word) {
  Letters letters;
  for (std::size_t at = 0; at < word.size();) {
    const text::Decoded decoded = text::decode_utf8(word, at);
    at += decoded.length;
    letters.push_back(decoded.character);
  }
  return letters;
}

// Whether at most `most` letters must change, appear or vanish to make the form of the word, or, for a stem, of the
// beginning of the word. Rule: Levenshtein distance, one row at a time.
bool is_near(const Letters& word, const Letters& form, bool stem, unsigned most) {
  constexpr std::size_t kLongest = 30;
  if (word.size() > kLongest || form.size() > kLongest) return false;
  unsigned row[kLongest + 1];
  for (std::size_t j = 0; j <= form.size(); ++j) row[j] = static_cast<unsigned>(j);
  unsigned best = row[form.size()];
  for (std::size_t i = 1; i <= word.size(); ++i) {
    unsigned corner = row[0];
    row[0] = static_cast<unsigned>(i);
    for (std::size_t j = 1; j <= form.size(); ++j) {
      unsigned least = corner + (word[i - 1] == form[j - 1] ? 0 : 1);
      corner = row[j];
      if (row[j] + 1 < least) least = row[j] + 1;
      if (row[j - 1] + 1 < least) least = row[j - 1] + 1;
      row[j] = least;
    }
    if (row[form.size()] < best) best = row[form.size()];
  }
  return (stem ? best : row[form.size()]) <= most;
}

bool is_telling(Sense sense) {
  return sense == Sense::day || sense == Sense::pause || sense == Sense::closed || sense == Sense::no_pause ||
         sense == Sense::days_off || sense == Sense::month;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// A form as tokens see it: hyphens and slashes part words, and digits stand apart from letters ("24h/24").
text::String parted(std::string_view form) {
  text::String out;
  for (const char c : form) {
    const bool sign = c == '-' || c == '/' || c == ' ';
    const bool turn = !out.empty() && !sign && c != '*' && is_digit(c) != is_digit(out.back());
    if ((sign || turn) && !out.empty() && out.back() != ' ') out += ' ';
    if (!sign) out += c;
  }
  return folded(out);
}

std::string_view next_field(std::string_view& rest, char separator) {
  const std::size_t at = rest.find(separator);
  const std::string_view field = rest.substr(0, at);
  rest.remove_prefix(at == std::string_view::npos ? rest.size() : at + 1);
  return field;
}

}  // namespace

text::String folded(std::string_view word) {
  text::String out;
  for (std::size_t at = 0; at < word.size();) {
    const text::Decoded decoded = text::decode_utf8(word, at);
    at += decoded.length;
    if (is_mark_in_word(decoded.character)) continue;
    text::append_utf8(out, plain(text::to_lower(decoded.character)));
  }
  return out;
}

void Words::add(std::string_view lines) {
  const bool filling = !forms_.empty();
  while (!lines.empty()) {
    std::string_view line = next_field(lines, '\n');
    const std::string_view name = next_field(line, '\t');
    for (const Name& known : kNames) {
      if (known.name != name) continue;
      while (!line.empty()) {
        const std::string_view form = next_field(line, '\t');
        const bool stem = form.find('*') != std::string_view::npos;
        if (form.size() <= (stem ? 1U : 0U)) continue;
        const auto begin = static_cast<std::uint32_t>(letters_.size());
        letters_ += parted(form);
        const auto size = static_cast<std::uint16_t>(letters_.size() - begin);
        forms_.push_back({begin, size, known.sense, known.value, stem, filling});
      }
    }
  }
}

std::string_view Words::misspelt(std::string_view word) const {
  const Letters letters = letters_of(word);
  if (letters.size() < 4) return {};
  for (const Form& form : forms_) {
    if (!is_telling(form.sense)) continue;
    std::string_view meant = text(form);
    if (form.stem) meant.remove_suffix(1);
    const Letters known = letters_of(meant);
    if (known.size() < 5 || meant.find(' ') != std::string_view::npos) continue;
    // A day inside a longer word ("щосереди") is as telling as one with a wrong letter.
    if (form.sense == Sense::day && word.find(meant) != std::string_view::npos) return meant;
    if (letters[0] == known[0] && is_near(letters, known, form.stem, known.size() < 7 ? 1 : 2)) return meant;
  }
  return {};
}

}  // namespace townboard::phrase
