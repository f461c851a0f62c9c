#pragma once

#include <initializer_list>
#include "text/string.h"
#include <string_view>

#include "locale/locale.h"

namespace townboard::locale {

// Appends `pattern` with its {names} filled in from `arguments`, then from `more`. A name that
// neither has, and a brace without its partner, stay as they are.
void append_filled(text::String& out, std::string_view pattern,
                   std::initializer_list<Argument> arguments,
                   std::initializer_list<Argument> more = {});

}  // namespace townboard::locale
