#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "time/zone.h"

namespace townboard::tool {

// The zone called `name`: an IANA name such as "Europe/Minsk", looked up in the machine's tzdata, or
// a POSIX rule. Nothing when it is neither.
std::optional<time::Zone> zone_named(std::string_view name);

// The dated transitions and the rule of a TZif file, version 2 or later. Rule: RFC 8536.
std::optional<time::Zone> read_tzif(std::string_view bytes);

// The POSIX rule in the footer of the file of zone `name`; nothing when there is none.
std::optional<std::string> posix_rule_of(std::string_view name);

}  // namespace townboard::tool
