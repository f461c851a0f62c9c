#include "feed/date_words.h"

namespace townboard::feed {
namespace {

// Beginnings of the months' names, a list a month, between blanks; the first that fits decides, so longer
// beginnings stand before shorter ones of another month.
constexpr std::string_view kMonths[12] = {
    " jan jaa янв яну сту січ sty gen ene ian saus led ιαν 1월 ",
    " feb fév fev lut vee фев лют úno φεβ 2월 vas ",
    " mar mrt mär maa márz márc бер сак мар bře brez μάρ μαρ 3월 kov μάώ μαώ ",
    " apr avr abr апр кра квіт kwi ápr απρ dub 4월 bal ",
    " may mai maj mei мая май трав траў máj μάι μαΐ μαϊ kvě geg 5월 mag máu ",
    " jun jūn juin juun giu iun июн юни чэр черв cze jún ιούν ιουν ιον červ čvn birž 6월 ",
    " jul jūl juil juul lug iul июл юли ліп лип lip júl ιούλ ιουλ ιολ červenc červenc čvc liep 7월 ",
    " aug aoû aou ago авг жні серп sie αύγ αυγ srp rugp 8월 ",
    " sep set сен сеп вер wrz szept σεπ zář rugs 9월 ",
    " oct okt out ott окт кас жовт paź paz οκτ říj spal 10월 ",
    " nov noi ліс лист ноя ное lis νοέ νοε lapkr 11월 ",
    " dec dez déc det dic сне груд дек gru δεκ pro gruod 12월 ",
};

// Names of zones that RFC 822 and its users know, each with quarters of an hour from UTC.
struct ZoneName {
  char name[5];
  signed char quarters;
};
constexpr ZoneName kZones[] = {
    {"z", 0},      {"ut", 0},    {"utc", 0},   {"gmt", 0},   {"wet", 0},    {"west", 4},  {"bst", 4},
    {"cet", 4},    {"cest", 8},  {"mez", 4},   {"mesz", 8},  {"met", 4},    {"mest", 8},  {"eet", 8},
    {"eest", 12},  {"msk", 12},  {"ist", 22},  {"jst", 36},  {"kst", 36},   {"aest", 40}, {"at", -16},
    {"ast", -16},  {"adt", -12}, {"et", -20},  {"est", -20}, {"edt", -16},  {"ct", -24},  {"cst", -24},
    {"cdt", -20},  {"mt", -28},  {"mst", -28}, {"mdt", -24}, {"pt", -32},   {"pst", -32}, {"pdt", -28},
    {"akst", -36}, {"akdt", -32}, {"hst", -40},
};

}  // namespace

int month_named(std::string_view word) {
  // Nearly all feeds write dates in English, as RFC 822 does.
  constexpr std::string_view kEnglish = "janfebmaraprmayjunjulaugsepoctnovdecmontuewedthufrisatsun";
  if (word.size() == 3) {
    for (std::size_t at = 0; at < kEnglish.size(); at += 3) {
      if (kEnglish.substr(at, 3) == word) return at < 36 ? static_cast<int>(at / 3) + 1 : 0;
    }
  }
  int best = 0;
  std::size_t length = 0;
  for (int i = 0; i < 12; ++i) {
    std::string_view list = kMonths[i].substr(1);
    while (!list.empty()) {
      const std::size_t end = list.find(' ');
      const std::string_view stem = list.substr(0, end);
      if (stem[0] == word[0] && stem.size() > length && word.starts_with(stem)) {
        best = i + 1;
        length = stem.size();
      }
      list.remove_prefix(end + 1);
    }
  }
  return best;
}

std::optional<int> zone_named(std::string_view word) {
  for (const ZoneName& zone : kZones) {
    if (zone.name == word) return zone.quarters * 15;
  }
  return std::nullopt;
}

}  // namespace townboard::feed
