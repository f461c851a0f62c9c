#include "text/problem.h"

namespace townboard::text {

void report(Problems& problems, const ProblemKind& kind, Span where, std::string_view suggestion) {
  problems.push_back({&kind, where, std::string(suggestion), {}});
}

}  // namespace townboard::text
