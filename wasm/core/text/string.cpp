#include "text/string.h"

#include <cstdlib>
#include <cstring>
#include <utility>

namespace townboard::text {

String::~String() { std::free(data_); }

void String::swap(String& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  std::swap(room_, other.room_);
}

void String::reserve(std::size_t size) {
  if (size <= room_) return;
  if (size > UINT32_MAX) std::abort();
  char* larger = static_cast<char*>(std::realloc(data_, size));
  if (larger == nullptr) std::abort();
  data_ = larger;
  room_ = static_cast<std::uint32_t>(size);
}

char* String::extend(std::size_t size) {
  const std::size_t wanted = size_ + size;
  if (wanted > room_) reserve(room_ == 0 ? wanted : wanted + wanted / 2 + 8);
  char* const begin = data_ + size_;
  size_ = static_cast<std::uint32_t>(wanted);
  return begin;
}

String& String::append(std::string_view text) {
  if (text.empty()) return *this;
  if (text.size() <= room_ - size_) {
    std::memcpy(data_ + size_, text.data(), text.size());
    size_ += static_cast<std::uint32_t>(text.size());
    return *this;
  }
  // Where `text` lies in this string, it moves with it; even then it ends before what is new.
  const bool own = text.data() >= data_ && text.data() < data_ + size_;
  const std::size_t place = own ? static_cast<std::size_t>(text.data() - data_) : 0;
  char* const to = extend(text.size());
  std::memcpy(to, own ? data_ + place : text.data(), text.size());
  return *this;
}

String& String::operator=(std::string_view text) {
  if (text.size() > room_) {
    String other(text);
    swap(other);
    return *this;
  }
  if (!text.empty()) std::memmove(data_, text.data(), text.size());
  size_ = static_cast<std::uint32_t>(text.size());
  return *this;
}

void String::push_back(char byte) {
  if (size_ == room_) reserve(std::size_t{room_} + room_ / 2 + 8);
  data_[size_++] = byte;
}

void String::resize(std::size_t size) {
  reserve(size);
  if (size > size_) std::memset(data_ + size_, 0, size - size_);
  size_ = static_cast<std::uint32_t>(size);
}

void String::insert(std::size_t place, std::string_view text) {
  const std::size_t behind = size_ - place;
  resize(size_ + text.size());
  if (text.empty()) return;
  std::memmove(data_ + place + text.size(), data_ + place, behind);
  std::memcpy(data_ + place, text.data(), text.size());
}

String operator+(String left, std::string_view right) { return std::move(left.append(right)); }

String operator+(String left, char right) { return std::move(left += right); }

}  // namespace townboard::text
