#pragma once

#include "text/string.h"

#include "text/number.h"
#include "text/problem.h"

namespace townboard::bind {

// A line for each problem, as web/problems.js reads them: code, e(rror) or w(arning), first byte, byte behind the last,
// what to write instead; with tabs between.
inline void append_problem_lines(text::String& out, const text::Problems& problems) {
  for (const text::Problem& problem : problems) {
    out += '\n';
    out += problem.kind->code;
    out += problem.is_error() ? "\te\t" : "\tw\t";
    text::append_number(out, problem.where.begin);
    out += '\t';
    text::append_number(out, problem.where.end);
    out += '\t';
    out += problem.suggestion;
  }
}

}  // namespace townboard::bind
