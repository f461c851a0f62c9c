#include "phrase/spans.h"

namespace townboard::phrase {
namespace {

constexpr int kNoon = 12 * 60;

[[gnu::noinline]] int end_of(const Range& span) { return span.end == kOpenEnd ? kDay : span.end; }

[[gnu::noinline]] bool overlap(const Range& a, const Range& b) { return a.begin < end_of(b) && b.begin < end_of(a); }

[[gnu::noinline]] bool holds(const Range& outer, const Range& inner) {
  return outer.begin < inner.begin && end_of(inner) < end_of(outer);
}

}  // namespace

[[gnu::noinline]] bool Ranges::add(const Range& range) {
  if (size == kMostSpans) return false;
  at[size++] = range;
  return true;
}

void sort(Ranges& spans) {
  for (unsigned i = 1; i < spans.size; ++i) {
    for (unsigned k = i; k > 0 && spans.at[k].begin < spans.at[k - 1].begin; --k) {
      const Range moved = spans.at[k];
      spans.at[k] = spans.at[k - 1];
      spans.at[k - 1] = moved;
    }
  }
}

bool are_same(const Ranges& a, const Ranges& b) {
  bool same = a.size == b.size;
  for (unsigned i = 0; same && i < a.size; ++i) same = a.at[i].begin == b.at[i].begin && a.at[i].end == b.at[i].end;
  return same;
}

bool join(Ranges& spans, const Ranges& more) {
  bool room = true;
  for (unsigned i = 0; i < more.size; ++i) room = spans.add(more.at[i]) && room;
  sort(spans);
  return room && are_apart(spans);
}

bool are_apart(const Ranges& spans) {
  for (unsigned i = 1; i < spans.size; ++i) {
    if (spans.at[i].begin < end_of(spans.at[i - 1])) return false;
  }
  return true;
}

bool is_behind(Ranges& later, Ranges& earlier) {
  return later.at[0].begin >= end_of(earlier.last());
}

bool is_break(const Range& inner, const Ranges& spans) {
  const bool short_enough = inner.end != kOpenEnd && inner.end - inner.begin <= 120;
  const bool at_midday = inner.begin >= 10 * 60 && inner.end <= 17 * 60;
  for (unsigned i = 0; short_enough && at_midday && i < spans.size; ++i) {
    if (spans.at[i].end != kOpenEnd && holds(spans.at[i], inner)) return true;
  }
  return false;
}

bool close_at(Ranges& spans, int minute) {
  while (spans.size != 0 && spans.last().begin >= minute) --spans.size;
  if (spans.size == 0) return false;
  spans.last().end = static_cast<int>(minute);
  return true;
}

bool replace_overlapped(Ranges& spans, const Ranges& exceptions) {
  for (unsigned e = 0; e < exceptions.size; ++e) {
    const Range& exception = exceptions.at[e];
    Range* found = nullptr;
    for (unsigned i = 0; i < spans.size; ++i) {
      if (overlap(spans.at[i], exception)) found = &spans.at[i];
    }
    if (found == nullptr || is_break(exception, spans)) return false;
    if (exceptions.size == 1 && found != &spans.last()) {
      // "Mo-Fr 9-12, 14-17 (We 9-12)" leaves out the afternoon.
      spans.size = 1;
      spans.at[0] = *found;
      return are_same(spans, exceptions);
    }
    *found = exception;
  }
  sort(spans);
  return are_apart(spans);
}

bool drop_half(Ranges& spans, bool afternoon) {
  Ranges kept;
  kept.size = 0;
  for (unsigned i = 0; i < spans.size; ++i) {
    const Range& span = spans.at[i];
    const bool in_morning = span.begin < kNoon;
    if (in_morning && end_of(span) > kNoon + 120) return false;
    if (afternoon == in_morning) kept.add(span);
  }
  spans = kept;
  return kept.size != 0;
}

Fit cut_out(Ranges& spans, const Range& pause) {
  Fit fit = Fit::outside;
  Ranges out;
  out.size = 0;
  for (unsigned i = 0; i < spans.size; ++i) {
    const Range span = spans.at[i];
    bool room = true;
    if (!overlap(span, pause)) {
      if (out.size != 0 && out.last().end == pause.begin && span.begin == pause.end) fit = Fit::inside;
      room = out.add(span);
    } else if (holds(span, pause)) {
      fit = Fit::inside;
      out.add({span.begin, pause.begin});
      room = out.add({pause.end, span.end});
    } else {
      return Fit::crosses;
    }
    if (!room) return Fit::crosses;
  }
  spans = out;
  return fit;
}

}  // namespace townboard::phrase
