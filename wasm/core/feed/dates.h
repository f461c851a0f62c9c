#pragma once

#include <optional>
#include <string_view>

#include "time/instant.h"

namespace townboard::feed {

// The instant that a feed's date names, read by its parts whatever their order: RFC 822 and RFC 5322 with
// their abuses, ISO 8601 and W3CDTF, asctime, dd.mm.yyyy (the day first), and months by their names in the
// languages of town halls. Without a zone UTC is meant. Nothing rather than a wrong date.
// Rule: RFC 5322, section 3.3 and 4.3; W3C NOTE-datetime.
std::optional<time::Instant> read_date(std::string_view text);

}  // namespace townboard::feed
