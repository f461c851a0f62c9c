#include "phrase/spans.h"
#include "phrase/week.h"
#include "text/number.h"

namespace townboard::phrase {
namespace {

constexpr std::string_view kDayNames = "MoTuWeThFrSaSu";
constexpr std::string_view kMonthNames = "JanFebMarAprMayJunJulAugSepOctNovDec";

std::string_view day_name(std::size_t day) { return kDayNames.substr(day * 2, 2); }

void append_clock(text::String& out, int minute) {
  text::append_number(out, minute / 60, 2);
  out += ':';
  text::append_number(out, minute % 60, 2);
}

class Printer {
 public:
  explicit Printer(std::string_view sentence) : sentence_(sentence) {}

  text::String print(const Week& week) {
    for (const Part& part : week.parts) add_part(part);
    if (week.parts.size() == 1 && is_always(week.parts[0])) out_ = "24/7";
    if (week.appointment.end != 0) {
      out_ += " || ";
      add_note(week.appointment);
    }
    return std::move(out_);
  }

 private:
  static bool is_always(const Part& part) {
    const auto whole = [](const Slot& slot) {
      return slot.set && slot.meaning == Meaning::open && slot.spans == Ranges{{0, 24 * 60}};
    };
    bool week = true;
    for (std::size_t day = 0; day < 7; ++day) week = week && whole(part.slots[day]);
    bool others = !part.numbered.empty() || part.season.begin_month != 0;
    for (std::size_t place = kHolidaySlot; place < kAnySlot; ++place) others = others || part.slots[place].set;
    return (week || whole(part.slots[kAnySlot])) && !others;
  }

  void add_part(const Part& part) {
    unsigned done = 0;
    for (std::size_t day = 0; day < 7; ++day) {
      if (!part.slots[day].set || (done >> day & 1) != 0) continue;
      const unsigned mask = equals(part, part.slots[day]);
      done |= mask;
      begin_rule(part.season);
      add_days(mask);
      add_slot(part.slots[day]);
    }
    if (part.slots[kAnySlot].set) {
      begin_rule(part.season);
      add_slot(part.slots[kAnySlot]);
    }
    add_special(part, kHolidaySlot, "PH");
    add_special(part, kSchoolSlot, "SH");
    add_eves(part);
    for (const Numbered& numbered : part.numbered) add_numbered(part, numbered);
  }

  static unsigned equals(const Part& part, const Slot& slot) {
    unsigned mask = 0;
    for (std::size_t day = 0; day < 7; ++day) {
      const Slot& other = part.slots[day];
      if (other.set && other.meaning == slot.meaning && other.spans == slot.spans) mask |= 1U << day;
    }
    return mask;
  }

  void begin_rule(Season season) {
    if (!out_.empty()) out_ += "; ";
    rule_ = out_.size();
    if (season.begin_month == 0) return;
    add_date(season.begin_month, season.begin_day);
    if (season.begin_day != 0 || season.end_month != season.begin_month) {
      out_ += '-';
      add_date(season.end_month, season.end_day);
    }
  }

  void add_date(unsigned month, unsigned day) {
    out_ += kMonthNames.substr((month - 1) * 3, 3);
    if (day == 0) return;
    out_ += ' ';
    text::append_number(out_, day, 2);
  }

  void blank() {
    if (out_.size() > rule_) out_ += ' ';
  }

  // Runs of three and more days are ranges; a run over the week's end too: Su-Th.
  void add_days(unsigned mask) {
    blank();
    if (mask == 0x7F) {
      out_ += "Mo-Su";
      return;
    }
    bool first = true;
    for (std::size_t day = 0; day < 7; ++day) {
      const bool starts = (mask >> day & 1) != 0 && (day == 0 || (mask >> (day - 1) & 1) == 0);
      if (!starts) continue;
      std::size_t end = day;
      while (end + 1 < 7 && (mask >> (end + 1) & 1) != 0) ++end;
      if (!first) out_ += ',';
      first = false;
      out_ += day_name(day);
      if (end > day) {
        out_ += end == day + 1 ? ',' : '-';
        out_ += day_name(end);
      }
    }
  }

  void add_slot(const Slot& slot) {
    blank();
    if (slot.meaning == Meaning::closed) {
      out_ += "off";
    } else if (slot.meaning == Meaning::appointment) {
      out_ += "unknown ";
      add_note(slot.where);
    } else {
      add_spans(slot.spans);
    }
  }

  void add_spans(const Ranges& spans) {
    bool first = true;
    for (const Range& span : spans) {
      if (!first) out_ += ',';
      first = false;
      append_clock(out_, span.begin);
      if (span.end == kOpenEnd) {
        out_ += '+';
      } else {
        out_ += '-';
        append_clock(out_, span.end);
      }
    }
  }

  void add_note(text::Span where) {
    out_ += '"';
    for (const char c : sentence_.substr(where.begin, where.end - where.begin)) {
      out_ += c == '"' ? '\'' : c == '\n' || c == '\r' ? ' ' : c;
    }
    out_ += '"';
  }

  void add_special(const Part& part, std::size_t place, std::string_view name) {
    if (!part.slots[place].set) return;
    begin_rule(part.season);
    blank();
    out_ += name;
    add_slot(part.slots[place]);
  }

  // Days before holidays, only where the office is open on that weekday anyway.
  void add_eves(const Part& part) {
    unsigned done = 0;
    const Slot& own = part.slots[kEveSlot];
    for (std::size_t day = 0; day < 7; ++day) {
      Slot slot = part.slots[day];
      if (!slot.set || slot.meaning != Meaning::open || slot.spans.empty() || (done >> day & 1) != 0) continue;
      unsigned mask = equals(part, slot);
      if (own.set) {
        mask = open_days(part);
        slot = own;
      } else if (part.eve_until != 0) {
        if (!close_at(slot.spans, part.eve_until)) slot.meaning = Meaning::closed;
      } else if (part.eve_minutes != 0) {
        const int end = slot.spans.back().end - part.eve_minutes;
        if (slot.spans.back().end == kOpenEnd || !close_at(slot.spans, static_cast<std::int16_t>(end))) continue;
      } else {
        return;
      }
      done |= mask;
      begin_rule(part.season);
      blank();
      out_ += "PH -1 day";
      add_days(mask);
      add_slot(slot);
    }
  }

  static unsigned open_days(const Part& part) {
    unsigned mask = 0;
    for (std::size_t day = 0; day < 7; ++day) {
      if (part.slots[day].set && part.slots[day].meaning == Meaning::open) mask |= 1U << day;
    }
    return mask;
  }

  void add_numbered(const Part& part, const Numbered& numbered) {
    begin_rule(part.season);
    blank();
    bool first = true;
    for (std::size_t day = 0; day < 7; ++day) {
      if (numbered.days.nth[day] == 0) continue;
      if (!first) out_ += ',';
      first = false;
      out_ += day_name(day);
      out_ += '[';
      bool first_number = true;
      for (int n = 0; n < 6; ++n) {
        if ((numbered.days.nth[day] >> n & 1) == 0) continue;
        if (!first_number) out_ += ',';
        first_number = false;
        text::append_number(out_, n == 5 ? -1 : n + 1);
      }
      out_ += ']';
    }
    if (numbered.days.last_work_day) out_ += first ? "workday[-1]" : ",workday[-1]";
    add_slot(numbered.slot);
  }

  std::string_view sentence_;
  text::String out_;
  std::size_t rule_ = 0;  // where the rule that is written began
};

}  // namespace

text::String print_week(const Week& week, std::string_view sentence) { return Printer(sentence).print(week); }

}  // namespace townboard::phrase
