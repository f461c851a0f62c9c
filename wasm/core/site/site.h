#pragma once

#include <cstdint>
#include <optional>
#include "text/string.h"
#include "text/list.h"

#include "calendar/sun.h"
#include "hours/context.h"
#include "hours/hours.h"
#include "json/document.h"
#include "text/localized.h"
#include "text/problem.h"
#include "time/zone.h"

namespace townboard::site {

// What data/site.schema.json describes. Names and texts may differ by language.

struct Address {
  text::String postal_code;
  text::Localized region, locality, street;
};

enum class ContactRole : std::uint8_t { reception, hotline, fax, email, enquiry, other };

struct Contact {
  ContactRole role = ContactRole::other;
  text::String value;                    // a telephone number or an e-mail address, as written
  text::Localized name;                 // instead of the role's own word; mostly empty
  std::optional<hours::Hours> hours;    // when somebody answers
};

enum class ScheduleKind : std::uint8_t { office, service, reception, hotline };

struct Schedule {
  text::String id;  // unique in its office
  ScheduleKind kind = ScheduleKind::office;
  text::Localized name;
  text::Localized who;
  text::String text;                   // `hours` as written
  text::String pointer;                // JSON pointer of that text
  std::optional<hours::Hours> hours;  // nothing: not understood, so its state is unknown
  bool is_sentence = false;           // the phrase module is to turn `text` into OSM text
  std::int16_t eve_minutes = 0;  // taken off the last span before a holiday, 0..720; -60 in the file is 60
  bool moved_days = false;
};

struct Office {
  text::String id;  // unique in the site
  text::Localized name;
  Address address;
  std::optional<calendar::Position> position;
  text::List<Contact> contacts;
  text::List<Schedule> schedules;
  text::List<hours::Closure> closures;
};

struct Feed {
  text::String id;  // unique in the site
  text::String url;  // "" when the items stand in the site file
  text::Localized name;
  text::String language;  // BCP 47 or ""
  text::List<text::String> categories;  // only these; empty: all
  std::uint32_t limit = 0;              // articles kept; 0: no limit of its own
  text::String inline_items;             // JSON Feed text made of `items`; "" without
};

struct Site {
  text::Localized name;
  text::String time_zone;           // IANA name
  std::optional<time::Zone> zone;  // of `zoneRule`; nothing: JavaScript is asked for it
  text::String calendar;            // "BY", "DE-BY" or ""
  text::List<text::String> languages;  // the first is the default; never empty after reading
  text::List<Office> offices;
  text::List<Feed> feeds;
};

// Counts past these are refused with a problem, and the rest is kept.
inline constexpr std::uint32_t kMaxOffices = 200;
inline constexpr std::uint32_t kMaxOfOffice = 64;  // contacts, schedules
inline constexpr std::uint32_t kMaxClosures = 400;
inline constexpr std::uint32_t kMaxFeeds = 64;
inline constexpr std::uint32_t kMaxLanguages = 32;

// Reads a site file. What is bad is reported with its JSON pointer and left out, the rest is kept; an unknown
// key is a warning that suggests the nearest known one. Problems inside `hours` have offsets in that string.
Site read_site(json::Value document, text::Problems& problems);

}  // namespace townboard::site
