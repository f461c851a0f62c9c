#include "feed/feed.h"
#include "feed/formats.h"
#include "markup/byte_class.h"
#include "markup/safe_url.h"
#include "text/cursor.h"
#include "text/utf8.h"

namespace townboard::feed {
namespace {

markup::SafeTree tree_of(const Article& article, std::string_view html,
                         markup::HtmlOptions options) {
  if (options.base_url.empty()) options.base_url = article.base_url;
  return markup::read_valid_html(html, options);
}

// Blanks, line breaks and no-break spaces folded to one blank.
text::String folded(std::string_view text) {
  text = text::trimmed(text);
  text::String out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = markup::end_of_run(text, at, markup::kBlankByte | markup::kSpaceByte);
    out += text.substr(at, end - at);
    at = end;
    if (at < text.size() && !out.empty() && out.back() != ' ') out += ' ';
  }
  return out;
}

}  // namespace

markup::SafeTree Article::summary(const markup::HtmlOptions& options) const {
  return tree_of(*this, raw_summary, options);
}

markup::SafeTree Article::content(const markup::HtmlOptions& options) const {
  return tree_of(*this, raw_content, options);
}

bool Article::has_content() const { return !raw_content.empty(); }

text::String Article::lead(std::size_t max_characters) const {
  text::String text = plain_text(raw_summary.empty() ? raw_content : raw_summary);
  std::size_t characters = 0;
  std::size_t word_end = 0;
  for (std::size_t at = 0; at < text.size(); at += text::decode_utf8(text, at).length) {
    if (text[at] == ' ') word_end = at;
    if (characters++ < max_characters) continue;
    text.resize(word_end > 0 ? word_end : at);
    text += "…";
    break;
  }
  return text;
}

// Whether there is nothing that reading as HTML would change: no markup, no controls.
static bool is_plain(std::string_view text) {
  constexpr int kDelicate = markup::kMarkupByte | markup::kBackslashByte | markup::kDelicateByte;
  return markup::end_of_text(text, 0, kDelicate) == text.size();
}

text::String plain_text(std::string_view html) {
  if (is_plain(html)) return folded(html);
  return folded(markup::print_text(markup::read_valid_html(html)));
}

void add_enclosure(Article& article, Enclosure file) {
  if (file.url.empty() || article.enclosures.size() >= kMostOfArticle) return;
  article.enclosures.push_back(std::move(file));
}

void add_category(Article& article, text::String category) {
  if (category.empty() || article.categories.size() >= kMostOfArticle) return;
  for (const text::String& known : article.categories) {
    if (known == category) return;
  }
  article.categories.push_back(std::move(category));
}

text::String url_at(std::string_view written, std::string_view base) {
  return markup::safe_url(written, base).value_or(text::String());
}

text::String escaped(std::string_view text) {
  text::String out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t end = markup::end_of_run(text, at, markup::kMarkupByte);
    out += text.substr(at, end - at);
    at = end;
    if (at < text.size()) out += text[at] == '&' ? "&amp;" : text[at] == '<' ? "&lt;" : ">";
  }
  return out;
}

}  // namespace townboard::feed
