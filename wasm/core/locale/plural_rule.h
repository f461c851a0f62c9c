#pragma once

#include <optional>
#include <string_view>

namespace townboard::locale {

// Longer rules are refused; the longest in CLDR 48 has some 170 bytes.
inline constexpr std::size_t kMaxPluralRule = 1000;

// Whether the whole number `count` (taken without its sign) fulfils a plural rule such as
// "n % 10 = 2..4 and n % 100 != 12..14". A rule may be copied from CLDR with its samples ("@integer
// 1, 21 …" is passed over); its operands for fractions and exponents (v, w, f, t, c, e) are 0.
// Nothing when the text is no rule. An empty rule holds always. Work is linear in the text.
// Rule: UTS #35 part 3 (Numbers), section 5.1.1, plural rules syntax.
std::optional<bool> fulfils_plural_rule(std::string_view rule, int count);

}  // namespace townboard::locale
