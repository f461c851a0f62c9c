#include "markup/entities.h"

#include <string>

#include "catch.h"

using namespace townboard;

TEST_CASE("an entity is the character that HTML 4 gives it", "[markup][entities]") {
  struct Row {
    const char* name;
    char32_t character;
  };
  // The first and the last of those whose characters follow each other.
  const Row rows[] = {
      {"quot", 34}, {"amp", 38}, {"apos", 39}, {"lt", 60}, {"gt", 62}, {"nbsp", 160}, {"yuml", 255},
      {"OElig", 338}, {"oelig", 339}, {"Scaron", 352}, {"scaron", 353}, {"Yuml", 376}, {"fnof", 402},
      {"circ", 710}, {"tilde", 732}, {"Alpha", 913}, {"Rho", 929}, {"Sigma", 931}, {"Omega", 937},
      {"alpha", 945}, {"omega", 969}, {"thetasym", 977}, {"upsih", 978}, {"piv", 982}, {"ensp", 8194},
      {"emsp", 8195}, {"thinsp", 8201}, {"zwnj", 8204}, {"rlm", 8207}, {"ndash", 8211}, {"mdash", 8212},
      {"lsquo", 8216}, {"sbquo", 8218}, {"ldquo", 8220}, {"bdquo", 8222}, {"dagger", 8224}, {"bull", 8226},
      {"hellip", 8230}, {"permil", 8240}, {"prime", 8242}, {"Prime", 8243}, {"lsaquo", 8249},
      {"rsaquo", 8250}, {"oline", 8254}, {"frasl", 8260}, {"euro", 8364}, {"image", 8465}, {"weierp", 8472},
      {"real", 8476}, {"trade", 8482}, {"alefsym", 8501}, {"larr", 8592}, {"harr", 8596}, {"crarr", 8629},
      {"lArr", 8656}, {"hArr", 8660}, {"forall", 8704}, {"part", 8706}, {"exist", 8707}, {"empty", 8709},
      {"nabla", 8711}, {"notin", 8713}, {"ni", 8715}, {"prod", 8719}, {"sum", 8721}, {"minus", 8722},
      {"lowast", 8727}, {"radic", 8730}, {"prop", 8733}, {"infin", 8734}, {"ang", 8736}, {"and", 8743},
      {"int", 8747}, {"there4", 8756}, {"sim", 8764}, {"cong", 8773}, {"asymp", 8776}, {"ne", 8800},
      {"equiv", 8801}, {"le", 8804}, {"ge", 8805}, {"sub", 8834}, {"nsub", 8836}, {"sube", 8838},
      {"supe", 8839}, {"oplus", 8853}, {"otimes", 8855}, {"perp", 8869}, {"sdot", 8901}, {"lceil", 8968},
      {"rfloor", 8971}, {"lang", 9001}, {"rang", 9002}, {"loz", 9674}, {"spades", 9824}, {"clubs", 9827},
      {"hearts", 9829}, {"diams", 9830}};
  for (const Row& row : rows) {
    CAPTURE(row.name);
    char32_t character = 0;
    const std::string reference = "&" + std::string(row.name) + ";";
    CHECK(markup::read_reference(reference, character) == reference.size());
    CHECK(character == row.character);
  }
}

TEST_CASE("what is no reference has no length", "[markup][entities]") {
  for (const char* text : {"&", "&;", "&a;", "&34;", "&quo;", "&quote;", "&Quot;", "&thetasyms;", "&xthetasym;", "& amp;", "&#;"}) {
    CAPTURE(text);
    char32_t character = 0;
    CHECK(markup::read_reference(text, character) == 0);
  }
}
