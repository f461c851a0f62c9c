#pragma once

#include <cstdint>
#include <string_view>
#include "text/list.h"

#include "hours/lex.h"
#include "hours/parse.h"
#include "hours/problems.h"

namespace townboard::hours {

// Reads the tokens of one value. Each `*_selector` function reads one list of the grammar and leaves the
// parser behind it; false: a problem was reported and the value is refused.
class Parser {
 public:
  Parser(std::string_view text, const ReadOptions& options, Reading& reading);

  bool parse(Hours& hours);

 private:
  // parse.cpp
  bool rule(Rule& rule, bool& more, Separator& separator);
  void finish(Rule& rule, std::uint32_t begin);
  bool selector(Rule& rule);
  // Notes that a selector begins whose place in a rule is `rank`: years 0, dates, weeks, weekdays, times, the state 5.
  void order(int rank);
  bool year_behind(text::List<DateRange>& dates);
  bool behind_comma(const Rule& rule, bool& additional);
  bool begins_other_rule(const Rule& rule) const;
  bool state_or_comment(Rule& rule);
  bool check_points(const Hours& hours);
  static bool complete(const Rule& rule);

  // parse_dates.cpp
  bool date_selector(Rule& rule);
  bool year_selector(Rule& rule);
  bool week_selector(Rule& rule);
  bool date_range(Rule& rule, const DatePoint& begin);
  bool date_point(DatePoint& point, std::int8_t month, bool is_end = false, bool month_only = false);
  bool same_kind(const DateRange& range);
  bool day_offset(std::int16_t& offset);
  bool step(std::int16_t& out, int low, int high);

  // parse_weekdays.cpp
  bool weekday_selector(Rule& rule);
  bool weekday_range(WeekdayRange& range);
  bool nth(std::uint16_t& bits);
  bool holiday(Rule& rule, bool after_weekdays);

  // parse_times.cpp
  bool time_selector(Rule& rule);
  bool time_span(TimeSpan& span);
  bool time_point(TimePoint& point);
  bool event_with_offset(TimePoint& point);
  bool period(TimeSpan& span);
  bool begins_time(int ahead = 0) const;

  const Token& token(int ahead = 0) const { return at_[ahead]; }
  bool is(TokenKind kind, int ahead = 0) const { return at_[ahead].kind == kind; }
  bool take(TokenKind kind);
  bool is_year(int ahead = 0) const;
  bool is_day_number(int ahead = 0) const;
  bool names_date(int ahead) const;
  bool begins_date(int ahead = 0) const;  // that, or a year
  bool begins_weekday(int ahead = 0) const;

  // Reports the token `ahead` and says false.
  bool fail(const text::ProblemKind& kind, int ahead = 0);
  bool fail(const text::ProblemKind& kind, text::Span where);
  void warn(const text::ProblemKind& kind, text::Span where, std::string_view suggestion = {});
  // Warns of the next sign, which does not belong there, and goes on behind it.
  void skip_stray(std::string_view instead = {});
  // Warns of a sign that lacks before the next one.
  void warn_missing(std::string_view sign);
  // Warns of what stands from here to the token `ahead`.
  void warn_no_effect(int ahead);

  std::string_view text_;
  ReadOptions options_;
  text::Problems& problems_;
  text::List<text::Span>& places_;
  text::List<Token> tokens_;  // with so many ends behind the last one that none of the questions above leaves them
  const Token* at_;
  bool in_order_ = true;  // of the rule that is being read
  int rank_ = 0;          // the highest of its selectors
};

}  // namespace townboard::hours
