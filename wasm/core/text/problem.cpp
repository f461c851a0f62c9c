#include "text/problem.h"

namespace townboard::text {

void report(Problems& problems, const ProblemKind& kind, Span where, std::string_view suggestion,
            std::string_view pointer) {
  problems.push_back({&kind, where, text::String(suggestion), text::String(pointer)});
}

}  // namespace townboard::text
