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

struct Entity {
  std::string_view name;
  std::uint16_t character;
};

// Ascending by name. Rule: HTML 4.01, section 24, character entity references; and "apos" of XML.
constexpr Entity kEntities[] = {
    {"AElig", 198}, {"Aacute", 193}, {"Acirc", 194}, {"Agrave", 192}, {"Alpha", 913},
    {"Aring", 197}, {"Atilde", 195}, {"Auml", 196}, {"Beta", 914}, {"Ccedil", 199}, {"Chi", 935},
    {"Dagger", 8225}, {"Delta", 916}, {"ETH", 208}, {"Eacute", 201}, {"Ecirc", 202},
    {"Egrave", 200}, {"Epsilon", 917}, {"Eta", 919}, {"Euml", 203}, {"Gamma", 915},
    {"Iacute", 205}, {"Icirc", 206}, {"Igrave", 204}, {"Iota", 921}, {"Iuml", 207},
    {"Kappa", 922}, {"Lambda", 923}, {"Mu", 924}, {"Ntilde", 209}, {"Nu", 925}, {"OElig", 338},
    {"Oacute", 211}, {"Ocirc", 212}, {"Ograve", 210}, {"Omega", 937}, {"Omicron", 927},
    {"Oslash", 216}, {"Otilde", 213}, {"Ouml", 214}, {"Phi", 934}, {"Pi", 928}, {"Prime", 8243},
    {"Psi", 936}, {"Rho", 929}, {"Scaron", 352}, {"Sigma", 931}, {"THORN", 222}, {"Tau", 932},
    {"Theta", 920}, {"Uacute", 218}, {"Ucirc", 219}, {"Ugrave", 217}, {"Upsilon", 933},
    {"Uuml", 220}, {"Xi", 926}, {"Yacute", 221}, {"Yuml", 376}, {"Zeta", 918}, {"aacute", 225},
    {"acirc", 226}, {"acute", 180}, {"aelig", 230}, {"agrave", 224}, {"alefsym", 8501},
    {"alpha", 945}, {"amp", 38}, {"and", 8743}, {"ang", 8736}, {"apos", 39}, {"aring", 229},
    {"asymp", 8776}, {"atilde", 227}, {"auml", 228}, {"bdquo", 8222}, {"beta", 946},
    {"brvbar", 166}, {"bull", 8226}, {"cap", 8745}, {"ccedil", 231}, {"cedil", 184},
    {"cent", 162}, {"chi", 967}, {"circ", 710}, {"clubs", 9827}, {"cong", 8773}, {"copy", 169},
    {"crarr", 8629}, {"cup", 8746}, {"curren", 164}, {"dArr", 8659}, {"dagger", 8224},
    {"darr", 8595}, {"deg", 176}, {"delta", 948}, {"diams", 9830}, {"divide", 247},
    {"eacute", 233}, {"ecirc", 234}, {"egrave", 232}, {"empty", 8709}, {"emsp", 8195},
    {"ensp", 8194}, {"epsilon", 949}, {"equiv", 8801}, {"eta", 951}, {"eth", 240}, {"euml", 235},
    {"euro", 8364}, {"exist", 8707}, {"fnof", 402}, {"forall", 8704}, {"frac12", 189},
    {"frac14", 188}, {"frac34", 190}, {"frasl", 8260}, {"gamma", 947}, {"ge", 8805}, {"gt", 62},
    {"hArr", 8660}, {"harr", 8596}, {"hearts", 9829}, {"hellip", 8230}, {"iacute", 237},
    {"icirc", 238}, {"iexcl", 161}, {"igrave", 236}, {"image", 8465}, {"infin", 8734},
    {"int", 8747}, {"iota", 953}, {"iquest", 191}, {"isin", 8712}, {"iuml", 239}, {"kappa", 954},
    {"lArr", 8656}, {"lambda", 955}, {"lang", 9001}, {"laquo", 171}, {"larr", 8592},
    {"lceil", 8968}, {"ldquo", 8220}, {"le", 8804}, {"lfloor", 8970}, {"lowast", 8727},
    {"loz", 9674}, {"lrm", 8206}, {"lsaquo", 8249}, {"lsquo", 8216}, {"lt", 60}, {"macr", 175},
    {"mdash", 8212}, {"micro", 181}, {"middot", 183}, {"minus", 8722}, {"mu", 956},
    {"nabla", 8711}, {"nbsp", 160}, {"ndash", 8211}, {"ne", 8800}, {"ni", 8715}, {"not", 172},
    {"notin", 8713}, {"nsub", 8836}, {"ntilde", 241}, {"nu", 957}, {"oacute", 243},
    {"ocirc", 244}, {"oelig", 339}, {"ograve", 242}, {"oline", 8254}, {"omega", 969},
    {"omicron", 959}, {"oplus", 8853}, {"or", 8744}, {"ordf", 170}, {"ordm", 186},
    {"oslash", 248}, {"otilde", 245}, {"otimes", 8855}, {"ouml", 246}, {"para", 182},
    {"part", 8706}, {"permil", 8240}, {"perp", 8869}, {"phi", 966}, {"pi", 960}, {"piv", 982},
    {"plusmn", 177}, {"pound", 163}, {"prime", 8242}, {"prod", 8719}, {"prop", 8733},
    {"psi", 968}, {"quot", 34}, {"rArr", 8658}, {"radic", 8730}, {"rang", 9002}, {"raquo", 187},
    {"rarr", 8594}, {"rceil", 8969}, {"rdquo", 8221}, {"real", 8476}, {"reg", 174},
    {"rfloor", 8971}, {"rho", 961}, {"rlm", 8207}, {"rsaquo", 8250}, {"rsquo", 8217},
    {"sbquo", 8218}, {"scaron", 353}, {"sdot", 8901}, {"sect", 167}, {"shy", 173}, {"sigma", 963},
    {"sigmaf", 962}, {"sim", 8764}, {"spades", 9824}, {"sub", 8834}, {"sube", 8838},
    {"sum", 8721}, {"sup", 8835}, {"sup1", 185}, {"sup2", 178}, {"sup3", 179}, {"supe", 8839},
    {"szlig", 223}, {"tau", 964}, {"there4", 8756}, {"theta", 952}, {"thetasym", 977},
    {"thinsp", 8201}, {"thorn", 254}, {"tilde", 732}, {"times", 215}, {"trade", 8482},
    {"uArr", 8657}, {"uacute", 250}, {"uarr", 8593}, {"ucirc", 251}, {"ugrave", 249},
    {"uml", 168}, {"upsih", 978}, {"upsilon", 965}, {"uuml", 252}, {"weierp", 8472}, {"xi", 958},
    {"yacute", 253}, {"yen", 165}, {"yuml", 255}, {"zeta", 950}, {"zwj", 8205}, {"zwnj", 8204},
};

// A name of up to eight bytes as a number that sorts as it does.
constexpr std::uint64_t key_of(std::string_view name) {
  std::uint64_t key = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    key = key << 8 | (i < name.size() ? static_cast<unsigned char>(name[i]) : 0U);
  }
  return key;
}

constexpr std::size_t kCount = sizeof kEntities / sizeof kEntities[0];

struct Table {
  std::uint64_t keys[kCount];
  std::uint16_t characters[kCount];
};

constexpr Table table() {
  Table out{};
  for (std::size_t i = 0; i < kCount; ++i) {
    out.keys[i] = key_of(kEntities[i].name);
    out.characters[i] = kEntities[i].character;
  }
  return out;
}

constexpr Table kTable = table();

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

char32_t entity_named(std::string_view name) {
  if (name.size() > 8) return 0;
  const std::uint64_t key = key_of(name);
  std::size_t low = 0;
  std::size_t high = kCount;
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (kTable.keys[middle] < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < kCount && kTable.keys[low] == key ? kTable.characters[low] : 0;
}

std::size_t read_reference(std::string_view text, char32_t& character) {
  if (text.size() < 3 || text[0] != '&') return 0;
  if (text[1] == '#') {
    const std::size_t bytes = numeric(text.substr(1), character);
    return bytes == 0 ? 0 : bytes + 1;
  }
  std::size_t end = 1;
  while (end < text.size() && end < 12 && (text::is_alpha(text[end]) || text::is_digit(text[end]))) {
    ++end;
  }
  character = entity_named(text.substr(1, end - 1));
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
