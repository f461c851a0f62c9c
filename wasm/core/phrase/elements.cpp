#include "phrase/elements.h"

namespace townboard::phrase {

[[gnu::noinline]] Piece& Elements::push(Sense sense, Where where) {
  Piece& element = elements.add();
  element = {};
  element.sense = sense;
  element.fresh = fresh;
  element.joined = joined;
  element.where = where;
  fresh = joined = false;
  return element;
}

void Elements::cut_elements() {
  place = 0;
  fresh = true;
  while (!is_at(Sense::done)) step();
  push(Sense::done, token().where());
}

void Elements::step() {
  Sense sense = peek(0);
  const Where where = token().where();
  switch (sense) {
    case Sense::line: case Sense::semicolon: case Sense::dot: case Sense::bar:
      fresh = true;
      return pass();
    case Sense::comma: case Sense::both:
      joined = true;
      return pass();
    case Sense::dash: case Sense::colon: case Sense::slash: case Sense::hour: case Sense::hour_minutes:
    case Sense::minute:
      return pass();
    case Sense::from: case Sense::to: case Sense::between: case Sense::time: case Sense::number: case Sense::month:
      return step_numbers();
    case Sense::days_off: return step_days_off();
    case Sense::day: case Sense::nth: case Sense::every_day: case Sense::work_days: case Sense::weekend:
    case Sense::holidays: case Sense::school_holidays: case Sense::eves: case Sense::last_work_day:
      return step_days();
    case Sense::unknown: return step_label();
    case Sense::room: return step_room();
    case Sense::refuse: case Sense::sign: case Sense::ordinal_suffix:
      refuse(sense == Sense::refuse ? Trouble::condition : Trouble::sign, where);
      return pass();
    case Sense::am: sense = Sense::morning; break;
    case Sense::pm: sense = Sense::afternoon; break;
    case Sense::sanitary: sense = Sense::closed; break;
    default: break;
  }
  push(sense, where);
  pass();
}

void Elements::step_days() {
  const Where begin = token().where();
  const Days days = read_days();
  if (!any(days)) return refuse(Trouble::no_meaning, begin);  // "the first" of what?
  push(Sense::day, from_to(begin, token(-1U).where())).days = days;
}

// Times, dates, and prepositions before whatever follows.
void Elements::step_numbers() {
  const std::uint32_t begin = place;
  const Where first = token().where();
  if (is_day(peek(1)) && is_preposition(peek(0))) return pass();
  const Season season_here = read_season();
  if (season_here != 0) {
    const Where where = from_to(first, token(-1U).where());
    if (season_here >> 16 == 0) return refuse(Trouble::date, where);
    push(Sense::season, where).season = season_here;
    return;
  }
  place = begin;
  const Sense kind = read_times();
  const Where where = from_to(first, token(-1U).where());
  if (kind == Sense::done) {
    place = begin;
    return pass_preposition();
  }
  if (kind == Sense::refuse) return refuse(Trouble::times, where);
  if (kind != Sense::time || fresh || !is_last(Sense::time)) push(kind, where);
  joined = false;
  Piece& element = elements.last();
  element.where = from_to(element.where, where);
  element.minute = range.begin;
  if (kind == Sense::time && !element.spans.add(range)) refuse(Trouble::times, where);
}

// A preposition without a time or day says nothing; "until lunch" and lone numbers do.
void Elements::pass_preposition() {
  const Sense sense = peek(0);
  const Where where = token().where();
  if (sense == Sense::number || sense == Sense::month) refuse(Trouble::number, where);
  const Sense next = peek(1);
  if (sense == Sense::to && is_any(next, senses(Sense::pause, Sense::afternoon, Sense::morning))) {
    refuse(Trouble::condition, from_to(where, token(1).where()));
  }
  pass();
}

// "Days off" are Saturday and Sunday where they have hours, and "closed" where days are named.
void Elements::step_days_off() {
  unsigned ahead = 1;
  while (is_any(peek(ahead), senses(Sense::colon, Sense::dash, Sense::line))) ++ahead;
  const Sense next = peek(ahead), then = peek(ahead + 1);
  const bool with_holidays = is_any(next, senses(Sense::both, Sense::comma)) && then == Sense::holidays;
  const bool has_hours = is_any(next, kHours | senses(Sense::closed)) || (is_preposition(next) && then == Sense::time);
  if ((with_holidays || has_hours) && !is_last(Sense::day)) return step_days();
  push(Sense::closed, token().where());
  pass();
}

void Elements::step_room() {
  pass();
  if (is_at(Sense::dot) || is_at(Sense::sign)) pass();
  if (is_at(Sense::number) || is_at(Sense::time)) pass();
}

// Words that the table does not have. They are left out, unless they look like one that matters.
void Elements::step_label() {
  Piece& label = push(Sense::unknown, token().where());
  while (true) {
    check_word();
    label.where = from_to(label.where, token().where());
    pass();
    const std::uint32_t behind = place;
    pass_all(senses(Sense::dash, Sense::comma, Sense::both, Sense::slash, Sense::from, Sense::to));
    if (is_at(Sense::unknown)) continue;
    place = behind;
    return;
  }
}

namespace {

[[gnu::noinline]] bool ties(const Atom& atom) { return atom.sense == Sense::dash || atom.sense == Sense::comma; }
[[gnu::noinline]] bool is_short(const Atom& atom) { return atom.sense == Sense::unknown && atom.end - atom.begin <= 4; }

}  // namespace

void Elements::check_word() {
  const Atom& word = token();
  const WordTable::Form* meant = words->misspelt(letters + word.begin, word.size);
  // Letters with a hyphen between are days in some hand: L-V.
  const Atom &next = token(1), &then = token(2);
  const bool glued = !next.glued ? false : then.glued;
  const bool letters_for_days = glued && next.sense == Sense::dash && is_short(word) && is_short(then);
  // A short word in a list or range of days may be a day that is not known.
  const bool behind = ties(next) && then.sense == Sense::day;
  bool before_it = false, tied = behind && glued;
  if (place >= 2) {
    const Atom &last = token(-1U), &earlier = token(-2U);
    unsigned ahead = 1;
    while (is_any(peek(ahead), kPrepositions | senses(Sense::colon, Sense::dash, Sense::dot))) ++ahead;
    before_it = ties(last) && earlier.sense == Sense::day && (last.sense == Sense::dash || peek(ahead) == Sense::time);
    tied = tied || (before_it && last.glued && word.glued);
  }
  const bool day = (behind || before_it) && (tied || word.end - word.begin <= 8);
  if (meant == nullptr && !letters_for_days && !day) return;
  refuse(Trouble::misspelt, word.where());
  reports.last().form = meant;
}

// -- parentheses ----------------------------------------------------------------------------------------

namespace {

// What one pair of parentheses holds.
struct Inside {
  bool label, keeps;  // keeps: a break or state, which stays where it is
  unsigned days, spans, untils, others;
};

Inside look(const Piece* at, const Piece* end) {
  Inside in{};
  for (; at < end; ++at) {
    switch (at->sense) {
      case Sense::unknown: in.label = true; break;
      case Sense::pause: case Sense::closed: case Sense::no_pause: case Sense::all_day: case Sense::appointment:
      case Sense::no_days_off: in.keeps = true; break;
      case Sense::day: ++in.days; break;
      case Sense::time: ++in.spans; break;
      case Sense::until: case Sense::moment: ++in.untils; break;
      case Sense::morning: case Sense::afternoon: case Sense::also: break;
      default: ++in.others; break;
    }
  }
  return in;
}

}  // namespace

// "(Fr until 16.30)", "(16h30 on Friday)", "(We 14-16, Fr 9-12)".
bool Elements::add_exceptions(const Piece* at, const Piece* end, Piece*& to) {
  const Piece* first = nullptr;
  for (; at < end; ++at) {
    if (!is_any(at->sense, senses(Sense::day, Sense::time, Sense::until, Sense::moment))) continue;
    if (first == nullptr) {
      first = at;
      continue;
    }
    const bool turned = at->sense == Sense::day;
    const Piece& days = turned ? *at : *first;
    Piece hours = turned ? *first : *at;
    if (days.sense != Sense::day || hours.sense == Sense::day) return false;
    hours.alone = hours.sense == Sense::moment;
    hours.sense = Sense::open;
    hours.days = days.days;
    hours.where = days.where;
    *to++ = hours;
    first = nullptr;
  }
  return true;
}

void Elements::settle_parentheses() {
  Piece* to = elements.begin();
  const Piece* const last = elements.end();
  for (const Piece* at = elements.begin(); at < last; ++at) {
    if (at->sense == Sense::close) continue;
    if (at->sense != Sense::open) {
      *to++ = *at;
      continue;
    }
    const Piece* end = at + 1;
    while (!is_any(end->sense, senses(Sense::close, Sense::open, Sense::done))) ++end;
    const Inside in = look(at + 1, end);
    const unsigned times = in.spans + in.untils;
    // Otherwise all stays as if the signs were not there.
    if (end->sense != Sense::close || in.keeps || in.others > 0 ||
        (!in.label && ((in.spans > 0 && in.days == 0 && in.untils == 0) || (in.days > 0 && times == 0)))) {
      continue;
    }
    const Where where = from_to(at->where, end->where);
    const bool exception = in.days > 0 && in.days == times && !in.label;
    if (exception ? !add_exceptions(at + 1, end, to) : !in.label && in.days + times > 0) {
      refuse(Trouble::no_meaning, where);
    } else if (in.label) {
      refuse(Trouble::left_out, where);
    }
    at = end;
  }
  elements.size = static_cast<std::uint32_t>(to - elements.begin());
}

// -- order ----------------------------------------------------------------------------------------------

void Elements::turn_round() {
  unsigned count = 0;
  for (std::uint32_t i = 0; i < elements.size; ++i) {
    const Sense sense = elements.at[i].sense;
    if (is_any(sense, senses(Sense::except, Sense::until))) return;
    if (sense == Sense::pause && elements.at[i + 1].sense == Sense::time) {
      ++i;
    } else if (is_any(sense, kHours | senses(Sense::day, Sense::closed))) {
      places[count++] = static_cast<std::uint16_t>(i);
    }
  }
  const auto is = [&](unsigned i, Sense sense) __attribute__((noinline)) { return elements.at[places[i]].sense == sense; };
  while (count > 1 && ((is(count - 1, Sense::day) && is(count - 2, Sense::closed)) ||
                       (is(count - 1, Sense::closed) && is(count - 2, Sense::day)))) {
    count -= 2;
  }
  if (count % 2 != 0) return;
  for (unsigned i = 0; i < count; ++i) {
    if (i % 2 == 0 ? is(i, Sense::day) || is(i, Sense::closed) : !is(i, Sense::day)) return;
  }
  for (unsigned i = 0; i < count; i += 2) {
    const Piece days = elements.at[places[i + 1]];
    for (unsigned k = places[i + 1]; k > places[i]; --k) elements.at[k] = elements.at[k - 1];
    elements.at[places[i]] = days;
  }
}

}  // namespace townboard::phrase
