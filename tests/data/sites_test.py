"""The sample towns hold what they are there to show."""

import email.utils
import json
import pathlib
import re
import unittest
import xml.etree.ElementTree as xml

SITES = pathlib.Path(__file__).resolve().parents[2] / "data" / "sites"
KOPYL = SITES / "kopyl"
ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"


def read_json(path):
    return json.loads(path.read_text("utf-8"))


def rss_items():
    # ElementTree has no windows-1251 of its own, so the text is decoded first.
    text = (KOPYL / "news.rss").read_bytes().decode("windows-1251")
    root = xml.fromstring(re.sub(r"^<\?xml[^>]*\?>", "", text))
    for item in root.iter("item"):
        yield {"title": item.findtext("title"), "lead": item.findtext("description"),
               "html": item.findtext(CONTENT), "by": item.findtext(CREATOR),
               "date": email.utils.parsedate_to_datetime(item.findtext("pubDate")).isoformat(),
               "category": item.findtext("category")}


def atom_items():
    for entry in xml.parse(KOPYL / "news-be.atom").iter(ATOM + "entry"):
        yield {"title": entry.findtext(ATOM + "title"), "lead": entry.findtext(ATOM + "summary"),
               "html": entry.findtext(ATOM + "content"),
               "by": entry.findtext(f"{ATOM}author/{ATOM}name"),
               "date": entry.findtext(ATOM + "published"),
               "category": entry.find(ATOM + "category").get("label")}


def json_items():
    for item in read_json(KOPYL / "news.json")["items"]:
        yield {"title": item["title"], "lead": item["summary"], "html": item["content_html"],
               "by": item["authors"][0]["name"], "date": item["date_published"],
               "category": item["tags"][0]}


FEEDS = {"news.rss": rss_items, "news-be.atom": atom_items, "news.json": json_items}


class KopylTest(unittest.TestCase):
    def test_the_facts_are_those_of_the_committee(self):
        site = read_json(KOPYL / "site.json")
        office = site["offices"][0]
        contacts = {contact["role"]: contact["value"] for contact in office["contacts"]}
        hours = {schedule["id"]: schedule["hours"] for schedule in office["schedules"]}

        self.assertEqual(("Europe/Minsk", "<+03>-3", "BY"),
                         (site["timeZone"], site["zoneRule"], site["calendar"]))
        self.assertEqual(["be", "ru", "en"], site["languages"])
        self.assertEqual("223927", office["address"]["postalCode"])
        self.assertEqual({"reception": "+375 1719 28-2-60", "hotline": "+375 1719 28-2-60",
                          "enquiry": "142", "fax": "+375 1719 55-2-41",
                          "email": "rik@kopyl.gov.by"}, contacts)
        self.assertEqual({
            "office": "Mo-Fr 08:30-13:00,14:00-17:30; PH off",
            "appeals": "Mo-Fr 08:00-13:00,14:00-17:30; PH off",
            "one-window": "Mo,Tu,Th,Fr 08:00-13:00,14:00-17:00; We 08:00-13:00,14:00-20:00; "
                          "Sa 09:00-13:00; PH off",
            "leaders": "We[2,4] 08:00-13:00; PH off",
        }, hours)

    def test_every_text_is_in_all_languages(self):
        def texts(value, place):
            if isinstance(value, dict):
                if set(value) & {"be", "ru", "en"}:
                    yield place, value
                for key, child in value.items():
                    yield from texts(child, f"{place}/{key}")
            elif isinstance(value, list):
                for index, child in enumerate(value):
                    yield from texts(child, f"{place}/{index}")

        found = list(texts(read_json(KOPYL / "site.json"), ""))
        self.assertGreater(len(found), 8)
        for place, value in found:
            self.assertEqual({"be", "ru", "en"}, set(value), place)

    def test_rss_is_in_windows_1251(self):
        data = (KOPYL / "news.rss").read_bytes()
        self.assertTrue(data.startswith(b'<?xml version="1.0" encoding="windows-1251"?>'))
        self.assertIn("Новости района".encode("windows-1251"), data)
        with self.assertRaises(UnicodeDecodeError):
            data.decode("utf-8")
        self.assertIn("news.rss -text", (KOPYL / ".gitattributes").read_text("utf-8"))

    def test_the_feeds_have_the_same_news(self):
        dates = {name: [item["date"] for item in read()] for name, read in FEEDS.items()}
        self.assertEqual(12, len(dates["news.json"]))
        self.assertEqual(dates["news.json"], sorted(dates["news.json"], reverse=True))
        for name, each in dates.items():
            self.assertEqual(dates["news.json"], each, name)

    def test_every_item_is_whole(self):
        for name, read in FEEDS.items():
            for item in read():
                with self.subTest(feed=name, title=item["title"]):
                    for part in ("title", "lead", "by", "category"):
                        self.assertTrue(item[part].strip(), part)
                    self.assertGreaterEqual(item["html"].count("<p>"), 2)
                    # every element is closed, so that what a reader makes of it can be foretold
                    html = re.sub(r"<(img [^>]*)>", r"<\1/>", item["html"])
                    xml.fromstring(f"<body>{html}</body>")

    def test_what_the_feeds_are_there_to_show_is_in_them(self):
        for name, read in FEEDS.items():
            with self.subTest(feed=name):
                items = list(read())
                html = [item["html"] for item in items]
                pictures = re.findall(r'<img src="([^"]+)"', "".join(html))
                self.assertEqual(["library-evenings.svg"], pictures)
                self.assertTrue((KOPYL / pictures[0]).is_file())
                self.assertGreater(max(map(len, html)), 3400, "a long article")
                quotes = re.findall(r"<blockquote>(.*?)</blockquote>", "".join(html), re.S)
                self.assertGreater(max(map(len, quotes)), 350, "a long quotation")
                self.assertTrue(any("<table>" in text for text in html))
                self.assertIn("belta.by", {item["by"] for item in items})
                self.assertEqual("2023-01-19", items[-1]["date"][:10])

    def test_the_news_are_marked_as_samples(self):
        readme = (KOPYL / "README.md").read_text("utf-8")
        self.assertIn("All news in this folder are samples", readme)
        self.assertIn("CC0", readme)
        for name in FEEDS:
            encoding = "windows-1251" if name == "news.rss" else "utf-8"
            text = (KOPYL / name).read_bytes().decode(encoding)
            self.assertRegex(text, "Образец|Узор|Sample", name)
            hosts = set(re.findall(r"https?://([^/\"<]+)", text))
            self.assertLessEqual(
                hosts, {"kopyl.example", "www.w3.org", "purl.org", "jsonfeed.org"}, name)


class VillageTest(unittest.TestCase):
    def test_hours_are_a_sentence(self):
        site = read_json(SITES / "village" / "site.json")
        self.assertEqual("Пн-Пт 8.30-17.30, обед 13.00-14.00",
                         site["offices"][0]["schedules"][0]["hours"])


if __name__ == "__main__":
    unittest.main()
