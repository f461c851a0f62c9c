#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>

namespace townboard::phrase {

// What a word or sign says about hours. From `day` to `filler` in the order of the names in names.cpp, which are those
// on the left of data/phrases/<language>.json. The first 32 can be in sets; the rest is in the order of its uses.
enum class Sense : std::uint32_t {
  unknown,          // a word of no table
  // What is no word:
  time,             // value: minutes 0..1440; as an element, spans of time
  dash,
  comma,
  colon,
  dot,
  slash,
  bar,
  open,             // as an element, an exception in parentheses
  close,
  line,
  until,            // only as an element: a time at which it closes
  moment,           // only as an element: a time alone
  done,             // behind the last
  // Words:
  day,              // value 0 (Monday) .. 6
  from,
  to,
  between,
  both,             // "and"
  closed,
  pause,            // lunch or another break
  all_day,
  morning,
  afternoon,
  also,             // what follows comes on top of what was said
  except,           // the days that follow are not meant
  am,
  pm,
  hour,             // o'clock
  hour_minutes,     // the same, and minutes may stand behind it: 8h30
  month,            // value 1..12
  no_pause,
  days_off,         // either Saturday and Sunday, or the days on which it is closed
  every_day,
  work_days,        // Monday to Friday
  weekend,
  holidays,
  school_holidays,
  eves,             // days before public holidays
  last_work_day,
  nth,              // value 1..5; 0: the last one
  ordinal_suffix,   // "nd" of 2nd: only directly behind a digit
  no_days_off,
  appointment,
  sanitary,         // a closed day for cleaning
  weekly,
  start,            // "the working day begins at"
  finish,
  noon,
  midnight,
  minute,
  hour_shorter,     // one hour less
  room,             // a number follows which is no time
  other_days,       // the days that were not named
  refuse,           // a word that changes the meaning in a way that is not modelled: only, odd weeks
  every,            // "each", which with a number may mean every second week
  of_month,
  filler,           // says nothing about hours
  // What is no word either:
  number,
  semicolon,
  sign,             // any other
  blank,
  season,           // only as an element
};

// A set of the first senses. Half the code of one of 64 bits.
using Senses = std::uint32_t;
inline constexpr unsigned kInSets = 32;
template <typename... More>
constexpr Senses senses(More... more) {
  return (Senses{0} | ... | (Senses{1} << static_cast<unsigned>(more)));
}
static_assert(static_cast<unsigned>(Sense::hour_minutes) < kInSets);
[[gnu::noinline]] inline bool is_any(Sense sense, Senses of) {
  return static_cast<unsigned>(sense) < kInSets && (of >> static_cast<unsigned>(sense) & 1) != 0;
}
// Whether it is one of those from `first` to `last`.
constexpr bool is_within(Sense sense, Sense first, Sense last) {
  return static_cast<unsigned>(sense) - static_cast<unsigned>(first) <=
         static_cast<unsigned>(last) - static_cast<unsigned>(first);
}

// The character of UTF-8 text at `at`, which moves behind it. Bytes that begin none give U+FFFD. `at` must be before
// `end`.
char32_t next_character(const char*& at, const char* end);

// A letter as it is compared: Latin ones in lower case without marks, as ASCII; Cyrillic ones in lower case, ё as е,
// from kCyrillic on in the order of Unicode; 0xFF for letters of other scripts. 0: an apostrophe or mark, which does
// not count.
inline constexpr unsigned char kCyrillic = 0x80;
unsigned char folded(char32_t character);

// The words of one language and of those that fill its gaps. Holds its own copy of them, in room for kMost bytes that
// belongs to somebody else.
class WordTable {
 public:
  // A table is some 10 KB; what goes beyond this is not taken.
  static constexpr std::uint32_t kMost = 128 * 1024;

  // One word or several, with the text behind it.
  struct Form {
    std::uint8_t sense_mark;
    std::uint8_t value;
    bool stem;     // has a star
    bool filling;  // of another language's table, so a form of the own one is preferred
    std::uint8_t size;

    Sense sense() const { return static_cast<Sense>(sense_mark); }
    // Folded, a blank between words; a star at a word's end stands for any ending.
    const unsigned char* text() const { return reinterpret_cast<const unsigned char*>(this + 1); }
    const Form* next() const { return reinterpret_cast<const Form*>(text() + size); }
  };

  constexpr explicit WordTable(unsigned char* room) : bytes_(room) {}

  // One line a form: its sense, its value and whether it has a star (0 or 1) as characters from kFirstMark on, then the
  // form as tokens see it: one blank for hyphens and slashes, and between digits and letters ("24 h 24"). A form has a
  // letter and is shorter than kLongestForm. Calls add up; `filling`: what was added before is preferred.
  static constexpr char kFirstMark = '0';
  static constexpr unsigned kLongestForm = 200;
  void add(std::string_view lines, bool filling);
  void clear() { size_ = 0; }

  const Form* begin() const { return reinterpret_cast<const Form*>(bytes_); }
  const Form* end() const { return reinterpret_cast<const Form*>(bytes_ + size_); }

  // The form of a day, month, break or the like that `word` (folded) is with one or two letters wrong, or nullptr.
  const Form* misspelt(const unsigned char* word, unsigned size) const;

 private:
  unsigned char* bytes_;
  std::uint32_t size_ = 0;
};

// A table with a room of its own.
class Words : public WordTable {
 public:
  Words() : Words(std::make_unique<unsigned char[]>(kMost)) {}

  // One line a sense: its name, then a tab before each form.
  // Lines of unknown names are left out. Several calls add up: the first language is preferred.
  void add(std::string_view lines);

 private:
  explicit Words(std::unique_ptr<unsigned char[]> room) : WordTable(room.get()), room_(std::move(room)) {}

  std::unique_ptr<unsigned char[]> room_;
};

}  // namespace townboard::phrase
