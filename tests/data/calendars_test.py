"""Every calendar has the form of its schema, is read by the core without a problem, and says what the laws say."""

import json
import pathlib
import subprocess
import unittest

try:
    import jsonschema
except ImportError:  # Debian: python3-jsonschema
    jsonschema = None

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "data" / "calendars"
TOOL = ROOT / "build" / "native" / "townboard"
CALENDARS = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(FOLDER.glob("??.json"))}

# Days that are off, and days that are not, by the law of the place.
FACTS = [
    ("PL", 2024, [], ["12-24"]),
    ("PL", 2025, ["12-24", "06-19"], []),  # Christmas Eve since 2025; Corpus Christi
    ("LT", 2026, ["11-02", "12-24", "05-03", "06-07"], ["11-03"]),  # Sundays of mothers and fathers
    ("LV", 2024, ["05-06", "05-12", "12-31"], ["01-02"]),  # 4 May is a Saturday
    ("UA", 2027, ["05-08", "05-10", "07-15", "12-25"], ["01-02", "01-07", "05-09"]),  # 8 May is a Saturday
    ("UA", 2028, ["01-01", "01-03"], ["01-02", "01-04"]),  # 1 January is a Saturday
    ("DE", 2026, ["10-03", "05-14"], ["11-01", "01-06"]),
    ("DE-BY", 2026, ["01-06", "06-04", "11-01"], ["10-31"]),
    ("DE-SN", 2026, ["11-18", "10-31"], ["06-04"]),  # Day of Prayer and Repentance
    ("FR", 2026, ["05-08", "05-14", "05-25"], ["04-03", "12-26"]),
    ("FR-67", 2026, ["04-03", "12-26"], []),
    ("GB-ENG", 2027, ["03-29", "08-30", "12-27", "12-28"], ["01-04"]),  # Christmas is a Saturday
    ("GB-SCT", 2028, ["01-03", "01-04"], ["04-17"]),  # two substitute days; no Easter Monday
    ("GB-NIR", 2026, ["03-17", "07-13"], []),  # 12 July is a Sunday
    ("US", 2027, ["11-25", "12-31"], []),  # 1 January 2028 is a Saturday
]


def holidays(region, year):
    done = subprocess.run([TOOL, "calendar", region, "--year", str(year), "--batch"],
                          capture_output=True, text=True)
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    return done, {line["date"][5:] for line in lines if line["kind"] == "holiday"}


class CalendarsTest(unittest.TestCase):
    @unittest.skipIf(jsonschema is None, "SKIPPED: python3-jsonschema is not installed")
    def test_form_is_that_of_the_schema(self):
        schema = json.loads((FOLDER / "calendar.schema.json").read_text("utf-8"))
        for code, calendar in CALENDARS.items():
            with self.subTest(calendar=code):
                jsonschema.validate(calendar, schema)

    def test_every_calendar_and_region_is_read_without_a_problem(self):
        self.assertGreaterEqual(len(CALENDARS), 53)
        for code, calendar in CALENDARS.items():
            for region in [code, *calendar.get("regions", {})]:
                with self.subTest(region=region):
                    done, days = holidays(region, 2027)
                    self.assertEqual((0, ""), (done.returncode, done.stderr))
                    self.assertGreaterEqual(len(days), 5)

    def test_holidays_have_names_that_a_visitor_can_read(self):
        for code, calendar in CALENDARS.items():
            for section in [calendar, *calendar.get("regions", {}).values()]:
                for entry in section.get("holidays", []) + section.get("dated", []):
                    with self.subTest(calendar=code, entry=entry):
                        self.assertIn("en", entry["name"])
                        for name in entry["name"].values():
                            self.assertNotRegex(name, r"^\s*$|\d\d-\d\d|\bthen\b")

    def test_the_laws(self):
        for region, year, off, worked in FACTS:
            with self.subTest(region=region, year=year):
                days = holidays(region, year)[1]
                self.assertEqual([], [day for day in off if day not in days])
                self.assertEqual([], [day for day in worked if day in days])

    def test_what_is_dated_says_until_when(self):
        for code, calendar in CALENDARS.items():
            sections = [calendar, *calendar.get("regions", {}).values()]
            years = {int(entry["date"][:4]) for one in sections for entry in one.get("dated", [])}
            with self.subTest(calendar=code):
                self.assertLessEqual(max(years, default=0), calendar.get("holidaysCompleteUntil", 0))
            moved = [move["from"] for one in sections for move in one.get("moves", [])]
            self.assertEqual(bool(moved), "movesCompleteUntil" in calendar)

    def test_a_corrected_rule_is_there(self):
        corrections = json.loads((FOLDER / "corrections.json").read_text("utf-8"))
        corrections.pop("comment")
        for code, change in corrections.items():
            rules = [entry["rule"] for entry in CALENDARS[code]["holidays"]]
            for entry in change.get("add", []):
                self.assertEqual(1, rules.count(entry["rule"]), entry)
            self.assertEqual([], [rule for rule in change.get("remove", []) if rule in rules])


if __name__ == "__main__":
    unittest.main()
