#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "repeat.h"

inline double cpu_nanoseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

// How the C++ programs of this benchmark read their task and measure. The node program measures the
// same way: see measure.mjs.
namespace bench {

// For what is too short for the CPU clock, and to find out how often to call.
inline double wall_nanoseconds() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration<double, std::nano>(now).count();
}

// Some machines count CPU time in steps of 10 ms: a sample is several of them.
inline constexpr double kSampleNanoseconds = 30e6;
inline constexpr double kWarmNanoseconds = 20e6;

// Written by run.py, one item a line: "V value", "R random value", "I seconds since 1970".
struct Task {
  std::vector<std::string> values;
  std::vector<std::string> random_values;
  std::vector<std::int64_t> instants;  // a power of 2 of them, since a division costs more than some answers

  std::int64_t instant(std::uint32_t i) const { return instants[i & (instants.size() - 1)]; }
};

inline Task read_task(const char* path) {
  Task task;
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    if (line.size() < 3) continue;
    const std::string rest = line.substr(2);
    if (line[0] == 'V') task.values.push_back(rest);
    if (line[0] == 'R') task.random_values.push_back(rest);
    if (line[0] == 'I') task.instants.push_back(std::stoll(rest));
  }
  return task;
}

// The CPU time of one call, in nanoseconds, behind some that are not counted. `call` is handed 0, 1, 2 …
template <typename Call>
double time_of(const Call& call) {
  const auto round = [&](std::uint64_t times) {
    const double begin = cpu_nanoseconds();
    repeat(0, times, call);
    return cpu_nanoseconds() - begin;
  };
  const auto wall_of = [&](std::uint64_t times) {
    const double begin = wall_nanoseconds();
    round(times);
    return wall_nanoseconds() - begin;
  };
  std::uint64_t times = 1;
  double wall = 0;
  while ((wall = wall_of(times)) < kSampleNanoseconds / 20) times *= 2;
  for (const double end = wall_nanoseconds() + kWarmNanoseconds; wall_nanoseconds() < end;) {
    wall = std::min(wall, wall_of(times));
  }
  times = static_cast<std::uint64_t>(static_cast<double>(times) * kSampleNanoseconds / wall) + 1;
  return round(times) / static_cast<double>(times);
}

// Answers what run.py asks, a line each, until it asks no more: the time of one operation on one value, at how many
// instants it is open, the slowest of the random values. So the engines take turns, and a machine that changes its pace
// does so for all of them. `engine` has place(text), parse(text), parse_and_state(text, i), state(i), next_change(i),
// where i is any number that stands for an instant, and slowest().
template <typename Engine>
void serve(const Task& task, Engine& engine) {
  std::string kind;
  std::size_t v = 0;
  while (std::cin >> kind) {
    if (kind == "slowest") {
      engine.slowest();
      continue;
    }
    std::cin >> v;
    const std::string& text = task.values[v];
    if (!engine.place(text)) {
      std::printf("failed\t%zu\trefused\n", v);
    } else if (kind == "open") {
      int open = 0;
      for (std::uint32_t i = 0; i < task.instants.size(); ++i) open += engine.state(i) == 1 ? 1 : 0;
      std::printf("open\t%zu\t%d\n", v, open);
    } else {
      const double time = kind == "parse"         ? time_of([&](std::uint32_t) { return engine.parse(text); })
                          : kind == "parse+state" ? time_of([&](std::uint32_t i) { return engine.parse_and_state(text, i); })
                          : kind == "state"       ? time_of([&](std::uint32_t i) { return engine.state(i); })
                                                  : time_of([&](std::uint32_t i) { return engine.next_change(i); });
      std::printf("time\t%s\t%zu\t%.2f\n", kind.c_str(), v, time);
    }
    std::fflush(stdout);
  }
}

// The slowest single call over all random values in wall time, each the fastest of three so that an
// interrupt of the machine is not taken for a cliff. `prepare` gives, for a text, a call that has nothing cached.
template <typename Prepare>
void report_slowest(const std::vector<std::string>& values, double budget_seconds,
                    const Prepare& prepare) {
  double slowest = 0, total = 0;
  std::size_t slowest_value = 0, done = 0;
  const double begin = wall_nanoseconds();
  for (; done < values.size() && wall_nanoseconds() - begin < budget_seconds * 1e9; ++done) {
    double fastest = 1e18;
    for (int i = 0; i < 3 && (i == 0 || fastest < 1e8); ++i) {
      fastest = std::min(fastest, prepare(values[done]));
    }
    total += fastest;
    if (fastest > slowest) slowest = fastest, slowest_value = done;
  }
  std::printf("slowest\t%zu\t%.1f\t%.1f\t%s\n", done, slowest, total / static_cast<double>(done),
              values[slowest_value].c_str());
}

}  // namespace bench
