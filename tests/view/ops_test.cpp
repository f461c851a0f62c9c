#include "view/ops.h"

#include "catch.h"

using namespace townboard::view;

TEST_CASE("numbers are LEB128", "[view][ops]") {
  OpWriter out;
  out.op(Op::select, 0);
  out.op(Op::insert, 127, 128);
  out.op(Op::remove, 0xFFFFFFFF);
  CHECK(out.bytes() == std::string("\x07\x00\x08\x7F\x80\x01\x09\xFF\xFF\xFF\xFF\x0F", 12));
}

TEST_CASE("the length of a text is counted in UTF-16 units", "[view][ops]") {
  OpWriter out;
  out.op_text(Op::text, "ў");                          // one unit, two bytes
  out.op_text(Op::text, "\U0001F600");                 // a pair of surrogates, four bytes
  out.op_attribute(townboard::markup::Attribute::title, "€");
  CHECK(out.bytes() == std::string("\x03\x01\x03\x02\x05\x03\x01", 7));
  CHECK(out.strings() == "ў\U0001F600€");
}

TEST_CASE("a cleared writer is empty", "[view][ops]") {
  OpWriter out;
  out.op_text(Op::content, "a");
  out.clear();
  CHECK(out.empty());
  CHECK(out.strings().empty());
}
