#include "hours/parse.h"
#include "site/reader.h"
#include "text/cursor.h"

namespace townboard::site {
namespace {

using json::Type;
using json::Value;

// Whether there are letters besides ASCII; a dash or quotation mark is none.
bool has_foreign_letters(std::string_view text) {
  for (const char c : text) {
    if ((c & 0x80) != 0 && static_cast<unsigned char>(c) != 0xE2) return true;
  }
  return false;
}

}  // namespace

void SiteReader::address(Value value, Address& address) {
  keys(value, {"postalCode", "region", "locality", "street"});
  address.postal_code = string(value, "postalCode");
  address.region = localized(value, "region");
  address.locality = localized(value, "locality");
  address.street = localized(value, "street");
}

void SiteReader::contact(Value value, Contact& contact) {
  keys(value, {"role", "value", "name", "hours"});
  contact.role = static_cast<ContactRole>(
      one_of(value["role"], {"reception", "hotline", "fax", "email", "enquiry", "other"}, 5));
  contact.value = string(value, "value", true);
  contact.name = localized(value, "name");
  if (value["hours"]) contact.hours = hours_of(value["hours"]);
}

void SiteReader::schedule(Value value, Schedule& schedule) {
  keys(value, {"id", "kind", "name", "who", "hours", "holidayEve", "movedDays"});
  schedule.id = string(value, "id", true);
  schedule.kind = static_cast<ScheduleKind>(
      one_of(value["kind"], {"office", "service", "reception", "hotline"}, 0));
  schedule.name = localized(value, "name");
  schedule.who = localized(value, "who");
  schedule.text = string(value, "hours", true);
  schedule.pointer = value["hours"].pointer();
  schedule.moved_days = value["movedDays"].boolean(true);
  // An hour less is written -60; who writes 60 means the same.
  const int eve = value["holidayEve"].integer(0);
  if (eve > 720 || eve < -720) {
    report(kUnknownValue, value["holidayEve"], "-60");
  } else {
    schedule.eve_minutes = static_cast<std::int16_t>(eve < 0 ? -eve : eve);
  }
  if (schedule.text.empty()) return;
  // What the OSM language does not have is a sentence, which the phrase module reads; its problems are reported by who
  // asks that module.
  hours::Reading reading = hours::read_hours(schedule.text);
  schedule.is_sentence = !reading.ok() || (has_foreign_letters(schedule.text) && !reading.problems.empty());
  if (schedule.is_sentence) return;
  for (text::Problem& problem : reading.problems) {
    problem.pointer = schedule.pointer;
    problems_.push_back(std::move(problem));
  }
  schedule.hours = std::move(reading.value);
}

void SiteReader::closure(Value value, text::List<hours::Closure>& closures) {
  keys(value, {"from", "to", "hours", "reason"});
  const auto first = day(value["from"]);
  const auto last = value["to"] ? day(value["to"]) : first;
  if (!first || !last) return;
  hours::Closure closure{*first, *last, {}, localized(value, "reason")};
  if (value["hours"]) {
    const auto read = hours_of(value["hours"]);
    if (!read) return;
    for (const hours::Rule& rule : read->rules) {
      for (const hours::TimeSpan& span : rule.times) {
        closure.spans.emplace_back(span.begin.minutes, span.end.minutes);
      }
    }
  }
  closures.push_back(std::move(closure));
}

void SiteReader::office(Value value, Office& office) {
  keys(value, {"id", "name", "address", "position", "contacts", "schedules", "closures"});
  office.id = string(value, "id", true);
  office.name = localized(value, "name");
  address(value["address"], office.address);
  const Value latitude = value["position"].first();
  const Value longitude = latitude.next();
  if (latitude.is(Type::number) && longitude.is(Type::number)) {
    office.position = calendar::Position{latitude.number(), longitude.number()};
  } else if (value["position"]) {
    report(kWrongType, value["position"]);
  }
  for (Value v = value["contacts"].first(); v; v = v.next()) {
    if (office.contacts.size() >= kMaxOfOffice) return report(kTooMany, v);
    if (!is_object(v)) continue;
    contact(v, office.contacts.emplace_back());
    if (office.contacts.back().value.empty()) office.contacts.pop_back();
  }
  for (Value v = value["schedules"].first(); v; v = v.next()) {
    if (office.schedules.size() >= kMaxOfOffice) return report(kTooMany, v);
    if (!is_object(v)) continue;
    schedule(v, office.schedules.emplace_back());
  }
  for (Value v = value["closures"].first(); v; v = v.next()) {
    if (office.closures.size() >= kMaxClosures) return report(kTooMany, v);
    if (is_object(v)) closure(v, office.closures);
  }
}

void SiteReader::feed(Value value, Feed& feed) {
  keys(value, {"id", "url", "name", "language", "categories", "limit"});
  feed.id = string(value, "id", true);
  feed.url = string(value, "url", true);
  feed.name = localized(value, "name");
  feed.language = string(value, "language");
  for (Value v = value["categories"].first(); v; v = v.next()) {
    feed.categories.emplace_back(v.string());
  }
  const int limit = value["limit"].integer(0);
  feed.limit = limit > 0 ? static_cast<std::uint32_t>(limit) : 0;
}

void SiteReader::site(Value value, Site& site) {
  keys(value, {"name", "timeZone", "zoneRule", "calendar", "languages", "offices", "feeds"});
  site.name = localized(value, "name");
  site.time_zone = string(value, "timeZone", true);
  const text::String rule = string(value, "zoneRule");
  if (!rule.empty()) {
    site.zone = time::Zone::parse(rule);
    if (!site.zone) report(kBadZoneRule, value["zoneRule"]);
  }
  site.calendar = string(value, "calendar");
  for (Value v = value["languages"].first(); v; v = v.next()) {
    if (site.languages.size() >= kMaxLanguages) break;
    if (v.is(Type::string)) site.languages.emplace_back(v.string());
  }
  if (site.languages.empty()) site.languages.emplace_back("en");
  for (Value v = value["offices"].first(); v; v = v.next()) {
    if (site.offices.size() >= kMaxOffices) return report(kTooMany, v);
    if (is_object(v)) office(v, site.offices.emplace_back());
  }
  for (Value v = value["feeds"].first(); v; v = v.next()) {
    if (site.feeds.size() >= kMaxFeeds) return report(kTooMany, v);
    if (is_object(v)) feed(v, site.feeds.emplace_back());
  }
}

Site read_site(Value document, text::Problems& problems) {
  Site site;
  if (!document.is(Type::object)) {
    text::report(problems, kNotAnObject);
    site.languages.emplace_back("en");
    return site;
  }
  SiteReader(problems).site(document, site);
  return site;
}

}  // namespace townboard::site
