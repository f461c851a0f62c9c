// townboard html: HTML from outside as the board would show it.
#include <fstream>
#include <iostream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

#include "markup/safe_tree.h"
#include "tool/commands.h"
#include "tool/json_fields.h"

namespace townboard::tool {
namespace {

using Json = nlohmann::ordered_json;

int run_batch() {
  std::string line;
  while (std::getline(std::cin, line)) {
    const Json request = Json::parse(line, nullptr, false);
    const std::string url = text_in(request, "url");
    markup::HtmlOptions options;
    options.base_url = url;
    const markup::SafeTree tree = markup::read_html(text_in(request, "html"), options);
    const Json id = request.is_object() && request.contains("id") ? request["id"] : Json();
    const Json answer = {
        {"id", id}, {"html", markup::print_html(tree)}, {"text", markup::print_text(tree)}};
    std::cout << answer.dump(-1, ' ', true, Json::error_handler_t::replace) << '\n';
  }
  return kDone;
}

int run(const Arguments& arguments) {
  std::string file;
  std::string url;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--batch") return run_batch();
    if (arguments[i] == "--url" && i + 1 < arguments.size()) {
      url = arguments[++i];
    } else {
      file = arguments[i];
    }
  }
  std::string html;
  if (file == "-") {
    html.assign(std::istreambuf_iterator<char>(std::cin), {});
  } else {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
      std::cerr << "townboard html: cannot read '" << file << "'\n";
      return kUsageError;
    }
    html.assign(std::istreambuf_iterator<char>(in), {});
  }
  markup::HtmlOptions options;
  options.base_url = url;
  std::cout << markup::print_html(markup::read_html(html, options)) << '\n';
  return kDone;
}

const Register registered{{"html", "FILE|- [--url URL] | --batch", "prints HTML as far as it is safe", run}};

}  // namespace
}  // namespace townboard::tool
