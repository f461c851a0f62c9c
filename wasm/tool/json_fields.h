#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace townboard::tool {

// The text called `key` in an object; empty when there is none.
inline std::string text_in(const nlohmann::ordered_json& object, const char* key) {
  if (!object.is_object()) return {};
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace townboard::tool
