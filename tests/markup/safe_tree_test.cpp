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
      "<svg><p>x</svg>y", "<a href='/javascript:x'>a</a><img src='/javascript:x'>", "a &lt;b&gt; &amp;amp;",
      "<img src=/p width=\"09&#1;%\" height=3e>"}));
  CAPTURE(html);
  HtmlOptions options;
  options.base_url = "https://town.example/";
  const std::string once = print_html(read_html(html, options));
  CHECK(print_html(read_html(once, options)) == once);
}

TEST_CASE("what is hidden ends where browsers end it", "[markup][html_skipped]") {
  struct Row {
    std::string_view html;
    std::string_view printed;
  };
  const auto row = GENERATE(values<Row>({
      {"a<style>b</style>c", "ac"},
      {"a<script>b</scriptx>c</script >d", "ad"},
      {"a<textarea>&lt;b<i></textarea>c", "a&lt;b&lt;i&gt;c"},
      {"a<select><option>b</select>c", "abc"},
      {"a<object data=x>b</object>c", "abc"},
      {"a<template><template>b</template><style></template></style>c</template>d", "ad"},
      {"a<noscript><p title='</noscript>'>b</noscript>c", "ac"},
      {"a<plaintext>b</plaintext>c", "a"},
      {"a<svg/>b", "ab"},
      {"a<svg><title>b</title><text>c</text></svg>d", "ad"},
      {"a<svg><![CDATA[</svg>]]>b</svg>c", "ac"},
      {"a<svg><style><i>b</i></style></svg>c", "a<i>b</i>c"},
      {"a<svg><desc><p>b</svg></desc></svg>c", "ac"},
      {"a<math><mtext><b>x</b></mtext><p>b", "a<p>b</p>"},
      {"<div><svg>a</div>b", "<div></div>b"},
  }));
  CAPTURE(row.html);
  CHECK(print_html(read_html(row.html)) == row.printed);
}

TEST_CASE("a frame with a video becomes a link, others are left out", "[markup][html_skipped]") {
  CHECK(print_text(read_html("<iframe src='https://tube.example/embed/1'>x</iframe>")) == "https://tube.example/embed/1");
  CHECK(read_html("<iframe src='https://town.example/counter'>x</iframe>").empty());
}

TEST_CASE("halves of UTF-16 in references are put together", "[markup][entities]") {
  CHECK(print_html(read_html("&#xD83D;&#xDE00;")) == "\xF0\x9F\x98\x80");
  CHECK(print_html(read_html("a&#xD83D;b&#xDE00;c")) == "abc");
}

TEST_CASE("bytes that are no UTF-8 are replaced, and no character is cut", "[markup][safe_tree]") {
  CHECK(print_html(read_html("a\xFF" "b")) == "a\xEF\xBF\xBD" "b");
  std::string title;
  while (title.size() < 6000) title += "\xD1\x8F";
  const std::string html = print_html(read_html("<p title='x" + title + "'>a"));
  CHECK(html.find("\xD1\"") == std::string::npos);
}

TEST_CASE("a scheme is written small", "[markup][safe_url]") {
  CHECK(safe_url("TeL:+1", "") == "tel:+1");
  CHECK(safe_url("HTTPS://a.example/B", "") == "https://a.example/B");
}

TEST_CASE("a title that names a script is left out", "[markup][safe_tree]") {
  CHECK(print_html(read_html("<p title='a: JavaScript:x'>b")) == "<p>b</p>");
  CHECK(print_html(read_html("<p title='java&#1;script&#x202C;:x'>b")) == "<p>b</p>");
  CHECK(print_html(read_html("<p title='javascript'>b")) == "<p title=\"javascript\">b</p>");
}
