#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <type_traits>
#include <utility>

namespace townboard::text {

// Makes room for `count + 1` values of `size` bytes in `block`, which has room for `room`; the new block's room is
// put there. One function for all lists: each std::vector<T> brings half a kilobyte of its own into a module.
void* grown(void* block, std::uint32_t count, std::uint32_t& room, std::size_t size);

// A growing list of plain values: they are copied as bytes and need no destructor. Past 2^31 bytes it aborts, which
// no bounded input reaches.
template <typename T>
class List {
  static_assert(std::is_trivially_copyable_v<T> && std::is_trivially_destructible_v<T>);

 public:
  List() = default;
  List(const List&) = delete;
  List& operator=(const List&) = delete;
  List(List&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)),
        size_(std::exchange(other.size_, 0)),
        room_(std::exchange(other.room_, 0)) {}
  List& operator=(List&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(room_, other.room_);
    return *this;
  }
  ~List() { std::free(data_); }

  T& push_back(T value) {
    if (size_ == room_) data_ = static_cast<T*>(grown(data_, size_, room_, sizeof(T)));
    data_[size_] = value;
    return data_[size_++];
  }
  void pop_back() { --size_; }
  void clear() { size_ = 0; }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T& operator[](std::size_t place) { return data_[place]; }
  const T& operator[](std::size_t place) const { return data_[place]; }
  T& back() { return data_[size_ - 1]; }
  const T& back() const { return data_[size_ - 1]; }
  T* begin() { return data_; }
  T* end() { return data_ + size_; }
  const T* begin() const { return data_; }
  const T* end() const { return data_ + size_; }

 private:
  T* data_ = nullptr;
  std::uint32_t size_ = 0;
  std::uint32_t room_ = 0;
};

// At most `Most` plain values, without a block of their own. What does not fit is not taken: push_back says false.
template <typename T, std::size_t Most>
class ShortList {
  static_assert(std::is_trivially_copyable_v<T> && Most < 256);

 public:
  ShortList() = default;
  ShortList(std::initializer_list<T> values) {
    for (const T& value : values) push_back(value);
  }

  bool push_back(T value) {
    if (size_ == Most) return false;
    values_[size_++] = value;
    return true;
  }
  void pop_back() { --size_; }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T& operator[](std::size_t place) { return values_[place]; }
  const T& operator[](std::size_t place) const { return values_[place]; }
  T& front() { return values_[0]; }
  const T& front() const { return values_[0]; }
  T& back() { return values_[size_ - 1]; }
  const T& back() const { return values_[size_ - 1]; }
  const T* begin() const { return values_; }
  const T* end() const { return values_ + size_; }

  friend bool operator==(const ShortList& a, const ShortList& b) {
    if (a.size_ != b.size_) return false;
    for (std::size_t i = 0; i < a.size_; ++i) {
      if (!(a.values_[i] == b.values_[i])) return false;
    }
    return true;
  }

 private:
  T values_[Most] = {};
  std::uint8_t size_ = 0;
};

}  // namespace townboard::text
