#pragma once


#include "phrase/groups.h"
#include "phrase/order.h"
#include "phrase/problems.h"

namespace townboard::phrase {

// Walks the elements and gathers groups: which times belong to which days. Days wait (`pending_`) for what is said of
// them. groups.cpp has the days and times, breaks.cpp breaks and closed days, exceptions.cpp what changes other days.
class Gatherer {
 public:
  Gatherer(Elements elements, text::Problems& problems)
      : elements_(std::move(elements)), problems_(problems) {}

  Groups gather();

 private:
  [[gnu::noinline]] const Element& now() const { return elements_[at_]; }
  [[gnu::noinline]] const Element& next(std::size_t ahead = 1) const {
    return elements_[at_ + ahead < elements_.size() ? at_ + ahead : elements_.size() - 1];
  }
  const Element* before() const { return at_ == 0 ? nullptr : &elements_[at_ - 1]; }
  void refuse(const text::ProblemKind& kind, text::Span where) { text::report(problems_, kind, where); }
  Group& add(Meaning meaning, text::Span where);
  void step();
  void step_days();
  static void merge(Days& into, const Days& from);
  // Spans inside a longer one of the same days are its breaks, named or not: 9.30-18.00, 13.00-13.30.
  static bool is_inside(Range inner, const Ranges& spans);
  void step_spans();
  // "13.00-14.00 lunch": the name stands behind, and no times follow it.
  bool takes_break_name() const;
  // "Tuesday Thursday Friday | 9-11 10-12 14-16": as many days as times which cannot all be of each day.
  bool spread(const Ranges& spans, text::Span where);
  void step_closed();
  void close_half();
  void add_pause(Ranges spans, text::Span where, Days days);
  // "lunch 13.00-14.00", "break on Monday - Friday: 13.00-13.15".
  void step_pause();
  // "Friday until 16.00", and "(Friday until 16.00)" by way of parentheses.
  void step_until();
  // "9-18, break 13-14, Mo-Fr": days at the very end are for the only times, if these have none.
  void give_last_days();
  // "every day except Sunday": before the times and behind them. "Mo-Fr 9-18, except Friday 9-16" is an exception
  // with hours of its own.
  void step_except();
  // "other days closed" says what is so anyway, when days were named.
  void step_other_days();
  // Days and times that were in parentheses, after What::open.
  void step_exception();
  // "the working day begins at 9.00, ends at 18.00".
  void step_start();
  // "and by appointment" is beside all hours; "Saturday by appointment" has no hours; "Tu 14-18 by appointment"
  // may mean either.
  void step_appointment();
  // Morning and afternoon beside times say nothing new; without times they cannot be read.
  void step_half();
  void step_no_days_off();
  // A name of something at the start of a part, when hours were read before it and come after it, begins another
  // schedule: "Office Mo-Fr 9-17. Cash desk Tu 10-12".
  void step_label();

  Elements elements_;
  text::Problems& problems_;
  Groups out_;
  text::List<Group> exceptions_;  // closed holidays that a group leaves out; they count after all groups
  std::size_t at_ = 0;
  Days days_;
  text::Span pending_where_;
  bool pending_ = false;  // days_ waits for its times
  bool also_ = false;
  bool weekly_ = false;
  bool no_pause_ = false;
  Season season_;
};

}  // namespace townboard::phrase
