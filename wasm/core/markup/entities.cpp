#include "markup/entities.h"

#include "text/cursor.h"
#include "text/utf8.h"

namespace townboard::markup {
namespace {

// Rule: WHATWG HTML, section 13.2.5.80, numeric character reference end state.
constexpr std::uint16_t kWindows1252[32] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

}  // namespace

char32_t windows1252(char32_t control) { return kWindows1252[control - 0x80]; }

namespace {

// By their characters, each name one behind that before; a number is of how many there is no name between.
// Rule: HTML 4.01, section 24, character entity references; and "apos" of XML.
constexpr std::string_view kNames =
    "34 quot 3 amp apos 20 lt 1 gt 97 nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy "
    "reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest "
    "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH "
    "Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave "
    "aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde "
    "ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml 82 OElig oelig "
    "12 Scaron scaron 22 Yuml 25 fnof 307 circ 21 tilde 180 Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota "
    "Kappa Lambda Mu Nu Xi Omicron Pi Rho 1 Sigma Tau Upsilon Phi Chi Psi Omega 7 alpha beta gamma delta "
    "epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf sigma tau upsilon phi chi psi "
    "omega 7 thetasym upsih 3 piv 7211 ensp emsp 5 thinsp 2 zwnj zwj lrm rlm 3 ndash mdash 3 lsquo rsquo sbquo "
    "1 ldquo rdquo bdquo 1 dagger Dagger bull 3 hellip 9 permil 1 prime Prime 5 lsaquo rsaquo 3 oline 5 frasl "
    "103 euro 100 image 6 weierp 3 real 5 trade 18 alefsym 90 larr uarr rarr darr harr 32 crarr 26 lArr uArr "
    "rArr dArr hArr 43 forall 1 part exist 1 empty 1 nabla isin notin 1 ni 3 prod 1 sum minus 4 lowast 2 radic "
    "2 prop infin 1 ang 6 and or cap cup int 8 there4 7 sim 8 cong 2 asymp 23 ne equiv 2 le ge 28 sub sup nsub "
    "1 sube supe 13 oplus 1 otimes 13 perp 31 sdot 66 lceil rceil lfloor rfloor 29 lang rang 671 loz 149 "
    "spades 2 clubs 1 hearts diams ";

// The names by hash, made when the first one is looked up: as a table they would be half a kilobyte more to load.
struct Table {
  static constexpr std::size_t kPlaces = 512;
  std::uint64_t keys[kPlaces] = {};
  std::uint16_t characters[kPlaces] = {};
  bool filled = false;

  // Where the key is, or the free place where it belongs.
  [[gnu::noinline]] std::size_t place_of(std::uint64_t key) const {
    std::size_t at = static_cast<std::size_t>(key * 0x9E3779B97F4A7C15U >> 55);
    while (keys[at] != 0 && keys[at] != key) at = (at + 1) % kPlaces;
    return at;
  }

  void fill() {
    std::uint16_t character = 0;
    std::uint16_t passed = 0;
    std::uint64_t key = 0;
    for (const char c : kNames) {
      if (key == 0 && c < 'A') {
        if (c != ' ') passed = static_cast<std::uint16_t>(passed * 10 + (c - '0'));
      } else if (c != ' ') {
        key = key << 8 | static_cast<unsigned char>(c);
      } else {
        const std::size_t at = place_of(key);
        character = static_cast<std::uint16_t>(character + passed);
        keys[at] = key;
        characters[at] = character++;
        passed = 0;
        key = 0;
      }
    }
    filled = true;
  }
};

constinit Table table;

// "#" ["x"] digits, at `text`, behind the "&"; bytes read, 0 when it is none.
std::size_t numeric(std::string_view text, char32_t& character) {
  const bool hex = text.size() > 1 && text::to_lower(text[1]) == 'x';
  std::size_t at = hex ? 2 : 1;
  const std::size_t first = at;
  std::uint32_t value = 0;
  for (; at < text.size(); ++at) {
    const char c = text::to_lower(text[at]);
    const bool letter = hex && c >= 'a' && c <= 'f';
    if (!text::is_digit(c) && !letter) break;
    const auto digit = static_cast<std::uint32_t>(letter ? c - 'a' + 10 : c - '0');
    if (value < 0x110000) value = value * (hex ? 16 : 10) + digit;
  }
  if (at == first) return 0;
  if (value >= 0x80 && value < 0xA0) value = windows1252(value);
  character = value == 0 || value > 0x10FFFF ? text::kReplacement : value;
  return at < text.size() && text[at] == ';' ? at + 1 : at;
}

}  // namespace

std::size_t read_reference(std::string_view text, char32_t& character) {
  if (text.size() < 3 || text[0] != '&') return 0;
  if (text[1] == '#') {
    const std::size_t bytes = numeric(text.substr(1), character);
    return bytes == 0 ? 0 : bytes + 1;
  }
  if (!table.filled) table.fill();
  // A name of up to eight bytes is a number.
  std::uint64_t key = 0;
  std::size_t end = 1;
  for (; end < text.size() && (text::is_alpha(text[end]) || text::is_digit(text[end])); ++end) {
    if (end > 8) return 0;
    key = key << 8 | static_cast<unsigned char>(text[end]);
  }
  character = table.characters[table.place_of(key)];
  if (character == 0) return 0;
  if (end < text.size() && text[end] == ';') return end + 1;
  // Without its semicolon only Latin 1 is an entity to browsers, and "&copy=1" in a link is none.
  return character < 256 && (end >= text.size() || text[end] != '=') ? end : 0;
}

// Appends the character. UTF-16's halves, which programs write as two references, become one; a half alone is none.
// Deviation: WHATWG HTML replaces it, which people see.
static void append_referred(text::String& out, char32_t character, char32_t& half) {
  if (character >= 0xDC00 && character < 0xE000) {
    if (half != 0) text::append_utf8(out, 0x10000 + ((half - 0xD800) << 10) + (character - 0xDC00));
  } else if (character < 0xD800 || character >= 0xE000) {
    text::append_utf8(out, character);
  }
  half = character >= 0xD800 && character < 0xDC00 ? character : 0;
}

void append_unescaped(text::String& out, std::string_view text) {
  char32_t half = 0;
  while (!text.empty()) {
    const std::size_t amp = text.find('&');
    if (amp != 0) half = 0;
    out += text.substr(0, amp);
    if (amp == std::string_view::npos) return;
    text.remove_prefix(amp);
    char32_t character = 0;
    const std::size_t bytes = read_reference(text, character);
    if (bytes == 0) {
      out += '&';
      half = 0;
      text.remove_prefix(1);
    } else {
      append_referred(out, character, half);
      text.remove_prefix(bytes);
    }
  }
}

}  // namespace townboard::markup
