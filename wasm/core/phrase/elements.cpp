#include "phrase/elements.h"

namespace townboard::phrase {
namespace {

constexpr Senses kLabel = senses(Sense::unknown), kDays = senses(Sense::day);

}  // namespace

[[gnu::noinline]] Piece& Elements::push(Sense sense, Where where) {
  Piece& element = elements.add();
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
  // "Lun-Mer-Ven 9-12, Mar-Gio 15-17" may be Tuesday to Thursday or Tuesday and Thursday.
  if (listed && doubtful) refuse(Trouble::no_meaning, token().where());
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
      if (sense == Sense::refuse && token().value == 1 && dates_follow()) return pass();
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

// "Summer (from 1 May to 30 September)", "winter: November - March".
bool Elements::dates_follow() {
  constexpr Senses kBetween = kPrepositions | kLabel | senses(Sense::open, Sense::colon, Sense::dash);
  const Sense sense = peek(passed(1, kBetween));
  return sense == Sense::number || sense == Sense::month;
}

// A full stop before it may have been taken for that of an abbreviation.
void Elements::begin_sentence() {
  const std::uint32_t begin = token().begin;
  fresh = fresh || (begin > 1 && sentence[begin - 2] == '.' && sentence[begin - 1] == ' ');
}

void Elements::step_days() {
  begin_sentence();
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
  if (kind != Sense::time) {
    element.spans.at[0] = range;
  } else if (!element.spans.add(range)) {
    refuse(Trouble::times, where);
  }
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
  const unsigned ahead = passed(1, senses(Sense::colon, Sense::dash, Sense::line));
  const Sense next = peek(ahead), then = peek(ahead + 1);
  const bool with_holidays = is_any(next, senses(Sense::both, Sense::comma)) && then == Sense::holidays;
  if (is_last(Sense::except)) {
    // "Except days off: Saturday, Sunday" names them itself.
    if (next == Sense::day) return pass();
    return step_days();
  }
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
  begin_sentence();
  Piece& label = push(Sense::unknown, token().where());
  while (true) {
    check_word();
    label.where = from_to(label.where, token().where());
    pass();
    const std::uint32_t behind = place;
    pass_all(senses(Sense::dash, Sense::comma, Sense::both, Sense::slash, Sense::from, Sense::to));
    if (is_at(Sense::unknown)) continue;
    place = behind;
    label.fresh = label.fresh || is_at(Sense::colon);
    return;
  }
}

namespace {

[[gnu::noinline]] bool ties(const Atom& atom) { return atom.sense == Sense::dash || atom.sense == Sense::comma; }
[[gnu::noinline]] bool is_short(const Atom& atom) { return atom.sense == Sense::unknown && atom.end - atom.begin <= 4; }

}  // namespace

void Elements::check_word() {
  const Atom &word = token(), &next = token(1), &then = token(2), &last = token(-1U), &earlier = token(-2U);
  const WordTable::Form* meant = words->misspelt(letters + word.begin, word.size);
  // Letters with a hyphen between are days in some hand: L-V.
  const bool glued = next.glued && then.glued;
  const bool letters_for_days = glued && next.sense == Sense::dash && is_short(word) && is_short(then);
  // A short word in a list or range of days may be a day that is not known.
  const bool behind = ties(next) && then.sense == Sense::day;
  const Sense beyond = peek(passed(1, kPrepositions | senses(Sense::colon, Sense::dash, Sense::dot)));
  const bool before_it = ties(last) && earlier.sense == Sense::day &&
                         (last.sense == Sense::dash || beyond == Sense::time);
  const bool day = (behind || before_it) && (word.end - word.begin <= 8 || (behind && glued) ||
                                             (before_it && last.glued && word.glued));
  if (meant == nullptr && !letters_for_days && !day) return;
  refuse(Trouble::misspelt, word.where());
  reports.last().form = meant;
}

// -- parentheses ----------------------------------------------------------------------------------------

namespace {

constexpr Senses kAnyTime = senses(Sense::time, Sense::until, Sense::moment);

}  // namespace

// "(Fr until 16.30)", "(16h30 on Friday)", "(We 14-16, Fr 9-12)".
bool Elements::add_exceptions(const Piece* at, const Piece* end, Piece*& to) {
  const Piece* first = nullptr;
  for (; at < end; ++at) {
    if (!is_any(at->sense, kAnyTime | kDays)) continue;
    if (first == nullptr) {
      first = at;
      continue;
    }
    const Piece* const days = at->sense == Sense::day ? at : first;
    Piece& made = *to++;
    made = days == at ? *first : *at;
    if (days->sense != Sense::day || made.sense == Sense::day) return false;
    made.alone = made.sense == Sense::moment;
    made.sense = Sense::open;
    made.days = days->days;
    made.where = days->where;
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
    Senses in = 0;
    unsigned days = 0, times = 0;
    for (const Piece* inside = at + 1; inside < end; ++inside) {
      const auto place_of_sense = static_cast<unsigned>(inside->sense);
      const Senses sense = Senses{1} << (place_of_sense < kInSets ? place_of_sense : kInSets - 1);
      in |= sense;
      days += sense == kDays;
      times += (sense & kAnyTime) != 0;
    }
    // Breaks and states stay where they are, as if the signs were not there, and so do days or spans alone.
    in &= ~senses(Sense::morning, Sense::afternoon, Sense::also);
    if (end->sense != Sense::close || (in & ~(kAnyTime | kDays | kLabel)) != 0 || in == kDays ||
        in == senses(Sense::time)) {
      continue;
    }
    const Where where = from_to(at->where, end->where);
    if ((in & kLabel) != 0) {
      refuse(Trouble::left_out, where);
    } else if (in != 0 && (days != times || !add_exceptions(at + 1, end, to))) {
      refuse(Trouble::no_meaning, where);
    }
    at = end;
  }
  elements.size = static_cast<std::uint32_t>(to - elements.begin());
}

// -- order ----------------------------------------------------------------------------------------------

void Elements::turn_round() {
  // Pairs of times and days, then pairs of closed days and their word, in either order.
  Sense first = Sense::done;  // of the pair that is begun
  bool turned = false, closed = false, mixed = false, apart = true;
  for (Piece* at = elements.begin(); at < elements.end(); ++at) {
    Sense sense = at->sense;
    if (sense == Sense::until || sense == Sense::hour_shorter) return;
    if ((sense == Sense::pause && at[1].sense == Sense::time) || (sense == Sense::except && at[1].sense == Sense::day)) {
      ++at;
      continue;
    }
    if (sense == Sense::all_day) sense = Sense::time;
    if (!is_any(sense, senses(Sense::time, Sense::day, Sense::closed))) continue;
    if (first == Sense::done) {
      first = sense;
      apart = apart && at->fresh;
      continue;
    }
    const Senses pair = senses(first, sense);
    if (pair == senses(Sense::day, Sense::closed) && turned) {
      closed = true;
    } else if (pair == senses(Sense::day, Sense::time) && sense == Sense::day && !closed) {
      turned = true;
      apart = apart && !at->fresh;
    } else if (pair == senses(Sense::day, Sense::time) && !closed) {
      mixed = true;
    } else {
      return;
    }
    first = Sense::done;
  }
  if (first != Sense::done || (mixed && !(turned && apart))) return;
  Piece* times = nullptr;
  for (Piece* at = elements.begin(); at < elements.end(); ++at) {
    if ((at->sense == Sense::pause && at[1].sense == Sense::time) || at->sense == Sense::except) {
      ++at;
    } else if (is_hours(at->sense)) {
      times = at;
    } else if (at->sense == Sense::day && times != nullptr) {
      const Piece days = *at;
      for (Piece* moved = at; moved > times; --moved) *moved = moved[-1];
      *times = days;
      times = nullptr;
    }
  }
}

}  // namespace townboard::phrase
