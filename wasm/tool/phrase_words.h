#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "phrase/phrase.h"
#include "site/site.h"

namespace townboard::tool {

// The words of data/phrases/<language>.json with those of the languages that it names in "also"; "be-BY" is read
// as "be". Nothing when there is no such language.
std::optional<phrase::Words> phrase_words(std::string_view language);

// Reads a sentence in the first of `languages` ("be,ru") that understands it; else the problems are those of the first.
struct Sentence {
  phrase::Reading reading;
  std::string language;  // in which it was understood, or the first
};
Sentence read_sentence(std::string_view languages, std::string_view sentence);

// The sentence of a schedule, in the site's languages; its problems have the schedule's pointer. Where it is refused and
// looks more like OSM syntax, they are those of that.
phrase::Reading read_sentence(const site::Site& site, const site::Schedule& schedule);

}  // namespace townboard::tool
