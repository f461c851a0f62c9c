"""townboard calendar: the days of a year that are not ordinary ones."""

import json
import pathlib
import subprocess
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "build" / "native" / "townboard"

FIXED = ["01-01", "01-02", "01-07", "03-08", "05-01", "05-09", "07-03", "11-07", "12-25"]
RADONITSA = {2024: "05-14", 2025: "04-29", 2026: "04-21", 2027: "05-11"}
# Resolutions 814 of 2023, 839 of 2024, 397 of 2025. Short: the last worked day directly before a holiday.
MOVED = {2024: {"05-13": "05-18", "11-08": "11-16"},
         2025: {"01-06": "01-11", "04-28": "04-26", "07-04": "07-12", "12-26": "12-20"},
         2026: {"04-20": "04-25"}, 2027: {}}
SHORT = {2024: ["03-07", "04-30", "05-08", "05-18", "07-02", "11-06", "12-24", "12-31"],
         2025: ["01-11", "03-07", "04-26", "04-30", "05-08", "07-02", "11-06", "12-24", "12-31"],
         2026: ["01-06", "04-25", "04-30", "05-08", "07-02", "11-06", "12-24", "12-31"],
         2027: ["01-06", "04-30", "05-10", "07-02", "12-24", "12-31"]}


def run(*arguments):
    return subprocess.run([TOOL, "calendar", *arguments], capture_output=True, text=True)


class Calendar(unittest.TestCase):
    def test_belarus_from_2024_to_2027(self):
        for year, radonitsa in RADONITSA.items():
            lines = [json.loads(line) for line in run("BY", "--year", str(year), "--batch").stdout.splitlines()]
            found = {kind: [] for kind in ("holiday", "moved_off", "moved_work", "short")}
            for line in lines:
                self.assertEqual(str(year), line["date"][:4])
                found[line["kind"]].append(line["date"][5:])
            with self.subTest(year=year):
                self.assertEqual(sorted([*FIXED, radonitsa]), found["holiday"])
                self.assertEqual(sorted(MOVED[year]), found["moved_off"])
                self.assertEqual(sorted(MOVED[year].values()), found["moved_work"])
                self.assertEqual(SHORT[year], found["short"])
            follows = {line["date"][5:]: line["follows"][5:] for line in lines if line["kind"] == "moved_off"}
            self.assertEqual(MOVED[year], follows)

    def test_people_read_a_day_a_line_in_their_language(self):
        out = run("BY", "--year", "2026", "--lang", "ru").stdout
        self.assertIn("2026-04-21  Радоница\n", out)
        self.assertIn("2026-04-25  working day in place of 2026-04-20, short: the day before Радоница\n", out)

    def test_a_year_without_a_resolution_says_so(self):
        self.assertIn("after 2026 are not known", run("BY", "--year", "2027").stdout)
        self.assertNotIn("not known", run("BY", "--year", "2026").stdout)

    def test_a_calendar_that_is_not_there(self):
        done = run("QQ", "--year", "2026", "--batch")
        self.assertEqual((2, ""), (done.returncode, done.stdout))
        self.assertIn("'QQ'", done.stderr)

    def test_an_unknown_region_is_named(self):
        done = run("DE-QQ", "--year", "2026", "--batch")
        self.assertEqual(1, done.returncode)
        self.assertIn("region", done.stderr)


if __name__ == "__main__":
    unittest.main()
