"""The hours suites of others, row by row: ../shared/conformance. Skipped where they are not there.

Every row is met, or stands in hours_differences.md with the proof that it cannot be. A row there that is met must be
struck off.
"""

import collections
import json
import pathlib
import re
import subprocess
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SUITES = ROOT.parent / "shared" / "conformance"
TOOL = ROOT / "build" / "native" / "townboard"
DIFFERENCES = pathlib.Path(__file__).with_name("hours_differences.md")
NOW = "2025-05-23"  # of the reference's warnings about what is past

# Our code for each type of the reference's structured warnings.
CODES = {
    "ambiguous_single_digit_hour": "hours_ambiguous_hour",
    "word_error_correction": "hours_corrected",
    "without_minutes": "hours_no_minutes",
    "vague": "hours_no_time",
    "switched": "hours_order",
    "year_past": "hours_past",
    "date_past": "hours_past",
    "date_range_past": "hours_past",
    "public_holiday": "hours_holidays_unsaid",
}


def minute(text):
    return text.replace(" ", "T")[:16] if text else text


class Tool:
    def __init__(self):
        self.process = subprocess.Popen([TOOL, "hours", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, **request):
        self.process.stdin.write(json.dumps(request, ensure_ascii=False) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait()


class Rows:
    """Asks the tool about one row and says what is wrong with the answer, None when nothing is."""

    def __init__(self, tool):
        self.tool = tool
        self.holidays = json.loads((SUITES / "osm_holidays.json").read_text())

    def ask(self, case, value, **more):
        options = case.get("options") or {}
        request = {"hours": value, "zone": case.get("tz", "Europe/Berlin"), "today": NOW,
                   "advice": options.get("warnings_severity", 4) >= 5, "mode": options.get("mode", 0)}
        if case.get("place"):
            request |= {name: self.holidays[case["place"]][name] for name in ("PH", "SH")}
        elif case.get("region"):
            request["calendar"] = case["region"]
        if case.get("lat"):
            request |= {"lat": case["lat"], "lon": case["lon"]}
        return self.tool.ask(**(request | more))

    def trouble(self, case, value):
        return getattr(self, case["kind"].removeprefix("kde_"))(case, value)

    def interval(self, case, value):
        answer = self.ask(case, value, **{"from": minute(case["from"]), "to": minute(case["to"])}, advice=True)
        if not answer["ok"]:
            return answer["problems"]
        want = [[minute(begin), minute(end), "unknown" if unknown else "open", comment or None]
                for begin, end, unknown, comment in case["expected"]]
        if answer["intervals"] != want:
            return answer["intervals"]
        said = [problem["code"] for problem in answer["problems"] if problem["code"] != "hours_holidays_unsaid"]
        if value in case["warned"] and not said:
            return "no warning"
        return None if answer["weekStable"] == case["week_stable"] else f"weekStable is {answer['weekStable']}"

    def should_fail(self, case, value):
        answer = self.ask(case, value)
        if answer["ok"]:
            return f"accepted as {answer['normalized']}"
        places = [problem["begin"] for problem in answer["problems"]]
        return None if all(0 <= place <= len((value or "").encode()) for place in places) else places

    parse_fail = should_fail

    def should_warn(self, case, value):
        return None if self.ask(case, value)["problems"] else "no warning"

    def structured_warnings(self, case, value):
        problems = self.ask(case, value)["problems"]
        known = {CODES[kind] for kind in CODES}
        wanted = {CODES[kind] for kind in case["expected"]["types"]}
        if {problem["code"] for problem in problems} & known != wanted:
            return problems
        for warning in case["positions"][case["values"].index(value)]:
            # The reference names the place behind the word; a blank before or behind it is no difference.
            if not any(problem["code"] == CODES[warning["type"]] and
                       problem["begin"] <= warning["position"] <= problem["end"] + 1 for problem in problems):
                return f"{warning} is not among {problems}"
        return None

    def matching_rule(self, case, value):
        answer = self.ask(case, value, at=minute(case["at"]["local"]))
        return None if answer["rule"] == case["expected"]["rule"] else answer["rule"]

    def prettify(self, case, value):
        answer = self.ask(case, value)
        if case["locale"] != "all":  # a translation of the syntax; ours is `describe`, so only the meaning is asked
            return None if answer["ok"] else answer["problems"]
        again = self.ask(case, case["expected"]["prettified"])
        return None if answer.get("normalized") == again.get("normalized") else answer

    def next_change(self, case, value):
        answer = self.ask(case, value, at=minute(case["from"]))
        return None if answer["nextChange"] == minute(case["expected"]["next_change"]["local"]) else answer["nextChange"]

    def next_open_interval(self, case, value):
        begin, end = minute(case["expected"]["begin"]), minute(case["expected"]["end"])
        answer = self.ask(case, value, **{"from": begin[:10] + "T00:00", "to": f"{int(end[:4]) + 1}{end[4:]}"})
        if not answer["ok"]:
            return answer["problems"]
        found = any(first <= begin and (last >= end or begin == end) for first, last, _, _ in answer["intervals"])
        return None if found else answer["intervals"][:3]

    interval_boundaries = next_open_interval

    def no_match(self, case, value):
        at = minute(case["at"])
        answer = self.ask(case, value, **{"from": at, "to": f"{int(at[:4]) + 5}{at[4:]}"})
        return answer["intervals"] or None

    def iteration(self, case, value):
        wanted = [span for span in case["expected"]["intervals"] if span["state"] != "closed"]
        if wanted[0]["begin"] is None:
            at = minute(case["at"])
            answer = self.ask(case, value, at=at)
            return None if (answer["state"], answer["nextChange"]) == (wanted[0]["state"], None) else answer
        begin, end = minute(wanted[0]["begin"]), minute(wanted[-1]["end"])
        answer = self.ask(case, value, **{"from": begin, "to": end})
        # The names of holidays are those of a calendar, and ours has others.
        named = "PH" not in value
        got = [[*span[:3], span[3] if named else None] for span in answer["intervals"]]
        want = [[minute(span["begin"]), minute(span["end"]), span["state"], (span["comment"] or None) if named else None]
                for span in wanted]
        return None if got == want else got

    def parse_ok(self, case, value):
        answer = self.ask(case, value)
        if not answer["ok"]:
            return answer["problems"]
        again = self.ask(case, case["expected"]["normalized"])
        if not again["ok"]:
            return again["problems"]
        window = {"from": "2020-11-07T00:00", "to": "2022-01-01T00:00"}
        case = case | {"region": "DE-BE"}
        return None if self.ask(case, value, **window)["intervals"] == self.ask(
            case, case["expected"]["normalized"], **window)["intervals"] else again["normalized"]


def differences():
    """{(kind, value)} of the table; a value stands between back quotes."""
    rows = re.findall(r"(?m)^\| (\w+) \| `` ?(.*?) ?`` \| ", DIFFERENCES.read_text())
    return {(kind, value) for kind, value in rows}


@unittest.skipUnless(SUITES.is_dir(), "SKIPPED: ../shared/conformance is not there")
class Hours(unittest.TestCase):
    def test_every_row_is_met_or_known(self):
        tool = Tool()
        rows = Rows(tool)
        known, met, failed = differences(), set(), collections.OrderedDict()
        total = passed = 0
        for name in ("osm_hours.jsonl", "kde_hours.jsonl"):
            for line in (SUITES / name).read_text().splitlines():
                case = json.loads(line)
                if not hasattr(rows, case["kind"].removeprefix("kde_")):
                    continue
                for value in case.get("values") or [case["value"]]:
                    total += 1
                    trouble = rows.trouble(case, value)
                    row = (case["kind"], value or "")
                    passed += trouble is None
                    if trouble is None:
                        met.add(row)
                    else:
                        failed[row] = trouble
        tool.close()
        print(f"hours suites: {passed} of {total} rows, {len(known)} listed", flush=True)
        new = "".join(f"\n  {kind}: {value!r}: {trouble}" for (kind, value), trouble in failed.items() if (kind, value) not in known)
        self.assertFalse(new, f"not met, and not in {DIFFERENCES.name}:{new}")
        gone = known - set(failed)
        self.assertFalse(gone, f"met or not there any more, to be struck off {DIFFERENCES.name}: {gone}")

    def test_every_prefix_and_a_change_of_every_byte_is_answered(self):
        values = {value for name in ("osm_hours.jsonl", "kde_hours.jsonl") for line in (SUITES / name).read_text().splitlines()
                  for value in json.loads(line).get("values") or [json.loads(line).get("value")] if value}
        tool = Tool()
        count = 0
        for number, value in enumerate(sorted(values)):
            for place in range(len(value)):
                other = chr(32 + (number * 31 + place * 7) % 95)
                for text in (value[:place], value[:place] + other + value[place + 1:]):
                    answer = tool.ask(hours=text, advice=False, at="2026-03-29T02:30")
                    self.assertTrue(answer["ok"] or answer["problems"], text)
                    count += 1
        tool.close()
        print(f"{count} prefixes and changes of {len(values)} values", flush=True)


if __name__ == "__main__":
    unittest.main()
