#include "phrase/groups.h"

#include <utility>

#include "phrase/parentheses.h"
#include "phrase/problems.h"

namespace townboard::phrase {
namespace {

constexpr std::int16_t kDay = 24 * 60;

bool is_hours(What what) { return what == What::spans || what == What::all_day; }

// Times before their days ("9:00 to 12:00 on Saturday") are put behind them. Only where the whole sentence is
// written so: it begins with times, ends with days, and they alternate.
void turn_round(std::vector<Element>& elements) {
  std::vector<std::size_t> places;
  std::string order;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const What what = elements[i].what;
    if (what == What::pause) return;
    if (is_hours(what)) order += 'S';
    if (what == What::days) order += 'D';
    if (what == What::closed) order += 'C';
    if (order.size() > places.size()) places.push_back(i);
  }
  while (order.ends_with("CD") || order.ends_with("DC")) order.resize(order.size() - 2);
  if (order.empty() || order.size() % 2 != 0) return;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (order[i] != (i % 2 == 0 ? 'S' : 'D')) return;
  }
  for (std::size_t i = 0; i < order.size(); i += 2) std::swap(elements[places[i]], elements[places[i + 1]]);
}

class Gatherer {
 public:
  Gatherer(std::vector<Element> elements, text::Problems& problems)
      : elements_(std::move(elements)), problems_(problems) {}

  Groups gather() {
    settle_parentheses(elements_, problems_);
    turn_round(elements_);
    for (at_ = 0; now().what != What::done;) step();
    if (pending_) refuse(kNoTimes, pending_where_);
    return std::move(out_);
  }

 private:
  const Element& now() const { return elements_[at_]; }
  const Element& next(std::size_t ahead = 1) const {
    return elements_[at_ + ahead < elements_.size() ? at_ + ahead : elements_.size() - 1];
  }
  const Element* before() const { return at_ == 0 ? nullptr : &elements_[at_ - 1]; }

  void refuse(const text::ProblemKind& kind, text::Span where) { problems_.push_back({&kind, where, {}, {}}); }

  Group& add(Meaning meaning, text::Span where) {
    Group group;
    group.meaning = meaning;
    group.season = season_;
    group.where = where;
    group.named = pending_;
    group.weekly = weekly_;
    group.also = also_;
    group.no_pause = no_pause_;
    if (pending_) {
      group.days = days_;
      group.where.begin = pending_where_.begin < where.begin ? pending_where_.begin : where.begin;
    }
    pending_ = also_ = no_pause_ = false;
    days_ = {};
    out_.groups.push_back(std::move(group));
    return out_.groups.back();
  }

  void step() {
    const Element& element = now();
    switch (element.what) {
      case What::days: return step_days();
      case What::spans: return step_spans();
      case What::all_day: {
        const text::Span where = element.where;
        add(Meaning::open, where).spans = {{0, kDay}};
        break;
      }
      case What::closed: return step_closed();
      case What::pause: return step_pause();
      case What::no_pause:
        if (pending_ || out_.groups.empty()) {
          no_pause_ = true;
        } else {
          out_.groups.back().no_pause = true;
        }
        break;
      case What::until: step_until(); break;
      case What::moment: refuse(kTimes, element.where); break;
      case What::season:
        if (pending_) refuse(kNoTimes, pending_where_);
        season_ = element.season;
        break;
      case What::also: also_ = true; break;
      case What::weekly: weekly_ = true; break;
      case What::start: return step_start();
      case What::finish: refuse(kTimes, element.where); break;
      case What::shorter:
        if (!pending_ || !days_.eves) refuse(kNoMeaning, element.where);
        add(Meaning::shorter, element.where);
        break;
      case What::appointment: step_appointment(); break;
      case What::morning: case What::afternoon: step_half(); break;
      case What::no_days_off: step_no_days_off(); break;
      case What::label: step_label(); break;
      case What::open: return step_exception();
      default: break;
    }
    ++at_;
  }

  void step_days() {
    if (pending_) {
      // "Saturday" and "Sunday" on two lines before one "closed".
      merge(days_, now().days);
      pending_where_.end = now().where.end;
    } else {
      days_ = now().days;
      pending_where_ = now().where;
      pending_ = true;
    }
    ++at_;
  }

  static void merge(Days& into, const Days& from) {
    into.weekdays = static_cast<std::uint8_t>(into.weekdays | from.weekdays);
    for (std::size_t i = 0; i < 7; ++i) into.nth[i] = static_cast<std::uint8_t>(into.nth[i] | from.nth[i]);
    into.holidays = into.holidays || from.holidays;
    into.school_holidays = into.school_holidays || from.school_holidays;
    into.eves = into.eves || from.eves;
    into.last_work_day = into.last_work_day || from.last_work_day;
    into.listed_count = 255;
  }

  // Spans inside a longer one of the same days are its breaks, named or not: 9.30-18.00, 13.00-13.30.
  static bool is_inside(Range inner, const std::vector<Range>& spans) {
    for (const Range& span : spans) {
      const bool short_enough = inner.end != kOpenEnd && inner.end - inner.begin <= 120;
      const bool at_midday = inner.begin >= 10 * 60 && inner.end <= 17 * 60;
      if (span.begin < inner.begin && inner.end < span.end && short_enough && at_midday) return true;
    }
    return false;
  }

  void step_spans() {
    const Element element = now();
    ++at_;
    if (takes_break_name()) return add_pause(element.spans, element.where, {});
    std::vector<Range> own, inner;
    const bool continues = !pending_ && !out_.groups.empty() && out_.groups.back().meaning == Meaning::open &&
                           out_.groups.back().season == season_;
    if (continues) own = out_.groups.back().spans;
    const std::size_t known = own.size();
    for (const Range& span : element.spans) (is_inside(span, own) ? inner : own).push_back(span);
    if (!inner.empty()) add_pause(std::move(inner), element.where, {});
    if (own.size() == known) return;
    if (continues && !also_) {
      out_.groups.back().spans = std::move(own);
      out_.groups.back().where.end = element.where.end;
      return;
    }
    if (spread(own, element.where)) return;
    add(Meaning::open, element.where).spans.assign(own.begin() + static_cast<std::ptrdiff_t>(known), own.end());
  }

  // "13.00-14.00 lunch": the name stands behind, and no times follow it.
  bool takes_break_name() const {
    return now().what == What::pause && !is_hours(next().what) && next().what != What::days && !out_.groups.empty() &&
           !pending_;
  }

  // "Tuesday Thursday Friday | 9-11 10-12 14-16": as many days as times which cannot all be of each day.
  bool spread(const std::vector<Range>& spans, text::Span where) {
    if (!pending_ || days_.listed_count != spans.size() || spans.size() < 2 || days_.has_nth()) return false;
    bool ascending = true;
    for (std::size_t i = 1; i < spans.size(); ++i) {
      ascending = ascending && (spans[i - 1].end == kOpenEnd || spans[i].begin >= spans[i - 1].end);
    }
    if (ascending) return false;
    const Days all = days_;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      pending_ = true;
      Group& group = add(Meaning::open, where);
      group.days.weekdays = static_cast<std::uint8_t>(1 << all.listed[i]);
      group.spans = {spans[i]};
    }
    return true;
  }

  void step_closed() {
    const text::Span where = now().where;
    ++at_;
    if (pending_) {
      const bool half = now().what == What::morning || now().what == What::afternoon;
      if (half) return close_half();
      if (is_hours(now().what) && now().what != What::all_day && !now().fresh) {
        // "Wednesday closed 12-13": a break of that day.
        const Days days = std::exchange(days_, {});
        pending_ = false;
        add_pause(now().spans, now().where, days);
        ++at_;
        return;
      }
      add(Meaning::closed, where);
      return;
    }
    if (now().what == What::days) {
      step_days();
      if (now().what == What::morning || now().what == What::afternoon) return close_half();
      if (is_hours(now().what) && !now().fresh && !now().joined) return refuse(kNoMeaning, where);
      add(Meaning::closed, where);
      return;
    }
    if (now().what == What::pause) return;  // "closed for lunch"
    if (now().what == What::spans && !out_.groups.empty()) {
      add_pause(now().spans, now().where, {});
      ++at_;
      return;
    }
    refuse(kNoMeaning, where);
  }

  void close_half() {
    Group& group = add(Meaning::half_closed, now().where);
    group.minute = now().what == What::afternoon ? 1 : 0;
    ++at_;
  }

  void add_pause(std::vector<Range> spans, text::Span where, Days days) {
    for (const Range& span : spans) {
      if (span.end == kOpenEnd) refuse(kPause, where);
    }
    out_.pauses.push_back({days, std::move(spans), out_.groups.size(), season_, where});
  }

  // "lunch 13.00-14.00", "break on Monday - Friday: 13.00-13.15".
  void step_pause() {
    const text::Span where = now().where;
    ++at_;
    while (now().what == What::pause || now().what == What::label) ++at_;
    if (now().what == What::spans) {
      Days days;
      // Days without their own times before the name of the break are its days.
      if (pending_) days = std::exchange(days_, {});
      pending_ = false;
      add_pause(now().spans, now().where, days);
      ++at_;
      return;
    }
    if (now().what == What::days && next().what == What::spans && !pending_) {
      add_pause(next().spans, next().where, now().days);
      at_ += 2;
      return;
    }
    refuse(kPause, where);
  }

  // "Friday until 16.00", and "(Friday until 16.00)" by way of parentheses.
  void step_until() {
    const Element element = now();
    if (!pending_) return refuse(kTimes, element.where);
    add(Meaning::until, element.where).minute = element.minute;
  }

  // Days and times that were in parentheses, after What::open.
  void step_exception() {
    const Element& days = next(1);
    const Element& hours = next(2);
    Group group;
    group.meaning = hours.what == What::until ? Meaning::until : Meaning::replaced;
    group.days = days.days;
    group.named = true;
    group.spans = hours.spans;
    group.minute = hours.minute;
    group.season = season_;
    group.where = {days.where.begin, days.where.end};
    out_.groups.push_back(std::move(group));
    at_ += 3;
  }

  // "the working day begins at 9.00, ends at 18.00".
  void step_start() {
    const text::Span where = now().where;
    std::size_t place = at_ + 1;
    const auto time_of = [&](const Element& element, std::int16_t& minute) {
      if (element.what == What::moment || element.what == What::until) {
        minute = element.minute;
        return true;
      }
      const bool open_ended = element.what == What::spans && element.spans.size() == 1 && element.spans[0].end == kOpenEnd;
      if (open_ended) minute = element.spans[0].begin;
      return open_ended;
    };
    std::int16_t begin = 0, end = 0;
    const bool first = time_of(elements_[place], begin);
    place += first ? 1 : 0;
    const bool finish = elements_[place].what == What::finish;
    place += finish ? 1 : 0;
    const bool second = first && finish && time_of(elements_[place], end);
    at_ = second ? place + 1 : at_ + 1;
    if (!second || end <= begin) return refuse(kTimes, where);
    add(Meaning::open, where).spans = {{begin, end}};
  }

  // "and by appointment" is beside all hours; "Saturday by appointment" has no hours; "Tu 14-18 by appointment"
  // may mean either.
  void step_appointment() {
    const Element& element = now();
    if (pending_) {
      add(Meaning::appointment, element.where);
    } else if (out_.groups.empty()) {
      if (next().what == What::done) {
        add(Meaning::appointment, element.where);
      } else {
        refuse(kAppointment, element.where);
      }
    } else if (element.joined || element.fresh) {
      out_.appointment = element.where;
    } else {
      refuse(kAppointment, element.where);
    }
  }

  // Morning and afternoon beside times say nothing new; without times they cannot be read.
  void step_half() {
    const bool beside = is_hours(next().what) || (before() != nullptr && is_hours(before()->what)) ||
                        next().what == What::days || next().what == What::also;
    if (!beside) refuse(kHalfDay, now().where);
  }

  void step_no_days_off() {
    if (pending_ || (!out_.groups.empty() && out_.groups.back().named)) return;
    Days every;
    every.weekdays = 0x7F;
    if (!out_.groups.empty()) {
      out_.groups.back().days = every;
      out_.groups.back().named = true;
      return;
    }
    days_ = every;
    pending_ = true;
    pending_where_ = now().where;
  }

  // A name of something at the start of a part, when hours were read before it and come after it, begins another
  // schedule: "Office Mo-Fr 9-17. Cash desk Tu 10-12".
  void step_label() {
    bool hours_follow = false;
    for (std::size_t i = at_ + 1; i < elements_.size(); ++i) {
      const What what = elements_[i].what;
      hours_follow = hours_follow || is_hours(what) || what == What::until || what == What::moment;
    }
    const bool opens = now().fresh || now().joined;
    if (opens && !pending_ && !out_.groups.empty() && hours_follow) {
      refuse(kSeveral, now().where);
    } else {
      problems_.push_back({&kLeftOut, now().where, {}, {}});
    }
  }

  std::vector<Element> elements_;
  text::Problems& problems_;
  Groups out_;
  std::size_t at_ = 0;
  Days days_;
  text::Span pending_where_;
  bool pending_ = false;  // days_ waits for its times
  bool also_ = false;
  bool weekly_ = false;
  bool no_pause_ = false;
  Season season_;
};

}  // namespace

Groups groups_of(std::vector<Element> elements, text::Problems& problems) {
  return Gatherer(std::move(elements), problems).gather();
}

}  // namespace townboard::phrase
