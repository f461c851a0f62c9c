#include "view/builder.h"

#include "catch.h"
#include "view/print.h"

using namespace townboard;
using markup::Attribute;
using markup::Tag;
using view::Builder;
using view::OwnAttribute;
using view::OwnTag;

TEST_CASE("texts beside each other become one, and empty ones none", "[view][builder]") {
  Builder out;
  out.open(Tag::p).text("").text("a").text("").text("b").open(Tag::br).close().text("c").close();
  const view::Tree tree = out.finish();
  CHECK(view::print_html(tree) == "<p>ab<br>c</p>");
  CHECK(tree.nodes().size() == 4);
  CHECK(view::canonical_fault(tree) == "");
}

TEST_CASE("what no HTML can hold is not put into the tree", "[view][builder]") {
  Builder out;
  out.open(Tag::p).attr(Attribute::title, std::string_view("a\0b\r\nc", 6));
  out.text(std::string_view("x\0y\rz\xFF", 6)).close();
  CHECK(view::print_html(out.finish()) == "<p title=\"ab\nc\">xyz\uFFFD</p>");
}

TEST_CASE("an action is written as the attributes that the page listens for", "[view][builder]") {
  Builder out;
  out.open(Tag::div);
  out.open(OwnTag::button).on(3, "a\"b").flag(OwnAttribute::disabled, true).close();
  out.open(OwnTag::button).on(12).flag(OwnAttribute::disabled, false).close();
  CHECK(view::print_html(out.close().finish()) ==
        "<div><button data-action=\"3\" data-value=\"a&quot;b\" disabled=\"\"></button>"
        "<button data-action=\"12\"></button></div>");
}

TEST_CASE("leaf is open, class, text, close", "[view][builder]") {
  Builder one;
  Builder other;
  one.open(Tag::div).leaf(Tag::p, "next", "closes").leaf(Tag::p, "", "").close();
  other.open(Tag::div).open(Tag::p).class_name("next").text("closes").close().open(Tag::p).close().close();
  CHECK(view::print_html(one.finish()) == view::print_html(other.finish()));
}

TEST_CASE("elements left open are closed, and the builder begins again", "[view][builder]") {
  Builder out;
  out.open(Tag::div).open(Tag::p).text("a");
  CHECK(view::print_html(out.finish()) == "<div><p>a</p></div>");
  out.open(Tag::p).text("b");
  CHECK(view::print_html(out.finish()) == "<p>b</p>");
}

TEST_CASE("HTML from outside comes in as far as it is safe", "[view][builder]") {
  Builder out;
  out.open(Tag::div).text("before ");
  out.embed(markup::read_html("<p onclick=x>a<script>b</script><a href='javascript:c'>d</a></p>", {}));
  const view::Tree tree = out.text("after").close().finish();
  const std::string html = view::print_html(tree);
  CAPTURE(html);
  CHECK(html.find("before <p>a") != std::string::npos);
  CHECK(html.find("after</div>") != std::string::npos);
  CHECK(html.find("javascript") == std::string::npos);
  CHECK(html.find("script") == std::string::npos);
  CHECK(html.find("onclick") == std::string::npos);
  CHECK(view::canonical_fault(tree) == "");
}

TEST_CASE("trees that a parser would change are told apart", "[view][tree]") {
  const auto fault = [](Tag outer, Tag inner) {
    Builder out;
    out.open(outer).open(inner).close().close();
    return std::string(view::canonical_fault(out.finish()));
  };
  CHECK(fault(Tag::table, Tag::tr) != "");
  CHECK(fault(Tag::table, Tag::tbody) == "");
  CHECK(fault(Tag::tbody, Tag::tr) == "");
  CHECK(fault(Tag::tr, Tag::div) != "");
  CHECK(fault(Tag::p, Tag::div) != "");
  CHECK(fault(Tag::p, Tag::p) != "");
  CHECK(fault(Tag::br, Tag::span) != "");
  CHECK(fault(Tag::div, Tag::td) != "");
  CHECK(view::canonical_fault({}) != "");
}

TEST_CASE("keys differ and are never none", "[view][tree]") {
  CHECK(view::key_of("") != 0);
  CHECK(view::key_of("news:1") != view::key_of("news:2"));
  CHECK(view::key_of("a") == 0xE40C292Cu);  // FNV-1a of "a"
}

TEST_CASE("a shape is an element with the attributes that never change", "[view][builder]") {
  using view::kShape;
  Builder one;
  Builder other;
  one.open(kShape<Tag::div, "class=more|role=status">, 7).leaf(kShape<Tag::p, "">, "a");
  one.leaf(kShape<OwnTag::button, "type=button|aria-hidden=true|alt=">, "b").close();
  other.open(Tag::div, 7).class_name("more").attr(OwnAttribute::role, "status").leaf(Tag::p, "", "a");
  other.open(OwnTag::button).attr(OwnAttribute::type, "button").attr(OwnAttribute::aria_hidden, "true");
  other.attr(Attribute::alt).text("b").close().close();
  const view::Tree tree = one.finish();
  CHECK(view::print_html(tree) == view::print_html(other.finish()));
  CHECK(tree.nodes().front().key == 7);
}

TEST_CASE("a shape names attributes as HTML does", "[view][builder]") {
  for (const view::ShapeName& one : view::kShapeNames) CHECK(view::name_of(one.code) == one.name);
}
