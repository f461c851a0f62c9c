#!/usr/bin/env python3
"""Writes files of data/ into a C++ source, for tool/embedded.h: embed.py FOLDER OUTPUT FILE..."""
import pathlib
import sys

folder, output, names = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]), sorted(sys.argv[3:])

HEAD = """// Written by wasm/tool/embed.py from data/; not to be edited.
#include "tool/embedded.h"

#include <algorithm>
#include <array>

namespace townboard::tool {
namespace {

struct File {
  std::string_view path;
  std::string_view text;
};

"""

TAIL = """
}  // namespace

std::string_view embedded(std::string_view path) {
  for (const File& file : kFiles) {
    if (file.path == path) return file.text;
  }
  return {};
}

std::vector<std::string_view> embedded_paths() {
  std::vector<std::string_view> paths;
  for (const File& file : kFiles) paths.push_back(file.path);
  return paths;
}

}  // namespace townboard::tool
"""


def literal(data: bytes) -> str:
    """The bytes as adjacent string literals, since a compiler bounds the length of one."""
    text = data.decode()
    pieces = [text[at : at + 4000] for at in range(0, len(text), 4000)] or [""]
    return "\n".join(f'R"~embedded~({piece})~embedded~"' for piece in pieces)


parts = [HEAD, f"const std::array<File, {len(names)}> kFiles{{{{\n"]
for name in names:
    data = (folder / name).read_bytes()
    parts.append(f'{{"{name}", std::string_view(\n{literal(data)},\n{len(data)})}},\n')
parts += ["}};\n", TAIL]
output.write_text("".join(parts), encoding="utf-8", newline="\n")
