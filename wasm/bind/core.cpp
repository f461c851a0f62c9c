// The module of <town-board>: boards by number, what they need, what their visitors do, and the operations
// that draw them. web/core.js and web/town-board.js are its only callers.
#include <cmath>
#include <memory>
#include "text/list.h"

#include "bind/border.h"
#include "feed/feed.h"
#include "view/diff.h"
#include "widget/board.h"

namespace {

using townboard::bind::answer;
using townboard::bind::view;
using townboard::widget::Board;
using townboard::widget::Need;

struct Slot {
  Board board;
  townboard::view::Drawing drawing;
};

townboard::text::List<std::unique_ptr<Slot>>& slots() {
  static townboard::text::List<std::unique_ptr<Slot>> all;
  return all;
}

townboard::view::OpWriter& writer() {
  static townboard::view::OpWriter one;
  return one;
}

// Boards count from 1, so that 0 is none.
Slot& slot(std::uint32_t board) { return *slots()[board - 1]; }

townboard::time::Instant instant(double seconds) {
  return static_cast<townboard::time::Instant>(seconds);
}

Need need(std::uint32_t kind, std::string_view name, std::string_view text) {
  return {static_cast<Need::Kind>(kind), townboard::text::String(name), townboard::text::String(text)};
}

std::uint32_t put(townboard::text::String text) {
  answer() = std::move(text);
  return static_cast<std::uint32_t>(answer().size());
}

void append_cell(townboard::text::String& out, std::string_view cell, char end) {
  for (const char c : cell) out += c == '\t' || c == '\n' ? ' ' : c;
  out += end;
}

}  // namespace

TOWNBOARD_EXPORT(core_board_new) std::uint32_t core_board_new() {
  townboard::text::List<std::unique_ptr<Slot>>& all = slots();
  for (std::uint32_t i = 0; i < all.size(); ++i) {
    if (!all[i]) {
      all[i] = std::make_unique<Slot>();
      return i + 1;
    }
  }
  all.push_back(std::make_unique<Slot>());
  return static_cast<std::uint32_t>(all.size());
}

TOWNBOARD_EXPORT(core_board_free) void core_board_free(std::uint32_t board) {
  slots()[board - 1].reset();
}

TOWNBOARD_EXPORT(core_board_option)
void core_board_option(std::uint32_t board, const char* name, std::uint32_t name_size,
                       const char* value, std::uint32_t value_size) {
  slot(board).board.set_option(view(name, name_size), view(value, value_size));
}

TOWNBOARD_EXPORT(core_board_site)
std::uint32_t core_board_site(std::uint32_t board, const char* json, std::uint32_t size) {
  return slot(board).board.set_site(view(json, size));
}

// A line a need: kind, name, text, with tabs between.
TOWNBOARD_EXPORT(core_board_needs) std::uint32_t core_board_needs(std::uint32_t board) {
  townboard::text::String lines;
  for (const Need& one : slot(board).board.needs()) {
    lines += static_cast<char>('0' + static_cast<int>(one.kind));
    lines += '\t';
    append_cell(lines, one.name, '\t');
    append_cell(lines, one.text, '\n');
  }
  return put(std::move(lines));
}

TOWNBOARD_EXPORT(core_board_supply)
void core_board_supply(std::uint32_t board, std::uint32_t kind, const char* name,
                       std::uint32_t name_size, const char* text, std::uint32_t text_size,
                       const char* bytes, std::uint32_t size, const char* type,
                       std::uint32_t type_size, double now) {
  slot(board).board.supply(need(kind, view(name, name_size), view(text, text_size)),
                           view(bytes, size), view(type, type_size), instant(now));
}

TOWNBOARD_EXPORT(core_board_fail)
void core_board_fail(std::uint32_t board, std::uint32_t kind, const char* name,
                     std::uint32_t name_size, const char* text, std::uint32_t text_size,
                     double now) {
  slot(board).board.fail(need(kind, view(name, name_size), view(text, text_size)), instant(now));
}

// 1: draw again.
TOWNBOARD_EXPORT(core_board_act)
std::uint32_t core_board_act(std::uint32_t board, std::uint32_t action, const char* value,
                             std::uint32_t size, double now) {
  return slot(board).board.act(static_cast<townboard::widget::Action>(action), view(value, size),
                               instant(now));
}

TOWNBOARD_EXPORT(core_board_done) void core_board_done(std::uint32_t board, std::uint32_t action) {
  slot(board).board.done(static_cast<townboard::widget::Action>(action));
}

// Draws; the bytes of operations are at core_ops, their texts at core_texts. Answers with the bytes of ops,
// 0 when nothing changed. `now` is NaN for a drawing that may be kept.
TOWNBOARD_EXPORT(core_board_draw)
std::uint32_t core_board_draw(std::uint32_t board, double now, std::uint32_t focused) {
  Slot& one = slot(board);
  writer().clear();
  const auto at = std::isnan(now) ? std::nullopt : std::optional(instant(now));
  one.drawing.draw(one.board.draw(at), focused, writer());
  return static_cast<std::uint32_t>(writer().bytes().size());
}

TOWNBOARD_EXPORT(core_ops) const char* core_ops() { return writer().bytes().data(); }
TOWNBOARD_EXPORT(core_texts) const char* core_texts() { return writer().strings().data(); }
TOWNBOARD_EXPORT(core_texts_size) std::uint32_t core_texts_size() {
  return static_cast<std::uint32_t>(writer().strings().size());
}

// What was drawn is forgotten; the next drawing creates everything.
TOWNBOARD_EXPORT(core_board_reset) void core_board_reset(std::uint32_t board) {
  slot(board).drawing.reset();
}

// When the drawing changes by itself; NaN: not within a day and more.
TOWNBOARD_EXPORT(core_board_next) double core_board_next(std::uint32_t board, double now) {
  const auto next = slot(board).board.next_change(instant(now));
  return next ? static_cast<double>(*next) : std::nan("");
}

TOWNBOARD_EXPORT(core_board_announcement)
std::uint32_t core_board_announcement(std::uint32_t board) {
  return put(slot(board).board.take_announcement());
}

TOWNBOARD_EXPORT(core_board_focus) std::uint32_t core_board_focus(std::uint32_t board) {
  return put(slot(board).board.take_focus());
}

TOWNBOARD_EXPORT(core_board_status)
std::uint32_t core_board_status(std::uint32_t board, double now) {
  return put(slot(board).board.status_json(instant(now)));
}

TOWNBOARD_EXPORT(core_board_vcard)
std::uint32_t core_board_vcard(std::uint32_t board, const char* office, std::uint32_t size) {
  return put(slot(board).board.vcard(view(office, size)));
}

// A line an objection: level, code, source, JSON pointer, suggestion, with tabs between.
TOWNBOARD_EXPORT(core_board_problems) std::uint32_t core_board_problems(std::uint32_t board) {
  townboard::text::String lines;
  for (const Board::Objection& one : slot(board).board.take_problems()) {
    lines += one.problem.is_error() ? "error\t" : "warning\t";
    append_cell(lines, one.problem.kind->code, '\t');
    append_cell(lines, one.source, '\t');
    append_cell(lines, one.problem.pointer, '\t');
    append_cell(lines, one.problem.suggestion, '\n');
  }
  return put(std::move(lines));
}

// The label of the encoding that a feed's bytes are in, for TextDecoder.
TOWNBOARD_EXPORT(core_encoding)
std::uint32_t core_encoding(const char* bytes, std::uint32_t size, const char* type,
                            std::uint32_t type_size) {
  return put(townboard::text::String(townboard::feed::encoding_of(view(bytes, size), view(type, type_size))));
}
