#include "tool/decode.h"

#include <iconv.h>

#include <cerrno>

namespace townboard::tool {

std::string decoded(const std::string& bytes, std::string_view label) {
  if (label == "utf-8") return bytes;
  const iconv_t converter = iconv_open("UTF-8", std::string(label).c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return bytes;
  std::string input = bytes;
  std::string out;
  char* from = input.data();
  std::size_t left = input.size();
  while (left > 0) {
    char buffer[4096];
    char* to = buffer;
    std::size_t room = sizeof buffer;
    const std::size_t done = iconv(converter, &from, &left, &to, &room);
    const int reason = errno;
    out.append(buffer, sizeof buffer - room);
    if (done != static_cast<std::size_t>(-1) || reason == E2BIG) continue;
    out += "\xEF\xBF\xBD";
    ++from;
    --left;
  }
  iconv_close(converter);
  return out;
}

}  // namespace townboard::tool
