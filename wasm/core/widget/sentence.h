#pragma once

#include "text/string.h"

#include "locale/locale.h"
#include "widget/status.h"

namespace townboard::widget {

// A status in words: "Open", "closes at 13:00 for lunch, back at 14:00".
struct Sentence {
  text::String state;  // the word beside the icon
  text::String next;   // what happens next, as it stands after the state; "" when nothing is known

  // "Open · closes at 13:00".
  text::String whole() const;
};

// `soon_minutes`: within so many minutes the change is counted down. Rule: issue 6, status.
Sentence sentence_of(const Status& status, time::Wall now, const locale::Locale& locale,
                     int soon_minutes);

// Whether the comment of some hours says that they are by appointment.
bool is_appointment(std::string_view comment);

// "today", "tomorrow", "Monday" within six days, else the date: as it stands after a verb.
text::String when(time::Day day, time::Day today, const locale::Locale& locale);

}  // namespace townboard::widget
