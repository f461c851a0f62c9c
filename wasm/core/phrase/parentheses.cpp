#include "phrase/elements.h"

namespace townboard::phrase {
namespace {

// The last bit is that of all senses which are in no sets: seasons, appointments.
constexpr Senses kAnyTime = senses(Sense::time, Sense::until, Sense::moment), kLabel = senses(Sense::unknown),
                 kDays = senses(Sense::day), kOthers = Senses{1} << (kInSets - 1);

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
  bool noted = false;
  const Piece* const last = elements.end();
  for (Piece* at = elements.begin(); at < last; ++at) {
    if (at->sense == Sense::close) continue;
    if (at->sense != Sense::open) {
      *to++ = *at;
      continue;
    }
    Piece* end = at + 1;
    while (!is_any(end->sense, senses(Sense::close, Sense::open, Sense::done))) ++end;
    Senses in = 0;
    unsigned days = 0, times = 0;
    for (Piece* inside = at + 1; inside < end; ++inside) {
      inside->alone = true;
      const auto place_of_sense = static_cast<unsigned>(inside->sense);
      const Senses sense = place_of_sense < kInSets ? Senses{1} << place_of_sense : kOthers;
      in |= sense;
      days += sense == kDays;
      times += (sense & kAnyTime) != 0;
    }
    // Breaks and states stay where they are, as if the signs were not there, and so do days or spans alone.
    in &= ~senses(Sense::morning, Sense::afternoon, Sense::also);
    if (at == elements.begin() || end->sense != Sense::close || (in & ~(kAnyTime | kDays | kLabel)) != 0 || in == kDays ||
        in == senses(Sense::time)) {
      // A season alone may be that of the hours before it.
      const bool of_hours = in == kOthers && is_hours(at[-1].sense);
      at[1].fresh |= at->fresh || at->joined || (at[1].sense == Sense::season && !of_hours);
      end[1].fresh = true;
      continue;
    }
    const Where where = from_to(at->where, end->where);
    if ((in & kLabel) != 0) {
      // "Mo 8-12 (building), Tu 8-12 (registry)" are two schedules, and "(Friday is short, until 16)" is no note.
      refuse(noted || days != 0 ? Trouble::several : Trouble::left_out, where);
      noted = true;
    } else if (in != 0 && (days != times || !add_exceptions(at + 1, end, to))) {
      refuse(Trouble::no_meaning, where);
    }
    at = end;
  }
  elements.size = static_cast<std::uint32_t>(to - elements.begin());
}

}  // namespace townboard::phrase
