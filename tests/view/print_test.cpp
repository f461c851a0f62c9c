#include "view/print.h"

#include "catch.h"
#include "view/builder.h"

using namespace townboard;
using markup::Attribute;
using markup::Tag;
using view::Builder;
using view::OwnAttribute;
using view::OwnTag;

TEST_CASE("texts and values are escaped, each in its way", "[view][print]") {
  Builder out;
  out.open(Tag::p).attr(Attribute::title, "<a href=\"x\">&'");
  out.text("1 < 2 && \"3\" > '2'").close();
  CHECK(view::print_html(out.finish()) ==
        "<p title=\"&lt;a href=&quot;x&quot;&gt;&amp;'\">1 &lt; 2 &amp;&amp; \"3\" &gt; '2'</p>");
}

TEST_CASE("a no-break space stays what it is", "[view][print]") {
  Builder out;
  out.open(Tag::p).text("28\u00A02").close();
  CHECK(view::print_html(out.finish()) == "<p>28\u00A02</p>");
}

TEST_CASE("elements without content have no end tag, SVG ones have", "[view][print]") {
  Builder out;
  out.open(Tag::div).open(Tag::img).attr(Attribute::src, "a.png").close();
  out.open(OwnTag::input).attr(OwnAttribute::type, "search").close();
  out.open(OwnTag::svg).attr(OwnAttribute::viewBox, "0 0 1 1");
  out.open(OwnTag::circle).attr(OwnAttribute::r, "1").close().leaf(OwnTag::svg_text, "", "t");
  CHECK(view::print_html(out.close().close().finish()) ==
        "<div><img src=\"a.png\"><input type=\"search\"><svg viewBox=\"0 0 1 1\">"
        "<circle r=\"1\"></circle><text>t</text></svg></div>");
}

// A parser drops one line feed at the beginning of <pre>.
TEST_CASE("a line feed at the beginning of preformatted text survives", "[view][print]") {
  Builder out;
  out.open(Tag::pre).text("\na").close();
  CHECK(view::print_html(out.finish()) == "<pre>\n\na</pre>");
}

TEST_CASE("a deep tree is closed to its end", "[view][print]") {
  Builder out;
  std::string wanted;
  for (int i = 0; i < 5000; ++i) out.open(Tag::div);
  const std::string html = view::print_html(out.finish());
  for (int i = 0; i < 5000; ++i) wanted += "<div>";
  for (int i = 0; i < 5000; ++i) wanted += "</div>";
  CHECK((html == wanted));
}

TEST_CASE("the shadow root is declared, with its style sheet before the board", "[view][print]") {
  Builder out;
  const view::Tree tree = out.open(Tag::p).text("a").close().finish();
  CHECK(view::print_shadow_root(tree, "") == "<template shadowrootmode=\"open\"><p>a</p></template>");
  CHECK(view::print_shadow_root(tree, "s.css?a&\"b") ==
        "<template shadowrootmode=\"open\"><link rel=\"stylesheet\" href=\"s.css?a&amp;&quot;b\">"
        "<p>a</p></template>");
}

TEST_CASE("every element and attribute has a name of its own", "[view][names]") {
  for (int i = 1; i < view::kTagCount; ++i) {
    const view::TagCode tag = i < markup::kTagCount ? view::TagCode(static_cast<Tag>(i))
                                                    : view::TagCode(static_cast<OwnTag>(i));
    CHECK_FALSE(view::name_of(tag).empty());
  }
  CHECK(view::name_of(view::TagCode(OwnTag::svg_text)) == "text");
  CHECK(view::name_of(view::AttributeCode(OwnAttribute::aria_label)) == "aria-label");
  CHECK(view::name_of(view::AttributeCode(OwnAttribute::focusable)) == "focusable");
}
