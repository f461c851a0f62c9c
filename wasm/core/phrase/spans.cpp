#include "phrase/spans.h"

#include <utility>

namespace townboard::phrase {
namespace {

constexpr std::int16_t kNoon = 12 * 60;

std::int16_t end_of(Range span) { return span.end == kOpenEnd ? std::int16_t{24 * 60} : span.end; }

}  // namespace

Ranges sorted(Ranges spans) {
  for (std::size_t i = 1; i < spans.size(); ++i) {
    for (std::size_t k = i; k > 0 && spans[k].begin < spans[k - 1].begin; --k) {
      const Range moved = spans[k];
      spans[k] = spans[k - 1];
      spans[k - 1] = moved;
    }
  }
  return spans;
}

Ranges joined(const Ranges& a, const Ranges& b) {
  Ranges all = a;
  for (const Range& span : b) all.push_back(span);
  return all;
}

bool are_apart(const Ranges& spans) {
  const Ranges ascending = sorted(spans);
  for (std::size_t i = 1; i < ascending.size(); ++i) {
    if (ascending[i].begin < end_of(ascending[i - 1])) return false;
  }
  return true;
}

bool is_behind(const Ranges& later, const Ranges& earlier) {
  if (later.empty() || earlier.empty()) return false;
  return later.front().begin >= end_of(earlier.back());
}

bool close_at(Ranges& spans, std::int16_t minute) {
  while (!spans.empty() && spans.back().begin >= minute) spans.pop_back();
  if (spans.empty()) return false;
  spans.back().end = minute;
  return true;
}

bool replace_overlapped(Ranges& spans, const Ranges& exceptions) {
  for (const Range& exception : exceptions) {
    if (spans.empty()) return false;
    std::size_t count = 0, place = 0;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      if (spans[i].begin < end_of(exception) && exception.begin < end_of(spans[i])) {
        ++count;
        place = i;
      }
    }
    const bool inside = spans[place].begin < exception.begin && end_of(exception) < end_of(spans[place]);
    if (count != 1 || inside) return false;
    spans[place] = exception;
  }
  return are_apart(spans);
}

bool drop_half(Ranges& spans, bool afternoon) {
  Ranges kept;
  for (const Range& span : spans) {
    const bool in_morning = end_of(span) <= kNoon + 120 && span.begin < kNoon;
    const bool in_afternoon = span.begin >= kNoon;
    if (!in_morning && !in_afternoon) return false;
    if (afternoon == in_morning) kept.push_back(span);
  }
  const bool taken = !kept.empty() && kept.size() < spans.size();
  spans = std::move(kept);
  return taken;
}

Fit cut_out(Ranges& spans, Range pause) {
  Fit fit = Fit::outside;
  Ranges out;
  for (const Range& span : spans) {
    const bool overlaps = span.begin < pause.end && pause.begin < end_of(span);
    const bool holds = span.begin < pause.begin && pause.end < end_of(span);
    if (!overlaps) {
      const bool gap = !out.empty() && out.back().end == pause.begin && span.begin == pause.end;
      if (gap) fit = Fit::inside;
      out.push_back(span);
    } else if (holds && spans.size() < 12) {
      fit = Fit::inside;
      out.push_back({span.begin, pause.begin});
      out.push_back({pause.end, span.end});
    } else {
      return Fit::crosses;
    }
  }
  spans = std::move(out);
  return fit;
}

}  // namespace townboard::phrase
