// Address, telephone numbers, e-mail.
#include "text/cursor.h"
#include "text/number.h"
#include "widget/content.h"
#include "widget/phone.h"

namespace townboard::widget {
namespace {

using markup::Attribute;
using markup::Tag;
using site::ContactRole;
using view::OwnAttribute;

constexpr std::string_view kRoleWords[] = {"contacts.reception", "contacts.hotline", "contacts.fax",
                                           "contacts.email",     "contacts.enquiry", "contacts.other"};

// Degrees with five decimals, which is about a metre.
void append_degrees(std::string& out, double degrees) {
  if (degrees < 0) out += '-';
  const auto scaled = static_cast<std::int64_t>((degrees < 0 ? -degrees : degrees) * 100000 + 0.5);
  text::append_number(out, scaled / 100000);
  out += '.';
  text::append_number(out, scaled % 100000, 5);
}

}  // namespace

std::string tel_link(std::string_view written) {
  std::string digits;
  for (const char c : written) {
    if (text::is_digit(c) || (c == '+' && digits.empty())) digits += c;
  }
  return digits.empty() || digits == "+" ? std::string() : "tel:" + digits;
}

void Drawer::contact(const site::Contact& contact) {
  const std::string_view name = contact.name.empty()
                                    ? words(kRoleWords[static_cast<int>(contact.role)])
                                    : contact.name.in(locale_.language());
  out_.leaf(Tag::dt, "", name);
  out_.open(Tag::dd);
  std::string link;
  if (contact.role == ContactRole::email) {
    link = "mailto:" + contact.value;
  } else if (contact.role != ContactRole::fax) {
    link = tel_link(contact.value);
  }
  if (link.empty()) {
    out_.leaf(Tag::span, "", contact.value);
  } else {
    out_.open(Tag::a).attr(Attribute::href, link).text(contact.value).close();
  }
  out_.close();
}

void Drawer::contacts(const site::Office& office) {
  const std::string_view language = locale_.language();
  out_.open(Tag::div).class_name("contacts").attr(OwnAttribute::part, "contacts");
  out_.open(heading(1)).text(words("contacts.title")).close();
  out_.open(Tag::dl);
  for (const site::Contact& one : office.contacts) {
    if (one.role == ContactRole::hotline) contact(one);
  }
  for (const site::Contact& one : office.contacts) {
    if (one.role != ContactRole::hotline) contact(one);
  }
  const site::Address& address = office.address;
  std::string line = address.postal_code;
  for (const text::Localized* part : {&address.region, &address.locality, &address.street}) {
    if (part->empty()) continue;
    if (!line.empty()) line += ", ";
    line += part->in(language);
  }
  if (!line.empty()) {
    out_.leaf(Tag::dt, "", words("contacts.address"));
    out_.open(Tag::dd);
    out_.leaf(Tag::address, "", line);
    if (office.position) {
      std::string place;
      append_degrees(place, office.position->latitude);
      place += '/';
      append_degrees(place, office.position->longitude);
      out_.open(Tag::a);
      out_.attr(Attribute::href, "https://www.openstreetmap.org/#map=18/" + place);
      out_.attr(Attribute::rel, "noopener noreferrer").text(words("contacts.map")).close();
    }
    out_.close();
  }
  out_.close().close();
}

}  // namespace townboard::widget
