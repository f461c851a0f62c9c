// The time selector.
#include "hours/parser.h"
#include "hours/print.h"

namespace townboard::hours {
namespace {

constexpr std::int16_t kDayMinutes = 1440;

bool lacks_minutes(const Token& t) { return t.kind == TokenKind::number || t.kind == TokenKind::hour; }

}  // namespace

bool Parser::begins_time(int ahead) const {
  return is(TokenKind::time, ahead) || is(TokenKind::hour, ahead) || is(TokenKind::event, ahead) ||
         is(TokenKind::open_parenthesis, ahead) || is_day_number(ahead);
}

// event_with_offset = "(" event ("+" / "-") time ")"
bool Parser::event_with_offset(TimePoint& point) {
  ++at_;
  if (!is(TokenKind::event)) return fail(kExpectedTime);
  point.base = static_cast<TimePoint::Base>(token().value);
  ++at_;
  const bool minus = is(TokenKind::dash);
  if (!minus && !is(TokenKind::plus)) return fail(kOffset);
  if (!is(TokenKind::time, 1)) return fail(kExpectedTime, 1);
  const int minutes = token(1).value;
  if (minutes >= kDayMinutes) return fail(kTimeRange, 1);
  if (minutes == 0) warn_no_effect(1);
  point.minutes = static_cast<std::int16_t>(minus ? -minutes : minutes);
  at_ += 2;
  if (!take(TokenKind::close_parenthesis)) return fail(kUnclosed);
  return true;
}

// time_point = hour_minutes / event / event_with_offset
bool Parser::time_point(TimePoint& point) {
  const Token& t = token();
  switch (t.kind) {
    case TokenKind::open_parenthesis: return event_with_offset(point);
    case TokenKind::event:
      point.base = static_cast<TimePoint::Base>(t.value);
      break;
    case TokenKind::time:
    case TokenKind::hour:
      if (t.value > 2 * kDayMinutes) return fail(kTimeRange);
      point.minutes = t.value;
      break;
    case TokenKind::number:
      if (t.digits > 2 || t.value > 48 || t.is_ordinal) return fail(kExpectedTime);
      point.minutes = static_cast<std::int16_t>(t.value * 60);
      break;
    default: return fail(kExpectedTime);
  }
  ++at_;
  return true;
}

// period = "/" (hour_minutes / minutes)
bool Parser::period(TimeSpan& span) {
  ++at_;
  const Token& t = token();
  if (t.kind != TokenKind::time && t.kind != TokenKind::number) return fail(kExpectedTime);
  if (t.value < 1 || t.value > kDayMinutes) return fail(kTimeRange);
  span.period = t.value;
  ++at_;
  return true;
}

// time_span = time_point ["-" time_point ["+" / period] / "+"]
bool Parser::time_span(TimeSpan& span) {
  const Token& first = token();
  if (!time_point(span.begin)) return false;
  const bool clock = span.begin.base == TimePoint::Base::clock;
  if (is(TokenKind::dash) && is(TokenKind::late, 1)) ++at_;
  if (clock && span.begin.minutes >= kDayMinutes) return fail(kTimeRange, first.where);
  if (!is(TokenKind::dash)) {
    if (first.kind == TokenKind::number && !is(TokenKind::late)) return fail(kExpectedTime, first.where);
    span.end = span.begin;
    if (take(TokenKind::plus) || take(TokenKind::late)) {
      span.open_end = true;
    } else {
      span.is_point = true;
    }
    return true;
  }
  ++at_;
  const Token& last = token();
  if (!time_point(span.end)) return false;
  const bool clock_end = span.end.base == TimePoint::Base::clock;

  // "8-5": of the morning, or behind noon? With "pm" at the end it is asked of the begin only.
  const bool end_alone = last.digits == 1 && !last.has_half;
  if (first.digits == 1 && !first.has_half && (end_alone || last.is_pm)) {
    // "4-10 pm": what stands before the second hour holds for the first as well.
    if (first.kind == TokenKind::number && last.is_pm && span.begin.minutes >= 60 &&
        span.begin.minutes + 720 < span.end.minutes) {
      span.begin.minutes = static_cast<std::int16_t>(span.begin.minutes + 720);
    }
    warn(kAmbiguousHour, first.where, print_clock(span.begin.minutes));
  }
  if (end_alone) warn(kAmbiguousHour, last.where, print_clock(span.end.minutes));
  if (lacks_minutes(first) || lacks_minutes(last)) {
    text::String better;
    if (clock) better = print_clock(span.begin.minutes);
    if (clock && clock_end) better.append("-").append(print_clock(span.end.minutes));
    warn(kNoMinutes, {first.where.begin, last.where.end}, better);
  }
  if (clock_end && span.end.minutes == 0) span.end.minutes = kDayMinutes;
  if (take(TokenKind::plus)) {
    // Past 48:00 nothing is left to guess.
    if (clock_end && span.end.minutes >= 2 * kDayMinutes) return fail(kTimeRange, last.where);
    span.open_end = true;
  } else if (is(TokenKind::slash) && (is(TokenKind::time, 1) || is(TokenKind::number, 1))) {
    return period(span);
  }
  return true;
}

// time_selector = time_span *("," time_span)
bool Parser::time_selector(Rule& rule) {
  for (;;) {
    if (!time_span(rule.times.add())) return false;
    if (rule.times.size() > 500) return fail(kTooLong);
    if (is(TokenKind::comma) && begins_time(1)) {
      ++at_;
    } else if (begins_time() && !is_day_number()) {
      warn_missing(",");
    } else {
      return true;
    }
  }
}

}  // namespace townboard::hours
