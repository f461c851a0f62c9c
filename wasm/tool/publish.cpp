// townboard publish: a folder that a web server needs only to send, and what is pasted into the page.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "tool/board_files.h"
#include "tool/commands.h"
#include "tool/json_fields.h"
#include "tool/published_site.h"

namespace townboard::tool {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kUsage = "SITE.json --to FOLDER [--url /townboard/] [--from build/dist]";

struct Order {
  fs::path site, to, from = "build/dist";
  std::string url = "/townboard/";  // where the server has the folder; ends with a slash
};

// Nothing when the command line is not understood.
std::optional<Order> read_order(const Arguments& arguments) {
  const auto line = file_and_options(arguments);
  if (!line) return std::nullopt;
  Order order;
  order.site = line->file;
  for (const auto& [name, value] : line->options) {
    if (name == "to") {
      order.to = value;
    } else if (name == "from") {
      order.from = value;
    } else if (name == "url") {
      order.url = value;
    } else {
      return std::nullopt;
    }
  }
  if (order.to.empty() || order.url.empty()) return std::nullopt;
  if (order.url.back() != '/') order.url += '/';
  return order;
}

// Characters that stand for themselves in HTML and in the configuration of a server.
bool is_plain_url(const std::string& url) {
  const bool rooted = url.front() == '/' || url.rfind("https://", 0) == 0;
  return rooted && url.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/:._~-") == std::string::npos;
}

// "/board/" of "https://town.example/board/".
std::string path_of(const std::string& url) {
  const std::size_t host = url.find("://");
  return host == std::string::npos ? url : url.substr(url.find('/', host + 3));
}

// What build/dist/manifest.json says: see writeManifest in web/build.mjs.
struct Manifest {
  std::string version, integrity;
  std::vector<std::string> files;
};

std::optional<Manifest> read_manifest(const fs::path& file) {
  const auto text = read_bytes(file);
  if (!text) return std::nullopt;
  const auto json = nlohmann::ordered_json::parse(*text, nullptr, false);
  Manifest manifest{text_in(json, "version"), text_in(json, "integrity"), {}};
  if (manifest.version.empty() || manifest.integrity.empty() || !json.contains("files")) return std::nullopt;
  for (const auto& name : json["files"]) {
    if (name.is_string()) manifest.files.push_back(name.get<std::string>());
  }
  return manifest;
}

void copy_over(const fs::path& from, const fs::path& to) {
  fs::create_directories(to.parent_path());
  fs::copy_file(from, to, fs::copy_options::overwrite_existing);
}

// In one step, so that no visitor is sent half of it.
void write(const fs::path& file, const std::string& bytes) {
  fs::create_directories(file.parent_path());
  fs::path fresh = file;
  fresh += ".new";
  std::ofstream out(fresh, std::ios::binary);
  out << bytes;
  out.close();
  if (!out) throw std::runtime_error("cannot write '" + fresh.string() + "'");
  fs::rename(fresh, file);
}

std::string nginx_lines(const std::string& path) {
  // `add_header` in a location drops those of the server: https://nginx.org/en/docs/http/ngx_http_headers_module.html
  return "# Stands inside `server { … }` of nginx. Files that never change are kept by browsers for a year; site.json and\n"
         "# the news are asked for again each time, which costs a few bytes where they are the same.\n"
         "location " + path + " {\n"
         "  gzip_static on;\n"
         "  # brotli_static on;  # a quarter less than gzip, with the package libnginx-mod-http-brotli-static\n"
         "  add_header Cache-Control no-cache;\n"
         "  add_header X-Content-Type-Options nosniff;\n"
         "\n"
         "  location ~ /townboard-[0-9a-f]+/ {\n"
         "    add_header Cache-Control \"public, max-age=31536000, immutable\";\n"
         "    add_header X-Content-Type-Options nosniff;\n"
         "    add_header Access-Control-Allow-Origin *;\n"
         "  }\n"
         "}\n";
}

int refuse(const std::string& words) {
  std::cerr << "townboard publish: " << words << '\n';
  return kUsageError;
}

int publish(const Order& order, const Manifest& manifest, const PublishedSite& site) {
  const std::string folder = "townboard-" + manifest.version;
  for (const std::string& name : manifest.files) {
    const bool is_data = name.rfind("data/", 0) == 0;
    if (is_data && std::find(site.data.begin(), site.data.end(), name) == site.data.end()) continue;
    for (const char* packed : {"", ".br", ".gz"}) {
      const fs::path from = order.from / (name + packed);
      if (fs::exists(from)) copy_over(from, order.to / folder / (name + packed));
    }
  }
  for (const fs::path& file : site.files) copy_over(order.site.parent_path() / file, order.to / file);
  const std::string tags = "<script type=\"module\" src=\"" + order.url + folder + "/townboard.js\" integrity=\"" +
                           manifest.integrity + "\"></script>\n<town-board src=\"" + order.url + "site.json\"></town-board>\n";
  write(order.to / "nginx.conf", nginx_lines(path_of(order.url)));
  write(order.to / "snippet.html", tags);
  // Last, when all that it needs is there.
  write(order.to / "site.json", site.json);
  for (const std::string& line : site.read) std::cerr << line << '\n';
  std::cout << tags;
  return kDone;
}

int run(const Arguments& arguments) {
  const auto order = read_order(arguments);
  if (!order) return refuse("usage: townboard publish " + std::string(kUsage));
  if (!is_plain_url(order->url)) return refuse("'" + order->url + "' is no address such as /townboard/ or https://town.example/board/");
  const auto text = read_bytes(order->site);
  if (!text) return refuse("cannot read '" + order->site.string() + "'");
  const auto manifest = read_manifest(order->from / "manifest.json");
  if (!manifest) return refuse("'" + order->from.string() + "' has no build of the board; python3 serve.py makes one");
  std::error_code none;
  if (fs::equivalent(order->site.parent_path() / ".", order->to, none)) {
    return refuse("the site file would be written over; name another folder");
  }
  const auto site = published_site(order->site, *text);
  if (!site) return kProblemsFound;
  return publish(*order, *manifest, *site);
}

const Register registered{{"publish", kUsage, "makes the folder that a web server sends, and prints what is pasted into the page", run}};

}  // namespace
}  // namespace townboard::tool
