#include "view/diff.h"

#include <random>

#include "catch.h"
#include "page.h"
#include "view/builder.h"
#include "view/print.h"

using namespace townboard;
using markup::Tag;
using view::Builder;
using view::OwnAttribute;
using view::OwnTag;

namespace {

// A list with these keys, each item a word in a paragraph.
view::Tree list_of(std::string_view keys) {
  Builder out;
  out.open(Tag::ul);
  for (const char key : keys) {
    out.open(Tag::li, static_cast<std::uint32_t>(key));
    out.leaf(Tag::p, "", std::string_view(&key, 1)).close();
  }
  return out.close().finish();
}

// The same tree on a page that shows nothing yet.
std::string fresh(view::Tree tree) {
  Page page;
  view::Drawing drawing;
  view::OpWriter ops;
  drawing.draw(std::move(tree), 0, ops);
  page.apply(ops);
  return page.html();
}

struct Shown {
  Page page;
  view::Drawing drawing;

  // The bytes of operations that the drawing took.
  std::size_t show(view::Tree tree, std::uint32_t focused = 0) {
    view::OpWriter ops;
    drawing.draw(std::move(tree), focused, ops);
    page.apply(ops);
    return ops.bytes().size();
  }
  // The number of the list's item at `place`.
  std::uint32_t item(std::size_t place) const { return drawing.ids()[1 + 3 * place]; }
};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}
  std::uint32_t below(std::uint32_t end) { return static_cast<std::uint32_t>(engine_() % end); }

  // Any tree of a few elements, in which texts stand alone and beside elements.
  view::Tree tree() {
    Builder out;
    out.open(Tag::div);
    fill(out, 0);
    return out.close().finish();
  }

 private:
  void fill(Builder& out, int depth) {
    const std::uint32_t kind = below(4);
    if (kind == 0 || depth > 3) {
      out.text(std::string(below(3), static_cast<char>('a' + below(3))));
      return;
    }
    const bool keyed = below(2) == 0;
    std::uint32_t used = 0;
    for (std::uint32_t i = below(5); i-- > 0;) {
      if (kind == 1 && below(3) == 0) out.text("ў");
      std::uint32_t key = keyed ? 1 + below(6) : 0;
      if (key != 0 && (used >> key & 1) != 0) key = 0;
      used |= key == 0 ? 0 : 1u << key;
      constexpr Tag kTags[] = {Tag::div, Tag::span, Tag::section};
      out.open(kTags[below(3)], key);
      if (below(2) == 0) out.attr_number(OwnAttribute::class_, below(3));
      if (below(3) == 0) out.flag(OwnAttribute::hidden, true);
      fill(out, depth + 1);
      out.close();
    }
  }

  std::mt19937 engine_;
};

}  // namespace

TEST_CASE("whatever was shown, the page shows the next tree", "[view][diff]") {
  for (unsigned seed = 1; seed <= 400; ++seed) {
    CAPTURE(seed);
    Random random(seed);
    Shown shown;
    for (int drawings = 0; drawings < 6; ++drawings) {
      const view::Tree next = random.tree();
      REQUIRE(view::canonical_fault(next) == "");
      const auto& ids = shown.drawing.ids();
      const std::uint32_t focused = ids.empty() ? 0 : ids[random.below(static_cast<std::uint32_t>(ids.size()))];
      shown.show(next, focused);
      REQUIRE(shown.page.html() == fresh(next));
      REQUIRE(shown.show(next) == 0);
    }
  }
}

TEST_CASE("a list that changes keeps its items and moves as few as can be", "[view][diff]") {
  struct Case {
    std::string_view before, after;
    int made, moved;  // items
  };
  const auto c = GENERATE(values<Case>({
      {"abcd", "abcd", 0, 0},
      {"abcd", "dabc", 0, 1},      // the last one to the front
      {"abcd", "bcda", 0, 1},      // the first one to the end
      {"abcdef", "afbcde", 0, 1},
      {"abcd", "dcba", 0, 3},
      {"abcd", "xabcd", 1, 0},     // a new article on top moves nothing
      {"abcd", "bd", 0, 0},
      {"abcd", "bxdy", 2, 0},
      {"", "ab", 2, 0},
      {"ab", "", 0, 0},
  }));
  CAPTURE(c.before, c.after);
  Shown shown;
  shown.show(list_of(c.before));
  const int made = shown.page.made();
  shown.show(list_of(c.after));
  CHECK(shown.page.html() == fresh(list_of(c.after)));
  CHECK(shown.page.made() - made == 2 * c.made);  // each with its paragraph
  CHECK(shown.page.moved() == c.moved);
}

TEST_CASE("the item with the focus is not moved when others can move instead", "[view][diff]") {
  Shown shown;
  shown.show(list_of("abcd"));
  const std::uint32_t paragraph = shown.drawing.ids()[1 + 3 * 3 + 1];  // inside "d"
  const auto focused = shown.page.node(shown.item(3));
  shown.show(list_of("dabc"), paragraph);
  CHECK(shown.page.html() == fresh(list_of("dabc")));
  CHECK(shown.page.moved() == 3);  // a, b and c; without the focus d alone
  CHECK(shown.page.node(shown.item(0)) == focused);
}

TEST_CASE("one changed text is one content of its element", "[view][diff]") {
  const auto clock = [](std::string_view time) {
    Builder out;
    out.open(Tag::div).leaf(Tag::p, "a", time).leaf(Tag::p, "b", "stays");
    return out.close().finish();
  };
  Shown shown;
  shown.show(clock("10:00"));
  view::OpWriter ops;
  shown.drawing.draw(clock("10:01"), 0, ops);
  const std::string wanted = {static_cast<char>(view::Op::select), 2,
                              static_cast<char>(view::Op::content), 5};
  CHECK(ops.bytes() == wanted);
  CHECK(ops.strings() == "10:01");
}

TEST_CASE("numbers of elements that are gone are given again", "[view][diff]") {
  Shown shown;
  for (int round = 0; round < 50; ++round) {
    shown.show(list_of(round % 2 == 0 ? "abc" : "xyz"));
    for (const std::uint32_t id : shown.drawing.ids()) CHECK(id <= 14);
  }
}

TEST_CASE("after a reset everything is made anew", "[view][diff]") {
  Shown shown;
  shown.show(list_of("abc"));
  shown.drawing.reset();
  shown.page = Page();
  shown.show(list_of("abc"));
  CHECK(shown.page.html() == fresh(list_of("abc")));
}

TEST_CASE("an empty attribute stays in a tree without any text", "[view][diff]") {
  const auto tree = [](int value) {
    Builder out;
    out.open(Tag::div).flag(OwnAttribute::hidden, true);
    if (value != 0) out.attr_number(OwnAttribute::class_, value);
    return out.close().finish();
  };
  Shown shown;
  shown.show(tree(1));
  shown.show(tree(0));
  CHECK(shown.page.html() == fresh(tree(0)));
}
