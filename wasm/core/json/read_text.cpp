// JSON text into a document, by nlohmann-json.
#include <nlohmann/json.hpp>
#include <string>

#include "json/tree_writer.h"

namespace townboard::json {
namespace {

// The interface that nlohmann::json::sax_parse wants; `false` stops the parser.
// Rule: nlohmann-json 3.11, json_sax.
class Handler {
 public:
  explicit Handler(TreeWriter& writer) : writer_(writer) {}

  bool null() { return writer_.add(Type::null); }
  bool boolean(bool value) {
    if (!writer_.add(Type::boolean)) return false;
    writer_.set_boolean(value);
    return true;
  }
  bool number_integer(std::int64_t value) { return number(static_cast<double>(value)); }
  bool number_unsigned(std::uint64_t value) { return number(static_cast<double>(value)); }
  bool number_float(double value, const std::string&) { return number(value); }
  bool string(const std::string& value) {
    if (!writer_.add(Type::string)) return false;
    writer_.set_string(value);
    return true;
  }
  bool binary(const nlohmann::json::binary_t&) { return false; }
  bool start_object(std::size_t) { return writer_.open(Type::object); }
  bool key(const std::string& key) {
    writer_.set_key(key);
    return true;
  }
  bool end_object() { return writer_.close(); }
  bool start_array(std::size_t) { return writer_.open(Type::array); }
  bool end_array() { return writer_.close(); }
  template <class Exception>
  bool parse_error(std::size_t position, const std::string&, const Exception&) {
    writer_.fail(kJsonSyntax, position);
    return false;
  }

 private:
  bool number(double value) {
    if (!writer_.add(Type::number)) return false;
    writer_.set_number(value);
    return true;
  }

  TreeWriter& writer_;
};

}  // namespace

void TreeWriter::read(std::string_view text) {
  Handler handler(*this);
  nlohmann::json::sax_parse(text.data(), text.data() + text.size(), &handler);
}

Document::Document(std::string_view text) {
  if (text.size() > kMaxBytes) {
    text::report(problems_, kJsonTooLarge, {kMaxBytes, kMaxBytes});
    return;
  }
  TreeWriter(*this).read(text);
  if (!ok()) nodes_.clear();
}

}  // namespace townboard::json
