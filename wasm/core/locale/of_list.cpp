#include "locale/locale.h"

namespace townboard::locale {

Locale Locale::of_list(std::string_view list) {
  Locale locale;
  locale.pool_ = list;
  std::uint32_t at = 0;
  const auto next = [&] {
    const std::size_t end = list.find('\0', at);
    const Piece piece{at, static_cast<std::uint32_t>((end < list.size() ? end : list.size()) - at)};
    at = end < list.size() ? static_cast<std::uint32_t>(end) + 1 : piece.begin + piece.size;
    return piece;
  };
  for (int i = 0; i < kListed; ++i) locale.words_[i] = next();
  locale.make_room(kMaxStrings / 8);
  for (std::uint32_t strings = 0; strings < kMaxStrings / 8 && at < list.size(); ++strings) {
    const Piece name = next();
    locale.add_string({name, next()});
  }
  return locale;
}

}  // namespace townboard::locale
