"""townboard render: what a page may keep, what it says at an instant, what is missing."""

import html.parser
import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = ROOT / "build" / "native" / "townboard"
KOPYL = ROOT / "data" / "sites" / "kopyl" / "site.json"
VOID = {"br", "col", "hr", "img", "input", "link"}


def render(*arguments):
    return subprocess.run([TOOL, "render", *map(str, arguments)], capture_output=True, text=True)


class Balance(html.parser.HTMLParser):
    """Open tags, and every text and end tag that does not fit."""

    def __init__(self):
        super().__init__()
        self.open, self.wrong, self.texts = [], [], []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data):
        self.texts.append(data)


class Render(unittest.TestCase):
    def status(self, site, instant):
        done = render(site, "--lang", "en", "--at", instant)
        self.assertEqual(done.returncode, 0, done.stderr)
        status = re.search(r'role="?status"?.*?</p>', done.stdout)[0]
        return re.sub(r"\s+", " ", re.sub(r"<[^>]+>|^[^>]*>", " ", status)).strip()

    def test_a_contact_without_a_value_is_left_out(self):
        site = json.loads(KOPYL.read_text())
        contacts = site["offices"][0]["contacts"]
        fax = next(one for one in contacts if one["role"] == "fax")
        with tempfile.TemporaryDirectory() as folder:
            for contacts[contacts.index(fax)]["value"] in ("55-2-41", ""):
                path = pathlib.Path(folder) / "site.json"
                path.write_text(json.dumps(site))
                self.assertEqual("<dt>Fax</dt>" in render(path, "--lang", "en").stdout, fax["value"] != "")

    def test_moved_days_and_eves_are_followed_unless_the_site_refuses_them(self):
        with tempfile.TemporaryDirectory() as folder:
            plain = shutil.copytree(KOPYL.parent, pathlib.Path(folder) / "site") / "site.json"
            site = json.loads(plain.read_text("utf-8"))
            site["offices"][0]["schedules"][0].update(holidayEve=0, movedDays=False)
            plain.write_text(json.dumps(site), "utf-8")
            for instant, follows, refuses in (
                    ("2026-04-25T16:00", "Open Closes at 16:30", "Closed Opens Monday at 8:30"),
                    ("2026-04-20T10:00", "Closed: the working day is moved to 25 April Opens Wednesday at 8:30",
                     "Open Closes at 13:00 for lunch, back at 14:00"),
                    ("2026-12-24T16:45", "Closed Opens Monday at 8:30", "Open Closes at 17:30"),
                    ("2026-11-06T16:45", "Closed Opens Monday at 8:30", "Open Closes at 17:30")):
                with self.subTest(instant):
                    self.assertTrue(self.status(KOPYL, instant).startswith(follows), self.status(KOPYL, instant))
                    self.assertTrue(self.status(plain, instant).startswith(refuses), self.status(plain, instant))

    def test_a_board_that_may_be_kept_never_says_what_is_open_now(self):
        for language, never in (("en", r"\b(?:now|today|Open ·|Closed ·|ago|yesterday)\b"),
                                ("ru", r"сегодня|сейчас|Открыто|назад|вчера"), ("be", r"сёння|зараз|Адчынена|таму|учора")):
            done = render(KOPYL, "--lang", language)
            self.assertEqual((done.returncode, done.stderr), (0, ""), language)
            self.assertNotRegex(done.stdout, never)
            self.assertNotIn("data-state", done.stdout)
            self.assertIn("8:30–13:00, 14:00–17:30", done.stdout)

    def test_what_is_coming_from_the_day_of_printing_on_is_said_with_dates_only(self):
        done = render(KOPYL, "--lang", "en", "--on", "2026-12-24")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertRegex(done.stdout, 'class="coming".*Fri 25 Dec.*Christmas')
        self.assertRegex(done.stdout, 'class="really">Thu 24 Dec<span class="times">8:30–13:00, 14:00–16:30<')
        self.assertNotRegex(done.stdout, r"\b[Tt]oday\b|aria-current|data-state")
        self.assertNotIn("coming", render(KOPYL, "--lang", "en").stdout)
        self.assertEqual(render(KOPYL, "--on", "2026-12-32").returncode, 2)

    def test_each_service_has_its_week_unless_no_week_is_like_the_others(self):
        services = re.findall(r"<details>.*?</details>", render(KOPYL, "--lang", "en").stdout)
        self.assertEqual(["<table" in service for service in services], [True, True, False])
        self.assertIn("Leaders’ reception", services[2])  # the second and fourth Wednesday
        at = re.findall(r"<details>.*?</details>", render(KOPYL, "--lang", "en", "--at", "2026-11-25T10:00").stdout)
        self.assertRegex(at[2], "Wednesday.*?8:00–13:00")

    def test_the_same_call_prints_the_same_bytes_with_every_element_closed(self):
        first, second = render(KOPYL, "--lang", "ru"), render(KOPYL, "--lang", "ru")
        self.assertEqual(first.stdout, second.stdout)
        self.assertTrue(first.stdout.startswith('<template shadowrootmode="open"><div class="board"'))
        balance = Balance()
        balance.feed(first.stdout)
        self.assertEqual((balance.open, balance.wrong), ([], []))

    def test_at_an_instant_of_the_town_it_says_what_the_page_would(self):
        done = render(KOPYL, "--lang", "en", "--at", "2026-11-23T13:30")
        self.assertRegex(done.stdout, r'data-state="pause".*Lunch break.*Opens at 14:00')

    def test_without_a_language_the_first_of_the_site_is_taken(self):
        self.assertIn('lang="be"', render(KOPYL).stdout[:120])

    def test_news_of_a_windows_1251_feed_beside_the_site_file_are_readable(self):
        done = render(KOPYL, "--lang", "ru", "--show", "news")
        self.assertRegex(done.stdout, r"[А-Я][а-я]+ [а-я]+")
        self.assertNotIn("\ufffd", done.stdout)

    def test_links_of_a_feed_stand_against_the_src_of_the_tag(self):
        picture = r'<img [^>]*src="([^"]*)library-evenings\.svg"'
        for words, folder in (((), ""), (("--src", "data/sites/kopyl/site.json"), "data/sites/kopyl/"),
                              (("--src", "https://town.example/board/site.json?2"), "https://town.example/board/"),
                              (("--src", "//evil.example/site.json"), "")):
            self.assertEqual(re.findall(picture, render(KOPYL, "--lang", "en", *words).stdout), [folder], words)

    def test_the_style_sheet_stands_first_and_its_address_is_escaped(self):
        done = render(KOPYL, "--stylesheet", 'a.css?b&"c')
        self.assertTrue(done.stdout.startswith(
            '<template shadowrootmode="open"><link rel="stylesheet" href="a.css?b&amp;&quot;c"><div'))

    def test_a_feed_that_is_not_there_leaves_the_rest_standing_and_is_named(self):
        with tempfile.TemporaryDirectory() as folder:
            site = pathlib.Path(folder) / "site.json"
            site.write_text(KOPYL.read_text())
            done = render(site, "--lang", "en")
            self.assertEqual(done.returncode, 1)
            self.assertRegex(done.stderr, r"site\.json: feed '[\w-]+' is not there")
            self.assertIn("8:30–13:00", done.stdout)

    def test_a_feed_may_lie_elsewhere(self):
        with tempfile.TemporaryDirectory() as folder:
            site = pathlib.Path(folder) / "site.json"
            site.write_text(KOPYL.read_text())
            words = []
            for feed in json.loads(site.read_text())["feeds"]:
                shutil.copy(KOPYL.parent / feed["url"], pathlib.Path(folder) / f"{feed['id']}.bytes")
                words += ["--feed", f"{feed['id']}={folder}/{feed['id']}.bytes"]
            done = render(site, "--lang", "en", *words)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertEqual(done.stdout, render(KOPYL, "--lang", "en").stdout)

    def test_a_command_line_that_is_not_understood_prints_nothing(self):
        for words in ((), ("nowhere.json",), (KOPYL, "--lang"), (KOPYL, "--at", "ten"), (KOPYL, KOPYL),
                      (KOPYL, "--feed", "news"), (KOPYL, "--at", "2026-02-30T10:00")):
            done = render(*words)
            self.assertEqual((done.returncode, done.stdout), (2, ""), words)
            self.assertRegex(done.stderr, "^townboard render: ")

    def test_what_is_wrong_in_the_site_file_is_said_with_its_place(self):
        with tempfile.TemporaryDirectory() as folder:
            site = pathlib.Path(folder) / "site.json"
            site.write_text(re.sub(r'"feeds": \[.*\]', '"feeds": []', KOPYL.read_text(), flags=re.S)
                            .replace('"zoneRule"', '"zoneRules"'))
            done = render(site, "--lang", "en")
            self.assertRegex(done.stderr, r"site\.json#/zoneRules?: \w+")
            self.assertIn("8:30–13:00", done.stdout)


if __name__ == "__main__":
    unittest.main()
