"""The command itself: help, version and mistakes on the command line."""

import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = ROOT / "build" / "native" / "townboard"


def run(*arguments):
    return subprocess.run([TOOL, *arguments], capture_output=True, text=True)


class Command(unittest.TestCase):
    def test_help_names_every_command_that_has_a_file(self):
        help_text = run("--help").stdout
        for path in (ROOT / "wasm" / "tool").glob("*.cpp"):
            for name in re.findall(r'\bRegister \w+\{\s*\{?\s*\{"([a-z-]+)"', path.read_text()):
                self.assertRegex(help_text, rf"(?m)^  {name}\b")

    def test_the_version_is_that_of_the_package(self):
        version = re.search(r'"version": "([\d.]+)"', (ROOT / "package.json").read_text()).group(1)
        self.assertEqual(run("--version").stdout, f"townboard {version}\n")

    def test_an_unknown_command_is_named_and_fails(self):
        done = run("ours")
        self.assertEqual(done.returncode, 2)
        self.assertIn("'ours'", done.stderr)
        self.assertEqual(done.stdout, "")

    def test_no_command_prints_the_help_and_fails(self):
        done = run()
        self.assertEqual(done.returncode, 2)
        self.assertIn("--version", done.stderr)


if __name__ == "__main__":
    unittest.main()
