#include "phrase/elements.h"

namespace townboard::phrase {
namespace {

bool ties(const Atom& atom) { return atom.sense == Sense::dash || atom.sense == Sense::comma; }
[[gnu::noinline]] bool is_short(const Atom& atom) { return atom.sense == Sense::unknown && atom.end - atom.begin <= 4; }

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
  // "I and III Tuesday of the month" has numbers that are not known.
  if ((listed && doubtful) || of_month) refuse(Trouble::no_meaning, token().where());
  fresh = true;
  push(Sense::done, token().where());
}

void Elements::step() {
  Sense sense = peek(0);
  const Where where = token().where();
  switch (sense) {
    case Sense::line: case Sense::semicolon: case Sense::dot: case Sense::bar:
      fresh = true;
      return pass();
    case Sense::both:
      // "I i III wtorek": the first is no "and".
      if (is_day(peek(passed(1, senses(Sense::both, Sense::comma)))) &&
          (elements.size == 0 || is_last(Sense::unknown))) {
        refuse(Trouble::no_meaning, where);
      }
      [[fallthrough]];
    case Sense::comma:
      joined = true;
      return pass();
    case Sense::dash: case Sense::colon: case Sense::slash: case Sense::hour: case Sense::hour_minutes:
    case Sense::minute:
      begin_sentence();
      return pass();
    case Sense::from: case Sense::to: case Sense::between: case Sense::time: case Sense::number: case Sense::month:
      return step_numbers();
    case Sense::days_off: return step_days_off();
    case Sense::day: case Sense::nth: case Sense::every_day: case Sense::work_days: case Sense::weekend:
    case Sense::holidays: case Sense::school_holidays: case Sense::eves: case Sense::last_work_day:
      return step_days();
    case Sense::unknown: return step_label();
    case Sense::room: return step_room();
    case Sense::aside: return days_wait() ? step_label() : step_aside();
    case Sense::refuse: case Sense::sign: case Sense::ordinal_suffix:
      if (sense == Sense::refuse && is_said_again()) {
        begin_sentence();
        return pass();
      }
      refuse(sense == Sense::refuse ? Trouble::condition : Trouble::sign, where);
      return pass();
    case Sense::am: sense = Sense::morning; break;
    case Sense::pm: sense = Sense::afternoon; break;
    case Sense::appointment: joined = peek(-1U) == Sense::both; break;
    default: break;
  }
  push(sense, where).minute = token().value;
  pass();
}

// Whether the hours of an aside may be those of the office: there are none before it, or days that have none. "Closed on
// Mondays. Cash desk until 17.30" has days that need none.
bool Elements::days_wait() {
  begin_sentence();
  const bool closed = fresh && elements.size > 1 && elements.end()[-2].sense == Sense::closed;
  return range.end == 0 || (is_last(Sense::day) && !closed);
}

// "Summer (from 1 May to 30 September)", "winter: November - March", "only on Tuesdays".
bool Elements::is_said_again() {
  constexpr Senses kBetween = kPrepositions | senses(Sense::unknown, Sense::open, Sense::colon, Sense::dash, Sense::line);
  const int kind = token().value;
  const Sense follows = peek(passed(1, kind == 1 ? kBetween : kPrepositions));
  return kind == 1 ? follows == Sense::month : kind == 2 && is_day(follows);
}

// A full stop before it may have been taken for that of an abbreviation.
void Elements::begin_sentence() {
  for (std::uint32_t at = token(-1U).end; at < token().begin; ++at) {
    fresh |= sentence[at - 1] == '.' && sentence[at] == ' ';
  }
}

void Elements::step_days() {
  begin_sentence();
  const Where begin = token().where();
  behind_times = is_last(Sense::time) && !fresh && !joined;
  const Days days = read_days();
  // "The first" of what? "First deputy", "first floor".
  if (!any(days)) return is_at(Sense::unknown) ? step_label() : refuse(Trouble::no_meaning, begin);
  push(Sense::day, from_to(begin, token(-1U).where())).days = days;
}

// Times, dates, and prepositions before whatever follows.
void Elements::step_numbers() {
  begin_sentence();
  const std::uint32_t begin = place;
  const Where first = token().where();
  if (is_day(peek(1)) && is_preposition(peek(0))) {
    // "Monday to Wednesday 9-18, from Thursday 9-17": up to which day?
    if (is_at(Sense::from) && is_last(Sense::time) && is_any(peek(2), senses(Sense::from, Sense::time))) {
      refuse(Trouble::which_days, from_to(first, token(1).where()));
    }
    return pass();
  }
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
    if (is_at(Sense::number) || is_at(Sense::month)) refuse(Trouble::number, first);
    return pass();
  }
  if (kind == Sense::refuse) return refuse(Trouble::times, where);
  if (aside) refuse(Trouble::several, where);
  if (kind != Sense::time || !is_last(Sense::time)) push(kind, where);
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
  // "On holidays and days off 10-16".
  if ((with_holidays || has_hours) && (peek(-1U) == Sense::both || !is_last(Sense::day))) return step_days();
  push(Sense::closed, token().where());
  fresh = true;  // "day off Monday The museum is open 9-17"
  pass();
}

void Elements::step_aside() {
  constexpr Senses kEnds = senses(Sense::line, Sense::semicolon, Sense::dot, Sense::close, Sense::pause, Sense::done);
  const Where begin = token().where();
  begin_sentence();
  const bool own_sentence = fresh;
  for (; !is_any(peek(0), kEnds); pass()) {
    if (is_day(peek(0))) refuse(Trouble::several, begin);
  }
  // Behind one of its own, whose are the next hours?
  aside = own_sentence && !is_at(Sense::close);
  refuse(Trouble::left_out, from_to(begin, token(-1U).where()));
}

void Elements::step_room() {
  pass();
  if (is_at(Sense::dot)) pass();
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
    pass_house();
    const std::uint32_t behind = place;
    pass_all(senses(Sense::dash, Sense::comma, Sense::both, Sense::slash, Sense::from, Sense::to));
    if (is_at(Sense::unknown)) continue;
    place = behind;
    return;
  }
}

// "Lenin street, 6": a number behind a word, when it begins no time or date.
void Elements::pass_house() {
  constexpr Senses kGoOn =
      kPrepositions | senses(Sense::dash, Sense::slash, Sense::both, Sense::month);
  const unsigned ahead = is_any(peek(0), senses(Sense::comma, Sense::dot)) ? 1 : 0;
  const Atom& number = token(ahead);
  const bool bare = number.bare && number.end - number.begin == number.size;
  if ((number.sense == Sense::number || bare) && !is_any(peek(ahead + 1), kGoOn)) place += ahead + 1;
}

void Elements::check_word() {
  const Atom &word = token(), &next = token(1), &then = token(2);
  // Letters with a hyphen between are days in some hand: L-V. And so may be a short word in a list or range of days,
  // or what is left of one: "Zzz- und feiertags".
  const bool glued = next.glued && then.glued;
  const bool letters_for_days = glued && next.sense == Sense::dash && is_short(word) && is_short(then);
  const bool day = ties(next) && is_day(peek(passed(1, senses(Sense::both, Sense::comma, Sense::dash)))) &&
                   (word.end - word.begin <= 8 || glued);
  const bool behind_day = word.end - word.begin <= 8 && is_day(peek(-2U)) &&
                          is_any(peek(-1U), senses(Sense::comma, Sense::both, Sense::dash)) && (word.glued || next.glued);
  if (word.value != 0 || letters_for_days || day || behind_day) refuse(Trouble::misspelt, word.where());
}

}  // namespace townboard::phrase
