#pragma once

#include <cassert>
#include <optional>
#include <utility>

#include "text/problem.h"

namespace townboard::text {

// Either a value or the one problem that prevented it.
//
// Stands in for std::expected, which C++20 does not have. Reading the side that is not there is a
// bug in the caller and asserts.
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : value_(std::move(value)) {}
  Result(Problem problem) : problem_(std::move(problem)) {}

  bool ok() const { return value_.has_value(); }
  const T& value() const {
    assert(ok());
    return *value_;
  }
  T& value() {
    assert(ok());
    return *value_;
  }
  const Problem& problem() const {
    assert(!ok());
    return problem_;
  }

 private:
  std::optional<T> value_;
  Problem problem_;
};

}  // namespace townboard::text
