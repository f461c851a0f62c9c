#pragma once

#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <initializer_list>
#include <new>
#include <type_traits>
#include <utility>

namespace townboard::text {

// Makes room for `count + 1` values of `size` bytes in `block`, which has room for `room`; the new block's room is
// put there. One function for all lists: each std::vector<T> brings half a kilobyte of its own into a module.
void* grown(void* block, std::uint32_t count, std::uint32_t& room, std::size_t size);

// What a list is whatever its values are.
class ListBytes {
 protected:
  // Where one more value of `size` bytes stays. One function for all lists where bytes count.
  void* room_for_one(std::size_t size) {
    if (size_ == room_) data_ = grown(data_, size_, room_, size);
    return static_cast<char*>(data_) + size_++ * size;
  }

  void* data_ = nullptr;
  std::uint32_t size_ = 0;
  std::uint32_t room_ = 0;
};

// A growing list. Its values are moved as bytes when it grows, so none may point into itself: no std::string, no
// node of a std::map. Past 2^31 bytes it aborts, which no bounded input reaches.
template <typename T>
class List : private ListBytes {
 public:
  List() = default;
  List(std::initializer_list<T> values) {
    for (const T& value : values) push_back(value);
  }
  // `count` values as they are when nothing is said.
  explicit List(std::size_t count) { resize(count); }
  List(std::size_t count, const T& value) { assign(count, value); }
  List(const List& other) {
    for (const T& value : other) push_back(value);
  }
  List(List&& other) noexcept { swap(other); }
  List& operator=(List other) noexcept {
    swap(other);
    return *this;
  }
  ~List() {
    clear();
    std::free(data_);
  }

  T& push_back(const T& value) { return emplace_back(value); }
  T& push_back(T&& value) { return emplace_back(std::move(value)); }
  // The arguments may lie in this list.
  template <typename... Arguments>
  T& emplace_back(Arguments&&... arguments) {
    T value{std::forward<Arguments>(arguments)...};
    return *new (room_for_one(sizeof(T))) T(std::move(value));
  }
  // A value as it is when nothing is said, made where it stays.
  T& add() { return *new (room_for_one(sizeof(T))) T(); }
  void insert(std::size_t place, T value) {
    void* const end = room_for_one(sizeof(T));
    T* const at = data() + place;
    std::memmove(static_cast<void*>(at + 1), static_cast<const void*>(at),
                 static_cast<std::size_t>(static_cast<char*>(end) - reinterpret_cast<char*>(at)));
    new (static_cast<void*>(at)) T(std::move(value));
  }
  void pop_back() { data()[--size_].~T(); }
  void clear() {
    if constexpr (std::is_trivially_destructible_v<T>) {
      size_ = 0;
    } else {
      while (size_ != 0) pop_back();
    }
  }
  // Room for `size` values, so that it does not grow before.
  void reserve(std::size_t size) {
    if (size > room_) data_ = grown(data_, static_cast<std::uint32_t>(size - 1) / 2 + 1, room_, sizeof(T));
  }
  void resize(std::size_t size) {
    while (size_ > size) pop_back();
    while (size_ < size) add();
  }
  // `value` lies elsewhere.
  void assign(std::size_t count, const T& value) {
    clear();
    while (size_ < count) push_back(value);
  }
  void swap(List& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    std::swap(room_, other.room_);
  }

  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  T& operator[](std::size_t place) { return data()[place]; }
  const T& operator[](std::size_t place) const { return data()[place]; }
  T& front() { return data()[0]; }
  const T& front() const { return data()[0]; }
  T& back() { return data()[size_ - 1]; }
  const T& back() const { return data()[size_ - 1]; }
  T* data() { return static_cast<T*>(data_); }
  const T* data() const { return static_cast<const T*>(data_); }
  T* begin() { return data(); }
  T* end() { return data() + size_; }
  const T* begin() const { return data(); }
  const T* end() const { return data() + size_; }

  friend bool operator==(const List& a, const List& b) {
    if (a.size_ != b.size_) return false;
    for (std::size_t i = 0; i < a.size_; ++i) {
      if (!(a[i] == b[i])) return false;
    }
    return true;
  }
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
