#include "phrase/week.h"

#include "phrase/problems.h"
#include "phrase/spans.h"

namespace townboard::phrase {
namespace {

constexpr unsigned kWorkDays = 0x1F;
constexpr unsigned kFriday = 0x10;
constexpr unsigned kWeekend = 0x60;

bool has(unsigned mask, std::size_t day) { return (mask >> day & 1) != 0; }

class Settler {
 public:
  Settler(const Groups& groups, text::Problems& problems) : groups_(groups.groups), pauses_(groups.pauses),
                                                            problems_(problems) {
    week_.appointment = groups.appointment;
  }

  Week settle() {
    for (std::size_t i = 0; i < groups_.size(); ++i) place(i);
    for (Part& part : week_.parts) {
      if (part.slots[kAnySlot].set) give_days(part);
    }
    for (std::size_t i = 0; i < groups_.size(); ++i) place_exception(i);
    for (std::size_t i = 0; i < pauses_.size(); ++i) apply(i);
    for (const Group& group : groups_) {
      if (group.meaning == Meaning::half_closed) close_half(group);
    }
    check_seasons();
    return std::move(week_);
  }

 private:
  void refuse(const text::ProblemKind& kind, text::Span where) { text::report(problems_, kind, where); }

  Part& part_of(Season season) {
    for (Part& part : week_.parts) {
      if (part.season == season) return part;
    }
    Part part;
    part.season = season;
    return week_.parts.push_back(part);
  }

  // -- what groups say outright --------------------------------------------------------------------------

  void place(std::size_t index) {
    const Group& group = groups_[index];
    if (group.weekly && !group.named) return refuse(kWhichDays, group.where);
    if (group.meaning > Meaning::appointment) return;
    if (!are_apart(group.spans)) return refuse(kContradiction, group.where);
    Part& part = part_of(group.season);
    const Slot slot{true, group.meaning, sorted(group.spans), group.no_pause, index, group.where};
    if (!group.named) return put(part.slots[kAnySlot], slot, group, true);
    for (std::size_t day = 0; day < 7; ++day) {
      if (has(group.days.weekdays, day)) put(part.slots[day], slot, group, is_part_of_earlier(group, part, day));
    }
    if (group.days.holidays) put(part.slots[kHolidaySlot], slot, group, false);
    if (group.days.school_holidays) put(part.slots[kSchoolSlot], slot, group, false);
    if (group.days.eves) put(part.slots[kEveSlot], slot, group, false);
    if (group.days.has_nth() || group.days.last_work_day) place_numbered(part, group, slot);
  }

  // Whether the group names some, not all, of the days that the earlier group of this day has.
  bool is_part_of_earlier(const Group& group, const Part& part, std::size_t day) const {
    const Slot& slot = part.slots[day];
    if (!slot.set) return false;
    const unsigned earlier = groups_[slot.group].days.weekdays;
    return (group.days.weekdays & ~earlier) == 0 && group.days.weekdays != earlier;
  }

  void put(Slot& slot, const Slot& said, const Group& group, bool exception) {
    if (!slot.set) {
      slot = said;
      return;
    }
    if (said.meaning == Meaning::closed) {
      if (slot.meaning == Meaning::closed || exception) {
        slot = said;
      } else {
        refuse(kContradiction, group.where);
      }
      return;
    }
    if (slot.meaning != Meaning::open || said.meaning != Meaning::open) return refuse(kContradiction, group.where);
    if (slot.spans == said.spans) return;
    if (is_behind(said.spans, slot.spans) || (group.also && are_apart(joined(slot.spans, said.spans)))) {
      slot.spans = sorted(joined(slot.spans, said.spans));
      slot.no_pause = true;
      return;
    }
    // A shorter or longer day of the same start: Mo-Fr 8-17, Fr 8-16.
    const bool same_start = slot.spans.front().begin == said.spans.front().begin;
    if (!exception || !same_start || group.also) return refuse(kContradiction, group.where);
    slot = said;
  }

  void place_numbered(Part& part, const Group& group, const Slot& said) {
    Numbered numbered;
    numbered.slot = said;
    for (std::size_t day = 0; day < 7; ++day) {
      numbered.days.nth[day] = group.days.nth[day];
      const Slot& every = part.slots[day];
      if (group.days.nth[day] == 0 || !every.set || said.meaning != Meaning::open) continue;
      if (group.also) {
        numbered.slot.spans = sorted(joined(every.spans, said.spans));
      } else if (every.meaning == Meaning::open && every.spans.front().begin != said.spans.front().begin) {
        refuse(kContradiction, group.where);
      }
    }
    numbered.days.last_work_day = group.days.last_work_day;
    for (const Numbered& other : part.numbered) {
      for (std::size_t day = 0; day < 7; ++day) {
        if ((other.days.nth[day] & numbered.days.nth[day]) != 0 && other.slot.spans != said.spans) {
          refuse(kContradiction, group.where);
        }
      }
    }
    if (!part.numbered.push_back(numbered)) refuse(kContradiction, group.where);
  }

  // -- times without days --------------------------------------------------------------------------------

  // Beside days that are named, times without days are for the rest: of the week where closed days are named,
  // otherwise of Monday to Friday; the latter only where the exceptions make it plain.
  void give_days(Part& part) {
    unsigned open = 0, closed = 0;
    for (std::size_t day = 0; day < 7; ++day) {
      const Slot& slot = part.slots[day];
      if (slot.set) (slot.meaning == Meaning::closed ? closed : open) |= 1U << day;
    }
    for (const Group& group : groups_) {
      const bool exception = group.meaning > Meaning::appointment && group.season == part.season;
      if (exception) open |= group.days.weekdays;
    }
    if ((open | closed) == 0) return;
    Slot& any = part.slots[kAnySlot];
    unsigned rest = 0;
    if (closed != 0) {
      rest = 0x7F & ~(open | closed);
    } else if ((open & kFriday) != 0 && (open & ~kWorkDays) == 0) {
      rest = kWorkDays & ~open;
    } else if ((open & kWorkDays) == 0 && open != 0x40) {
      rest = kWorkDays;
    } else if ((open & kWorkDays) == kFriday && (open & kWeekend) != 0x40) {
      rest = kWorkDays & ~open;
    }
    if (rest == 0) return refuse(kWhichDays, any.where);
    text::report(problems_, kDaysAssumed, any.where);
    for (std::size_t day = 0; day < 7; ++day) {
      if (has(rest, day)) part.slots[day] = any;
    }
    basis_ = any;
    any = {};
  }

  // -- exceptions ----------------------------------------------------------------------------------------

  void place_exception(std::size_t index) {
    const Group& group = groups_[index];
    if (group.meaning <= Meaning::appointment || group.meaning == Meaning::half_closed) return;
    Part& part = part_of(group.season);
    if (group.days.eves) {
      (group.meaning == Meaning::shorter ? part.eve_minutes : part.eve_until) =
          group.meaning == Meaning::shorter ? std::int16_t{60} : group.minute;
    } else if (group.meaning == Meaning::shorter || group.days.weekdays == 0) {
      refuse(kNoMeaning, group.where);
    }
    for (std::size_t day = 0; day < 7; ++day) {
      if (!has(group.days.weekdays, day)) continue;
      Slot& slot = part.slots[day];
      if (!slot.set) slot = basis_before(part, index);
      const bool far = group.alone && slot.set && !slot.spans.empty() &&
                       (group.minute < slot.spans.back().end - 180 || group.minute > slot.spans.back().end + 180);
      const bool done = !far && slot.set && slot.meaning == Meaning::open &&
                        (group.meaning == Meaning::until ? close_at(slot.spans, group.minute)
                                                         : replace_overlapped(slot.spans, group.spans));
      if (!done) refuse(kNoMeaning, group.where);
    }
  }

  // What an exception without hours of its own changes: the hours said last before it.
  Slot basis_before(const Part& part, std::size_t index) const {
    for (std::size_t i = index; i-- > 0;) {
      if (groups_[i].meaning != Meaning::open || !(groups_[i].season == part.season)) continue;
      if (!groups_[i].named) return basis_;
      for (std::size_t day = 0; day < 7; ++day) {
        if (part.slots[day].set && part.slots[day].group == i) return part.slots[day];
      }
    }
    return {};
  }

  void close_half(const Group& group) {
    Part& part = part_of(group.season);
    for (std::size_t day = 0; day < 7; ++day) {
      if (!has(group.days.weekdays, day)) continue;
      Slot& slot = part.slots[day];
      if (!slot.set || !drop_half(slot.spans, group.minute == 1)) refuse(kHalfDay, group.where);
    }
  }

  // -- breaks --------------------------------------------------------------------------------------------

  // Whether break number `index` is for a slot: the only break is for all; of several, each is for what was said
  // since the one before.
  bool is_for(std::size_t index, const Slot& slot) const {
    const Pause& pause = pauses_[index];
    std::size_t first = 0;
    for (std::size_t i = 0; i < index; ++i) {
      if (!pauses_[i].days.any() && pauses_[i].groups_before < pause.groups_before) first = pauses_[i].groups_before;
    }
    bool last = true;
    for (std::size_t i = index + 1; i < pauses_.size(); ++i) {
      last = last && (pauses_[i].days.any() || pauses_[i].groups_before == pause.groups_before);
    }
    const bool alone = first == 0 && last;
    return alone || (slot.group >= first && slot.group < pause.groups_before);
  }

  void apply(std::size_t index) {
    const Pause& pause = pauses_[index];
    bool fits = false;
    for (Part& part : week_.parts) {
      if (pause.season.begin_month != 0 && !(pause.season == part.season)) continue;
      for (std::size_t place = 0; place < kSlots; ++place) {
        const bool meant = pause.days.any() ? place < 7 && has(pause.days.weekdays, place)
                                            : is_for(index, part.slots[place]);
        if (meant) fits = take_out(part.slots[place], pause) || fits;
      }
      for (std::size_t i = 0; i < part.numbered.size(); ++i) {
        Numbered& numbered = part.numbered[i];
        if (!pause.days.any() && is_for(index, numbered.slot)) fits = take_out(numbered.slot, pause) || fits;
      }
    }
    if (!fits) refuse(kPause, pause.where);
  }

  bool take_out(Slot& slot, const Pause& pause) {
    if (!slot.set || slot.meaning != Meaning::open) return false;
    if (slot.no_pause && !pause.days.any()) return false;
    bool fits = false;
    for (const Range& span : pause.spans) {
      const Fit fit = cut_out(slot.spans, span);
      if (fit == Fit::crosses) refuse(kPause, pause.where);
      fits = fits || fit == Fit::inside;
    }
    return fits;
  }

  // Where the year has hours and a season has others, the season must say something of every day.
  void check_seasons() {
    const Part* year = nullptr;
    for (const Part& part : week_.parts) {
      if (part.season.begin_month == 0) year = &part;
    }
    for (const Part& part : week_.parts) {
      for (std::size_t day = 0; year != nullptr && &part != year && day < 7; ++day) {
        const bool missing = year->slots[day].set && year->slots[day].meaning == Meaning::open &&
                             !part.slots[day].set && !part.slots[kAnySlot].set;
        if (missing) return refuse(kWhichDays, year->slots[day].where);
      }
    }
  }

  const text::List<Group>& groups_;
  const text::List<Pause>& pauses_;
  text::Problems& problems_;
  Week week_;
  Slot basis_;  // the times without days
};

}  // namespace

Week week_of(const Groups& groups, text::Problems& problems) { return Settler(groups, problems).settle(); }

}  // namespace townboard::phrase
