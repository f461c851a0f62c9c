// JSON text into a document, by nlohmann-json's lexer. Its parser is not used: what it says of errors, which are worded
// elsewhere, and the exceptions that carry it are as long as the lexer itself.
#include <cmath>
#include <nlohmann/json.hpp>

#include "json/tree_writer.h"

namespace townboard::json {
namespace {

using Input = decltype(nlohmann::detail::input_adapter(std::declval<const char*>(), std::declval<const char*>()));
using Lexer = nlohmann::detail::lexer<nlohmann::json, Input>;
using Token = Lexer::token_type;

class Reader {
 public:
  Reader(std::string_view text, TreeWriter& writer)
      : in_(nlohmann::detail::input_adapter(text.data(), text.data() + text.size())), writer_(writer) {}

  // Rule: RFC 8259, sections 2 to 7.
  void read() {
    step();
    while (begin_value() && behind_value()) {
    }
  }

 private:
  void step() { token_ = in_.scan(); }

  bool refuse() {
    writer_.fail(kJsonSyntax, in_.get_position().chars_read_total);
    return false;
  }

  // Reads values until one is whole that holds no other; false: there is a problem.
  bool begin_value() {
    for (;;) {
      const bool array = token_ == Token::begin_array;
      if (!array && token_ != Token::begin_object) return scalar();
      if (!writer_.open(array ? Type::array : Type::object)) return false;
      step();
      if (token_ == (array ? Token::end_array : Token::end_object)) return writer_.close();
      if (!array && !key()) return false;
    }
  }

  // Reads what closes lists and objects, then what stands before the next value; false: there is none.
  bool behind_value() {
    for (;;) {
      step();
      if (!writer_.is_open()) return token_ != Token::end_of_input && refuse();
      const bool object = writer_.is_in_object();
      if (token_ == Token::value_separator) {
        step();
        return !object || key();
      }
      if (token_ != (object ? Token::end_object : Token::end_array)) return refuse();
      writer_.close();
    }
  }

  // key = string ":" ; and the first token of its value
  bool key() {
    if (token_ != Token::value_string) return refuse();
    writer_.set_key(in_.get_string());
    step();
    if (token_ != Token::name_separator) return refuse();
    step();
    return true;
  }

  bool scalar() {
    switch (token_) {
      case Token::literal_null:
        return writer_.add(Type::null);
      case Token::literal_true:
      case Token::literal_false:
        if (!writer_.add(Type::boolean)) return false;
        writer_.set_boolean(token_ == Token::literal_true);
        return true;
      case Token::value_string:
        if (!writer_.add(Type::string)) return false;
        writer_.set_string(in_.get_string());
        return true;
      case Token::value_unsigned:
        return number(static_cast<double>(in_.get_number_unsigned()));
      case Token::value_integer:
        return number(static_cast<double>(in_.get_number_integer()));
      case Token::value_float:
        return std::isfinite(in_.get_number_float()) ? number(in_.get_number_float()) : refuse();
      default:
        return refuse();
    }
  }

  bool number(double value) {
    if (!writer_.add(Type::number)) return false;
    writer_.set_number(value);
    return true;
  }

  Lexer in_;
  TreeWriter& writer_;
  Token token_ = Token::uninitialized;
};

}  // namespace

void TreeWriter::read(std::string_view text) { Reader(text, *this).read(); }

Document::Document(std::string_view text) {
  if (text.size() > kMaxBytes) {
    text::report(problems_, kJsonTooLarge, {kMaxBytes, kMaxBytes});
    return;
  }
  TreeWriter(*this).read(text);
  if (!ok()) nodes_.clear();
}

}  // namespace townboard::json
