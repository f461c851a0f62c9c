#pragma once

#include <string>

#include "catch.h"
#include "json/document.h"
#include "locale/locale.h"
#include "source_file.h"

namespace tests {

// A locale from JSON text; what is missing in it is not objected to.
inline townboard::locale::Locale read_text(const std::string& text) {
  const townboard::json::Document document(text);
  REQUIRE(document.ok());
  townboard::text::Problems problems;
  return townboard::locale::Locale::read(document.root(), problems);
}

// data/locales/<language>.json, which must be free of problems.
inline townboard::locale::Locale read_locale(const std::string& language) {
  const std::string path = "data/locales/" + language + ".json";
  CAPTURE(path);
  const std::string text = source_file(path);
  const townboard::json::Document document(text);
  REQUIRE(document.ok());
  townboard::text::Problems problems;
  auto locale = townboard::locale::Locale::read(document.root(), problems);
  for (const auto& problem : problems) {
    UNSCOPED_INFO(problem.kind->code << " at " << problem.pointer);
  }
  REQUIRE(problems.empty());
  return locale;
}

}  // namespace tests
