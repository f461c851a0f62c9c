"""The house is in order: what includes what, how long files are, what must not be in them."""

import json
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CORE = ROOT / "wasm" / "core"
CODE = {".cpp", ".h", ".js", ".mjs", ".py", ".cmake", ".sh"}
LONGEST = 350

# Marks of unfinished work, put together here so that this file has none.
UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "X" * 3, "HA" + "CK")) + r")\b|" +
                        r"\b(?:for " + r"now,|not (?:yet )?" + r"implemented)")
MACHINE_PATH = re.compile(r"(?<![\w.<])/(?:" + "|".join(("work", "root", "Users", "home")) + r")/\w")
REGISTRY = re.compile(r"(?:registry\.|deb\.)[a-z]+\.(?:org|com|dev)|[a-z-]+\.pkg\.dev")


def files():
    listed = subprocess.run(["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True,
                            text=True, check=True).stdout.split("\n")
    return [ROOT / name for name in listed if name and (ROOT / name).is_file()]


def text_of(path):
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""


def needs():
    """{module: everything it may include}, as wasm/core/CMakeLists.txt says it."""
    lines = re.findall(r"^core_module\((\w+)(?: NEEDS ([\w ]+?))?(?: HEADERS_OF \w+)?\)",
                       text_of(CORE / "CMakeLists.txt"), re.M)
    return {name: set(named.split()) for name, named in lines}


class Modules(unittest.TestCase):
    def test_a_module_includes_only_what_it_needs(self):
        allowed = needs()
        modules = set(allowed)
        wrong = []
        for path in sorted(CORE.rglob("*.[ch]*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            module = path.relative_to(CORE).parts[0]
            self.assertIn(module, allowed, f"{module} is not in wasm/core/CMakeLists.txt")
            for included in re.findall(r'^\s*#\s*include\s*"([^"]+)"', text_of(path), re.M):
                folder = included.split("/")[0]
                if folder not in modules or folder not in {module, *allowed[module]}:
                    wrong.append(f"{path.relative_to(ROOT)} includes {included}")
        self.assertEqual(wrong, [])

    def test_modules_stand_lowest_first(self):
        seen = set()
        for name, named in needs().items():
            self.assertLessEqual(named, seen, name)
            seen.add(name)

    def test_every_folder_of_the_core_is_a_module(self):
        folders = {path.name for path in CORE.iterdir() if path.is_dir() and any(path.iterdir())}
        self.assertLessEqual(folders, set(needs()))

    def test_only_json_of_the_core_knows_nlohmann_and_only_bind_emscripten(self):
        wrong = []
        for path in sorted((ROOT / "wasm").rglob("*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            included = " ".join(re.findall(r"^\s*#\s*include\s*<([^>]+)>", text_of(path), re.M))
            if "nlohmann" in included and CORE in path.parents and path.parent.name != "json":
                wrong.append(str(path.relative_to(ROOT)))
            if re.search(r"\b(emscripten|wasi)/", included) and path.parent.name != "bind":
                wrong.append(str(path.relative_to(ROOT)))
        self.assertEqual(wrong, [])

    def test_the_core_uses_no_heavy_piece_of_the_library(self):
        heavy = re.compile(r"^\s*#\s*include\s*<(\w*stream|regex|format|iomanip|unordered_map|unordered_set|"
                           r"thread|mutex|random|filesystem|locale|cstdio|stdio\.h|ctime|time\.h)>", re.M)
        wrong = [f"{path.relative_to(ROOT)}: <{found}>" for path in sorted(CORE.rglob("*"))
                 if path.suffix in (".h", ".cpp") for found in heavy.findall(text_of(path))]
        self.assertEqual(wrong, [])


class Problems(unittest.TestCase):
    maxDiff = None

    def test_every_problem_has_its_words_and_every_words_a_problem(self):
        declared = set()
        for path in (ROOT / "wasm").rglob("*"):
            if path.suffix in (".h", ".cpp"):
                declared |= set(re.findall(r'ProblemKind\s+k\w+\s*(?:=\s*)?(?:ProblemKind)?\{\s*"(\w+)"',
                                           text_of(path)))
        # Those of phrases stand in one table, without names.
        declared |= set(re.findall(r'^ {4}\{"(\w+)"', text_of(ROOT / "wasm/core/phrase/problems.h"), re.MULTILINE))
        worded = set(json.loads(text_of(ROOT / "data" / "problems.json")))
        self.assertEqual(sorted(declared - worded), [], "without words")
        self.assertEqual(sorted(worded - declared), [], "without a problem")


# Files that were too long when the rule came, with the lines they had: they may only shrink.
TOO_LONG_ALREADY = {
    "wasm/core/hours/lex.cpp": 403,
}


class Files(unittest.TestCase):
    def test_no_code_file_is_too_long(self):
        wrong = []
        for path in files():
            if path.suffix not in CODE or "node_modules" in path.parts:
                continue
            lines = text_of(path).splitlines()
            limit = TOO_LONG_ALREADY.get(str(path.relative_to(ROOT)), LONGEST)
            if len(lines) > limit and not any("flat table" in line for line in lines[:6]):
                wrong.append(f"{path.relative_to(ROOT)}: {len(lines)} lines")
        self.assertEqual(wrong, [])

    def test_no_file_is_named_after_nothing(self):
        bad = {"util", "utils", "helper", "helpers", "common", "misc", "manager"}
        self.assertEqual([str(path) for path in files() if path.stem.lower() in bad], [])

    def test_nothing_is_left_unfinished(self):
        wrong = []
        for path in files():
            if path.name == "package-lock.json":
                continue
            for number, line in enumerate(text_of(path).splitlines(), 1):
                if UNFINISHED.search(line):
                    wrong.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
        self.assertEqual(wrong, [])

    def test_no_file_names_a_place_of_one_machine(self):
        wrong = []
        for path in files():
            for number, line in enumerate(text_of(path).splitlines(), 1):
                if MACHINE_PATH.search(line) or REGISTRY.search(line):
                    wrong.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
        self.assertEqual(wrong, [])

    def test_no_build_output_is_kept(self):
        listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
        self.assertNotRegex(listed, r"(?m)^(build|node_modules)/|\.wasm$")


if __name__ == "__main__":
    unittest.main()
