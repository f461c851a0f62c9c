#include <memory>

#include "phrase/phrase.h"
#include "phrase/tokens.h"

namespace townboard::phrase {

[[gnu::noinline]] void Work::refuse(Trouble trouble, Where place_of_it) {
  if (trouble < Trouble::days_missing) failed = true;
  reports.add() = {trouble, place_of_it};
}

bool Reader::read(std::string_view text, const WordTable& table) {
  // web/phrase.js refuses it itself.
  if (text.size() > kMaxPhrase) {
    refuse(Trouble::too_long, where(0, kMaxPhrase));
    return false;
  }
  sentence = text;
  Tokens tokens(*this, table);
  tokens.cut();
  tokens.look_up();
  tokens.open_head();
  tokens.doubt_pairs();
  tokens.pass_markers();
  tokens.find_dates();
  return read_tokens();
}

bool Reader::read_tokens() {
  latest = &none;
  const Where all = where(0, static_cast<unsigned>(sentence.size()));
  read_atoms();
  cut_elements();
  if (elements.full()) {
    refuse(Trouble::too_long, all);
    return false;
  }
  settle_parentheses();
  turn_round();
  gather();
  if (groups.size == 0 && !failed) refuse(Trouble::nothing, all);
  if (!failed) settle();
  if (!failed) print();
  if (groups.full() || parts.full() || out.full()) refuse(Trouble::too_long, all);
  return !failed;
}

namespace {

// web/phrase.js asks the same, so that the module need not.
bool is_always(std::string_view hours) { return hours == "Mo-Su 00:00-24:00" || hours == "00:00-24:00"; }

}  // namespace

Reading read_phrase(std::string_view sentence, const Words& words) {
  const auto reader = std::make_unique<Reader>();
  Words marked = words;
  marked.mark_misspelt(sentence.substr(0, kMaxPhrase));
  Reading reading;
  reading.ok = reader->read(sentence, marked.table());
  if (reading.ok) reading.hours = is_always(reader->hours()) ? std::string_view("24/7") : reader->hours();
  for (const Report& report : reader->reports) {
    text::String suggestion;
    if (report.trouble == Trouble::days_missing) {
      suggestion += "Mo-Fr ";
      suggestion += reading.hours;
    }
    const Where begin = report.where & 0xFFFF, end = report.where >> 16;
    if (report.trouble == Trouble::misspelt) suggestion = words.meant_by(sentence.substr(begin, end - begin));
    text::report(reading.problems, kind_of(report.trouble), {begin, end}, suggestion);
  }
  return reading;
}

}  // namespace townboard::phrase
