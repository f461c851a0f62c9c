#include "feed/feed.h"
#include "text/cursor.h"
#include "text/utf8.h"

namespace townboard::feed {
namespace {

// The label behind `key` and an optional quotation mark, such as charset="utf-8".
std::string_view label_behind(std::string_view text, std::string_view key) {
  for (std::size_t at = 0; at + key.size() < text.size(); ++at) {
    if (!text::equal_ignoring_case(text.substr(at, key.size()), key)) continue;
    at += key.size();
    while (at < text.size() && (text::is_blank(text[at]) || text[at] == '=')) ++at;
    if (at < text.size() && (text[at] == '"' || text[at] == '\'')) ++at;
    const std::size_t begin = at;
    while (at < text.size() && (text::is_alpha(text[at]) || text::is_digit(text[at]) ||
                                text[at] == '-' || text[at] == '_' || text[at] == ':')) {
      ++at;
    }
    return text.substr(begin, at - begin);
  }
  return {};
}

std::string_view declared(std::string_view bytes, std::string_view content_type) {
  const std::string_view http = label_behind(content_type, "charset");
  if (!http.empty()) return http;
  const std::string_view head = bytes.substr(0, 1024);
  const std::size_t begin = head.find("<?xml");
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = head.substr(begin);
  return label_behind(rest.substr(0, rest.find("?>")), "encoding");
}

bool begins_with(std::string_view label, std::string_view prefix) {
  return text::equal_ignoring_case(label.substr(0, prefix.size()), prefix);
}

struct HighBytes {
  std::size_t all = 0;       // above ASCII
  std::size_t invalid = 0;   // that are no UTF-8
  std::size_t low_half = 0;  // 0xC0..0xDF: windows-1251's capitals, koi8-r's small letters
  std::size_t high_half = 0;
  std::size_t in_words = 0;  // behind another high byte
};

HighBytes count(std::string_view bytes) {
  HighBytes out;
  bool before = false;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      before = false;
      ++at;
      continue;
    }
    const text::Decoded read = text::decode_utf8(bytes, at);
    for (std::uint32_t i = 0; i < read.length; ++i) {
      const auto byte = static_cast<unsigned char>(bytes[at + i]);
      const bool high = byte >= 0x80;
      out.all += high;
      out.invalid += high && !read.valid;
      out.low_half += byte >= 0xC0 && byte < 0xE0;
      out.high_half += byte >= 0xE0;
      out.in_words += high && before;
      before = high;
    }
    at += read.length;
  }
  return out;
}

std::string_view guess(const HighBytes& high) {
  const bool cyrillic = high.in_words * 2 > high.all;
  if (!cyrillic) return "windows-1252";
  return high.low_half > high.high_half ? "koi8-r" : "windows-1251";
}

}  // namespace

// A label is believed unless the bytes refute it: valid UTF-8 with letters above ASCII is not by chance, and
// UTF-8 of which most such bytes are invalid is none. A few invalid bytes are errors, to be replaced.
std::string_view encoding_of(std::string_view bytes, std::string_view content_type, bool* valid) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return "utf-8";
  if (bytes.starts_with("\xFE\xFF") || bytes.starts_with(std::string_view("\0<", 2))) {
    return "utf-16be";
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with(std::string_view("<\0", 2))) {
    return "utf-16le";
  }
  const std::string_view label = declared(bytes, content_type);
  const bool single_byte = begins_with(label, "windows-") || begins_with(label, "iso-8859") ||
                           begins_with(label, "koi8") || begins_with(label, "cp1") ||
                           begins_with(label, "us-ascii") || label.empty();
  const bool utf = begins_with(label, "utf-8") || begins_with(label, "utf8") ||
                   begins_with(label, "utf-16") || begins_with(label, "utf-32");
  if (!single_byte && !utf) return label;
  if (utf && text::is_valid_utf8(bytes)) {
    if (valid != nullptr) *valid = true;
    return "utf-8";
  }
  const HighBytes high = count(bytes);
  if (high.invalid == 0 && (high.all > 0 || utf || label.empty())) return "utf-8";
  if (single_byte && !label.empty() && !begins_with(label, "us-ascii")) return label;
  return high.invalid * 2 > high.all ? guess(high) : std::string_view("utf-8");
}

}  // namespace townboard::feed
