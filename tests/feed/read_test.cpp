#include "catch.h"
#include "feed/dates.h"
#include "feed/feed.h"

using namespace townboard;

TEST_CASE("a feed is read whatever its format", "[feed][read]") {
  const auto text = GENERATE(values<std::string_view>({
      "<rss version='2.0'><channel><title>Town</title><item><title>Water</title><link>/n/1</link>"
      "<pubDate>Mon, 05 Oct 2026 10:00:00 +0300</pubDate></item></channel></rss>",
      "<feed xmlns='http://www.w3.org/2005/Atom'><title>Town</title><entry><title>Water</title>"
      "<link href='/n/1'/><published>2026-10-05T07:00:00Z</published></entry></feed>",
      R"({"title":"Town","items":[{"id":"1","title":"Water","url":"/n/1",)"
      R"("date_published":"2026-10-05T10:00:00+03:00"}]})",
      // Cut off, with an end tag missing.
      "<rss><channel><title>Town</title><item><title>Water<link>/n/1</link>"
      "<pubDate>05.10.2026 07:00</pubDate>",
  }));
  CAPTURE(text);

  const feed::Reading reading = feed::read_feed(text, {.url = "https://town.example/rss"});

  REQUIRE(reading.ok);
  CHECK(reading.feed.title == "Town");
  REQUIRE(reading.feed.articles.size() == 1);
  CHECK(reading.feed.articles[0].title == "Water");
  CHECK(reading.feed.articles[0].link == "https://town.example/n/1");
  CHECK(reading.feed.articles[0].published == 1791183600);
}

TEST_CASE("a page is no feed, and its feeds are named", "[feed][read]") {
  const feed::Reading reading = feed::read_feed(
      "<html><head><link rel='alternate' type='application/rss+xml' href='/rss'></head></html>",
      {.url = "https://town.example/"});
  CHECK_FALSE(reading.ok);
  REQUIRE(reading.problems.size() == 1);
  CHECK(reading.problems[0].suggestion == "https://town.example/rss");
}

TEST_CASE("a wrong label does not hide the encoding", "[feed][encoding]") {
  CHECK(feed::encoding_of("<a>\xCF\xF0\xE8\xE2\xE5\xF2</a>", "text/xml; charset=utf-8") == "windows-1251");
  CHECK(feed::encoding_of("<a>Привет</a>", "text/xml; charset=windows-1251") == "utf-8");
}

TEST_CASE("links and articles hold no script", "[feed][read]") {
  const feed::Reading reading = feed::read_feed(
      "<rss><channel><item><link>javascript:alert(1)</link>"
      "<description><![CDATA[<p onclick=x>Hi<script>alert(1)</script></p>]]></description></item></channel></rss>");
  REQUIRE(reading.feed.articles.size() == 1);
  CHECK(reading.feed.articles[0].link.empty());
  CHECK(markup::print_html(reading.feed.articles[0].summary()) == "<p>Hi</p>");
}

TEST_CASE("a namespace holds as long as its element", "[feed][read]") {
  const feed::Reading reading = feed::read_feed(
      "<feed xmlns='http://purl.org/atom/ns#'><info><div xmlns='http://www.w3.org/1999/xhtml'><div>x</div></div></info>"
      "<title>Town</title></feed>");
  CHECK(reading.feed.title == "Town");
}

TEST_CASE("categories are named as people read them, media may describe an article", "[feed][read]") {
  const feed::Reading reading = feed::read_feed(
      "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:media='http://search.yahoo.com/mrss/'><entry><title>T</title>"
      "<category term='water' label='Water supply'/><category term='roads'/>"
      "<media:group><media:description>Dry taps</media:description></media:group></entry></feed>");
  REQUIRE(reading.feed.articles.size() == 1);
  CHECK(reading.feed.articles[0].categories == text::List<text::String>{"Water supply", "roads"});
  CHECK(markup::print_text(reading.feed.articles[0].summary()) == "Dry taps");
}

TEST_CASE("the title of a picture stands for one that an article lacks", "[feed][read]") {
  const feed::Reading reading = feed::read_feed(
      "<rss xmlns:media='http://search.yahoo.com/mrss/'><channel><item><media:title>Dam</media:title><title>Water</title>"
      "</item><item><title>Road</title><media:content medium='image' url='https://t.example/a.jpg'><media:title>Dam"
      "</media:title></media:content></item><item><media:title>Dam</media:title></item></channel></rss>");
  REQUIRE(reading.feed.articles.size() == 3);
  CHECK(reading.feed.articles[0].title == "Water");
  CHECK(reading.feed.articles[1].title == "Road");
  CHECK(reading.feed.articles[1].image == "https://t.example/a.jpg");
  CHECK(reading.feed.articles[2].title == "Dam");
}

TEST_CASE("quotation marks of Windows are kept", "[feed][read]") {
  const feed::Reading reading = feed::read_feed("<rss><item><title>don\xC2\x92t</title></item></rss>");
  REQUIRE(reading.feed.articles.size() == 1);
  CHECK(reading.feed.articles[0].title == "don\xE2\x80\x99t");
}

TEST_CASE("a content of a media type is base64 when it can be", "[feed][read]") {
  const feed::Reading reading = feed::read_feed(
      "<feed xmlns='http://www.w3.org/2005/Atom'><entry><content type='application/html'>PGI+eDwvYj4=</content></entry>"
      "<entry><content type='application/html'>&lt;b>x&lt;/b></content></entry></feed>");
  REQUIRE(reading.feed.articles.size() == 2);
  CHECK(markup::print_html(reading.feed.articles[0].content()) == "<b>x</b>");
  CHECK(markup::print_html(reading.feed.articles[1].content()) == "<b>x</b>");
}

TEST_CASE("a description in RDF's own words is no summary", "[feed][read]") {
  const feed::Reading reading = feed::read_feed(
      "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/'><item><title>T</title>"
      "<description>S</description><x><rdf:Description><rdf:value>Anna</rdf:value></rdf:Description></x></item></rdf:RDF>");
  REQUIRE(reading.feed.articles.size() == 1);
  CHECK(markup::print_text(reading.feed.articles[0].summary()) == "S");
}

TEST_CASE("a channel definition's items are articles", "[feed][read]") {
  const feed::Reading reading = feed::read_feed(
      "<CHANNEL HREF='https://town.example/'><TITLE>Town</TITLE>"
      "<ITEM HREF='/1' LASTMOD='2026-10-05'><TITLE>Water</TITLE><ABSTRACT>Dry</ABSTRACT></ITEM></CHANNEL>",
      {.url = "https://town.example/c.cdf"});
  REQUIRE(reading.feed.articles.size() == 1);
  CHECK(reading.feed.articles[0].link == "https://town.example/1");
  CHECK(reading.feed.articles[0].updated.has_value());
}

TEST_CASE("an enclosure's address is not changed, a link's blanks are", "[feed][read]") {
  const feed::Reading reading = feed::read_feed(
      "<rss><item><link>https://a.example/b c</link><enclosure url=' https://a.example/b c.mp3'/></item></rss>");
  REQUIRE(reading.feed.articles.size() == 1);
  CHECK(reading.feed.articles[0].link == "https://a.example/b%20c");
  REQUIRE(reading.feed.articles[0].enclosures.size() == 1);
  CHECK(reading.feed.articles[0].enclosures[0].url == "https://a.example/b c.mp3");
}

TEST_CASE("an article has 64 enclosures at most, however they are written", "[feed][read]") {
  const auto [begin, one, end] = GENERATE(table<std::string, std::string, std::string>({
      {"<rss><item><title>A</title>", "<enclosure url='https://a.example/1'/>", "</item></rss>"},
      {"<rss><item><title>A</title>", "<link rel='enclosure'>https://a.example/1</link>", "</item></rss>"},
      {R"({"items":[{"id":"1","attachments":[{})", R"(,{"url":"https://a.example/1"})", "]}]}"},
  }));
  std::string text = begin;
  for (int i = 0; i < 70; ++i) text += one;
  const feed::Reading reading = feed::read_feed(text + end);
  REQUIRE(reading.feed.articles.size() == 1);
  CHECK(reading.feed.articles[0].enclosures.size() == 64);
}

TEST_CASE("what has no address is not at the feed's own", "[feed][read]") {
  const auto text = GENERATE(values<std::string_view>({
      "<rss><channel><item><title>A</title><guid>17</guid><link> </link><enclosure url=''/></item></channel></rss>",
      R"({"items":[{"id":"17","title":"A","attachments":[{"mime_type":"image/png"}]}]})",
  }));
  const feed::Reading reading = feed::read_feed(text, {.url = "https://town.example/rss"});
  REQUIRE(reading.feed.articles.size() == 1);
  CHECK(reading.feed.articles[0].id == "17");
  CHECK(reading.feed.articles[0].link.empty());
  CHECK(reading.feed.articles[0].image.empty());
  CHECK(reading.feed.articles[0].enclosures.empty());
}

TEST_CASE("texts of a JSON feed hold no controls", "[feed][read]") {
  const feed::Reading reading = feed::read_feed(
      R"({"title":"A\u0007B","items":[{"id":"1","title":"A\nB","author":{"name":"A\u007fB"},"tags":["A\u0000B"]}]})");
  REQUIRE(reading.feed.articles.size() == 1);
  CHECK(reading.feed.title == "AB");
  CHECK(reading.feed.articles[0].title == "A B");
  CHECK(reading.feed.articles[0].author == "AB");
  CHECK(reading.feed.articles[0].categories[0] == "AB");
}

TEST_CASE("a category is named once, plain text keeps its lines", "[feed][read]") {
  const feed::Reading reading =
      feed::read_feed(R"({"items":[{"id":"1","content_text":"a\n<b>","tags":["Water","Roads","Water"]}]})");
  REQUIRE(reading.feed.articles.size() == 1);
  CHECK(reading.feed.articles[0].categories.size() == 2);
  CHECK(markup::print_html(reading.feed.articles[0].content()) == "a<br>\n&lt;b&gt;");
}

TEST_CASE("the base of a content may be its own", "[feed][read]") {
  const feed::Reading reading = feed::read_feed(
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://town.example/b/'><entry><title>A</title>"
      "<content type='html' xml:base='deep/'>&lt;img src='p.png'&gt;</content></entry></feed>");
  REQUIRE(reading.feed.articles.size() == 1);
  CHECK(markup::print_html(reading.feed.articles[0].content()).find("\"https://town.example/b/deep/p.png\"") !=
        std::string::npos);
}

TEST_CASE("feeds merged show an article once and lose none", "[feed][merge]") {
  struct Pair {
    const char* title;
    feed::Article a, b;
    std::size_t left;
  };
  const auto article = [](const char* id, const char* name, const char* link, time::Instant when) {
    feed::Article made;
    made.id = id;
    made.title = name;
    made.link = link;
    if (when != 0) made.published = when;
    return made;
  };
  const Pair pairs[] = {
      {"one URI", article("tag:a", "Water", "", 5), article("tag:a", "Water again", "", 9), 1},
      {"numbers of two feeds", article("17", "Water", "https://a/17", 5), article("17", "Roads", "https://b/17", 5), 2},
      {"two formats", article("17", "Water", "https://a/17", 5), article("tag:17", "Water", "https://a/17", 5), 1},
      {"no ids", article("", "Water", "https://a/17", 5), article("", "Water", "https://a/17", 0), 1},
      {"a title used again", article("17", "Notice", "https://a/", 5), article("18", "Notice", "https://a/", 9), 2},
      {"the same title, other pages", article("", "Notice", "https://a/1", 5), article("", "Notice", "https://a/2", 5), 2},
      {"nothing but a text", article("", "", "", 0), article("", "", "", 0), 2},
  };
  for (const Pair& pair : pairs) {
    CAPTURE(pair.title);
    text::List<feed::Feed> feeds;
    feeds.emplace_back();
    feeds[0].articles.push_back(pair.a);
    feeds.emplace_back();
    feeds[1].articles.push_back(pair.b);
    CHECK(feed::merge(std::move(feeds)).size() == pair.left);
  }
}
