#include "phrase/atoms.h"

#include "phrase/tokens.h"

namespace townboard::phrase {
namespace {

// Words are looked up and numbers are read as times where they stand. The hyphen is the sign with two
// meanings: 8-00 is a time and 8-17 is a range.
class Reader {
 public:
  Reader(std::string_view sentence, const Words& words)
      : words_(words), words_of_sentence_(tokens_of(sentence)), dash_minutes_(has_dash_minutes()) {}

  Atoms read() {
    while (token().sign != Sense::done) {
      if (token().sign == Sense::unknown) {
        read_word();
      } else if (token().sign == Sense::number) {
        read_number();
      } else {
        push(token().sign, 0, 1);
      }
    }
    push(Sense::done, 0, 0);
    return std::move(atoms_);
  }

 private:
  [[gnu::noinline]] const Token& token(std::size_t ahead = 0) const {
    const std::size_t at = at_ + ahead;
    return tokens_[at < tokens_.size() ? at : tokens_.size() - 1];
  }
  Sense before() const { return atoms_.empty() ? Sense::line : atoms_.back().sense; }

  Atom& push(Sense sense, int value, std::size_t count) {
    Atom atom;
    atom.sense = sense;
    atom.value = static_cast<std::int16_t>(value);
    atom.where = {token().where.begin, count == 0 ? token().where.end : token(count - 1).where.end};
    atom.blank_before = !token().glued;
    at_ += count;
    return atoms_.push_back(atom);
  }

  // -- words ------------------------------------------------------------------------------------------

  // How many tokens from `ahead` on are the words of `form`; 0: they are not. Dots between are passed: a.m.
  std::size_t length_of(const Words::Form& form, std::size_t ahead) const {
    std::string_view rest = words_.text(form);
    std::size_t count = 0;
    while (true) {
      const std::size_t blank = rest.find(' ');
      const std::string_view word = rest.substr(0, blank);
      const Token& here = token(ahead + count);
      const bool last = blank == std::string_view::npos;
      if (here.sign == Sense::number ? !is_number(here, word) : !is_word(here, word)) return 0;
      ++count;
      if (last) return count;
      rest.remove_prefix(blank + 1);
      const Sense between = token(ahead + count).sign;
      const bool passed = (between == Sense::dot && token(ahead + count).glued) || between == Sense::dash ||
                          between == Sense::slash;
      if (passed) ++count;
    }
  }

  [[gnu::noinline]] static bool is_word(const Token& token, std::string_view word) {
    if (token.sign != Sense::unknown) return false;
    if (!word.ends_with('*')) return token.word == word;
    return token.word.starts_with(word.substr(0, word.size() - 1));
  }

  static bool is_number(const Token& token, std::string_view word) {
    unsigned value = 0;
    for (const char c : word) {
      if (c < '0' || c > '9') return false;
      value = value * 10 + static_cast<unsigned>(c - '0');
    }
    return token.digits == word.size() && token.value == value;
  }

  struct Found {
    Sense sense = Sense::unknown;
    int value = 0;
    std::size_t count = 0;
  };

  // The form with the most words, then of the own language, then a whole word before a stem, then the longest.
  Found find(std::size_t ahead) const {
    Found best;
    const Words::Form* of = nullptr;
    for (const Words::Form& form : words_.forms()) {
      const Token& first = token(ahead);
      if (first.sign == Sense::unknown && (first.word.empty() || first.word[0] != words_.text(form)[0])) continue;
      const std::size_t count = length_of(form, ahead);
      if (count == 0 || count < best.count) continue;
      if (form.sense == Sense::ordinal_suffix) continue;
      if (count == best.count && !is_better(form, *of)) continue;
      best = {form.sense, form.value, count};
      of = &form;
    }
    return best;
  }

  static bool is_better(const Words::Form& form, const Words::Form& than) {
    if (form.filling != than.filling) return than.filling;
    if (form.stem != than.stem) return than.stem;
    return form.size > than.size;
  }

  void read_word() {
    if (token().word.empty()) {
      ++at_;
      return;
    }
    const Found found = find(0);
    if (found.count == 0) {
      push(Sense::unknown, 0, 1);
    } else if (found.sense == Sense::noon || found.sense == Sense::midnight) {
      push(Sense::time, found.sense == Sense::noon ? 720 : 1440, found.count);
    } else {
      push(found.sense, found.value, found.count);
      // The dot of an abbreviation.
      if (token().sign == Sense::dot && token().glued) atoms_.back().where.end = token().where.end, ++at_;
    }
  }

  // -- numbers ----------------------------------------------------------------------------------------

  void read_number() {
    const Found fixed = find(0);  // "24 hours", "7/7"
    if (fixed.count > 1) {
      push(fixed.sense, fixed.value, fixed.count);
      return;
    }
    if (read_date_number() || read_ordinal() || read_time()) return;
    push(Sense::number, token().digits > 2 ? -1 : token().value, 1);
  }

  bool is_suffix(std::size_t ahead) const {
    const Token& word = token(ahead);
    if (word.sign != Sense::unknown || !word.glued) return false;
    for (const Words::Form& form : words_.forms()) {
      if (form.sense == Sense::ordinal_suffix && words_.text(form) == word.word) return true;
    }
    return false;
  }

  bool is_small(const Token& number) const {
    return number.sign == Sense::number && number.digits == 1 && number.value >= 1 && number.value <= 5;
  }

  // 1st, 2-я, 3.; and lists of bare numbers before a day: 2,3,4,5 среда.
  bool read_ordinal() {
    if (!is_small(token())) return false;
    if (is_suffix(1)) return push(Sense::nth, token().value, 2), true;
    if (token(1).sign == Sense::dash && token(1).glued && is_suffix(2)) {
      return push(Sense::nth, token().value, 3), true;
    }
    if (before() == Sense::to || before() == Sense::from || before() == Sense::dash || before() == Sense::time) {
      return false;
    }
    std::size_t ahead = 1;
    for (; ahead < 24; ++ahead) {
      const Token& next = token(ahead);
      if (next.sign == Sense::comma || next.sign == Sense::dot || next.sign == Sense::both || is_small(next)) continue;
      if (next.sign != Sense::unknown) return false;
      const Sense sense = find(ahead).sense;
      if (sense == Sense::both || is_suffix(ahead)) continue;
      if (sense != Sense::day) return false;
      push(Sense::nth, token().value, 1);
      if (token().sign == Sense::dot) ++at_;
      return true;
    }
    return false;
  }

  // 1 сентября, 15 de junio, 15. Juni, June 15: the number is no time.
  bool read_date_number() {
    if (token().digits > 2 || token().value < 1 || token().value > 31) return false;
    std::size_t next = 1;
    if (is_suffix(next)) ++next;
    if (token(next).sign == Sense::dot) ++next;
    Found word = token(next).sign == Sense::unknown ? find(next) : Found();
    if (word.sense == Sense::from) word = token(next + 1).sign == Sense::unknown ? find(next + 1) : Found();
    const bool behind = before() == Sense::month && token(1).sign != Sense::colon && token(1).sign != Sense::dot;
    if (word.sense != Sense::month && !behind) return false;
    push(Sense::number, token().value, behind ? 1 : next);
    return true;
  }

  // -- times ------------------------------------------------------------------------------------------

  bool is_minutes(std::size_t ahead, bool may_be_apart = false) const {
    const Token& number = token(ahead);
    return number.sign == Sense::number && number.digits == 2 && number.value < 60 && (number.glued || may_be_apart);
  }

  // Whether the text writes a minute behind a hyphen somewhere where nothing else can be meant: 8-00, 13-45.
  bool has_dash_minutes() const {
    for (std::size_t i = 0; i + 2 < tokens_.size(); ++i) {
      const bool inside = i > 0 && tokens_[i].glued &&
                          (tokens_[i - 1].sign == Sense::dot || tokens_[i - 1].sign == Sense::colon);
      if (!inside && sure_dash(tokens_[i], tokens_[i + 1], tokens_[i + 2])) return true;
    }
    return false;
  }

  static bool sure_dash(const Token& hour, const Token& dash, const Token& minutes) {
    return hour.sign == Sense::number && hour.digits <= 2 && hour.value <= 24 && dash.sign == Sense::dash &&
           dash.glued && minutes.sign == Sense::number && minutes.glued && minutes.digits == 2 &&
           minutes.value < 60 && (minutes.value > 24 || minutes.value < 8);
  }

  // How many tokens behind the hour hold its minutes, 0 for none; 255: this is no time but a date.
  std::size_t minutes_behind() const {
    const Token& sign = token(1);
    if (!sign.glued) return 0;
    if (sign.raised && is_minutes(1)) return 1;
    if (sign.sign == Sense::colon || sign.sign == Sense::dot || sign.sign == Sense::comma) {
      const bool zero = sign.sign != Sense::comma && token(2).digits == 2 && token(2).value == 0;
      if (!is_minutes(2, zero)) return 0;
      const bool goes_on = token(3).glued && token(3).sign == sign.sign && token(4).glued &&
                           token(4).sign == Sense::number;
      if (goes_on && sign.sign == Sense::colon && is_minutes(4)) return 4;  // seconds
      return goes_on && sign.sign != Sense::comma ? 255 : 2;
    }
    if (sign.sign != Sense::dash || !is_minutes(2)) return 0;
    const Sense then = token(3).sign;
    const bool goes_on = token(3).glued && token(4).glued && token(4).sign == Sense::number;
    if (goes_on && (then == Sense::colon || then == Sense::dot)) return 0;
    if (sure_dash(token(0), token(1), token(2))) return 2;
    return dash_minutes_ ? 2 : 0;
  }

  bool is_range_sign(std::size_t ahead) const {
    const Token& next = token(ahead);
    if (next.sign == Sense::dash) return true;
    return next.sign == Sense::unknown && find(ahead).sense == Sense::to;
  }

  // 830 and 1730: the minutes were superscript once. Only as the end of a range, and never a year.
  bool is_flattened() const {
    const Token& number = token();
    if (number.digits < 3 || number.digits > 4 || number.value / 100 > 24 || number.value % 100 > 59) return false;
    const bool in_range = is_range_sign(1) || before() == Sense::dash || before() == Sense::to || before() == Sense::from;
    if (!in_range || number.value < 1900 || number.value > 2100) return in_range;
    for (const Token& other : tokens_) {
      const bool time_like = other.sign == Sense::number && (other.digits == 3 || other.digits == 4);
      if (time_like && (other.value < 1900 || other.value > 2100)) return true;
    }
    return false;
  }

  bool read_time() {
    int hour = token().value, minute = 0;
    std::size_t count = 1;
    bool bare = false;
    if (is_flattened()) {
      minute = hour % 100;
      hour /= 100;
    } else {
      if (token().digits > 2 || hour > 24) return false;
      const std::size_t behind = minutes_behind();
      if (behind == 255) return false;
      if (behind > 0) minute = token(behind == 4 ? 2 : behind).value;
      count += behind;
      bare = behind == 0;
    }
    if (hour == 24 && minute != 0) return false;
    Atom& atom = push(Sense::time, hour * 60 + minute, count);
    atom.bare = bare;
    read_units(atom);
    return true;
  }

  // What may stand behind a time: a.m., p.m., the word for hour (with minutes behind it), o'clock.
  void read_units(Atom& atom) {
    for (int round = 0; round < 3; ++round) {
      std::size_t skipped = 0;
      if (token().sign == Sense::dot && token(1).sign == Sense::unknown) skipped = 1;
      const Found unit = token(skipped).sign == Sense::unknown ? find(skipped) : Found();
      if (unit.sense == Sense::am || unit.sense == Sense::pm) {
        atom.half = unit.sense == Sense::am ? Atom::am : Atom::pm;
      } else if (unit.sense != Sense::hour) {
        return;
      }
      at_ += skipped + unit.count;
      const bool dot = token().sign == Sense::dot && token().glued;
      atom.where.end = token(0).where.begin > atom.where.end ? tokens_[at_ - 1].where.end : atom.where.end;
      if (unit.sense == Sense::hour && atom.bare) read_spelled_minutes(atom, unit.value == 1);
      if (dot && token().sign == Sense::dot) ++at_;
    }
  }

  // 8h30, 8 часов 30 минут.
  void read_spelled_minutes(Atom& atom, bool letter) {
    std::size_t ahead = token().sign == Sense::dot ? 1 : 0;
    if (token(ahead).sign == Sense::unknown && find(ahead).sense == Sense::both) ++ahead;
    if (!is_minutes(ahead, true)) return;
    const bool named = token(ahead + 1).sign == Sense::unknown && find(ahead + 1).sense == Sense::minute;
    const bool hour_again = token(ahead + 1).sign == Sense::unknown && find(ahead + 1).sense == Sense::hour;
    const bool own = token(ahead + 1).sign == Sense::colon || token(ahead + 1).sign == Sense::dot ? token(ahead + 2).glued : false;
    if (!named && (!letter || ahead > 0 || hour_again || own)) return;
    atom.value = static_cast<std::int16_t>(atom.value + token(ahead).value);
    atom.bare = false;
    atom.where.end = token(ahead).where.end;
    at_ += ahead + 1 + (named ? find(1 + ahead).count : 0);
  }

  const Words& words_;
  Tokens words_of_sentence_;
  const text::List<Token>& tokens_ = words_of_sentence_.list;
  Atoms atoms_;
  std::size_t at_ = 0;
  bool dash_minutes_ = false;
};

}  // namespace

Atoms atoms_of(std::string_view sentence, const Words& words) {
  return Reader(sentence, words).read();
}

}  // namespace townboard::phrase
