"""townboard check: what is bad is named with file, line, caret and what to write instead; the rest stands."""

import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = ROOT / "build" / "native" / "townboard"
KOPYL = ROOT / "data" / "sites" / "kopyl"
TODAY = ["--today", "2026-06-01"]


def check(*arguments):
    done = subprocess.run([TOOL, "check", *map(str, arguments)], capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


class Check(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        shutil.copytree(KOPYL, self.folder / "site")
        self.file = self.folder / "site" / "site.json"
        self.site = json.loads(self.file.read_text("utf-8"))

    def tearDown(self):
        shutil.rmtree(self.folder)

    def changed(self, **options):
        self.file.write_text(json.dumps(self.site, indent=2, **options), "utf-8")
        return check(self.file, *TODAY)

    def assert_problem(self, text, level, message, caret_below, suggestion=None):
        """The message stands in one line, and the carets below exactly `caret_below`."""
        lines = text.splitlines()
        at = next((i for i, line in enumerate(lines) if level + ": " in line and message in line), None)
        self.assertIsNotNone(at, f"{message!r} is not in\n{text}")
        shown, carets = lines[at + 1], lines[at + 2]
        begin = carets.index("^")
        self.assertEqual(caret_below, shown[begin:begin + carets.count("^")])
        name, row, column = lines[at].split(":")[:3]
        self.assertEqual(str(self.file), name)
        source = self.file.read_text("utf-8").splitlines()[int(row) - 1]
        self.assertTrue(source[int(column) - 1:].startswith(caret_below), lines[at])
        if suggestion is not None:
            self.assertEqual(f"  write: {suggestion}", lines[at + 3])

    def test_the_sample_towns_are_sound_and_explained(self):
        code, text = check(KOPYL / "site.json", KOPYL.parent / "village" / "site.json", *TODAY)
        self.assertEqual(0, code, text)
        self.assertNotIn("error:", text)
        self.assertIn("committee/office: Mo-Fr 08:30-13:00,14:00-17:30; PH off\n  Пн – пт: 8:30–13:00 і 14:00–17:30", text)
        self.assertIn("council/office: Mo-Fr 08:30-13:00,14:00-17:30\n  Пн – пт: 8:30–13:00 и 14:00–17:30", text)
        self.assertIn("12 articles in news.rss", text)

    def test_broken_json(self):
        self.file.write_text('{\n  "name": "Town",\n  "offices": [,]\n}', "utf-8")
        code, text = check(self.file, *TODAY)
        self.assertEqual(1, code)
        self.assert_problem(text, "error", "not JSON", ",")

    def test_an_unknown_key(self):
        self.site["calender"] = "BY"
        code, text = self.changed()
        self.assertEqual(0, code)  # a warning: the rest is sound
        self.assert_problem(text, "warning", "no key of this name", '"calender"', "calendar")

    def test_a_file_in_one_line_shows_what_stands_around(self):
        self.site["calender"] = "BY"
        self.file.write_text(json.dumps(self.site, ensure_ascii=False), "utf-8")
        _, text = check(self.file, *TODAY)
        self.assert_problem(text, "warning", "no key of this name", '"calender"', "calendar")
        self.assertLess(max(map(len, text.splitlines())), 200)

    def test_hours_that_are_well_written_and_hardly_meant(self):
        self.site["offices"][0]["schedules"][0]["hours"] = "Mo-Fr 08:00; off"
        code, text = self.changed()
        self.assertEqual(0, code)
        self.assert_problem(text, "warning", "one minute", "Mo-Fr 08:00")
        self.assert_problem(text, "warning", "before it", "off")

    def test_bad_hours_inside_a_string(self):
        self.site["offices"][0]["schedules"][0]["hours"] = "Mo-Fr 08:30-17:30; Xy off"
        code, text = self.changed()
        self.assertEqual(1, code)
        self.assert_problem(text, "error", "not known", "Xy")
        self.assertIn("committee/one-window:", text)  # the others stand

    def test_a_sentence_with_a_wrong_letter_behind_escapes(self):
        self.site["offices"][0]["schedules"][0]["hours"] = "\u2003понедельник-птница с 9 до 18"
        for options in ({"ensure_ascii": False}, {"ensure_ascii": True}):
            code, text = self.changed(**options)
            self.assertEqual(1, code)
            escaped = json.dumps("птница", **options)[1:-1]
            self.assert_problem(text, "error", "misspelt", escaped, "пятніца")

    def test_a_wrong_value_and_a_wrong_kind(self):
        self.site["offices"][0]["contacts"][0]["role"] = "recepton"
        self.site["offices"][0]["contacts"][1]["value"] = 5
        code, text = self.changed()
        self.assertEqual(1, code)
        self.assert_problem(text, "error", "cannot stand here", "recepton", "reception")
        self.assert_problem(text, "error", "wrong kind", "5")

    def test_zones(self):
        self.site["zoneRule"] = "<+02>-2"
        self.assert_problem(self.changed()[1], "warning", "rule of this zone", '"<+02>-2"', "<+03>-3")
        self.site["timeZone"] = "Europe/Warsaw"
        for same in ("CET-1CEST,M3.5.0,M10.5.0/3", "<+01>-1<+02>-2,M3.5.0/02:00:00,M10.5.0/03:00:00"):
            self.site["zoneRule"] = same
            self.assertNotIn("rule of this zone", self.changed()[1])
        for other in ("CET-1", "CET-1CEST,M3.4.0,M10.5.0/3", "CET-1CEST,M3.5.0,M10.5.0/2", "EET-2EEST,M3.5.0,M10.5.0/3"):
            self.site["zoneRule"] = other
            self.assert_problem(self.changed()[1], "warning", "rule of this zone", f'"{other}"', "CET-1CEST,M3.5.0,M10.5.0/3")
        self.site["timeZone"] = "Europe/Kopyl"
        code, text = self.changed()
        self.assertEqual(1, code)
        self.assert_problem(text, "error", "no time zone of this name", '"Europe/Kopyl"')

    def test_calendars(self):
        self.site["calendar"] = "XX"
        self.assert_problem(self.changed()[1], "error", "no calendar of this name", '"XX"')
        self.site["calendar"] = "BY"
        self.changed()
        self.assertNotIn("warning:", check(self.file, "--today", "2026-10-31")[1])
        self.assertIn("moved working days end with 2026", check(self.file, "--today", "2026-11-01")[1])

    def test_feeds(self):
        self.site["feeds"][0]["url"] = "nothing.rss"
        (self.file.parent / "news.rss").write_text("<!doctype html><head><title>404</title></head><p>not found", "utf-8")
        code, text = self.changed()
        self.assertEqual(1, code)
        self.assert_problem(text, "error", "no file of this name", '"nothing.rss"')
        self.assertIn("news.rss: this is a web page, not a feed", text)
        self.assertIn("12 articles in news.json", text)

    def test_a_file_that_is_not_there(self):
        self.assertEqual(2, check(self.folder / "none.json")[0])
        self.assertEqual(2, check()[0])


if __name__ == "__main__":
    unittest.main()
