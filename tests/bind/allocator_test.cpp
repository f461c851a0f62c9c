#include "bind/allocator.h"

#include <algorithm>
#include <cstring>
#include <random>
#include <vector>

#include "catch.h"

using townboard::bind::Allocator;
using townboard::bind::Ground;

namespace {

constexpr std::size_t kPage = 4096;
alignas(16) char memory[4 << 20];

bool grow(Ground& ground, std::size_t size) {
  const std::size_t pages = (size - static_cast<std::size_t>(ground.end - ground.begin) + kPage - 1) / kPage;
  if (pages * kPage > static_cast<std::size_t>(memory + sizeof memory - ground.end)) return false;
  ground.end += pages * kPage;
  return true;
}

Allocator fresh() {
  return Allocator({memory, memory + kPage, grow});
}

struct Block {
  unsigned char* at;
  std::size_t size;
  unsigned char filled;
};

bool holds(const Block& block) {
  for (std::size_t i = 0; i < block.size; ++i) {
    if (block.at[i] != block.filled) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("blocks never overlap, are aligned and keep their bytes", "[bind][allocator]") {
  Allocator allocator = fresh();
  std::mt19937 random(7);
  std::vector<Block> blocks;
  for (int round = 0; round < 20000; ++round) {
    const std::size_t size = random() % (random() % 50 == 0 ? 20000 : 200);
    const auto filled = static_cast<unsigned char>(random());
    if (blocks.size() < 100 && random() % 2 == 0) {
      auto* at = static_cast<unsigned char*>(allocator.take(size));
      REQUIRE(at != nullptr);
      REQUIRE(reinterpret_cast<std::uintptr_t>(at) % 8 == 0);
      std::memset(at, filled, size);
      blocks.push_back({at, size, filled});
    } else if (!blocks.empty()) {
      Block& block = blocks[random() % blocks.size()];
      REQUIRE(holds(block));
      if (random() % 2 == 0) {
        allocator.give(block.at);
        block = blocks.back();
        blocks.pop_back();
      } else {
        auto* at = static_cast<unsigned char*>(allocator.resize(block.at, size));
        REQUIRE(at != nullptr);
        block = {at, size < block.size ? size : block.size, block.filled};
        REQUIRE(holds(block));
      }
    }
  }
}

TEST_CASE("the same work again needs no more memory", "[bind][allocator]") {
  Allocator allocator = fresh();
  const auto work = [&] {
    std::vector<void*> blocks;
    std::mt19937 random(1);
    for (int i = 0; i < 500; ++i) blocks.push_back(allocator.take(random() % 3000));
    void* grown = nullptr;
    for (std::size_t size = 1; size < 100000; size *= 2) grown = allocator.resize(grown, size);
    blocks.push_back(grown);
    void* highest = *std::max_element(blocks.begin(), blocks.end());
    for (void* block : blocks) allocator.give(block);
    return highest;
  };
  void* const first = work();
  REQUIRE(first != nullptr);
  for (int i = 0; i < 20; ++i) CHECK(work() <= first);
}

TEST_CASE("what does not fit is refused and harms nothing", "[bind][allocator]") {
  Allocator allocator = fresh();
  CHECK(allocator.take(sizeof memory) == nullptr);
  CHECK(allocator.take(~std::size_t{0}) == nullptr);
  auto* block = static_cast<unsigned char*>(allocator.take(100));
  REQUIRE(block != nullptr);
  std::memset(block, 5, 100);
  CHECK(allocator.resize(block, sizeof memory) == nullptr);
  CHECK(allocator.resize(block, ~std::size_t{0}) == nullptr);
  CHECK(holds({block, 100, 5}));
  allocator.give(nullptr);
  CHECK(allocator.resize(nullptr, 10) != nullptr);
}
