#include <memory>

#include "phrase/phrase.h"

namespace townboard::phrase {

[[gnu::noinline]] void Work::refuse(Trouble trouble, Where place_of_it) {
  if (trouble < Trouble::days_missing) failed = true;
  reports.add() = {trouble, place_of_it, nullptr};
}

bool Reader::read(std::string_view text, const WordTable& table) {
  words = &table;
  latest = &none;
  sentence = text.substr(0, kMaxPhrase);
  const Where all = where(0, static_cast<unsigned>(sentence.size()));
  if (text.size() > kMaxPhrase) {
    refuse(Trouble::too_long, all);
    return false;
  }
  cut_tokens();
  look_up();
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

// The form that a report suggests, without its stars.
void suggest(const WordTable::Form& form, text::String& out) {
  for (unsigned i = 0; i < form.size; ++i) {
    const unsigned char letter = form.text()[i];
    if (letter == '*') continue;
    if (letter < kCyrillic) {
      out += static_cast<char>(letter);
      continue;
    }
    const unsigned character = letter - kCyrillic + 0x430U;
    out += static_cast<char>(0xC0 | character >> 6);
    out += static_cast<char>(0x80 | (character & 0x3F));
  }
}

}  // namespace

Reading read_phrase(std::string_view sentence, const Words& words) {
  const auto reader = std::make_unique<Reader>();
  Reading reading;
  reading.ok = reader->read(sentence, words.table());
  if (reading.ok) reading.hours = is_always(reader->hours()) ? std::string_view("24/7") : reader->hours();
  for (const Report& report : reader->reports) {
    text::String suggestion;
    if (report.trouble == Trouble::days_missing) {
      suggestion += "Mo-Fr ";
      suggestion += reading.hours;
    }
    if (report.form != nullptr) suggest(*report.form, suggestion);
    text::report(reading.problems, kind_of(report.trouble), {report.where & 0xFFFF, report.where >> 16}, suggestion);
  }
  return reading;
}

}  // namespace townboard::phrase
