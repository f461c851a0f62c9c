// Breaks and closed days.
#include <utility>

#include "phrase/gatherer.h"

namespace townboard::phrase {

bool Gatherer::is_inside(Range inner, const Ranges& spans) {
  for (const Range& span : spans) {
    const bool short_enough = inner.end != kOpenEnd && inner.end - inner.begin <= 120;
    const bool at_midday = inner.begin >= 10 * 60 && inner.end <= 17 * 60;
    if (span.begin < inner.begin && inner.end < span.end && short_enough && at_midday) return true;
  }
  return false;
}

bool Gatherer::takes_break_name() const {
  return now().what == What::pause && !is_hours(next().what) && next().what != What::days && !out_.groups.empty() &&
         !pending_;
}

void Gatherer::step_closed() {
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

void Gatherer::close_half() {
  Group& group = add(Meaning::half_closed, now().where);
  group.minute = now().what == What::afternoon ? 1 : 0;
  ++at_;
}

void Gatherer::add_pause(Ranges spans, text::Span where, Days days) {
  for (const Range& span : spans) {
    if (span.end == kOpenEnd) refuse(kPause, where);
  }
  out_.pauses.push_back({days, std::move(spans), out_.groups.size(), season_, where});
}

void Gatherer::step_pause() {
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

}  // namespace townboard::phrase
