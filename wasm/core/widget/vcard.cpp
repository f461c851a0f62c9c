// An office for the visitor's address book. Rule: RFC 6350.
#include "widget/content.h"

namespace townboard::widget {
namespace {

// Rule: RFC 6350, section 3.4.
void append_escaped(text::String& out, std::string_view text) {
  for (const char c : text) {
    if (c == ',' || c == ';' || c == '\\') out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
}

}  // namespace

text::String Board::vcard(std::string_view id) const {
  const Content& content = *content_;
  for (const site::Office& office : content.site.offices) {
    if (office.id != id) continue;
    const text::String language = content.wanted_language();
    text::String out = "BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:";
    append_escaped(out, office.name.in(language));
    for (const site::Contact& contact : office.contacts) {
      if (contact.role == site::ContactRole::email) {
        out += "\r\nEMAIL:";
        append_escaped(out, contact.value);
        continue;
      }
      out += "\r\nTEL;VALUE=uri";
      if (contact.role == site::ContactRole::fax) out += ";TYPE=fax";
      out += ':';
      out += content.phone(contact.value).link;
    }
    const site::Address& address = office.address;
    out += "\r\nADR:;;";
    append_escaped(out, address.street.in(language));
    out += ';';
    append_escaped(out, address.locality.in(language));
    out += ';';
    append_escaped(out, address.region.in(language));
    out += ';';
    append_escaped(out, address.postal_code);
    out += ';';
    if (office.position) out += "\r\nGEO:geo:" + degrees(*office.position, ",");
    return out + "\r\nEND:VCARD\r\n";
  }
  return {};
}

}  // namespace townboard::widget
