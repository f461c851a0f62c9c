#pragma once

#include <string_view>

#include "phrase/print.h"
#include "phrase/words.h"
#include "text/problem.h"
#include "text/string.h"

namespace townboard::phrase {

// What a sentence such as "8.30-17.30, lunch 13.00-14.00" means.
struct Reading {
  bool ok = false;    // false: refused; problems say what was not understood and where
  text::String hours; // OSM text; without days when the sentence names none (problem days_missing)
  text::Problems problems;  // places are bytes of the sentence
};

// Reads hours as people write them. Refuses rather than guesses: a word, number or sign that is not
// understood and may matter is a problem with its place. What surrounds the hours (names of offices, notes in
// parentheses) is reported as a warning and left out.
Reading read_phrase(std::string_view sentence, const Words& words);

// The same without lists that grow, for the module of its own: what it found is in its members. It is large (half a
// megabyte) and begins as zero bytes.
struct Reader : Printer {
  // False: refused. Otherwise hours() is the OSM text.
  bool read(std::string_view text, const WordTable& table);
  // The same where `sentence`, `atoms` and `of_month` are set already, as phrase::Tokens sets them.
  bool read_tokens();
};

}  // namespace townboard::phrase
