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
      "<img src=/p width=\"09&#1;%\" height=3e>", "<img src=/p alt='javascript:x'>",
      "a<table>\xE2\x80\xAC\r<tr>\xC2\x81 <td>b"}));
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

TEST_CASE("a link that encoding makes too long is none, so that what is printed can be read again", "[markup][safe_url]") {
  std::string path = "https://a.example/";
  while (path.size() < 2000) path += '"';
  const auto encoded = safe_url(path, "");
  REQUIRE(encoded);
  CHECK(encoded->size() > 2 * path.size());
  CHECK(safe_url(*encoded, "") == encoded);
  while (path.size() < 8000) path += '"';
  CHECK_FALSE(safe_url(path, ""));
  CHECK_FALSE(safe_url("b", "https://a.example/" + std::string(8190, 'a') + "/"));
}

TEST_CASE("an address with controls that an attribute would be cleaned of, or have closed, is no link", "[markup][safe_url]") {
  CHECK_FALSE(safe_url("https://a.example/\u202Eb", ""));
  CHECK_FALSE(safe_url("b\u2067", "https://a.example/"));
  CHECK_FALSE(safe_url("b\u0085", "https://a.example/"));
  CHECK(safe_url("https://a.example/\u2013\u00A0\u00D7", "") == "https://a.example/\u2013\u00A0\u00D7");
}

TEST_CASE("against a path a reference stays a path of the page's own origin", "[markup][safe_url]") {
  struct Row {
    std::string_view reference, base, result;
  };
  const auto row = GENERATE(values<Row>({
      {"a.png", "news.xml", "a.png"},
      {"a.png", "feeds/news.xml", "feeds/a.png"},
      {"a.png", "/feeds/news.xml?x=/#y", "/feeds/a.png"},
      {"a.png?b=c:d#e", "../feeds/", "../feeds/a.png?b=c:d#e"},
      {"../a.png", "feeds/news.xml", "feeds/../a.png"},
      {"/a.png", "feeds/news.xml", "/a.png"},
      {"/.//a.example/b", "/", "/.//a.example/b"},
      {"?b", "feeds/news.xml?a", "feeds/news.xml?b"},
      {"#b", "feeds/news.xml?a", "feeds/news.xml?a#b"},
      {"./a:b", "news.xml", "./a:b"},
      {" a\tb.png ", "feeds/news.xml", "feeds/ab.png"},
      {"a\\b.png", "feeds/news.xml", "feeds/a/b.png"},
      {"//a.example/b.png", "feeds/news.xml", "https://a.example/b.png"},
      {"\\/a.example/b.png", "/", "https://a.example/b.png"},
      {"http://a.example/b.png", "feeds/news.xml", "http://a.example/b.png"},
      {"https://a.example/b", "", "https://a.example/b"},
  }));
  CAPTURE(row.reference, row.base);
  CHECK(safe_url(row.reference, row.base) == row.result);
}

TEST_CASE("a path that could be read as something else is no base and no link", "[markup][safe_url]") {
  for (const std::string_view base : {"", " ", "//a.example/", "/\\a.example/", "\\\\a.example", "javascript:x/", "data:a/b", "file:///a/", "feed:a"}) {
    CAPTURE(base);
    CHECK_FALSE(safe_url("a.png", base));
    CHECK_FALSE(safe_url("/a.png", base));
  }
  for (const std::string_view base : {"feeds/news.xml", "https://town.example/news.xml"}) CHECK_FALSE(safe_url(" ", base));
  for (const std::string_view reference : {"", "javascript:x", "java\nscript:x", "a:b", "\x01 data:x", "//", "\\\\", "/\t/"}) {
    CAPTURE(reference);
    CHECK_FALSE(safe_url(reference, "feeds/news.xml"));
  }
}

TEST_CASE("a picture stands against a path too, is no telephone and never lacks a text", "[markup][html_reader]") {
  HtmlOptions options;
  options.base_url = "feeds/news.xml";
  CHECK(print_html(read_html("<img src=a.png>", options)).find("src=\"feeds/a.png\"") != std::string::npos);
  CHECK(print_html(read_html("<img src=a.png alt='javascript:x'>", options)).find("alt=\"\"") != std::string::npos);
  CHECK(read_html("<img src='TEL:1'><img src=mailto:a><img src=javascript:a><img src=''>", options).empty());
}

TEST_CASE("a title that names a script is left out", "[markup][safe_tree]") {
  CHECK(print_html(read_html("<p title='a: JavaScript:x'>b")) == "<p>b</p>");
  CHECK(print_html(read_html("<p title='java&#1;script&#x202C;:x'>b")) == "<p>b</p>");
  CHECK(print_html(read_html("<p title='javascript'>b")) == "<p title=\"javascript\">b</p>");
}

TEST_CASE("a text is the same read in pieces and whole", "[markup][html_reader]") {
  struct Row {
    std::string_view html;
    std::string_view printed;
  };
  const auto row = GENERATE(values<Row>({
      {"a &amp; b &mdash; \xC2\xAB" "c\xC2\xBB &nope; & d > e", "a &amp; b — «c» &amp;nope; &amp; d &gt; e"},
      // A control, a line break of Windows or an embedding sends the rest the long way.
      {"a&nbsp;b&#1;c\r\nd&lt;", "a\xC2\xA0" "bc\nd&lt;"},
      {"a&mdash;\xE2\x80\xAE" "b&amp;c", "a—\xE2\x80\xAE" "b&amp;c\xE2\x80\xAC"},
      {"a&#x202E;b", "a\xE2\x80\xAE" "b\xE2\x80\xAC"},
      {"a\xC2\x94" "b&#x94;", "a”b”"},
      // Between cells it counts whether all is invisible.
      {"<table> &#32; <tr><td>a", "<table><tbody><tr><td>a</td></tr></tbody></table>"},
      {"<pre>&#10;\na", "<pre>\n\na</pre>"},
  }));
  CAPTURE(row.html);
  CHECK(print_html(read_html(row.html)) == row.printed);
}

TEST_CASE("a comment ends where browsers end it", "[markup][html_reader]") {
  struct Row {
    const char* html;
    const char* text;
  };
  const auto row = GENERATE(values<Row>({{"<!-->a", "a"}, {"<!--->a", "a"}, {"<!--x-->a", "a"}, {"<!--x--->a", "a"},
                                         {"<!--x--!>a", "a"}, {"<!----!>a", "a"}, {"<!--!>x-->a", "a"},
                                         {"<!---!>x-->a", "a"}, {"<!--x-- -->a", "a"}, {"<!--x", ""}, {"<!--", ""}}));
  CAPTURE(row.html);
  CHECK(print_text(read_html(row.html)) == row.text);
}
