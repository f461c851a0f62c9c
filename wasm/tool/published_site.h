#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace townboard::tool {

// A site file as a server has it: hours as OSM text, so that no browser loads the reader of sentences, and the rule of
// its zone written down, so that none looks it up. All else is as it was written, byte for byte.
struct PublishedSite {
  std::string json;
  std::vector<std::string> read;  // "committee/office: Mo-Fr 08:30-17:30", of each sentence
  std::vector<std::string> data;  // the languages and calendars that its boards load: "data/locales/be.json"
  // What lies beside the site file or below: feeds, and the pictures that they show. Relative to it.
  std::vector<std::filesystem::path> files;
};

// Nothing when the site file has errors, among them sentences that are not understood; they are on stderr, with their
// places in `path`.
std::optional<PublishedSite> published_site(const std::filesystem::path& path, const std::string& text);

}  // namespace townboard::tool
