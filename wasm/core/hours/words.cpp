#include "hours/words.h"

#include "text/cursor.h"

namespace townboard::hours {
namespace {

// One meaning and the words for it, each between blanks. Words of one or two letters are there only
// where no language that uses them means something else by them.
struct Meaning {
  TokenKind kind;
  std::int16_t value;
  std::string_view canonical;
  std::string_view words;
};

constexpr Meaning kMeanings[] = {
    {TokenKind::weekday, 0, "mo",
     " mon monday mondays montag montags lundi lun lu lunes lunedì lunedi segunda maandag pn pon "
     "poniedziałek pondělí pondelok pirmadienis pirmdiena luni mandag måndag "
     "понедельник пон пн понеділок панядзелак 月 月曜 月曜日 ორშაბათი วันจันทร์ الاثنين ma po man mån seg pzt 一 周一 월 hétfő maanantai "},
    {TokenKind::weekday, 1, "tu",
     " tue tues tuesday tuesdays dienstag dienstags di die mardi mar martes martedì martedi terça terca "
     "dinsdag wt wtorek úterý utorok antradienis otrdiena marți tirsdag tisdag "
     "вторник вт вівторок аўторак 火 火曜 火曜日 სამშაბათი วันอังคาร الثلاثاء út tis ter sal ti 화 kedd tiistai "},
    {TokenKind::weekday, 2, "we",
     " wed weds wednesday wednesdays mittwoch mittwochs mi mit mercredi mer me miércoles miercoles mié "
     "mercoledì mercoledi quarta woensdag śr środa středa streda trečiadienis trešdiena miercuri "
     "onsdag среда ср середа серада 水 水曜 水曜日 ოთხშაბათი วันพุธ الأربعاء wo st ons qua sre çar sze 수 szerda keskiviikko "},
    {TokenKind::weekday, 3, "th",
     " thu thur thurs thursday thursdays donnerstag donnerstags do don jeudi jeu je jueves jue giovedì "
     "giovedi quinta donderdag czw czwartek čtvrtek štvrtok ketvirtadienis ceturtdiena joi torsdag "
     "четверг чт четвер чацвер 木 木曜 木曜日 ხუთშაბათი วันพฤหัสบดี الخميس čt qui jo čet per kt gio "},
    {TokenKind::weekday, 4, "fr",
     " fri friday fridays freitag freitags fre vendredi ven ve viernes vie venerdì venerdi sexta vrijdag "
     "pt pią piątek pátek piatok penktadienis piektdiena vineri fredag "
     "пятница пт пятн п’ятниця п'ятниця пятніца 金 金曜 金曜日 პარასკევი วันศุกร์ الجمعة vr pá pi sex vi pet cum "},
    {TokenKind::weekday, 5, "sa",
     " sat saturday saturdays samstag samstags sam sonnabend samedi sábado sabado sáb sab sabato zaterdag "
     "sob sobota šeštadienis sestdiena sâmbătă lørdag lördag "
     "суббота суб сб субота 土 土曜 土曜日 შაბათი วันเสาร์ السبت za lør lø lör sâ cmt szo "},
    {TokenKind::weekday, 6, "su",
     " sun sunday sundays sonntag sonntags so son dimanche dim domingo dom domenica zondag nd ndz niedziela "
     "neděle nedeľa sekmadienis svētdiena duminică søndag söndag "
     "воскресенье вс воскр неділя нядзеля 日 日曜 日曜日 კვირა วันอาทิตย์ الأحد zo sön søn ned paz sø нд "},
    {TokenKind::month, 1, "jan", " january januar janvier enero ene gennaio января январь студзень janv janeiro januari gen янв "},
    {TokenKind::month, 2, "feb", " february februar février fevrier febrero febbraio февраля февраль fév févr fevereiro febr фев "},
    {TokenKind::month, 3, "mar", " march märz maerz mars marzo марта март mär março maart мар "},
    {TokenKind::month, 4, "apr", " april avril abril abr aprile апреля апрель avr апр "},
    {TokenKind::month, 5, "may", " mai mayo maggio мая май maj mei maio "},
    {TokenKind::month, 6, "jun", " june juni juin junio giugno июня июнь giu junho июн "},
    {TokenKind::month, 7, "jul", " july juli juillet julio luglio июля июль juil lug julho июл "},
    {TokenKind::month, 8, "aug", " august août aout agosto ago августа август aoû augustus авг "},
    {TokenKind::month, 9, "sep", " sept september septembre septiembre settembre сентября сентябрь set setembro сен "},
    {TokenKind::month, 10, "oct", " october oktober okt octobre octubre ottobre октября октябрь out ott outubro окт "},
    {TokenKind::month, 11, "nov", " november novembre noviembre ноября ноябрь novembro ноя "},
    {TokenKind::month, 12, "dec",
     " december dezember dez décembre decembre diciembre dic dicembre декабря декабрь déc dezembro дек "},
    {TokenKind::holiday, 0, "ph", " feiertag feiertage feiertags holiday holidays férié fériés праздник "},
    {TokenKind::holiday, 1, "sh", " schulferien ferien "},
    {TokenKind::event, 1, "dawn", " рассвет рассвета morgendämmerung "},
    {TokenKind::event, 2, "sunrise", " sonnenaufgang восход восхода "},
    {TokenKind::event, 3, "sunset", " sonnenuntergang закат заката "},
    {TokenKind::event, 4, "dusk", " сумерек сумерки abenddämmerung "},
    {TokenKind::easter, 0, "easter", " ostern "},
    {TokenKind::easter, 49, "whitsun", " pfingsten pentecost "},
    {TokenKind::orthodox, 0, "orthodox", " "},
    {TokenKind::week, 0, "week", " weeks woche kw "},
    {TokenKind::day, 0, "day", " "},
    {TokenKind::day, 0, "days", " "},
    {TokenKind::state, 0, "off",
     " geschlossen geschl ruhetag zu fermé ferme fermee fermée cerrado libre chiuso gesloten zamknięte "
     "nieczynne закрыто выходной выходные зачынена зачинено zavřeno zatvorené nedarbas encerrado "},
    {TokenKind::state, 3, "closed", " "},
    {TokenKind::state, 1, "open", " geöffnet offen ouvert abierto aperto открыто адчынена відчинено "},
    {TokenKind::state, 2, "unknown", " "},
    {TokenKind::always, 0, "24/7", " 24x7 always nonstop anytime круглосуточно кругласутачна цілодобово "},
    {TokenKind::daily, 0, "daily", " everyday täglich ежедневно штодня щодня "},
    {TokenKind::daily, 4, "weekdays", " weekday vardagar "},
    {TokenKind::daily, 6, "werktags", " werktag "},
    {TokenKind::daily, 5, "weekend", " weekends wochenende "},
    {TokenKind::workday, 0, "workday", " "},
    {TokenKind::shift, 0, "shift", " "},
    {TokenKind::dash, 0, "-", " to bis à a au al till til until through thru до да tot "},
    {TokenKind::comma, 0, ",", " and und et y e u и і i sowie "},
    {TokenKind::season, 0, "spring",
     " summer autumn winter frühling fruehling sommer herbst primavera verano printemps été hiver "},
};

constexpr std::string_view kNoise =
    " uhr h hr hrs hours from von de du le la les der die das от с з od ab opening öffnungszeit "
    "öffnungszeiten opening_hours час часов ч год ";

struct SayingEntry {
  std::string_view text;  // a blank stands for blanks, "_" or "-"
  Word word;
  std::string_view replacement;
};

constexpr SayingEntry kSayings[] = {
    {"public holidays", {TokenKind::holiday, 0, false}, "PH"},
    {"public holiday", {TokenKind::holiday, 0, false}, "PH"},
    {"jours fériés", {TokenKind::holiday, 0, false}, "PH"},
    {"school holidays", {TokenKind::holiday, 1, false}, "SH"},
    {"school holiday", {TokenKind::holiday, 1, false}, "SH"},
    {"every day", {TokenKind::daily, 0, false}, "Mo-Su"},
    {"all days", {TokenKind::daily, 0, false}, "Mo-Su"},
    {"7 days a week", {TokenKind::daily, 0, false}, "Mo-Su"},
    {"7 days/week", {TokenKind::daily, 0, false}, "Mo-Su"},
    {"7j/7", {TokenKind::daily, 0, false}, "Mo-Su"},
    {"7/7", {TokenKind::daily, 0, false}, "Mo-Su"},
    {"all day", {TokenKind::always, 0, false}, "24/7"},
    {"24 hours 7 days a week", {TokenKind::always, 0, false}, "24/7"},
    {"24 hours", {TokenKind::always, 0, false}, "24/7"},
    {"24 stunden", {TokenKind::always, 0, false}, "24/7"},
    {"always open", {TokenKind::always, 0, false}, "24/7"},
    {"nonstop geöffnet", {TokenKind::always, 0, false}, "24/7"},
    {"24/7", {TokenKind::always, 0, true}, "24/7"},
    {"24x7", {TokenKind::always, 0, false}, "24/7"},
    {"sur rendez vous", {TokenKind::comment, 0, false}, "Sur rendez-vous"},
    {"sur rdv", {TokenKind::comment, 0, false}, "Sur rendez-vous"},
    {"by appointment", {TokenKind::comment, 0, false}, "by appointment"},
    {"on appointment", {TokenKind::comment, 0, false}, "on appointment"},
    {"nach vereinbarung", {TokenKind::comment, 0, false}, "Nach Vereinbarung"},
    {"nach absprache", {TokenKind::comment, 0, false}, "Nach Absprache"},
    {"open end", {TokenKind::late, 0, false}, "+"},
    {"late", {TokenKind::late, 0, false}, "+"},
    {"midday", {TokenKind::time, 720, false}, "12:00"},
    {"noon", {TokenKind::time, 720, false}, "12:00"},
    {"midnight", {TokenKind::time, 0, false}, "00:00"},
    {"otherwise", {TokenKind::fallback, 0, false}, "||"},
    {"en continu", {TokenKind::stray, 0, false}, ""},
};

bool joins(char c) { return text::is_blank(c) || c == '_' || c == '-'; }

// Bytes of `text` that `saying` covers; 0 when it does not begin with it.
std::uint32_t covered(std::string_view text, std::string_view saying) {
  std::size_t at = 0;
  for (const char c : saying) {
    if (c == ' ') {
      const std::size_t begin = at;
      while (at < text.size() && joins(text[at])) ++at;
      if (at == begin) return 0;
    } else if (at >= text.size() || text[at++] != c) {
      return 0;
    }
  }
  const bool goes_on = at < text.size() && (text::is_alpha(text[at]) || text::is_digit(text[at]));
  return goes_on ? 0 : static_cast<std::uint32_t>(at);
}

// Whether `word` stands between blanks in `list`.
bool lists(std::string_view list, std::string_view word) {
  for (std::size_t at = list.find(word); at != std::string_view::npos;
       at = list.find(word, at + 1)) {
    if (at > 0 && list[at - 1] == ' ' && list[at + word.size()] == ' ') return true;
  }
  return false;
}

constexpr std::string_view kWeekdays = "MoTuWeThFrSaSu";
constexpr std::string_view kMonths = "JanFebMarAprMayJunJulAugSepOctNovDec";

}  // namespace

std::optional<Word> find_word(std::string_view lowered) {
  for (const Meaning& meaning : kMeanings) {
    if (meaning.canonical == lowered) {
      // A word of several letters that only stands for signs is a correction too.
      const bool canonical = meaning.kind != TokenKind::daily &&
                             !(meaning.kind == TokenKind::easter && meaning.value != 0);
      return Word{meaning.kind, meaning.value, canonical};
    }
  }
  for (const Meaning& meaning : kMeanings) {
    if (lists(meaning.words, lowered)) return Word{meaning.kind, meaning.value, false};
  }
  return std::nullopt;
}

bool is_noise(std::string_view lowered) { return lists(kNoise, lowered); }

std::optional<Saying> find_saying(std::string_view text) {
  for (const SayingEntry& entry : kSayings) {
    if (const std::uint32_t bytes = covered(text, entry.text)) {
      Saying found{entry.word, bytes, entry.replacement};
      if (entry.word.kind == TokenKind::comment) found.word.value = static_cast<std::int16_t>(&entry - kSayings);
      return found;
    }
  }
  return std::nullopt;
}

bool may_begin_saying(char lowered) {
  for (const SayingEntry& entry : kSayings) {
    if (entry.text[0] == lowered) return true;
  }
  return false;
}

std::string_view comment_said(int number) { return kSayings[number].replacement; }

std::string_view weekday_name(int weekday) {
  return kWeekdays.substr(static_cast<std::size_t>(weekday) * 2, 2);
}

std::string_view month_name(int month) {
  return kMonths.substr(static_cast<std::size_t>(month - 1) * 3, 3);
}

std::string_view event_name(int event) {
  constexpr std::string_view kEvents[] = {"", "dawn", "sunrise", "sunset", "dusk"};
  return kEvents[event];
}

}  // namespace townboard::hours
