#include "locale/locale.h"

namespace townboard::locale {
namespace {

struct OwnName {
  std::string_view language;
  std::string_view name;
};

// The "name" of every file in data/locales, which a test compares: a board loads one language, but
// its switcher names them all.
constexpr OwnName kOwnNames[] = {
    {"ar", "العربية"},    {"be", "Беларуская"}, {"cs", "Čeština"},    {"de", "Deutsch"},
    {"en", "English"},    {"es", "Español"},    {"et", "Eesti"},      {"fr", "Français"},
    {"he", "עברית"},      {"it", "Italiano"},   {"lt", "Lietuvių"},   {"lv", "Latviešu"},
    {"nl", "Nederlands"}, {"pl", "Polski"},     {"pt", "Português"},  {"ro", "Română"},
    {"ru", "Русский"},    {"sk", "Slovenčina"}, {"uk", "Українська"},
};

}  // namespace

std::string_view own_name(std::string_view language) {
  for (const OwnName& own : kOwnNames) {
    if (own.language == language) return own.name;
  }
  return language;
}

}  // namespace townboard::locale
