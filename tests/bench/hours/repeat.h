#pragma once

#include <cstdint>

namespace bench {

// Where answers go, so that no compiler leaves out what asks for them.
inline volatile std::int64_t sink = 0;

// Asks once. Nothing that the compiler has read is kept for the next time: otherwise an answer that is the same for every
// instant would not be asked for again.
template <typename Call>
void ask(const Call& call, std::uint32_t i) {
  sink = call(i);
  asm volatile("" ::: "memory");
}

// Calls with `first`, `first` + 1 … so many times. Four times in each turn, since the loop's own part, with what V8 looks
// after in each turn of every loop, is more than some answers cost.
template <typename Call>
void repeat(std::uint32_t first, std::uint64_t times, const Call& call) {
  for (; times >= 4; times -= 4, first += 4) {
    ask(call, first);
    ask(call, first + 1);
    ask(call, first + 2);
    ask(call, first + 3);
  }
  for (; times != 0; --times) ask(call, first++);
}

}  // namespace bench
