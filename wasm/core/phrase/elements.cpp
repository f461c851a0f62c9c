#include "phrase/elements.h"

#include "phrase/atoms.h"
#include "phrase/problems.h"
#include "phrase/scan.h"

namespace townboard::phrase {

bool Days::has_nth() const {
  for (const std::uint8_t mask : nth) {
    if (mask != 0) return true;
  }
  return false;
}

bool Days::any() const {
  return weekdays != 0 || holidays || school_holidays || eves || last_work_day || has_nth();
}

namespace {

class Cutter {
 public:
  Cutter(std::string_view sentence, const Words& words, text::Problems& problems)
      : scan_(atoms_of(sentence, words)), sentence_(sentence), words_(words), problems_(problems) {}

  Elements cut() {
    while (scan_.now().sense != Sense::done) step();
    push(What::done);
    return std::move(elements_);
  }

 private:
  Element& push(What what) {
    Element element;
    element.what = what;
    element.where = scan_.now().where;
    element.fresh = fresh_ || elements_.empty();
    element.joined = joined_;
    fresh_ = joined_ = false;
    return elements_.push_back(element);
  }

  void push_and_pass(What what) {
    push(what);
    scan_.pass();
  }

  void refuse(const text::ProblemKind& kind, text::Span where, std::string_view suggestion = {}) {
    text::report(problems_, kind, where, suggestion);
  }

  void step() {
    switch (scan_.now().sense) {
      case Sense::line: case Sense::semicolon: case Sense::dot: case Sense::bar:
        fresh_ = true;
        return scan_.pass();
      case Sense::comma: case Sense::both:
        joined_ = true;
        return scan_.pass();
      case Sense::dash: case Sense::colon: case Sense::slash: case Sense::hour: case Sense::minute:
        return scan_.pass();
      case Sense::from: case Sense::to: case Sense::between: case Sense::time: case Sense::number: case Sense::month:
        return step_numbers();
      case Sense::open: return push_and_pass(What::open);
      case Sense::close: return push_and_pass(What::close);
      case Sense::days_off: return step_days_off();
      case Sense::day: case Sense::nth: case Sense::every_day: case Sense::work_days: case Sense::weekend:
      case Sense::holidays: case Sense::school_holidays: case Sense::eves: case Sense::last_work_day:
        return push_days();
      case Sense::unknown: return step_label();
      case Sense::room: return step_room();
      case Sense::refuse:
        refuse(kCondition, scan_.now().where);
        return scan_.pass();
      case Sense::sign: case Sense::ordinal_suffix:
        refuse(kSign, scan_.now().where);
        return scan_.pass();
      default: return push_and_pass(plain_what(scan_.now().sense));
    }
  }

  static What plain_what(Sense sense) {
    switch (sense) {
      case Sense::pause: return What::pause;
      case Sense::no_pause: return What::no_pause;
      case Sense::no_days_off: return What::no_days_off;
      case Sense::all_day: return What::all_day;
      case Sense::appointment: return What::appointment;
      case Sense::also: return What::also;
      case Sense::except: return What::except;
      case Sense::other_days: return What::other_days;
      case Sense::start: return What::start;
      case Sense::finish: return What::finish;
      case Sense::hour_shorter: return What::shorter;
      case Sense::morning: case Sense::am: return What::morning;
      case Sense::afternoon: case Sense::pm: return What::afternoon;
      case Sense::weekly: return What::weekly;
      default: return What::closed;  // closed, sanitary
    }
  }

  void push_days() {
    const text::Span begin = scan_.now().where;
    Days days = scan_.days();
    if (!days.any()) return refuse(kNoMeaning, begin);  // "the first" of what?
    Element& element = push(What::days);
    element.days = days;
    element.where = {begin.begin, scan_.last().where.end};
  }

  // Times, dates, and prepositions before whatever follows.
  void step_numbers() {
    const std::size_t begin = scan_.place();
    if (Scan::is_day(scan_.peek(1).sense) && scan_.now().sense != Sense::time && scan_.now().sense != Sense::number &&
        scan_.now().sense != Sense::month) {
      return scan_.pass();
    }
    if (const auto season = scan_.season()) return push_season(*season, begin);
    scan_.back_to(begin);
    const Scan::Times times = scan_.times();
    if (times.kind == Scan::Times::none) return pass_preposition(begin);
    const text::Span where{scan_.at(begin).where.begin, scan_.last().where.end};
    if (times.kind == Scan::Times::bad) return refuse(kTimes, where);
    if (times.kind == Scan::Times::span && !elements_.empty() && elements_.back().what == What::spans && !fresh_) {
      if (!elements_.back().spans.push_back(times.range)) refuse(kTimes, where);
      elements_.back().where.end = where.end;
      joined_ = false;
      return;
    }
    Element& element = push(times.kind == Scan::Times::span    ? What::spans
                            : times.kind == Scan::Times::until ? What::until
                                                               : What::moment);
    element.where = where;
    if (times.kind == Scan::Times::span) element.spans.push_back(times.range);
    element.minute = times.range.begin;
  }

  void push_season(Season season, std::size_t begin) {
    const text::Span where{scan_.at(begin).where.begin, scan_.last().where.end};
    if (season.end_month == 0) return refuse(kDate, where);
    Element& element = push(What::season);
    element.season = season;
    element.where = where;
  }

  // A preposition without a time or day says nothing; "until lunch" and lone numbers do.
  void pass_preposition(std::size_t begin) {
    scan_.back_to(begin);
    const Sense sense = scan_.now().sense;
    if (sense == Sense::number || sense == Sense::month) refuse(kNumber, scan_.now().where);
    const Sense next = scan_.peek(1).sense;
    if (sense == Sense::to && (next == Sense::pause || next == Sense::afternoon || next == Sense::morning)) {
      refuse(kCondition, {scan_.now().where.begin, scan_.peek(1).where.end});
    }
    scan_.pass();
  }

  // "Days off" are Saturday and Sunday where they have hours, and "closed" where days are named.
  void step_days_off() {
    std::size_t ahead = 1;
    while (scan_.peek(ahead).sense == Sense::colon || scan_.peek(ahead).sense == Sense::dash ||
           scan_.peek(ahead).sense == Sense::line) {
      ++ahead;
    }
    const Sense next = scan_.peek(ahead).sense;
    const bool pending = !elements_.empty() && elements_.back().what == What::days;
    const bool with_holidays = (next == Sense::both || next == Sense::comma) &&
                               scan_.peek(ahead + 1).sense == Sense::holidays && !pending;
    const bool has_hours = next == Sense::time || next == Sense::all_day || next == Sense::closed ||
                           ((next == Sense::from || next == Sense::between || next == Sense::to) &&
                            scan_.peek(ahead + 1).sense == Sense::time);
    if (with_holidays || (has_hours && !pending)) return push_days();
    push_and_pass(What::closed);
  }

  void step_room() {
    scan_.pass();
    if (scan_.now().sense == Sense::dot || scan_.now().sense == Sense::sign) scan_.pass();
    if (scan_.now().sense == Sense::number || scan_.now().sense == Sense::time) scan_.pass();
  }

  // Words that the table does not have. They are left out, unless they look like one that matters.
  void step_label() {
    Element& label = push(What::label);
    while (true) {
      check_word();
      label.where.end = scan_.now().where.end;
      scan_.pass();
      std::size_t ahead = 0;
      const auto joins = [&](Sense sense) {
        return sense == Sense::dash || sense == Sense::comma || sense == Sense::both || sense == Sense::slash ||
               sense == Sense::from || sense == Sense::to;
      };
      while (joins(scan_.peek(ahead).sense)) ++ahead;
      if (scan_.peek(ahead).sense != Sense::unknown) return;
      for (; ahead > 0; --ahead) scan_.pass();
    }
  }

  void check_word() {
    const text::Span where = scan_.now().where;
    const text::String word = folded(sentence_.substr(where.begin, where.end - where.begin));
    const std::string_view meant = words_.misspelt(word);
    if (!meant.empty()) return refuse(kMisspelt, where, meant);
    // Letters with a hyphen between are days in some hand: L-V.
    const auto is_letters = [](const Atom& atom) {
      return atom.sense == Sense::unknown && atom.where.end - atom.where.begin <= 4;
    };
    const bool glued = scan_.peek(1).sense == Sense::dash && !scan_.peek(1).blank_before && !scan_.peek(2).blank_before;
    if (glued && is_letters(scan_.now()) && is_letters(scan_.peek(2))) return refuse(kMisspelt, where);
    // A short word in a list or range of days may be a day that is not known.
    const auto ties = [](Sense sense) { return sense == Sense::dash || sense == Sense::comma; };
    const bool behind = ties(scan_.peek(1).sense) && scan_.peek(2).sense == Sense::day;
    const bool before = ties(scan_.before(1).sense) && scan_.before(2).sense == Sense::day &&
                        (scan_.before(1).sense == Sense::dash || Scan::is_time_next(scan_, 1));
    const bool tied = (behind && !scan_.peek(1).blank_before && !scan_.peek(2).blank_before) ||
                      (before && !scan_.before(1).blank_before && !scan_.now().blank_before);
    if ((behind || before) && (tied || word.size() <= 8)) refuse(kMisspelt, where);
  }

  Scan scan_;
  std::string_view sentence_;
  const Words& words_;
  text::Problems& problems_;
  Elements elements_;
  bool fresh_ = true;
  bool joined_ = false;
};

}  // namespace

Elements elements_of(std::string_view sentence, const Words& words, text::Problems& problems) {
  return Cutter(sentence, words, problems).cut();
}

}  // namespace townboard::phrase
