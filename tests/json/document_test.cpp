#include "json/document.h"

#include <nlohmann/json.hpp>
#include <string>

#include "catch.h"

using townboard::json::Document;
using townboard::json::locate;
using townboard::json::Type;
using townboard::json::Value;

TEST_CASE("a document is walked without checks", "[json][document]") {
  const Document document(R"({"a": [1, 2.5, {"b": "ё\n"}], "c": true, "d": null, "e": -7})");
  REQUIRE(document.ok());
  const Value root = document.root();
  CHECK(root.size() == 4);
  CHECK(root["a"].first().integer() == 1);
  CHECK(root["a"].first().next().number() == 2.5);
  CHECK(root["a"].first().next().integer(9) == 9);  // 2.5 is no whole number
  CHECK(root["a"].first().next().next()["b"].string() == "ё\n");
  CHECK(root["c"].boolean());
  CHECK(root["d"].is(Type::null));
  CHECK(root["e"].integer() == -7);
  CHECK(root["nothing"]["below"].first().string().empty());
  CHECK_FALSE(root["nothing"]);
}

TEST_CASE("of two equal keys the last holds", "[json][document]") {
  const Document document(R"({"a": 1, "a": 2})");
  CHECK(document.root()["a"].integer() == 2);
}

TEST_CASE("whole numbers outside an int are not cut", "[json][document]") {
  const Document document("[2147483648, -2147483648, 1e300]");
  const Value first = document.root().first();
  CHECK(first.integer(5) == 5);
  CHECK(first.next().integer(5) == -2147483648);
  CHECK(first.next().next().integer(5) == 5);
}

TEST_CASE("a pointer names a value and finds its bytes again", "[json][document]") {
  const std::string text = "{\"x\": {\"a/b~\": [ 10, \"]\\\"\" , {\"y\": false}]}}";
  const Document document(text);
  const Value list = document.root()["x"]["a/b~"];
  const Value flag = list.first().next().next()["y"];
  CHECK(flag.pointer() == "/x/a~1b~0/2/y");
  const auto span = locate(text, flag.pointer());
  CHECK(text.substr(span.begin, span.end - span.begin) == "false");
  const auto string = locate(text, list.first().next().pointer());
  CHECK(text.substr(string.begin, string.end - string.begin) == "\"]\\\"\"");
  CHECK(locate(text, "/nowhere/0").end == text.size());
}

TEST_CASE("bad JSON is refused with the byte at fault", "[json][document]") {
  struct Case {
    std::string text;
    std::string code;
    std::uint32_t begin;
  };
  const auto c = GENERATE(values<Case>({
      {"{\"a\": 1,\n \"b\" 2}", "json_syntax", 14},
      {"", "json_syntax", 0},
      {"[1, 2,]", "json_syntax", 6},
      {"\"\xFF\"", "json_syntax", 1},
      {std::string(1000, '['), "json_too_deep", 0},
      {"{} {}", "json_syntax", 3},
  }));
  CAPTURE(c.text);
  const Document document(c.text);
  REQUIRE_FALSE(document.ok());
  CHECK_FALSE(document.root());
  CHECK(document.problems().front().kind->code == c.code);
  CHECK(document.problems().front().where.begin == c.begin);
}

TEST_CASE("every prefix of a document is refused and none crashes", "[json][document]") {
  const std::string text = R"({"a": [1, 2.5e3, {"b": "\u0451"}], "c": true})";
  for (std::size_t size = 0; size < text.size(); ++size) {
    CAPTURE(size);
    CHECK_FALSE(Document(text.substr(0, size)).ok());
    locate(text.substr(0, size), "/a/2/b");
  }
}

TEST_CASE("a text in several languages is read", "[json][localized]") {
  const Document document(R"([{"be": "Капыль", "en": "Kopyl"}, "same", 3])");
  const Value first = document.root().first();
  CHECK(first.localized().in("en") == "Kopyl");
  CHECK(first.localized().in("be-tarask") == "Капыль");
  CHECK(first.localized().in("de") == "Капыль");
  CHECK(first.next().localized().in("en") == "same");
  CHECK(first.next().next().localized().empty());
}

TEST_CASE("every change of a byte is taken or refused as nlohmann's own parser does", "[json][document]") {
  const std::string text = R"({"a": [1, -2.5e3, {"b": "\u0451", "": []}, {}], "c": true, "d": [null, false, "\\"]})";
  const std::string bytes = "{}[]:,\"\\ 0-.eEtn/\n";
  for (std::size_t place = 0; place < text.size(); ++place) {
    for (const char byte : bytes) {
      std::string changed = text;
      changed[place] = byte;
      CAPTURE(changed);
      CHECK(Document(changed).ok() == nlohmann::json::accept(changed));
      changed.insert(place, 1, text[place]);
      CHECK(Document(changed).ok() == nlohmann::json::accept(changed));
    }
  }
  CHECK_FALSE(Document("1e999").ok());
}
