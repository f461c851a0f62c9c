#include "locale/locale.h"

namespace townboard::locale {

Locale Locale::of_list(std::string_view list) {
  Locale locale;
  locale.pool_ = list;
  std::uint32_t at = 0;
  for (int i = 0; i < kListed && at < list.size(); ++i) {
    const auto end = static_cast<std::uint32_t>(list.find('\0', at));
    locale.words_[i] = {at, end - at};
    at = end + 1;
  }
  return locale;
}

}  // namespace townboard::locale
