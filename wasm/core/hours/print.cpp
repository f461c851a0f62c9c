#include "hours/print.h"

#include "hours/words.h"
#include "text/number.h"

namespace townboard::hours {
namespace {

using text::append_number;

using PrintOne = void (*)(text::String&, const void*);

// Joins with commas what `print_one` writes of `count` values of `size` bytes each, behind `before` where something stands
// before them. One function for all lists.
void append_all(text::String& out, std::string_view before, const void* values, std::size_t count, std::size_t size,
                PrintOne print_one) {
  for (std::size_t i = 0; i < count; ++i) {
    if (!out.empty()) out += before;
    before = ",";
    print_one(out, static_cast<const char*>(values) + i * size);
  }
}

template <auto print_one, typename T>
void append_list(text::String& out, std::string_view before, const text::List<T>& list) {
  append_all(out, before, list.data(), list.size(), sizeof(T),
             [](text::String& to, const void* value) { print_one(to, *static_cast<const T*>(value)); });
}

void append_signed(text::String& out, int value) {
  if (value >= 0) out += '+';
  append_number(out, value);
}

void append_offset(text::String& out, int days) {
  if (days == 0) return;
  out += ' ';
  append_signed(out, days);
  out += days == 1 || days == -1 ? " day" : " days";
}

void append_clock(text::String& out, int minutes) {
  append_number(out, minutes / 60, 2);
  out += ':';
  append_number(out, minutes % 60, 2);
}

void append_time_point(text::String& out, const TimePoint& point) {
  if (point.base == TimePoint::Base::clock) {
    append_clock(out, point.minutes);
    return;
  }
  if (point.minutes != 0) out += '(';
  out += event_name(static_cast<int>(point.base));
  if (point.minutes == 0) return;
  out += point.minutes < 0 ? '-' : '+';
  append_clock(out, point.minutes < 0 ? -point.minutes : point.minutes);
  out += ')';
}

void append_time_span(text::String& out, const TimeSpan& span) {
  append_time_point(out, span.begin);
  const bool alone = span.is_point || (span.open_end && span.begin == span.end);
  if (!alone) {
    out += '-';
    append_time_point(out, span.end);
  }
  if (span.open_end) out += '+';
  if (span.period != 0) {
    out += '/';
    append_clock(out, span.period);
  }
}

void append_nth(text::String& out, std::uint16_t bits) {
  if (bits == 0) return;
  out += '[';
  bool first = true;
  for (int i = 0; i < 10; ++i) {
    if ((bits >> i & 1) == 0) continue;
    if (!first) out += ',';
    first = false;
    int last = i;
    while (i < 5 && last + 1 < 5 && (bits >> (last + 1) & 1) != 0) ++last;
    append_number(out, i < 5 ? i + 1 : 4 - i);
    if (last > i) {
      out += '-';
      append_number(out, last + 1);
      i = last;
    }
  }
  out += ']';
}

void append_weekdays(text::String& out, const WeekdayRange& range) {
  if (range.working_day) {
    out += "workday";
  } else {
    out += weekday_name(range.first);
    if (range.last != range.first) {
      out += '-';
      out += weekday_name(range.last);
    }
  }
  append_nth(out, range.nth);
  append_offset(out, range.offset);
}

void append_holiday(text::String& out, const HolidaySelector& selector) {
  out += selector.school ? "SH" : "PH";
  append_offset(out, selector.offset);
  append_list<append_weekdays>(out, " ", selector.weekdays);
}

void append_date_point(text::String& out, const DatePoint& point, bool with_month) {
  if (point.year != 0) {
    append_number(out, point.year, 4);
    out += ' ';
  }
  int offset = point.offset;
  switch (point.kind) {
    case DatePoint::Kind::easter: out += "easter"; break;
    case DatePoint::Kind::orthodox_easter: out += "orthodox easter"; break;
    case DatePoint::Kind::month: out += month_name(point.month); break;
    case DatePoint::Kind::date:
      if (with_month) {
        out += month_name(point.month);
        out += ' ';
      }
      append_number(out, point.day, 2);
      break;
    case DatePoint::Kind::nth_weekday:
      out += month_name(point.month);
      out += ' ';
      out += weekday_name(point.weekday);
      out += '[';
      append_number(out, point.nth);
      out += ']';
      break;
  }
  if (point.to_weekday != 0) {
    out += point.to_weekday > 0 ? " +" : " -";
    out += weekday_name((point.to_weekday > 0 ? point.to_weekday : -point.to_weekday) - 1);
  }
  append_offset(out, offset);
}

void append_date_range(text::String& out, const DateRange& range) {
  append_date_point(out, range.begin, true);
  if (range.is_range) {
    const bool same_month = range.begin.kind == DatePoint::Kind::date &&
                            range.end.kind == DatePoint::Kind::date &&
                            range.begin.month == range.end.month && range.end.year == 0 &&
                            range.begin.offset == 0 && range.begin.to_weekday == 0 &&
                            range.end.day >= range.begin.day;
    out += '-';
    append_date_point(out, range.end, !same_month);
  }
  if (range.open_end) out += '+';
  if (range.step != 1) {
    out += '/';
    append_number(out, range.step);
  }
}

void append_dates(text::String& out, const text::List<DateRange>& dates) {
  for (std::size_t i = 0; i < dates.size(); ++i) {
    if (i > 0) out += dates[i].group == dates[i - 1].group ? "," : " ";
    append_date_range(out, dates[i]);
  }
}

// first ["-" last] ["/" step / "+"]
void append_numbers(text::String& out, int width, int first, int last, int step, bool open_end = false) {
  append_number(out, first, width);
  if (!open_end && last != first) {
    out += '-';
    append_number(out, last, width);
  }
  if (step != 1) {
    out += '/';
    append_number(out, step);
  } else if (open_end) {
    out += '+';
  }
}

void append_year(text::String& out, const YearRange& range) {
  append_numbers(out, 4, range.first, range.last, range.step, range.open_end);
}

void append_week(text::String& out, const WeekRange& range) {
  append_numbers(out, 2, range.first, range.last, range.step);
}

// Starts a new selector: a blank where something stands before it.
text::String& part(text::String& out) {
  if (!out.empty()) out += ' ';
  return out;
}

void append_state(text::String& out, const Rule& rule) {
  constexpr std::string_view kStates[] = {"off", "open", "unknown"};
  part(out) += rule.written_closed ? "closed" : kStates[static_cast<int>(rule.state)];
}

}  // namespace

text::String print_clock(int minutes) {
  text::String out;
  append_clock(out, minutes);
  return out;
}

text::String print(const Rule& rule) {
  text::String out;
  append_list<append_year>(out, {}, rule.years);
  if (!rule.dates.empty()) append_dates(part(out), rule.dates);
  if (!rule.weeks.empty()) part(out) += "week";
  append_list<append_week>(out, " ", rule.weeks);
  append_list<append_weekdays>(out, " ", rule.weekdays);
  append_list<append_holiday>(out, rule.weekdays.empty() ? " " : ",", rule.holidays);
  if (rule.always) part(out) += "24/7";
  append_list<append_time_span>(out, " ", rule.times);
  if (rule.has_state) append_state(out, rule);
  if (!rule.comment.empty()) {
    part(out) += '"';
    out += rule.comment;
    out += '"';
  }
  if (rule.shift_to_working_day) part(out) += "shift";
  return out;
}

text::String print(const Hours& hours) {
  text::String out;
  for (const Rule& rule : hours.rules) {
    if (!out.empty()) {
      out += rule.separator == Separator::normal     ? "; "
             : rule.separator == Separator::fallback ? " || "
                                                     : ", ";
    }
    out += print(rule);
  }
  return out;
}

}  // namespace townboard::hours
