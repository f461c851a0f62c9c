#include "phrase/print.h"

#include "phrase/spans.h"

namespace townboard::phrase {
namespace {

constexpr char kDayNames[] = "Mo\0Tu\0We\0Th\0Fr\0Sa\0Su\0PH\0SH";
constexpr char kNumberNames[] = "1\0002\0003\0004\0005\0-1";
constexpr char kMonthNames[] = "Jan\0Feb\0Mar\0Apr\0May\0Jun\0Jul\0Aug\0Sep\0Oct\0Nov\0Dec";

// The weekdays with the same hours as `slot`.
unsigned equals(const Part& part, const Piece& slot) {
  unsigned days = 0;
  for (unsigned day = 0; day < 7; ++day) {
    const Piece& other = part.slots[day];
    if (other.meaning == slot.meaning && other.note == slot.note && are_same(other.spans, slot.spans)) days |= 1U << day;
  }
  return days;
}

}  // namespace

void Printer::print() {
  unsigned missing = 0, named = 0;
  for (Part& part : parts) add_part(part, false);
  for (Part& part : parts) {
    // Those of holidays are last, as later rules override.
    add_part(part, true);
    // The whole day is that of every day, and closed is for the whole season.
    const Piece& hours = part.slots[kAnySlot];
    const bool every_day = hours.meaning == Meaning::closed || hours.spans.at[0].end - hours.spans.at[0].begin == kDay;
    missing += is_set(hours) && !every_day;
    named += part.has_hours && !is_set(hours);
  }
  if (missing != 0 || out.size == 0) {
    // Days before holidays have hours only where their weekdays do. Of two seasons both must have their days or none.
    const Trouble trouble = missing == 0 ? Trouble::nothing : named != 0 ? Trouble::which_days : Trouble::days_missing;
    refuse(trouble, where(0, static_cast<unsigned>(sentence.size())));
  }
  if (appointment != 0) {
    write(" || ");
    add_note(appointment);
  }
}

[[gnu::noinline]] void Printer::write(const char* text) {
  while (*text != 0) write(*text++);
}

[[gnu::noinline]] void Printer::write_number(int two_digits) {
  write(static_cast<char>('0' + two_digits / 10));
  write(static_cast<char>('0' + two_digits % 10));
}

void Printer::write_clock(int minute) {
  write_number(minute / 60);
  write(':');
  write_number(minute % 60);
}

// Behind hours past midnight a rule for the next day must add and not override, which would end them at midnight.
void Printer::add_part(Part& part, bool holidays) {
  unsigned done = 0;
  bool night = false;
  for (unsigned i = 0; i < kSlots; ++i) {
    Piece& slot = part.slots[i];
    const bool open = slot.meaning == Meaning::open, adds = night && open && equals(part, slot) != 0;
    night = night || (open && slot.spans.last().end > kDay);
    if ((i - kHolidaySlot <= kEveSlot - kHolidaySlot) != holidays) continue;
    if (i == kEveSlot) add_eves(part);
    if (i == kEveSlot || !is_set(slot) || (done >> i & 1) != 0 || (night && i < 7 && !open)) continue;
    begin_rule(part.season, adds);
    if (i < 7) {
      const unsigned days = equals(part, slot);
      done |= days;
      add_days(days);
    } else if (i == kHolidaySlot || i == kSchoolSlot) {
      blank();
      write(kDayNames + (i - 1) * 3);
    } else if (i >= kNumberedSlot) {
      add_numbered(slot.days);
    }
    add_slot(slot);
  }
}

void Printer::begin_rule(Season season_of_rule, bool adds) {
  if (out.size > 0) write(adds ? ", " : "; ");
  place = out.size;
  if (season_of_rule == 0) return;
  const unsigned begin = season_of_rule & 0xFFFF, end = season_of_rule >> 16;
  add_date(begin);
  if (begin == end) return;
  write('-');
  add_date(end);
}

// A month, and in the upper byte a day or 0.
void Printer::add_date(unsigned date) {
  write(kMonthNames + (date & 0xFF) * 4 - 4);
  if (date < 256) return;
  write(' ');
  write_number(static_cast<int>(date >> 8));
}

[[gnu::noinline]] void Printer::blank() {
  if (out.size > place) write(' ');
}

[[gnu::noinline]] void Printer::comma_unless(bool& first) {
  if (!first) write(',');
  first = false;
}

// Runs of three and more days are ranges.
void Printer::add_days(unsigned days) {
  blank();
  bool first = true;
  for (unsigned day = 0; day < 7; ++day) {
    if ((days >> day & 1) == 0) continue;
    comma_unless(first);
    write(kDayNames + day * 3);
    unsigned end = day;
    while ((days & kWeek) >> (end + 1) & 1) ++end;
    if (end < day + 2) continue;
    write('-');
    write(kDayNames + end * 3);
    day = end;
  }
}

void Printer::add_slot(const Piece& slot) {
  blank();
  if (slot.meaning == Meaning::closed) return write("off");
  if (slot.meaning == Meaning::appointment) write("unknown");
  bool first = true;
  for (unsigned i = 0; i < slot.spans.size; ++i) {
    const Range& span = slot.spans.at[i];
    comma_unless(first);
    write_clock(span.begin);
    write(span.end == kOpenEnd ? '+' : '-');
    if (span.end != kOpenEnd) write_clock(span.end);
  }
  if (slot.note == 0) return;
  write(' ');
  add_note(slot.note);
}

void Printer::add_note(Where where) {
  write('"');
  for (unsigned i = where & 0xFFFF; i < where >> 16; ++i) {
    const char c = sentence[i];
    write(c == '"' ? '\'' : static_cast<unsigned char>(c) < ' ' ? ' ' : c);
  }
  write('"');
}

// Days before holidays, only where the office is open on that weekday anyway.
void Printer::add_eves(Part& part) {
  const Piece& any = part.slots[kAnySlot];
  if (is_set(any) && (is_set(part.slots[kEveSlot]) || (part.eve_minutes | part.eve_until) != 0)) {
    refuse(Trouble::which_days, any.where);
  }
  unsigned done = 0;
  for (unsigned day = 0; day < 7; ++day) {
    if (part.slots[day].meaning != Meaning::open || (done >> day & 1) != 0) continue;
    const unsigned same = equals(part, part.slots[day]);
    done |= same;
    Piece slot = part.slots[kEveSlot];
    if (!is_set(slot)) {
      slot = part.slots[day];
      const int usual = slot.spans.last().end, end = part.eve_until != 0 ? part.eve_until : usual - part.eve_minutes;
      if (end < 0 || end >= usual) continue;
      if (!close_at(slot.spans, end)) slot.meaning = Meaning::closed;
    }
    begin_rule(part.season, false);
    blank();
    write("PH -1 day");
    add_days(same);
    add_slot(slot);
  }
}

void Printer::add_numbered(Days days) {
  blank();
  bool first = true;
  for (unsigned day = 0; day < 7; ++day) {
    const unsigned numbers = numbered(days) >> 6 * day & 0x3F;
    if (numbers == 0) continue;
    comma_unless(first);
    write(kDayNames + day * 3);
    write('[');
    bool first_number = true;
    for (unsigned n = 0; n < 6; ++n) {
      if ((numbers >> n & 1) == 0) continue;
      comma_unless(first_number);
      write(kNumberNames + n * 2);
    }
    write(']');
  }
  if ((days & kLastWorkDay) != 0) {
    comma_unless(first);
    write("workday[-1]");
  }
}

}  // namespace townboard::phrase
