#include "catch.h"
#include "markup/safe_tree.h"
#include "markup/safe_url.h"

using namespace townboard::markup;

TEST_CASE("a disguised script is no link", "[markup][safe_url]") {
  const auto url = GENERATE(values<std::string_view>({
      "javascript:alert(1)", "java\tscript:alert(1)", " JavaScript:alert(1)",
      "\xC2\xA0javascript:alert(1)", "data:text/html,x", "vbscript:x", "//"}));
  CAPTURE(url);
  CHECK_FALSE(safe_url(url, "https://town.example/"));
}

TEST_CASE("what was printed is read again as the same", "[markup][safe_tree]") {
  const auto html = GENERATE(values<std::string_view>({
      "<p>a<p>b", "<table><td>x", "<a href=/x>a<a href=/y>b", "<ul><li>a<li>b</ul>", "<b><i>x</b>y",
      "<svg><p>x</svg>y", "a &lt;b&gt; &amp;amp;"}));
  CAPTURE(html);
  HtmlOptions options;
  options.base_url = "https://town.example/";
  const std::string once = print_html(read_html(html, options));
  CHECK(print_html(read_html(once, options)) == once);
}
