#pragma once

#include <string>
#include <vector>

#include "catch.h"
#include "json/document.h"
#include "phrase/phrase.h"
#include "source_file.h"

namespace townboard::phrase {

inline void add_language(Words& words, const std::string& language) {
  const std::string text = tests::source_file("data/phrases/" + language + ".json");
  const json::Document document(text);
  REQUIRE(document.ok());
  std::string lines;
  for (json::Value sense = document.root()["words"].first(); sense; sense = sense.next()) {
    lines += sense.key();
    for (json::Value form = sense.first(); form; form = form.next()) lines += '\t' + std::string(form.string());
    lines += '\n';
  }
  words.add(lines);
  for (json::Value other = document.root()["also"].first(); other; other = other.next()) {
    add_language(words, std::string(other.string()));
  }
}

// Kept, since the rows of a table ask for the same languages again and again.
inline const Words& words_of(const std::string& language) {
  struct Known {
    std::string language;
    Words words;
  };
  static std::vector<Known> all;
  for (const Known& known : all) {
    if (known.language == language) return known.words;
  }
  all.reserve(64);  // references stay good
  all.push_back({language, {}});
  add_language(all.back().words, language);
  return all.back().words;
}

// The rows of a table with tabs, without its comments; "\n" is a new line.
inline std::vector<std::vector<std::string>> rows_of(const std::string& path) {
  std::vector<std::vector<std::string>> rows;
  std::string text = tests::source_file(path);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string line = text.substr(at, end - at);
    at = end + 1;
    if (line.empty() || line[0] == '#') continue;
    for (std::size_t k = line.find("\\n"); k != std::string::npos; k = line.find("\\n")) line.replace(k, 2, "\n");
    std::vector<std::string> cells{""};
    for (const char c : line) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

}  // namespace townboard::phrase
