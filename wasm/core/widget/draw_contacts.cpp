// Address, telephone numbers, e-mail.
#include "text/number.h"
#include "widget/content.h"

namespace townboard::widget {
namespace {

using markup::Attribute;
using markup::Tag;
using site::ContactRole;
using view::kShape;
using view::OwnAttribute;
using view::OwnTag;

constexpr std::string_view kRoleWords[] = {"contacts.reception", "contacts.hotline",
                                           "contacts.fax",       "contacts.email",
                                           "contacts.enquiry",   "contacts.other"};

// Degrees with five decimals, which is about a metre.
void append_degrees(text::String& out, double degrees) {
  if (degrees < 0) out += '-';
  const auto scaled = static_cast<std::int64_t>((degrees < 0 ? -degrees : degrees) * 100000 + 0.5);
  text::append_number(out, scaled / 100000);
  out += '.';
  text::append_number(out, scaled % 100000, 5);
}

}  // namespace

text::String degrees(const calendar::Position& position, std::string_view between) {
  text::String out;
  append_degrees(out, position.latitude);
  out += between;
  append_degrees(out, position.longitude);
  return out;
}

void Drawer::button(Action action, std::string_view value, std::string_view word) {
  press(kShape<OwnTag::button, "type=button|class=plain|part=button">, action, value, words(word));
}

void Drawer::copy_button(std::string_view value) {
  const std::string_view word = words("contacts.copy");
  out_.open(kShape<OwnTag::button, "type=button|class=copy|part=copy">);
  out_.attr(OwnAttribute::aria_label, text::String(word).append(": ").append(value));
  out_.on(static_cast<std::uint32_t>(Action::copy), value).text(word).close();
}

// Until when somebody answers a line; nothing when nobody does now, or it is not known.
std::optional<time::Wall> Drawer::answered_until(const site::Contact& contact,
                                                 const ReadySchedule* main) const {
  if (!now_ || !contact.hours || main == nullptr) return std::nullopt;
  const hours::Evaluator line(*contact.hours, main->context);
  if (line.at(wall_).state != hours::State::open) return std::nullopt;
  return line.next_change(wall_);
}

void Drawer::contact(const site::Contact& contact, std::optional<time::Wall> until) {
  const std::string_view name = contact.name.empty()
                                    ? words(kRoleWords[static_cast<int>(contact.role)])
                                    : contact.name.in(locale_.language());
  const std::uint32_t key = view::key_of(contact.value) ^ static_cast<std::uint32_t>(contact.role);
  out_.open(Tag::dt, key).text(name).close();
  out_.open(Tag::dd, key);
  Phone phone{{}, contact.value};
  if (contact.role == ContactRole::email) {
    phone.link = "mailto:" + contact.value;
  } else {
    phone = content_.phone(contact.value);
  }
  // A number reads from the left in every script.
  if (phone.link.empty() || contact.role == ContactRole::fax) {
    out_.open(kShape<Tag::span, "dir=ltr|translate=no">);
  } else {
    out_.open(kShape<Tag::a, "dir=ltr|translate=no">).attr(Attribute::href, phone.link);
  }
  out_.text(phone.text).close();
  copy_button(phone.text);
  if (until) {
    out_.leaf(kShape<Tag::div, "class=note">,
              locale_.fill("contacts.line_open",
                           {{"time", locale_.clock(time::minute_of_wall(*until))}}));
  }
  out_.close();
}

// Source: Universal Postal Union, addressing systems of its member countries.
text::String address_line(const site::Address& address, std::string_view country, std::string_view language) {
  constexpr std::string_view kLargeFirst = "BY HU JP KZ RU", kCodeLast = "AU CA GB IE LV NZ UA US";
  std::string_view order = ",3,0 2,1";  // each part behind its comma or blank: street, code and locality, region
  if (country.size() == 2 && kLargeFirst.find(country) != kLargeFirst.npos) order = ",0,1,2,3";
  if (country.size() == 2 && kCodeLast.find(country) != kCodeLast.npos) order = ",3,2,1 0";
  const std::string_view parts[] = {address.postal_code, address.region.in(language), address.locality.in(language),
                                    address.street.in(language)};
  text::String line;
  for (std::size_t i = 0; i < order.size(); i += 2) {
    const std::string_view part = parts[order[i + 1] - '0'];
    if (part.empty()) continue;
    if (!line.empty()) line += order[i] == ',' ? ", " : " ";
    line += part;
  }
  return line;
}

void Drawer::address(const site::Office& office) {
  const text::String line = address_line(office.address, std::string_view(content_.site.calendar).substr(0, 2), locale_.language());
  if (line.empty()) return;
  out_.leaf(kShape<Tag::dt, "">, words("contacts.address"));
  out_.open(Tag::dd);
  out_.leaf(kShape<Tag::address, "">, line);
  copy_button(line);
  if (office.position) {
    // The visitor's own map, and one that every browser has; neither is loaded here.
    out_.open(kShape<Tag::div, "class=maps">)
        .open(Tag::a)
        .attr(Attribute::href, "geo:" + degrees(*office.position, ","));
    out_.text(words("contacts.map")).close();
    out_.open(kShape<Tag::a, "rel=noopener noreferrer">)
        .attr(Attribute::href,
              "https://www.openstreetmap.org/#map=18/" + degrees(*office.position, "/"))
        .text(words("contacts.osm"))
        .close()
        .close();
  }
  out_.close();
}

void Drawer::contacts(const site::Office& office, const ReadySchedule* main) {
  out_.open(kShape<Tag::div, "class=contacts|part=contacts">);
  out_.open(heading(1)).text(words("contacts.title")).close();
  out_.open(Tag::dl);
  // The office is closed, yet a line is answered: that is whom to call now.
  const bool closed =
      now_ && main && main->evaluator && main->evaluator->at(wall_).state == hours::State::closed;
  const site::Contact* first = nullptr;
  for (const site::Contact& one : office.contacts) {
    if (closed && one.role == ContactRole::hotline && answered_until(one, main)) first = &one;
  }
  if (first != nullptr) contact(*first, answered_until(*first, main));
  for (const site::Contact& one : office.contacts) {
    if (&one != first) contact(one, std::nullopt);
  }
  address(office);
  out_.close();
  button(Action::vcard, office.id, "contacts.vcard");
  out_.close();
}

}  // namespace townboard::widget
