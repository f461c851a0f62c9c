#include "feed/formats.h"
#include "feed/problems.h"
#include "json/document.h"
#include "text/cursor.h"
#include "text/utf8.h"

namespace townboard::feed {

Utf8Text::Utf8Text(std::string_view bytes, bool known_as_valid)
    : text(bytes), valid(known_as_valid || text::is_valid_utf8(bytes)) {
  if (!valid) {
    repaired = text::repaired_utf8(bytes);
    text = repaired;
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
}

bool Utf8Text::is_json() const {
  const std::string_view trimmed = text::trimmed(text);
  return trimmed.starts_with('{') || trimmed.starts_with('[');
}

Reading read_feed(std::string_view utf8_text, const ReadOptions& options) {
  const Utf8Text source(utf8_text);
  Reading reading = source.is_json() ? read_json_feed(json::Document(text::trimmed(source.text)), options.url)
                                     : read_xml_feed(source.text, options.url);
  if (!source.valid) text::report(reading.problems, kInvalidBytes);
  return reading;
}

}  // namespace townboard::feed
