#include "bind/bytes.h"

#include <cstring>
#include <string>

#include "catch.h"

#ifndef __wasm__  // where they are the C library's own

using namespace townboard;

namespace {

// Bytes that all differ from their neighbours.
std::string row(std::size_t size) {
  std::string out;
  for (std::size_t i = 0; i < size; ++i) out += static_cast<char>(i * 37 + 1);
  return out;
}

}  // namespace

TEST_CASE("bytes are copied whatever their number and places", "[bind][bytes]") {
  for (std::size_t size = 0; size < 70; ++size) {
    for (std::size_t shift = 0; shift < 9; ++shift) {
      const std::string from = row(size + shift);
      std::string to(size + 2, '-');
      std::string expected = to;
      std::memcpy(expected.data() + 1, from.data() + shift, size);
      CHECK(bind::memcpy(to.data() + 1, from.data() + shift, size) == to.data() + 1);
      REQUIRE(to == expected);
    }
  }
}

TEST_CASE("bytes are moved over themselves in both directions", "[bind][bytes]") {
  for (std::size_t size = 0; size < 40; ++size) {
    for (std::size_t from = 0; from < 20; ++from) {
      for (std::size_t to = 0; to < 20; ++to) {
        std::string text = row(64);
        std::string expected = text;
        std::memmove(expected.data() + to, expected.data() + from, size);
        bind::memmove(text.data() + to, text.data() + from, size);
        REQUIRE(text == expected);
      }
    }
  }
}

TEST_CASE("bytes are set, searched and compared as the machine's library does", "[bind][bytes]") {
  for (std::size_t size = 0; size < 40; ++size) {
    std::string text(size + 2, '-');
    bind::memset(text.data() + 1, 0x1C3, size);
    REQUIRE(text == "-" + std::string(size, '\xC3') + "-");

    const std::string other = row(size);
    for (int byte = 0; byte < 256; ++byte) {
      REQUIRE(bind::memchr(other.data(), byte, size) == std::memchr(other.data(), byte, size));
    }
    for (std::size_t i = 0; i < size; ++i) {
      std::string changed = other;
      changed[i] = static_cast<char>(changed[i] + 1);
      const int sign = std::memcmp(other.data(), changed.data(), size);
      const int ours = bind::memcmp(other.data(), changed.data(), size);
      REQUIRE((sign < 0) == (ours < 0));
      REQUIRE(ours != 0);
    }
    CHECK(bind::memcmp(other.data(), row(size).data(), size) == 0);
  }
}

#endif
