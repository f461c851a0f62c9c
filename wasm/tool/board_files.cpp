#include "tool/board_files.h"

#include <fstream>
#include <iterator>

#include "feed/feed.h"
#include "phrase/phrase.h"
#include "tool/decode.h"
#include "tool/embedded.h"
#include "tool/phrase_words.h"
#include "tool/tzdata.h"

namespace townboard::tool {
namespace {

using widget::Need;

constexpr int kMostRounds = 8;  // a language may bring needs of its own, and so on, but not for ever

}  // namespace

std::optional<std::string> read_bytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in || std::filesystem::is_directory(file)) return std::nullopt;
  return std::string(std::istreambuf_iterator<char>(in), {});
}

void BoardFiles::supply(widget::Board& board, time::Instant now,
                        const std::function<void(const std::string&)>& missing) const {
  constexpr std::string_view kKinds[] = {"language", "calendar", "feed", "sentence", "zone"};
  for (int round = 0; round < kMostRounds; ++round) {
    const text::List<Need> needs = board.needs();
    if (needs.empty()) return;
    for (const Need& need : needs) {
      if (const auto found = find(need)) {
        board.supply(need, found->text, found->content_type, now);
        continue;
      }
      board.fail(need, now);
      std::string words(kKinds[static_cast<std::size_t>(need.kind)]);
      words += " '" + need.name + "' is not there";
      if (!need.text.empty()) words += ": " + need.text;
      missing(words);
    }
  }
}

std::optional<BoardFiles::Bytes> BoardFiles::find(const Need& need) const {
  std::string_view known;
  switch (need.kind) {
    case Need::Kind::locale: known = embedded("locales/" + need.name + ".json"); break;
    case Need::Kind::calendar: known = embedded("calendars/" + need.name + ".json"); break;
    case Need::Kind::feed: return feed(need);
    case Need::Kind::zone:
      if (const auto rule = posix_rule_of(need.name)) return Bytes{*rule, {}};
      return std::nullopt;
    case Need::Kind::phrase: {
      const std::string_view text = need.text;
      const std::size_t blank = text.find(' ');
      const Sentence sentence = read_sentence(text.substr(0, blank), text.substr(blank + 1));
      if (!sentence.reading.ok) return std::nullopt;
      return Bytes{sentence.reading.hours, {}};
    }
  }
  if (known.empty()) return std::nullopt;
  return Bytes{std::string(known), {}};
}

// A feed as UTF-8, as the element would have it from a server that names no type.
std::optional<BoardFiles::Bytes> BoardFiles::feed(const Need& need) const {
  const auto named = named_.find(need.name);
  // An address elsewhere is no file; it is not fetched either.
  if (named == named_.end() && (need.text.empty() || need.text.find("//") != std::string::npos)) {
    return std::nullopt;
  }
  const auto bytes = read_bytes(named != named_.end() ? named->second : folder_ / std::string_view(need.text));
  if (!bytes) return std::nullopt;
  return Bytes{decoded(*bytes, feed::encoding_of(*bytes, {})), {}};
}

}  // namespace townboard::tool
