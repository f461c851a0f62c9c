"""Every language file is complete, formed as the schema says, and free of English."""

import json
import pathlib
import re
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
FOLDER = ROOT / "data" / "locales"
LANGUAGES = "en be ru uk pl lt lv et de fr es it nl cs sk pt ro ar he".split()
CATEGORIES = ("zero", "one", "two", "few", "many", "other")

# Strings that may be the same as in English: names, and words that a language shares with it.
SAME_IN_ALL = {"contacts.osm"}
SAME_BY_LANGUAGE = json.loads(
    (pathlib.Path(__file__).parent / "locales_same.json").read_text("utf-8"))
# Forms of a counted string that say the number in words.
MAY_LACK_COUNT = {("ar", "zero"), ("ar", "one"), ("ar", "two"), ("he", "one"), ("he", "two")}


def load(language):
    text = (FOLDER / f"{language}.json").read_text("utf-8")

    def no_key_twice(pairs):
        keys = [key for key, _ in pairs]
        twice = {key for key in keys if keys.count(key) > 1}
        if twice:
            raise ValueError(f"{language}: written twice: {sorted(twice)}")
        return dict(pairs)

    return json.loads(text, object_pairs_hook=no_key_twice)


def placeholders(text):
    return set(re.findall(r"\{(\w+)\}", text))


def split_counted(strings):
    """The plain strings, and the counted ones as {name: {category: text}}."""
    plain, counted = {}, {}
    for name, text in strings.items():
        base, _, category = name.rpartition(".")
        if category in CATEGORIES and f"{base}.other" in strings and f"{base}.one" in strings:
            counted.setdefault(base, {})[category] = text
        else:
            plain[name] = text
    return plain, counted


class LocalesTest(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.locales = {path.stem: load(path.stem) for path in FOLDER.glob("*.json")
                       if not path.name.endswith(".schema.json")}
        cls.plain, cls.counted = split_counted(cls.locales["en"]["strings"])

    def test_all_languages_are_there(self):
        self.assertEqual(sorted(LANGUAGES), sorted(set(self.locales) & set(LANGUAGES)))
        for language, locale in sorted(self.locales.items()):
            with self.subTest(language=language):
                self.assertEqual(language, locale["language"])
                self.assertEqual("rtl" if language in ("ar", "he") else "ltr", locale["direction"])

    def test_form_is_that_of_the_schema(self):
        schema = json.loads((FOLDER / "locale.schema.json").read_text("utf-8"))
        for language, locale in sorted(self.locales.items()):
            with self.subTest(language=language):
                self.assertEqual(set(), set(locale) - set(schema["properties"]))
                self.assertEqual(set(), set(schema["required"]) - set(locale))
                for part in ("list", "dates", "ordinals", "weekdays", "months"):
                    required = set(schema["properties"][part]["required"])
                    self.assertEqual(set(), required - set(locale[part]))
                for names in locale["weekdays"].values():
                    self.assertEqual(7, len(names))
                for names in locale["months"].values():
                    self.assertEqual(12, len(names))
                self.assertRegex(locale["ordinals"]["genders"], "^[mfn]{7}$")
                for gender in set(locale["ordinals"]["genders"]):
                    self.assertEqual(7, len(locale["ordinals"][gender]))
                clock = re.sub("'[^']*'", "", locale["clock"])
                self.assertRegex(clock, r"^[^A-Za-z]*(HH?|h)[^A-Za-z]*mm")
                if "a" in clock:
                    self.assertEqual(2, len(locale["dayPeriods"]))

    def test_no_string_is_missing_or_unknown(self):
        for language, locale in sorted(self.locales.items()):
            with self.subTest(language=language):
                plain, counted = split_counted(locale["strings"])
                self.assertEqual([], sorted(set(self.plain) - set(plain)), "missing")
                self.assertEqual([], sorted(set(plain) - set(self.plain)), "unknown")
                self.assertEqual([], sorted(set(self.counted) ^ set(counted)), "counted")

    def test_every_plural_category_has_its_form(self):
        for language, locale in sorted(self.locales.items()):
            with self.subTest(language=language):
                _, counted = split_counted(locale["strings"])
                expected = sorted([*locale["plurals"], "other"])
                wrong = {name: sorted(forms) for name, forms in counted.items()
                         if sorted(forms) != expected}
                self.assertEqual({}, wrong)

    def test_placeholders_are_those_of_english(self):
        for language, locale in sorted(self.locales.items()):
            with self.subTest(language=language):
                plain, counted = split_counted(locale["strings"])
                for name, text in self.plain.items():
                    self.assertEqual(placeholders(text), placeholders(plain.get(name, text)), name)
                for name, forms in counted.items():
                    expected = placeholders(self.counted.get(name, forms)["other"])
                    for category, text in forms.items():
                        found = placeholders(text)
                        if (language, category) in MAY_LACK_COUNT:
                            found.add("count")
                        self.assertEqual(expected, found, f"{name}.{category}")

    def test_nothing_is_left_in_english(self):
        english = self.locales["en"]["strings"]
        for language, locale in sorted(self.locales.items()):
            with self.subTest(language=language):
                if language == "en":
                    continue
                allowed = SAME_IN_ALL | set(SAME_BY_LANGUAGE.get(language, []))
                same = {name for name, text in locale["strings"].items()
                        if text == english.get(name)
                        and re.search("[A-Za-z]", re.sub(r"\{\w+\}", "", text))}
                self.assertEqual([], sorted(same - allowed), "left in English")
                self.assertEqual([], sorted(allowed - SAME_IN_ALL - same), "not the same: strike off")

    def test_texts_are_clean(self):
        foreign = {  # letters of another script that slip in unseen, by script of the language
            "cyrillic": re.compile(r"[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]"),
            "latin": re.compile(r"[\u0400-\u04ff]"),
        }
        for language, locale in sorted(self.locales.items()):
            with self.subTest(language=language):
                script = "cyrillic" if language in ("be", "ru", "uk") else "latin"
                for name, text in locale["strings"].items():
                    self.assertEqual(text.strip(), text, name)
                    self.assertNotRegex(text, r"  |\.\.\.|[<>\u0000-\u001f]", name)
                    self.assertEqual(text.count("{"), text.count("}"), name)
                    self.assertNotRegex(re.sub(r"\{\w+\}", " ", text), foreign[script], name)

    def test_date_patterns_know_only_their_names(self):
        known = {"day", "month", "onMonth", "briefMonth", "year",
                 "weekday", "onWeekday", "briefWeekday"}
        for language, locale in sorted(self.locales.items()):
            with self.subTest(language=language):
                for name, pattern in locale["dates"].items():
                    self.assertEqual(set(), placeholders(pattern) - known, name)
                    self.assertEqual(name == "date", "{year}" in pattern, name)
                    if "eekday" in name or name == "brief":
                        self.assertRegex(pattern, r"eekday\}", name)

    def test_the_switcher_knows_every_name(self):
        source = (ROOT / "wasm/core/locale/own_name.cpp").read_text("utf-8")
        table = dict(re.findall(r'\{"([a-z-]+)",\s*"([^"]+)"\}', source))
        self.assertEqual({language: locale["name"] for language, locale in self.locales.items()}, table)

    def test_belarusian_is_in_the_official_orthography(self):
        be = ". ".join(self.locales["be"]["strings"].values())
        self.assertNotRegex(be, "[иИщЩъЪ]", "a Russian letter")
        # у is short behind a vowel, and long behind a consonant
        self.assertNotRegex(be, r"[аеёіоуыэюя] у |[аеёіоуыэюя] у[бвгджзклмнпрстфхцчш]")
        self.assertNotRegex(be, r"[бвгджзйклмнпрстфхцчшь] ў")


if __name__ == "__main__":
    unittest.main()
