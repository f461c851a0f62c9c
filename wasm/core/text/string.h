#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace townboard::text {

// A text that owns its bytes, as UTF-8 unless said otherwise.
//
// Stands in for std::string, whose short texts lie inside the object: in WebAssembly every look at one costs some 30
// bytes of code to find out where they are. This one is a view with its room behind it, so it turns into a
// std::string_view by one load; what changes it is a function that is called and not written out. At most 4 GiB.
class String {
 public:
  static constexpr std::size_t npos = std::string_view::npos;

  String() = default;
  String(std::string_view text) { append(text); }
  String(const char* text) { append(text); }
  String(const String& other) { append(other); }
  String(String&& other) noexcept { swap(other); }
  String& operator=(const String& other) { return *this = std::string_view(other); }
  String& operator=(String&& other) noexcept {
    swap(other);
    return *this;
  }
  String& operator=(std::string_view text);  // `text` may lie in this string
  String& operator=(const char* text) { return *this = std::string_view(text); }
  ~String();

  // Lives until this string changes.
  operator std::string_view() const { return {data_, size_}; }
  // For the command and the tests, which have std::string and streams.
  operator std::string() const { return std::string(std::string_view(*this)); }
  template <typename Stream>
    requires requires { typename Stream::char_type; }
  friend Stream& operator<<(Stream& out, const String& text) {
    out << std::string_view(text);
    return out;
  }
  const char* data() const { return data_; }
  char* data() { return data_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  char operator[](std::size_t place) const { return data_[place]; }
  char& operator[](std::size_t place) { return data_[place]; }
  char front() const { return data_[0]; }
  char back() const { return data_[size_ - 1]; }
  const char* begin() const { return data_; }
  const char* end() const { return data_ + size_; }

  void clear() { size_ = 0; }
  void pop_back() { --size_; }
  void push_back(char byte);
  void resize(std::size_t size);  // new bytes are NUL
  void insert(std::size_t place, std::string_view text);  // `text` lies elsewhere
  void reserve(std::size_t size);
  String& append(std::string_view text);  // `text` may lie in this string
  char* extend(std::size_t size);  // where as many bytes more begin, for the caller to write
  String& operator+=(std::string_view text) { return append(text); }
  String& operator+=(char byte) {
    push_back(byte);
    return *this;
  }

  // The bytes from `begin` on, at most `size`; a view, which lives until this string changes.
  std::string_view substr(std::size_t begin, std::size_t size = npos) const& {
    return std::string_view(*this).substr(begin, size);
  }
  std::string_view substr(std::size_t, std::size_t = npos) const&& = delete;
  std::size_t find(std::string_view text, std::size_t from = 0) const {
    return std::string_view(*this).find(text, from);
  }
  std::size_t find(char byte, std::size_t from = 0) const { return std::string_view(*this).find(byte, from); }
  std::size_t find_first_of(std::string_view bytes) const { return std::string_view(*this).find_first_of(bytes); }
  std::size_t rfind(char byte) const { return std::string_view(*this).rfind(byte); }
  bool starts_with(std::string_view text) const { return std::string_view(*this).starts_with(text); }
  bool starts_with(char byte) const { return size_ != 0 && data_[0] == byte; }
  bool ends_with(std::string_view text) const { return std::string_view(*this).ends_with(text); }

  friend bool operator==(const String& a, const String& b) { return std::string_view(a) == std::string_view(b); }
  friend bool operator==(const String& a, std::string_view b) { return std::string_view(a) == b; }
  friend bool operator==(const String& a, const char* b) { return std::string_view(a) == b; }
  friend std::strong_ordering operator<=>(const String& a, const String& b) {
    return std::string_view(a) <=> std::string_view(b);
  }

 private:
  void swap(String& other) noexcept;

  char* data_ = nullptr;
  std::uint32_t size_ = 0;
  std::uint32_t room_ = 0;
};

String operator+(String left, std::string_view right);
String operator+(String left, char right);

}  // namespace townboard::text
