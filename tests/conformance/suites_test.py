"""Suites of others, which lie beside the project: ../shared/conformance. Skipped where they are not there.

A figure here only ever goes up: what was once met stays met.
"""

import pathlib
import re
import subprocess
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SUITES = ROOT.parent / "shared" / "conformance"
TOOL = ROOT / "build" / "native" / "townboard"

HOURS_MET = 672  # of 681 cases of the OSM and KDE suites


def run(name):
    done = subprocess.run([sys.executable, SUITES / f"run_{name}.py", TOOL], capture_output=True, text=True)
    print(done.stdout, end="", flush=True)
    return done


def tool_has(command):
    return re.search(rf"(?m)^  {command}\b", subprocess.run([TOOL, "--help"], capture_output=True, text=True).stdout)


@unittest.skipUnless(SUITES.is_dir(), "SKIPPED: ../shared/conformance is not there")
class Suites(unittest.TestCase):
    def test_the_hours_suites_are_met_as_before(self):
        done = run("hours")
        met = re.search(r"hours suites: (\d+)/(\d+)", done.stdout)
        self.assertIsNotNone(met, done.stderr[-2000:])
        self.assertGreaterEqual(int(met.group(1)), HOURS_MET, done.stdout)

    def test_phrases_are_understood(self):
        if not tool_has("phrase"):
            self.skipTest("SKIPPED: the tool has no phrase command")
        done = run("phrases")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr[-2000:])

    def test_the_feed_suites_run_to_their_end(self):
        if not (tool_has("feed") and tool_has("html")):
            self.skipTest("SKIPPED: the tool has no feed and html commands")
        done = run("feeds")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr[-2000:])


if __name__ == "__main__":
    unittest.main()
