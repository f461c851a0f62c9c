#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "phrase/problems.h"
#include "phrase/words.h"

namespace townboard::phrase {

// Longer texts are refused whole; so the work is bounded by this and by the size of the word table.
inline constexpr std::size_t kMaxPhrase = 10 * 1024;

// Bytes of the sentence: the first in the lower half, the one behind the last in the upper. One number, since a pair
// is passed in memory and costs thirty bytes of code at every call.
using Where = std::uint32_t;
constexpr Where where(unsigned begin, unsigned end) { return begin | end << 16; }
[[gnu::noinline]] constexpr Where from_to(Where first, Where last) { return (first & 0xFFFF) | (last & 0xFFFF0000); }

// Days as a set of bits: 0..6 every Monday to Sunday, then those below, then for each weekday six bits: the first to
// fifth of the month and the last.
using Days = std::uint64_t;
inline constexpr unsigned kWorkDays = 0x1F, kWeekend = 0x60, kWeek = 0x7F, kHolidays = 0x100, kSchoolHolidays = 0x200,
                          kEves = 0x400, kLastWorkDay = 0x800;
inline constexpr unsigned kRanges = 0x1000;  // not only single weekdays in their order were named
inline constexpr int kNumbered = 16;
constexpr Days numbered(Days days) { return days >> kNumbered; }
constexpr bool any(Days days) { return (days & ~Days{kRanges}) != 0; }

// Minutes since midnight; `end` past 1440 is on the next day, kOpenEnd not known.
struct Range {
  int begin, end;
};
inline constexpr int kOpenEnd = -1;
inline constexpr int kDay = 24 * 60;

// No day has more than twelve, and further ones are refused.
inline constexpr unsigned kMostSpans = 12;
struct Ranges {
  std::uint32_t size;
  Range at[kMostSpans];

  bool add(const Range& range);  // false: there was no room
  Range& last() { return at[size - 1]; }
};

// Month, day, last month, last day in the four bytes from the lowest on. Days 0: whole months. 0: no season.
using Season = std::uint32_t;
constexpr bool is_one_day(Season season) { return season >> 16 == (season & 0xFFFF) && season >> 24 != 0; }

// A list of at most `Most` in the room of the reader. When it is full the last place is written again, and the
// reader refuses the sentence.
template <typename T, unsigned Most>
struct Few {
  std::uint32_t size;
  T at[Most];

  [[gnu::noinline]] T& add() {
    if (size < Most) ++size;
    return at[size - 1];
  }
  T& last() { return at[size - 1]; }
  bool full() const { return size == Most; }
  T* begin() { return at; }
  T* end() { return at + size; }
};

// A word, number or sign; later one meaning of the sentence: several words, a time of day.
struct Atom {
  enum Half : std::uint8_t { none, am, pm };

  Sense sense;
  Sense meant;           // what the table says of the `count` words from this one on
  std::uint8_t count;
  std::uint8_t meant_value;
  bool glued;            // nothing stands between it and what is before
  bool raised;           // superscript digits, as in 8³⁰
  bool suffix;           // the "nd" of 2nd
  bool bare;             // a time that is a lone hour: 8
  Half half;             // "a.m." or "p.m." stood behind the time
  int value;    // of time: minutes since midnight, 0..1440; of a hyphen between tokens: 1: minutes may stand behind it, as
                // in 8-00; otherwise as Sense says
  std::uint32_t size;    // of a word or number: its letters
  std::uint32_t begin, end;

  [[gnu::noinline]] Where where() const { return phrase::where(begin, end); }
};
// web/phrase-tokens.js makes tokens as bytes: what stands before `bare`, and the numbers behind; the rest is 0.
static_assert(sizeof(Atom) == 32 && offsetof(Atom, sense) == 0 && offsetof(Atom, meant) == 4 && offsetof(Atom, count) == 8 &&
              offsetof(Atom, meant_value) == 9 && offsetof(Atom, glued) == 10 && offsetof(Atom, raised) == 11 &&
              offsetof(Atom, suffix) == 12 && offsetof(Atom, value) == 16 && offsetof(Atom, size) == 20 &&
              offsetof(Atom, begin) == 24 && offsetof(Atom, end) == 28);

enum class Meaning : std::uint8_t {
  none,
  open,
  closed,
  appointment,     // the times are not known; `where` says how to ask
  until,           // as otherwise, but closing at `minute`
  replaced,        // as otherwise, with `spans` instead of the one that they overlap
  shorter,         // as otherwise, an hour less
  half_closed,     // as otherwise, without the afternoon (minute 1) or the morning (minute 0)
};

// A piece of the sentence that means something by itself (an element); then days and what they have (a group), or a
// break: taken out of the days named with it or, without, out of all that it fits; in the end what one kind of day has
// (a slot). One type, so that one becomes the other by being copied.
struct Piece {
  Sense sense;           // of an element. day: days; time: spans; unknown: a label
  Meaning meaning;       // of a group; of a slot: none, open, closed or appointment
  bool fresh;            // a new line, sentence or part begins here
  bool joined;           // "and" or a comma stands before it
  bool alone;            // of an element: in parentheses; until: only a time, so it must be near the usual end
  bool weekly;           // "every week", which needs days
  bool no_pause;
  bool also;             // on top of what was said before
  int minute;   // of until and moment
  std::uint32_t before;  // how many groups stood before it
  Where where;
  Where note;            // of hours: how to ask for an appointment in them; 0: none
  Season season;
  Days days;             // 0: the sentence names none
  Ranges spans;          // of a slot: ascending, apart from each other
};

inline bool is_set(const Piece& slot) { return slot.meaning != Meaning::none; }

using Pieces = Few<Piece, 300>;

// Places of slots besides the weekdays 0..6: hours without days, then as the bits of Days, then numbered days: the
// second Saturday, the last working day.
inline constexpr unsigned kAnySlot = 7, kHolidaySlot = 8, kSchoolSlot = 9, kEveSlot = 10, kNumberedSlot = 11,
                          kSlots = 19;

// One season, or the whole year.
struct Part {
  Season season;
  bool has_hours;   // it is not only closed
  int eve_minutes;  // taken off the end of days before holidays
  int eve_until;    // they close at this minute; 0: not said
  Piece slots[kSlots];
};

// An objection, with its place. Of Trouble::days_missing the suggestion is "Mo-Fr " before the output.
struct Report {
  Trouble trouble;
  Where where;
};

// All that the stages of reading know; it begins as zero bytes. One block without growing lists: what a sentence can
// need is bounded, and each list that grows would bring its code along.
struct Work {
  std::string_view sentence;
  std::uint32_t place;     // of the stage that runs: in atoms, elements or the output
  std::uint32_t written;   // atoms that are read
  Where appointment;       // "and by appointment" besides all hours; 0: none
  Where note;              // of all hours: "by appointment: Mo 9-12"
  Where pending_where;
  Days pending;            // wait for their times; 0: none do
  unsigned without_pause;  // weekdays without the breaks that are for all
  Season season;           // that is spoken of
  int begins;              // minute at which days begin whose end is not said yet; 0: none
  int ends;                // minute at which days began whose ends are being said; 0: none
  bool also, weekly, no_pause, fresh, joined, failed;
  bool of_month, every;
  bool aside;              // times of another were passed over: no more may follow
  bool behind_times;       // the days that are being read stand directly behind times
  bool listed, doubtful;   // hyphens join three days and more; or two that are two or three days apart
  Sense before;            // the atom read last
  Range range;             // that `read_times` read
  Piece* latest;           // of the groups, or `none`
  Piece none;              // nothing
  Piece basis;             // the times without days
  Few<Report, 48> reports;
  Few<Part, 16> parts;
  Pieces elements, groups, pauses;
  Pieces seasons;          // the hours of one season are those of another (minute) too
  Pieces exceptions;       // closed holidays and half days that a group leaves out; they count after all groups
  Few<char, 32 * 1024> out;
  Few<Atom, kMaxPhrase + 2> atoms;  // stands last: wasm/bind/phrase.cpp has it filled from outside

  void refuse(Trouble trouble, Where place_of_it);
};

}  // namespace townboard::phrase
