#include "hours/parse.h"

#include "hours/dictionary.h"
#include "hours/parser.h"
#include "hours/print.h"
#include "text/cursor.h"
#include "text/utf8.h"

namespace townboard::hours {
namespace {

// How far behind a token the parser looks at most: "Aug Mo[-1] +1 day-2026".
constexpr int kFarthestAhead = 12;

// How many tokens of days may stand before the times of a rule that nothing parts from the one before it. Each selector
// looks so far ahead, so without a bound the work would not be linear.
constexpr int kLongestDays = 64;

}  // namespace

Parser::Parser(std::string_view text, const ReadOptions& options, Reading& reading)
    : text_(text),
      options_(options),
      problems_(reading.problems),
      places_(reading.rule_places),
      tokens_(lex(text, problems_, options.dictionary)) {
  for (int i = 0; i < kFarthestAhead; ++i) tokens_.push_back(tokens_.back());
  at_ = tokens_.begin();
}

bool Parser::take(TokenKind kind) {
  if (!is(kind)) return false;
  ++at_;
  return true;
}

bool Parser::is_year(int ahead) const {
  const Token& t = token(ahead);
  return t.kind == TokenKind::number && t.digits == 4 && t.value >= 1000 && t.value <= 9999;
}

bool Parser::is_day_number(int ahead) const {
  const Token& t = token(ahead);
  return t.kind == TokenKind::number && t.digits <= 2;
}

bool Parser::names_date(int ahead) const {
  return is(TokenKind::month, ahead) || is(TokenKind::easter, ahead) || is(TokenKind::orthodox, ahead);
}

bool Parser::begins_date(int ahead) const { return names_date(ahead) || is_year(ahead); }

bool Parser::begins_weekday(int ahead) const {
  return is(TokenKind::weekday, ahead) || is(TokenKind::holiday, ahead) ||
         is(TokenKind::daily, ahead) || is(TokenKind::workday, ahead);
}

bool Parser::fail(const text::ProblemKind& kind, int ahead) {
  const Token& t = token(ahead);
  const text::ProblemKind* what = &kind;
  if (t.kind == TokenKind::unknown_word) what = &kUnknownWord;
  if (t.kind == TokenKind::season) what = &kSeason;
  return fail(*what, t.where);
}

bool Parser::fail(const text::ProblemKind& kind, text::Span where) {
  warn(kind, where);
  return false;
}

void Parser::warn(const text::ProblemKind& kind, text::Span where, std::string_view suggestion) {
  text::report(problems_, kind, where, suggestion);
}

void Parser::skip_stray(std::string_view instead) {
  warn(kStrayPunctuation, token().where, instead);
  ++at_;
}

void Parser::warn_missing(std::string_view sign) {
  const std::uint32_t place = token().where.begin;
  warn(kStrayPunctuation, {place, place}, sign);
}

void Parser::warn_no_effect(int ahead) { warn(kNoEffect, {token().where.begin, token(ahead).where.end}); }

// opening_hours = rule *((";" / "," / "||") rule)
bool Parser::parse(Hours& hours) {
  Separator separator = Separator::normal;
  for (bool more = true; more;) {
    while (is(TokenKind::rule)) skip_stray();
    if (is(TokenKind::end) && !hours.rules.empty() && separator != Separator::additional) {
      if (separator == Separator::fallback) warn(kStrayPunctuation, at_[-1].where);
      break;
    }
    Rule& next = hours.rules.add();
    next.separator = separator;
    const std::uint32_t begin = at_ == tokens_.begin() ? 0 : at_[-1].where.end;
    in_order_ = true;
    rank_ = 0;
    if (!rule(next, more, separator)) return false;
    finish(next, begin);
    if (hours.rules.size() > 1000) return fail(kTooLong, token().where);
  }
  return check_points(hours);
}

bool Parser::complete(const Rule& rule) {
  return !rule.times.empty() || rule.always || rule.has_state || !rule.comment.empty();
}

// Notes where the rule stands in the text, from `begin` on, and says what is wrong with it as a whole.
void Parser::finish(Rule& rule, std::uint32_t begin) {
  const Token* next = at_;
  while (next > tokens_.begin() && (next[-1].kind == TokenKind::rule || next[-1].kind == TokenKind::comma ||
                                    next[-1].kind == TokenKind::fallback)) {
    --next;
  }
  std::uint32_t end = next->where.begin;
  while (end > begin && text::is_blank(text_[end - 1])) --end;
  while (begin < end && text::is_blank(text_[begin])) ++begin;
  places_.push_back({begin, end});
  if (!rule.has_state && !rule.comment.empty()) rule.state = State::unknown;
  if (rule.always && !rule.times.empty()) {
    rule.times.clear();
    warn(kRepeated, places_.back(), print(rule));
  }
  if (!in_order_) warn(kOrder, places_.back(), print(rule));
}

// Whether what follows without a separator is a rule of its own: "Sa 8:00-12:00 Su 9:00-10:00". It has times, or a
// state where the rule before it has days.
bool Parser::begins_other_rule(const Rule& rule) const {
  if (rule.times.empty() && !rule.always && !(rule.has_state && rule.has_date_selector())) return false;
  if (!begins_weekday() && !begins_date() && !is(TokenKind::week)) return false;
  for (const Token* next = at_;; ++next) {
    const TokenKind kind = next->kind;
    if (next - at_ == kLongestDays || kind == TokenKind::end || kind == TokenKind::rule || kind == TokenKind::fallback) return false;
    if (kind == TokenKind::time || kind == TokenKind::event) return true;
    if (rule.has_date_selector() && (kind == TokenKind::state || kind == TokenKind::always)) return true;
  }
}

// rule = 1*(selector / state / comment), in the order of the grammar or, with a warning, another
bool Parser::rule(Rule& rule, bool& more, Separator& separator) {
  const Token* const begin = at_;
  for (;;) {
    switch (token().kind) {
      case TokenKind::end:
      case TokenKind::rule:
      case TokenKind::fallback:
        if (at_ == begin) return fail(begin == tokens_.begin() && is(TokenKind::end) ? kEmpty : kUnexpected);
        if (!complete(rule)) warn(kNoTime, token().where);
        more = !is(TokenKind::end);
        separator = is(TokenKind::fallback) ? Separator::fallback : Separator::normal;
        if (is(TokenKind::rule) && is(TokenKind::end, 1)) {
          more = false;
          skip_stray();
        } else if (more) {
          ++at_;
        }
        return true;
      case TokenKind::comma: {
        bool additional = false;
        if (!behind_comma(rule, additional)) return false;
        if (!additional) break;
        separator = Separator::additional;
        more = true;
        return true;
      }
      case TokenKind::slash:
        if (!complete(rule) || !begins_weekday(1)) return fail(kUnexpected);
        skip_stray(";");
        separator = Separator::normal;
        more = true;
        return true;
      default:
        if (at_ != begin && begins_other_rule(rule)) {
          // "May-Sep Mo-Fr 10:00-18:00 Sa 9:00-12:00": do the months hold for Saturday? "9:00-12:00 Mo 8:00-10:00": which
          // times are Monday's?
          if (begins_weekday() && (rule.has_wide_selector() || !rule.has_date_selector())) {
            return fail(kUnexpected);
          }
          warn_missing("; ");
          separator = Separator::normal;
          more = true;
          return true;
        }
        if (!selector(rule)) return false;
    }
  }
}

// What a comma behind a whole selector means.
bool Parser::behind_comma(const Rule& rule, bool& additional) {
  const bool last = is(TokenKind::end, 1) || is(TokenKind::rule, 1) || is(TokenKind::fallback, 1);
  if (last && complete(rule)) {
    skip_stray();
    return true;
  }
  if (is(TokenKind::comma, 1) || last) return fail(kUnexpected);
  if (complete(rule)) {
    ++at_;
    additional = true;
    return true;
  }
  if (rule.has_date_selector() && begins_time(1)) {
    skip_stray(" ");
    return true;
  }
  return fail(kAmbiguousComma);
}

void Parser::order(int rank) {
  in_order_ = in_order_ && rank >= rank_;
  if (rank > rank_) rank_ = rank;
}

// "Jan 1 2026": a year belongs before its date. Behind a range or a list nobody can tell what it holds for.
bool Parser::year_behind(text::List<DateRange>& dates) {
  DateRange& only = dates.front();
  if (dates.size() > 1 || only.is_range || only.begin.year != 0 || is(TokenKind::dash, 1)) return fail(kYearRange);
  only.begin.year = only.end.year = token().value;
  order(0);
  ++at_;
  return true;
}

bool Parser::selector(Rule& rule) {
  if (begins_date()) {
    if (is_year() && !rule.dates.empty() && !is(TokenKind::month, 1)) return year_behind(rule.dates);
    const bool dated = !is_year() || names_date(1);
    order(dated ? 1 : 0);
    return dated ? date_selector(rule) : year_selector(rule);
  }
  if (begins_weekday()) {
    order(3);
    return weekday_selector(rule);
  }
  switch (token().kind) {
    case TokenKind::week:
      order(2);
      return week_selector(rule);
    case TokenKind::always:
      ++at_;
      order(4);
      rule.always = true;
      return true;
    case TokenKind::shift:
      ++at_;
      rule.shift_to_working_day = true;
      return true;
    case TokenKind::state:
    case TokenKind::comment: return state_or_comment(rule);
    case TokenKind::colon:
      // "Mo-Fr: 8:00-17:00": behind the days, and something must follow; of ":00-17:00" the hour is lost.
      if (is_day_number(1) && !token(1).blank_before && is(TokenKind::dash, 2) && is(TokenKind::time, 3)) break;
      if ((rule.has_date_selector() ? complete(rule) : !rule.has_state) || is(TokenKind::colon, 1) || is(TokenKind::end, 1)) break;
      // Between selectors of the same width, or behind a state, it is out of place.
      if (rule.has_state || begins_date(1) || is(TokenKind::week, 1) || !rule.weekdays.empty() || !rule.holidays.empty()) {
        skip_stray();
      } else {
        ++at_;
      }
      return true;
    default: break;
  }
  if (begins_time()) {
    order(4);
    return time_selector(rule);
  }
  return fail(kUnexpected);
}

bool Parser::state_or_comment(Rule& rule) {
  const Token& t = token();
  if (t.kind == TokenKind::comment) {
    if (!rule.comment.empty()) warn(kRepeated, t.where);
    const std::string_view words = t.digits == 1
                                       ? options_.dictionary->comment(t.value)
                                       : text_.substr(t.where.begin, t.where.end - t.where.begin);
    if (words.empty()) {
      // "" says that there is something to know, and not what.
      warn(kNoEffect, {t.where.begin - 1, t.where.end + 1});
      if (!rule.has_state) rule.state = State::unknown;
      rule.has_state = true;
    }
    rule.comment = words;
    ++at_;
    return true;
  }
  if (rule.has_state) warn(kRepeated, t.where);
  order(5);
  rule.has_state = true;
  rule.written_closed = t.value == 3;
  rule.state = t.value == 1   ? State::open
               : t.value == 2 ? State::unknown
                              : State::closed;
  ++at_;
  return true;
}

// Points in time and ranges are not mixed, but in mode `both`; where points are asked for, ranges are none.
bool Parser::check_points(const Hours& hours) {
  bool points = false;
  bool ranges = false;
  for (const Rule& rule : hours.rules) {
    for (const TimeSpan& span : rule.times) {
      (span.is_point || span.period != 0 ? points : ranges) = true;
    }
  }
  if (options_.mode == Mode::both || !ranges || (!points && options_.mode == Mode::ranges)) return true;
  return fail(kPointInTime, {0, static_cast<std::uint32_t>(text_.size())});
}

Reading read_hours(std::string_view text, const ReadOptions& options) {
  Reading reading;
  if (text.size() > kMaxTextBytes) {
    text::report(reading.problems, kTooLong, {kMaxTextBytes, kMaxTextBytes});
    return reading;
  }
  for (std::uint32_t at = 0; at < text.size();) {
    if ((text[at] & 0x80) == 0) {
      ++at;
      continue;
    }
    const text::Decoded next = text::decode_utf8(text, at);
    if (!next.valid) {
      text::report(reading.problems, kUnknownWord, {at, at + next.length});
      return reading;
    }
    at += next.length;
  }
  Parser parser(text, options, reading);
  bool good = true;
  for (const text::Problem& problem : reading.problems) good = good && !problem.is_error();
  if (!good || !parser.parse(reading.value.emplace())) reading.value.reset();
  return reading;
}

}  // namespace townboard::hours
