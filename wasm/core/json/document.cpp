#include "json/document.h"

#include "text/number.h"

namespace townboard::json {

Type Value::type() const { return document_ ? document_->nodes_[node_].type : Type::missing; }

std::string_view Value::string() const {
  if (!is(Type::string)) return {};
  const Document::Node& node = document_->nodes_[node_];
  return std::string_view(document_->text_).substr(node.text, node.size);
}

double Value::number(double otherwise) const {
  return is(Type::number) ? document_->nodes_[node_].number : otherwise;
}

int Value::integer(int otherwise) const {
  const double value = number(0.5);
  // The bounds come first: casting a value that no int holds is undefined.
  if (!(value >= -2147483648.0 && value <= 2147483647.0)) return otherwise;
  const int whole = static_cast<int>(value);
  return static_cast<double>(whole) == value ? whole : otherwise;
}

bool Value::boolean(bool otherwise) const {
  return is(Type::boolean) ? document_->nodes_[node_].child != 0 : otherwise;
}

Value Value::operator[](std::string_view wanted) const {
  Value found;
  if (!is(Type::object)) return found;
  for (Value member = first(); member; member = member.next()) {
    if (member.key() == wanted) found = member;
  }
  return found;
}

Value Value::first() const {
  if ((!is(Type::object) && !is(Type::array)) || document_->nodes_[node_].child == 0) return {};
  return Value(document_, document_->nodes_[node_].child);
}

Value Value::next() const {
  if (!document_ || document_->nodes_[node_].next == 0) return {};
  return Value(document_, document_->nodes_[node_].next);
}

std::string_view Value::key() const {
  if (!document_) return {};
  const Document::Node& node = document_->nodes_[node_];
  return std::string_view(document_->text_).substr(node.key, node.key_size);
}

std::uint32_t Value::size() const {
  return is(Type::object) || is(Type::array) ? document_->nodes_[node_].size : 0;
}

text::String Value::pointer() const {
  text::String path;
  if (!document_) return path;
  for (std::uint32_t node = node_; node != 0; node = document_->nodes_[node].parent) {
    const std::uint32_t parent = document_->nodes_[node].parent;
    text::String step = "/";
    if (document_->nodes_[parent].type == Type::object) {
      for (const char c : Value(document_, node).key()) {
        if (c == '~') {
          step += "~0";
        } else if (c == '/') {
          step += "~1";
        } else {
          step += c;
        }
      }
    } else {
      int index = 0;
      for (std::uint32_t i = document_->nodes_[parent].child; i != node;
           i = document_->nodes_[i].next) {
        ++index;
      }
      text::append_number(step, index);
    }
    path.insert(0, step);
  }
  return path;
}

text::Localized Value::localized() const {
  text::Localized all;
  if (is(Type::string)) all.add({}, text::String(string()));
  if (is(Type::object)) {
    for (Value member = first(); member; member = member.next()) {
      if (member.is(Type::string)) {
        all.add(text::String(member.key()), text::String(member.string()));
      }
    }
  }
  return all;
}

}  // namespace townboard::json
