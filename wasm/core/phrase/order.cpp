#include "phrase/elements.h"

namespace townboard::phrase {
namespace {

// "Lunch 13-14" and "except Sunday" are no part of a pair.
bool is_aside(const Piece* at) {
  return (at->sense == Sense::pause && at[1].sense == Sense::time) ||
         (at->sense == Sense::except && at[1].sense == Sense::day);
}

}  // namespace

void Elements::turn_round() {
  // Pairs of times and days, then pairs of closed days and their word, in either order.
  Sense first = Sense::done;  // of the pair that is begun
  bool turned = false, mixed = false, apart = true;
  for (Piece* at = elements.begin(); at < elements.end(); ++at) {
    Sense sense = at->sense;
    if (sense == Sense::until || sense == Sense::hour_shorter) return;
    // "9-14, 16-20, Saturday afternoon and Sunday closed".
    if (is_any(sense, senses(Sense::morning, Sense::afternoon)) && at[1].sense == Sense::day) return;
    // "9-18, Saturday a concert" says something else of Saturday, "9-18, Monday to Friday. The library is closed" does not.
    if (sense == Sense::day && at[1].sense == Sense::unknown && !at[1].fresh) return;
    if (is_aside(at)) {
      ++at;
      continue;
    }
    if (sense == Sense::all_day) sense = Sense::time;
    // "9-17, Saturday by appointment".
    if (sense == Sense::appointment && !at->fresh && (at[-1].joined || at[-1].fresh)) sense = Sense::closed;
    if (!is_any(sense, senses(Sense::time, Sense::day, Sense::closed))) continue;
    if (first == Sense::done) {
      first = sense;
      apart = apart && (at->fresh || at->joined || at[-1].sense == Sense::unknown);
      continue;
    }
    const Senses pair = senses(first, sense);
    if (pair == senses(Sense::day, Sense::time) && sense == Sense::day) {
      turned = true;
      apart = apart && !at->fresh;
    } else if (pair == senses(Sense::day, Sense::time)) {
      mixed = true;
    } else if (pair != senses(Sense::day, Sense::closed) || !turned) {
      return;
    }
    first = Sense::done;
  }
  if (first != Sense::done || (mixed && !(turned && apart))) return;
  Piece* times = nullptr;
  for (Piece* at = elements.begin(); at < elements.end(); ++at) {
    if (is_aside(at)) {
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
