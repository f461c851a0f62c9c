#pragma once

#include <cstdint>
#include "text/string.h"
#include <string_view>

#include "text/list.h"

namespace townboard::phrase {

// What a word or sign says about hours. The names on the left of data/phrases/<language>.json.
enum class Sense : std::uint8_t {
  unknown,
  day,              // value 0 (Monday) .. 6
  month,            // value 1..12
  nth,              // value 1..5; 0: the last one
  ordinal_suffix,   // "nd" of 2nd: only directly behind a digit
  from,
  to,
  between,
  also,             // what follows comes on top of what was said
  both,             // "and"
  every_day,
  work_days,        // Monday to Friday
  weekend,
  days_off,         // either Saturday and Sunday, or the days on which it is closed
  closed,
  holidays,
  school_holidays,
  eves,             // days before public holidays
  pause,            // lunch or another break
  no_pause,
  no_days_off,
  all_day,
  appointment,
  sanitary,         // a closed day for cleaning
  last_work_day,
  weekly,
  start,            // "the working day begins at"
  finish,
  am,
  pm,
  noon,
  midnight,
  hour,             // o'clock; value 1: minutes may stand behind it (8h30)
  minute,
  hour_shorter,     // one hour less
  morning,
  afternoon,
  room,             // a number follows which is no time
  every,            // "each", which with a number may mean every second week
  of_month,
  except,           // the days that follow are not meant
  other_days,       // the days that were not named
  refuse,           // a word that changes the meaning in a way that is not modelled: only, odd weeks
  filler,           // says nothing about hours
  // What is no word:
  time,             // value: minutes 0..1440
  number,
  dash,
  comma,
  semicolon,
  colon,
  dot,
  slash,
  bar,
  open,
  close,
  line,
  sign,             // any other
  done,             // behind the last atom
};

// `word` as it is looked up: lower case, Latin letters without marks, no apostrophes, ё as е.
text::String folded(std::string_view word);

// The words of one language. Holds its own copy of them.
class Words {
 public:
  struct Form {
    std::uint32_t begin = 0;  // in the letters of all forms
    std::uint16_t size = 0;
    Sense sense = Sense::unknown;
    std::int8_t value = 0;
    bool stem = false;    // has a star
    bool filling = false; // taken from another language's table, so a form of the own one is preferred
  };

  // One line a sense: its name, then a tab before each form.
  // Lines of unknown names are left out. Several calls add up: the first language is preferred.
  void add(std::string_view lines);

  const text::List<Form>& forms() const { return forms_; }

  // Folded words with a blank between; a star at the end of a word stands for any ending.
  std::string_view text(const Form& form) const { return std::string_view(letters_).substr(form.begin, form.size); }

  // Whether `word` (folded) is a day, month, break or the like with one or two letters wrong; then the form.
  std::string_view misspelt(std::string_view word) const;

 private:
  text::List<Form> forms_;
  text::String letters_;
};

}  // namespace townboard::phrase
