#pragma once

#include <initializer_list>
#include <string_view>

#include "site/problems.h"
#include "site/site.h"

namespace townboard::site {

// Reads the parts of a site file and reports what is bad with its JSON pointer.
class SiteReader {
 public:
  explicit SiteReader(text::Problems& problems) : problems_(problems) {}

  void site(json::Value value, Site& site);

 private:
  void office(json::Value value, Office& office);
  void address(json::Value value, Address& address);
  void contact(json::Value value, Contact& contact);
  void schedule(json::Value value, Schedule& schedule);
  void closure(json::Value value, text::List<hours::Closure>& closures);
  void feed(json::Value value, Feed& feed);

  // Whether the value can be read; what is no object is reported and left out.
  bool is_object(json::Value value);
  // Reports members that are not in `known`, with the nearest known name as suggestion.
  void keys(json::Value object, std::initializer_list<std::string_view> known);
  text::String string(json::Value object, std::string_view key, bool needed = false);
  text::Localized localized(json::Value object, std::string_view key);
  std::optional<hours::Hours> hours_of(json::Value value);
  std::optional<time::Day> day(json::Value value);
  // The place of the value in `names`; `otherwise` with a problem when it is none of them.
  int one_of(json::Value value, std::initializer_list<std::string_view> names, int otherwise);
  void report(const text::ProblemKind& kind, json::Value value, text::String suggestion = {});

  text::Problems& problems_;
};

}  // namespace townboard::site
