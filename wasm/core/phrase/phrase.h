#pragma once

#include <string>
#include <string_view>

#include "json/document.h"
#include "text/problem.h"

namespace townboard::phrase {

// The words of one language, from data/phrases/<language>.json.
class Words;

// What a sentence such as "8.30-17.30, lunch 13.00-14.00" means.
struct Reading {
  bool ok = false;    // false: refused; problems say what was not understood and where
  std::string hours;  // OSM text; without days when the sentence names none (problem days_missing)
  text::Problems problems;
};

// Reads hours as people write them. Refuses rather than guesses: whatever part was not understood is a
// problem with its place. Bounded: texts over 10 KiB are refused; work is linear in the tokens.
Reading read_phrase(std::string_view text, const Words& words);

}  // namespace townboard::phrase
