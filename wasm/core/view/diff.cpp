#include "view/diff.h"

#include <functional>
#include <utility>

#include "text/sort.h"

namespace townboard::view {
namespace {

using Node = Tree::Node;

// One child of an element in either tree, to be found by tag and key.
struct Child {
  std::uint32_t key;
  std::uint8_t tag;
  std::uint32_t order;  // among the children of that tag and key: unkeyed ones match in order
  std::uint32_t index;  // of the node
  std::uint32_t place;  // among all children

  bool operator<(const Child& other) const {
    if (tag != other.tag) return tag < other.tag;
    if (key != other.key) return key < other.key;
    return place < other.place;
  }
};

text::List<Child> children_of(const Tree& tree, std::uint32_t parent) {
  text::List<Child> all;
  const auto& nodes = tree.nodes();
  for (std::uint32_t i = parent + 1; i < parent + nodes[parent].size; i += nodes[i].size) {
    all.push_back({nodes[i].key, nodes[i].tag.code, 0, i, static_cast<std::uint32_t>(all.size())});
  }
  return all;
}

// Whether the element has texts among its children; then only whole contents are compared.
bool has_text(const Tree& tree, std::uint32_t parent) {
  const auto& nodes = tree.nodes();
  for (std::uint32_t i = parent + 1; i < parent + nodes[parent].size; i += nodes[i].size) {
    if (nodes[i].tag.is_text()) return true;
  }
  return false;
}

bool same_attributes(const Tree& a, const Node& x, const Tree& b, const Node& y) {
  if (x.attribute_count != y.attribute_count) return false;
  for (std::uint32_t i = 0; i < x.attribute_count; ++i) {
    const auto& one = a.attributes()[x.attribute + i];
    const auto& other = b.attributes()[y.attribute + i];
    if (one.name != other.name || a.value_of(one) != b.value_of(other)) return false;
  }
  return true;
}

bool same_subtree(const Tree& a, std::uint32_t x, const Tree& b, std::uint32_t y) {
  const std::uint32_t size = a.nodes()[x].size;
  if (size != b.nodes()[y].size) return false;
  for (std::uint32_t i = 0; i < size; ++i) {
    const Node& one = a.nodes()[x + i];
    const Node& other = b.nodes()[y + i];
    if (one.tag != other.tag || one.size != other.size || one.key != other.key ||
        a.text_of(one) != b.text_of(other) || !same_attributes(a, one, b, other)) {
      return false;
    }
  }
  return true;
}

}  // namespace

// One drawing: walks both trees together and writes what differs.
class Patch {
 public:
  Patch(Drawing& drawing, const Tree& next, std::uint32_t focused, OpWriter& out)
      : drawing_(drawing),
        old_(drawing.tree_),
        next_(next),
        focused_(focused),
        out_(out),
        ids_(next.nodes().size(), 0) {}

  text::List<std::uint32_t> run() {
    if (old_.empty() || old_.nodes()[0].tag != next_.nodes()[0].tag) {
      if (!old_.empty()) out_.op(Op::remove, drawing_.ids_[0]);
      create(0);
      out_.op(Op::select, 0);
      out_.op(Op::insert, ids_[0], 0);
    } else {
      pairs_.push_back({0, 0});
      while (!pairs_.empty()) {
        const auto [before, after] = pairs_.back();
        pairs_.pop_back();
        patch(before, after);
      }
    }
    return std::move(ids_);
  }

 private:
  std::uint32_t new_id() {
    if (drawing_.free_ids_.empty()) return ++drawing_.last_id_;
    const std::uint32_t id = drawing_.free_ids_.back();
    drawing_.free_ids_.pop_back();
    return id;
  }

  void select(std::uint32_t id) {
    if (selected_ == id) return;
    out_.op(Op::select, id);
    selected_ = id;
  }

  // Writes a whole subtree; it belongs nowhere yet.
  void create(std::uint32_t root) {
    text::List<std::uint32_t> ends;
    const auto& nodes = next_.nodes();
    for (std::uint32_t i = root; i < root + nodes[root].size; ++i) {
      for (; !ends.empty() && ends.back() <= i; ends.pop_back()) out_.op(Op::close);
      if (nodes[i].tag.is_text()) {
        out_.op_text(Op::text, next_.text_of(nodes[i]));
        continue;
      }
      ids_[i] = new_id();
      out_.op(Op::create, ids_[i], nodes[i].tag.code);
      for (std::uint32_t a = 0; a < nodes[i].attribute_count; ++a) {
        const auto& value = next_.attributes()[nodes[i].attribute + a];
        out_.op_attribute(value.name, next_.value_of(value));
      }
      ends.push_back(i + nodes[i].size);
    }
    for (; !ends.empty(); ends.pop_back()) out_.op(Op::close);
    selected_ = kNone;
  }

  void forget(std::uint32_t root) {
    for (std::uint32_t i = root; i < root + old_.nodes()[root].size; ++i) {
      if (drawing_.ids_[i] != 0) drawing_.free_ids_.push_back(drawing_.ids_[i]);
    }
  }

  void patch(std::uint32_t before, std::uint32_t after) {
    const std::uint32_t id = drawing_.ids_[before];
    ids_[after] = id;
    attributes(old_.nodes()[before], next_.nodes()[after], id);
    const bool texts = has_text(old_, before) || has_text(next_, after);
    if (texts) {
      contents(before, after, id);
    } else {
      children(before, after, id);
    }
  }

  void attributes(const Node& before, const Node& after, std::uint32_t id) {
    for (std::uint32_t i = 0; i < after.attribute_count; ++i) {
      const auto& value = next_.attributes()[after.attribute + i];
      bool same = false;
      for (std::uint32_t j = 0; j < before.attribute_count && !same; ++j) {
        const auto& old = old_.attributes()[before.attribute + j];
        same = old.name == value.name && old_.value_of(old) == next_.value_of(value);
      }
      if (same) continue;
      select(id);
      out_.op_attribute(value.name, next_.value_of(value));
    }
    for (std::uint32_t j = 0; j < before.attribute_count; ++j) {
      const AttributeCode name = old_.attributes()[before.attribute + j].name;
      if (next_.has(after, name)) continue;
      select(id);
      out_.op(Op::drop, name.code);
    }
  }

  // An element that holds text: its content as a whole, since a translator may have replaced the text.
  void contents(std::uint32_t before, std::uint32_t after, std::uint32_t id) {
    const auto& nodes = next_.nodes();
    bool same = old_.nodes()[before].size == nodes[after].size;
    for (std::uint32_t i = 1; same && i < nodes[after].size; ++i) {
      const Node& one = old_.nodes()[before + i];
      const Node& other = nodes[after + i];
      same = one.tag == other.tag && one.size == other.size && one.key == other.key &&
             old_.text_of(one) == next_.text_of(other) &&
             same_attributes(old_, one, next_, other);
    }
    if (same) {
      for (std::uint32_t i = 1; i < nodes[after].size; ++i) {
        ids_[after + i] = drawing_.ids_[before + i];
      }
      return;
    }
    for (std::uint32_t i = 1; i < old_.nodes()[before].size; ++i) {
      if (drawing_.ids_[before + i] != 0) drawing_.free_ids_.push_back(drawing_.ids_[before + i]);
    }
    select(id);
    if (nodes[after].size == 2 && nodes[after + 1].tag.is_text()) {
      out_.op_text(Op::content, next_.text_of(nodes[after + 1]));
      return;
    }
    out_.op(Op::clear);
    for (std::uint32_t i = after + 1; i < after + nodes[after].size; i += nodes[i].size) {
      if (nodes[i].tag.is_text()) {
        out_.op_text(Op::text, next_.text_of(nodes[i]));
      } else {
        create(i);
        select(id);
        out_.op(Op::insert, ids_[i], 0);
      }
    }
  }

  bool holds_focus(std::uint32_t root) const {
    if (focused_ == 0) return false;
    for (std::uint32_t i = root; i < root + old_.nodes()[root].size; ++i) {
      if (drawing_.ids_[i] == focused_) return true;
    }
    return false;
  }

  // Puts children in order and numbers those that are alike.
  static void number_in_order(text::List<Child>& list) {
    text::sort(list, std::less<>());
    for (std::size_t i = 1; i < list.size(); ++i) {
      const bool same = list[i].tag == list[i - 1].tag && list[i].key == list[i - 1].key;
      list[i].order = same ? list[i - 1].order + 1 : 0;
    }
  }

  // Matches the children by tag and key, removes what is gone, creates what is new, and moves what does not
  // stand in the longest run that is in order already.
  void children(std::uint32_t before, std::uint32_t after, std::uint32_t id) {
    text::List<Child> olds = children_of(old_, before);
    text::List<Child> news = children_of(next_, after);
    const text::List<Child> placed = news;
    number_in_order(olds);
    number_in_order(news);
    text::List<std::uint32_t> match(news.size(), kNone);        // old node index, by new place
    text::List<std::uint32_t> match_place(news.size(), kNone);  // old place, by new place
    std::size_t j = 0;
    for (const Child& old : olds) {
      const auto precedes = [&](const Child& a) {
        if (a.tag != old.tag) return a.tag < old.tag;
        if (a.key != old.key) return a.key < old.key;
        return a.order < old.order;
      };
      while (j < news.size() && precedes(news[j])) ++j;
      const bool found = j < news.size() && news[j].tag == old.tag && news[j].key == old.key &&
                         news[j].order == old.order;
      if (found) {
        match[news[j].place] = old.index;
        match_place[news[j].place] = old.place;
        ++j;
      } else {
        out_.op(Op::remove, drawing_.ids_[old.index]);
        if (selected_ == drawing_.ids_[old.index]) selected_ = kNone;
        forget(old.index);
      }
    }
    const text::List<bool> stays = staying(match, match_place);
    std::uint32_t behind = 0;  // id of the next sibling
    for (std::size_t i = placed.size(); i-- > 0;) {
      const std::uint32_t index = placed[i].index;
      if (match[i] == kNone) {
        create(index);
        select(id);
        out_.op(Op::insert, ids_[index], behind);
        behind = ids_[index];
      } else {
        behind = move_or_keep(id, match[i], index, stays[i], behind);
      }
    }
  }

  std::uint32_t move_or_keep(std::uint32_t parent, std::uint32_t before, std::uint32_t after,
                             bool stays, std::uint32_t behind) {
    const std::uint32_t id = drawing_.ids_[before];
    if (!stays) {
      select(parent);
      out_.op(Op::insert, id, behind);
    }
    if (same_subtree(old_, before, next_, after)) {
      for (std::uint32_t i = 0; i < next_.nodes()[after].size; ++i) {
        ids_[after + i] = drawing_.ids_[before + i];
      }
    } else {
      ids_[after] = id;
      pairs_.push_back({before, after});
    }
    return id;
  }

  // The matched children that need not move: a longest ascending run of old places, through the one with
  // the focus when there is one.
  text::List<bool> staying(const text::List<std::uint32_t>& match,
                            const text::List<std::uint32_t>& place) const {
    text::List<bool> stays(match.size(), false);
    std::uint32_t focus_at = kNone;
    for (std::uint32_t i = 0; i < match.size(); ++i) {
      if (match[i] != kNone && holds_focus(match[i])) focus_at = i;
    }
    text::List<std::uint32_t> tails;
    text::List<std::uint32_t> previous(match.size(), kNone);
    for (std::uint32_t i = 0; i < match.size(); ++i) {
      if (match[i] == kNone) continue;
      if (focus_at != kNone && i != focus_at && (i < focus_at) != (place[i] < place[focus_at])) {
        continue;
      }
      const auto at = std::lower_bound(
          tails.begin(), tails.end(), i,
          [&](std::uint32_t a, std::uint32_t b) { return place[a] < place[b]; });
      if (at != tails.begin()) previous[i] = *(at - 1);
      if (at == tails.end()) {
        tails.push_back(i);
      } else {
        *at = i;
      }
    }
    for (std::uint32_t i = tails.empty() ? kNone : tails.back(); i != kNone; i = previous[i]) {
      stays[i] = true;
    }
    return stays;
  }

  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  Drawing& drawing_;
  const Tree& old_;
  const Tree& next_;
  std::uint32_t focused_;
  OpWriter& out_;
  text::List<std::uint32_t> ids_;
  text::List<std::pair<std::uint32_t, std::uint32_t>> pairs_;  // still to be compared
  std::uint32_t selected_ = kNone;
};

void Drawing::draw(Tree next, std::uint32_t focused, OpWriter& out) {
  text::List<std::uint32_t> ids = Patch(*this, next, focused, out).run();
  ids_ = std::move(ids);
  tree_ = std::move(next);
}

void Drawing::reset() {
  tree_ = {};
  ids_.clear();
  free_ids_.clear();
  last_id_ = 0;
}

}  // namespace townboard::view
