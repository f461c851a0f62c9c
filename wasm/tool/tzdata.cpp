#include "tool/tzdata.h"

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace townboard::tool {
namespace {

std::int64_t big_endian(std::string_view bytes) {
  std::uint64_t value = static_cast<signed char>(bytes[0]) < 0 ? ~std::uint64_t{0} : 0;
  for (const char c : bytes) value = (value << 8) | static_cast<unsigned char>(c);
  return static_cast<std::int64_t>(value);
}

// The six counts of a header. Rule: RFC 8536, section 3.1.
struct Counts {
  std::size_t utc, standard, leap, times, types, characters;

  std::size_t body(std::size_t time_size) const {
    return times * (time_size + 1) + types * 6 + characters + leap * (time_size + 4) + standard + utc;
  }
};

constexpr std::size_t kHeader = 44;

std::optional<Counts> read_header(std::string_view bytes) {
  if (bytes.size() < kHeader || bytes.substr(0, 4) != "TZif" || bytes[4] < '2') return std::nullopt;
  const auto count = [&](std::size_t i) {
    return static_cast<std::size_t>(big_endian(bytes.substr(20 + 4 * i, 4)));
  };
  return Counts{count(0), count(1), count(2), count(3), count(4), count(5)};
}

struct File {
  text::List<time::Transition> transitions;
  std::int32_t first_offset = 0;
  std::string rule;
};

std::optional<File> read_file(std::string_view bytes) {
  const std::optional<Counts> old = read_header(bytes);
  if (!old || bytes.size() < kHeader + old->body(4)) return std::nullopt;
  bytes.remove_prefix(kHeader + old->body(4));
  const std::optional<Counts> counts = read_header(bytes);
  if (!counts || counts->types == 0 || bytes.size() < kHeader + counts->body(8) + 2) {
    return std::nullopt;
  }
  const std::string_view times = bytes.substr(kHeader);
  const std::string_view kinds = times.substr(counts->times * 8);
  const std::string_view types = kinds.substr(counts->times);
  const auto offset_of = [&](std::size_t type) {
    return static_cast<std::int32_t>(big_endian(types.substr(type * 6, 4)));
  };
  File file;
  file.first_offset = offset_of(0);
  for (std::size_t i = 0; i < counts->times; ++i) {
    const auto type = static_cast<unsigned char>(kinds[i]);
    if (type >= counts->types) return std::nullopt;
    file.transitions.push_back({big_endian(times.substr(i * 8, 8)), offset_of(type)});
  }
  const std::string_view footer = bytes.substr(kHeader + counts->body(8) + 1);
  file.rule = footer.substr(0, footer.find('\n'));
  return file;
}

// The bytes of the machine's file for a zone; "" when there is none.
std::string load(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find("..") != std::string_view::npos) return {};
  const char* folder = std::getenv("TZDIR");
  std::string path = folder != nullptr ? folder : "/usr/share/zoneinfo";
  path += '/';
  path += name;
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace

std::optional<time::Zone> read_tzif(std::string_view bytes) {
  const std::optional<File> file = read_file(bytes);
  if (!file) return std::nullopt;
  std::optional<time::Zone> rule = time::Zone::parse(file->rule);
  if (!rule) return std::nullopt;
  rule->set_transitions(file->transitions, file->first_offset);
  return rule;
}

std::optional<std::string> posix_rule_of(std::string_view name) {
  const std::optional<File> file = read_file(load(name));
  if (!file || file->rule.empty()) return std::nullopt;
  return file->rule;
}

std::optional<time::Zone> zone_named(std::string_view name) {
  // A rule such as "EST5EDT,…" is also looked up first, since "EST5EDT" is a name as well.
  if (std::optional<time::Zone> zone = read_tzif(load(name))) return zone;
  return time::Zone::parse(name);
}

}  // namespace townboard::tool
