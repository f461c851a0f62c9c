#include <cstdint>
#include <string>

#include "catch.h"
#include "text/utf8.h"

using namespace townboard;

namespace {

// Texts of all kinds of characters, cut and spoiled; the same at every run. Rule: Lehmer, multiplier 48271.
class Texts {
 public:
  std::string next() {
    std::string out;
    const std::uint32_t size = below(40);
    const std::uint32_t kinds = below(2) == 0 ? 4 : 12;
    while (out.size() < size) {
      const std::uint32_t kind = below(kinds);
      text::String character;
      if (kind == 0) out += static_cast<char>(below(256));
      if (kind == 1) text::append_utf8(character, below(0x110000));
      if (kind > 1) text::append_utf8(character, kind < 7 ? 0x400 + below(0x100) : 'a' + below(26));
      out += std::string_view(character);
    }
    if (below(4) == 0) out.resize(below(static_cast<std::uint32_t>(out.size()) + 1));
    return out;
  }

 private:
  std::uint32_t below(std::uint32_t n) {
    state_ = static_cast<std::uint32_t>(std::uint64_t{state_} * 48271 % 2147483647);
    return state_ % n;
  }
  std::uint32_t state_ = 4660;
};

struct Expected {
  bool valid = true;
  std::string utf16;
};

// Character by character.
Expected expected(std::string_view bytes) {
  Expected out;
  const auto put = [&](std::uint32_t unit) {
    out.utf16 += static_cast<char>(unit & 0xFF);
    out.utf16 += static_cast<char>(unit >> 8);
  };
  for (std::size_t at = 0; at < bytes.size();) {
    const text::Decoded read = text::decode_utf8(bytes, at);
    at += read.length;
    out.valid = out.valid && read.valid;
    if (read.character < 0x10000) {
      put(read.character);
    } else {
      put(0xD800 + ((read.character - 0x10000) >> 10));
      put(0xDC00 + ((read.character - 0x10000) & 0x3FF));
    }
  }
  return out;
}

}  // namespace

TEST_CASE("eight bytes at a time are valid when each character is", "[text][utf8]") {
  Texts texts;
  for (int i = 0; i < 100'000; ++i) {
    const std::string bytes = texts.next();
    CAPTURE(bytes);
    REQUIRE(text::is_valid_utf8(bytes) == expected(bytes).valid);
  }
}

TEST_CASE("UTF-16 is what each character gives", "[text][utf8]") {
  Texts texts;
  for (int i = 0; i < 100'000; ++i) {
    const std::string bytes = texts.next();
    CAPTURE(bytes);
    text::String out("ab");
    const std::uint32_t units = text::append_utf16(out, bytes);
    REQUIRE(units * 2 == out.size() - 2);
    if (expected(bytes).valid) REQUIRE(std::string(out.substr(2)) == expected(bytes).utf16);
  }
}

TEST_CASE("a text is ASCII when each byte is", "[text][utf8]") {
  Texts texts;
  for (int i = 0; i < 100'000; ++i) {
    const std::string bytes = texts.next();
    CAPTURE(bytes);
    bool all = true;
    for (const char c : bytes) all = all && static_cast<unsigned char>(c) < 0x80;
    REQUIRE(text::is_ascii(bytes) == all);
  }
}
