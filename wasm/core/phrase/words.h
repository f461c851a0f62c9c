#pragma once

#include <cstdint>
#include <string_view>

#include "text/string.h"

namespace townboard::phrase {

// What a word or sign says about hours, in the order of names.inc, which has the names that stand on the left of
// data/phrases/<language>.json and of signs.inc. The first 32 can be in sets; the rest is in the order of its uses.
// None of a sign is a digit's code, as they share a byte (WordTable).
enum class Sense : std::uint32_t {
  unknown,          // a word of no table. value 1: one that resembles a word that matters
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
  semicolon,
  until,            // only as an element: a time at which it closes
  moment,           // only as an element: a time alone
  done,             // behind the last
  // Words:
  day,              // value 0 (Monday) .. 6
  from,
  to,
  between,
  both,             // "and"
  closed,           // value 1: for cleaning
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
  month,            // value 1..12; of an atom also the day, as the second byte
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
  weekly,
  room,             // a number follows which is no time. value 1: that of a telephone, of many digits
  start,            // "the working day begins at"
  finish,
  noon,
  midnight,
  minute,
  hour_shorter,     // one hour less
  other_days,       // the days that were not named
  aside,            // another's times follow, up to the end of the sentence or a break: cash desk, last admission
  clock,            // a time in words: value: half hours, from "half past twelve" = 1 to 25
  refuse,           // a word that changes the meaning in a way that is not modelled: if, odd weeks. value 1: the
                    // name of a season, which says nothing when its dates follow; 2: "only", which says nothing before days
  every,            // "each", which with a number may mean every second week
  of_month,
  filler,           // says nothing about hours
  // What is no word either:
  number,
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

// Whether a letter begins another word right behind one: a capital behind a small letter, as in cells of a table that run
// together: "FridayClosed". Of the Latin and Cyrillic letters whose case their place tells.
bool begins_word(char32_t before, char32_t letter);

// A letter as it is compared: Latin ones in lower case without marks, as ASCII; Cyrillic ones in lower case, ё as е,
// from kCyrillic on in the order of Unicode; kOtherLetter for letters of other scripts; kNoLetter for an apostrophe or
// mark, which does not count. Digits are as in ASCII.
inline constexpr unsigned char kNoLetter = 0x60, kCyrillic = 0x80, kOtherLetter = 0xFF;
constexpr bool is_digit(unsigned char letter) { return letter - unsigned{'0'} < 10; }
static_assert(static_cast<unsigned>(Sense::room) < '0' && static_cast<unsigned>(Sense::number) > '9');

// The signs and letters of all languages and the words of one and of those that fill its gaps. A view on bytes that
// Words made, which must outlive it.
struct WordTable {
  // One word or several, with the text behind it.
  struct Form {
    std::uint8_t sense_mark;
    std::uint8_t value;
    // 2: of the language's own table, so preferred to others; 1: without a star; 4: with marks; 8: one word of five
    // letters and more that matters so much that one with a wrong letter is refused.
    std::uint8_t rank;
    std::uint8_t size;

    Sense sense() const { return static_cast<Sense>(sense_mark); }
    bool is_stem() const { return (rank & 1) == 0; }
    unsigned letters() const { return size - 1U * is_stem(); }  // without the star at its end
    // Whether a word is this form or, where this is a stem, begins with it.
    bool fits(const unsigned char* word, unsigned word_size) const {
      return (is_stem() || word_size == letters()) && begins(word, word_size);
    }
    bool begins(const unsigned char* word, unsigned word_size) const;
    // Letters and digits as tokens see them: one blank between words, also for hyphens and slashes and between digits
    // and letters ("24 h 24"). A star at a word's end stands for any ending. Shorter than kLongestForm.
    const unsigned char* text() const { return reinterpret_cast<const unsigned char*>(this + 1); }
    const Form* next() const { return reinterpret_cast<const Form*>(text() + size); }
  };
  static constexpr unsigned kLongestForm = 100;

  // For each character up to U+FFFF, which stands for those beyond it, what it is: a letter or digit, otherwise the
  // sense of a sign. The forms stand behind.
  static constexpr unsigned kCharacters = 0x10000;

  const unsigned char* bytes;
  const Form* last;  // the end of the forms

  unsigned char sign(char32_t character) const { return bytes[character < kCharacters ? character : kCharacters - 1]; }
  const Form* begin() const { return reinterpret_cast<const Form*>(bytes + kCharacters); }
  const Form* end() const { return last; }
  // The day in a compound of a day and a half of it: Mittwochnachmittag; null: it is none.
  const Form* day_in(const unsigned char* word, unsigned size) const;
};

// Makes a table from names.inc, signs.inc and the words of languages, for native programs; web/phrase-words.js does the
// same for the module, which is smaller without it.
class Words {
 public:
  Words();

  // One line a sense: its name, then a tab before each form.
  // Lines of unknown names are left out, and so are forms that are too long or have no letters, and all that is beyond
  // kMost bytes (a table is some 10 KB). Several calls add up: the first language is preferred.
  void add(std::string_view lines);
  static constexpr std::size_t kMost = 256 * 1024;

  // Adds the words of a sentence that are not in the table but resemble one that matters, as Sense::unknown.
  void mark_misspelt(std::string_view sentence);

  // What such a word may be meant for: the form of a day, month, break or the like that it is with one or two letters
  // wrong, as letters; empty where there is none.
  text::String meant_by(std::string_view word) const;

  // Lives until words are added or this is gone.
  WordTable table() const;

 private:
  const WordTable::Form* misspelt(const unsigned char* word, unsigned size) const;
  void map_characters(std::string_view lines);
  void add_form(std::string_view marks, std::string_view form, bool filling);

  text::String bytes_;
};

}  // namespace townboard::phrase
