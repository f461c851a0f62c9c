#include "feed/formats.h"
#include "feed/problems.h"
#include "text/cursor.h"
#include "text/utf8.h"

namespace townboard::feed {
Reading read_feed(std::string_view utf8_text, const ReadOptions& options) {
  text::String repaired;
  const bool valid = text::is_valid_utf8(utf8_text);
  if (!valid) {
    repaired = text::repaired_utf8(utf8_text);
    utf8_text = repaired;
  }
  if (utf8_text.starts_with("\xEF\xBB\xBF")) utf8_text.remove_prefix(3);
  const std::string_view trimmed = text::trimmed(utf8_text);
  Reading reading = trimmed.starts_with('{') || trimmed.starts_with('[')
                        ? read_json_feed(trimmed, options.url)
                        : read_xml_feed(utf8_text, options.url);
  if (!valid) text::report(reading.problems, kInvalidBytes);
  return reading;
}

}  // namespace townboard::feed
