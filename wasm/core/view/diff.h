#pragma once

#include <cstdint>
#include "text/list.h"

#include "view/ops.h"
#include "view/tree.h"

namespace townboard::view {

// What a page shows: the last tree, and the number that JavaScript knows each of its elements by.
class Drawing {
 public:
  // Writes the operations that turn what is shown into `next`, none when they are equal; the first time
  // all of it is created. `focused` is the number of the element that has the focus, 0: none: neither it nor
  // anything around it is moved when others can move instead.
  //
  // Work: linear in the size of both trees, and n log n in the number of moved siblings.
  void draw(Tree next, std::uint32_t focused, OpWriter& out);

  // Forgets what is shown, so the next drawing creates everything.
  void reset();

  const Tree& tree() const { return tree_; }
  // Parallel to tree().nodes(); 0 for texts.
  const text::List<std::uint32_t>& ids() const { return ids_; }

 private:
  friend class Patch;
  Tree tree_;
  text::List<std::uint32_t> ids_;
  text::List<std::uint32_t> free_ids_;
  std::uint32_t last_id_ = 0;
};

}  // namespace townboard::view
