#include "phrase/order.h"

#include "text/string.h"
#include <utility>

namespace townboard::phrase {

void turn_round(Elements& elements) {
  text::List<std::uint32_t> places;
  text::String order;  // of hours H, days D and the word for closed C
  for (std::size_t i = 0; i < elements.size(); ++i) {
    const What what = elements[i].what;
    if (what == What::open) {  // an exception: its days and times
      i += 2;
    } else if (what == What::pause) {
      if (i + 1 < elements.size() && elements[i + 1].what == What::spans) ++i;
    } else if (what == What::except || what == What::until) {
      return;
    } else if (is_hours(what) || what == What::days || what == What::closed) {
      order += is_hours(what) ? 'H' : what == What::days ? 'D' : 'C';
      places.push_back(static_cast<std::uint32_t>(i));
    }
  }
  while (order.ends_with("CD") || order.ends_with("DC")) order.resize(order.size() - 2);
  if (order.empty() || order.size() % 2 != 0) return;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (order[i] != (i % 2 == 0 ? 'H' : 'D')) return;
  }
  for (std::size_t i = 0; i < order.size(); i += 2) {
    for (std::size_t k = places[i + 1]; k > places[i]; --k) std::swap(elements[k], elements[k - 1]);
  }
}

}  // namespace townboard::phrase
