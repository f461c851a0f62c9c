#include "phrase/parentheses.h"

#include <utility>

#include "phrase/problems.h"

namespace townboard::phrase {
namespace {

// What one pair of parentheses holds.
struct Inside {
  bool label = false;
  bool keeps = false;  // a break or state, which stays where it is
  std::size_t days = 0, spans = 0, untils = 0, others = 0;
};

Inside look(const Elements& elements, std::size_t begin, std::size_t end) {
  Inside in;
  for (std::size_t i = begin; i < end; ++i) {
    switch (elements[i].what) {
      case What::label: in.label = true; break;
      case What::pause: case What::closed: case What::no_pause: case What::all_day: case What::appointment:
      case What::no_days_off: in.keeps = true; break;
      case What::days: ++in.days; break;
      case What::spans: ++in.spans; break;
      case What::until: case What::moment: ++in.untils; break;
      case What::morning: case What::afternoon: case What::also: break;
      default: ++in.others; break;
    }
  }
  return in;
}

// "(Fr until 16.30)", "(16h30 on Friday)", "(We 14-16, Fr 9-12)".
bool add_exceptions(const Elements& elements, std::size_t begin, std::size_t end,
                    Elements& out) {
  text::List<const Element*> parts;
  for (std::size_t i = begin; i < end; ++i) {
    const What what = elements[i].what;
    if (what == What::days || what == What::spans || what == What::until || what == What::moment) {
      parts.push_back(&elements[i]);
    }
  }
  for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
    const bool turned = parts[i]->what != What::days;
    const Element& days = *parts[turned ? i + 1 : i];
    const Element& hours = *parts[turned ? i : i + 1];
    if (days.what != What::days || hours.what == What::days) return false;
    Element mark = days;
    mark.what = What::open;
    out.push_back(mark);
    out.push_back(days);
    out.push_back(hours);
    out.back().alone = hours.what == What::moment;
    if (hours.what == What::moment) out.back().what = What::until;
  }
  return true;
}

}  // namespace

void settle_parentheses(Elements& elements, text::Problems& problems) {
  Elements out;
  for (std::size_t i = 0; i < elements.size(); ++i) {
    if (elements[i].what == What::close) continue;
    if (elements[i].what != What::open) {
      out.push_back(elements[i]);
      continue;
    }
    std::size_t end = i + 1;
    while (elements[end].what != What::close && elements[end].what != What::done && elements[end].what != What::open) {
      ++end;
    }
    const text::Span where{elements[i].where.begin, elements[end].where.end};
    const bool closed = elements[end].what == What::close;
    const Inside in = look(elements, i + 1, end);
    const bool exception = in.days > 0 && in.days == in.spans + in.untils && !in.keeps && !in.label;
    if (!closed || in.keeps || in.others > 0 || (in.spans > 0 && in.days == 0 && in.untils == 0 && !in.label) ||
        (in.days > 0 && in.spans + in.untils == 0 && !in.label)) {
      for (std::size_t k = i + 1; k < end; ++k) out.push_back(elements[k]);
    } else if (exception) {
      if (!add_exceptions(elements, i + 1, end, out)) text::report(problems, kNoMeaning, where);
    } else if (in.label) {
      text::report(problems, kLeftOut, where);
    } else if (in.days + in.spans + in.untils > 0) {
      text::report(problems, kNoMeaning, where);
    }
    i = closed ? end : end - 1;
  }
  elements = std::move(out);
}

}  // namespace townboard::phrase
