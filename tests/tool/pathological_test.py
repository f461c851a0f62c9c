"""Inputs made to cost time or memory: every one is answered, with at most six times its bytes of memory, in a bounded
amount of CPU time. The bound is far above what any needs, so that only work which grows by the square runs into it.
"""
import os
import pathlib
import resource
import subprocess
import tempfile
import unittest

TOOL = pathlib.Path(__file__).resolve().parents[2] / "build" / "native" / "townboard"
CPU_SECONDS = 20
TIMES = 6  # bytes of memory for a byte of input, at most

ITEM = "<item><title>{}</title><link>https://town.example/1</link><description>{}</description>{}</item>"


def feed(items, declarations=""):
    return f'<?xml version="1.0"?>{declarations}<rss version="2.0"><channel><title>t</title>{items}</channel></rss>'


def item(title="t", text="d", more=""):
    return ITEM.format(title, text, more)


def entities(count, value):
    return "<!DOCTYPE rss [" + "".join(f'<!ENTITY e{i} "{value(i)}">' for i in range(count)) + "]>"


FEEDS = {
    "laughs": lambda: feed(item("&e11;"), entities(12, lambda i: f"&e{i - 1};" * 10 if i else "ha")),
    "one entity, often": lambda: feed(item("&e0;" * 50_000), entities(1, lambda i: "A" * 50_000)),
    "a chain of entities": lambda: feed(item("&e4999;"), entities(5000, lambda i: f"&e{i - 1};")),
    "an external entity": lambda: feed(item("&x;"), '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>'),
    "deep inside": lambda: feed(item(text="<a>" * 100_000 + "</a>" * 100_000)),
    "deep outside": lambda: "<a>" * 200_000,
    "attributes": lambda: feed(item(more="<enclosure " + " ".join(f'a{i}="1"' for i in range(100_000)) + "/>")),
    "a long attribute": lambda: feed(item(more=f'<enclosure url="{"a" * 5_000_000}"/>')),
    "namespaces": lambda: "<rss " + " ".join(f'xmlns:p{i}="u{i}"' for i in range(50_000)) + f">{item()}</rss>",
    "namespaces, inside each other": lambda: "<rss>" + '<a xmlns:p="u">' * 100_000 + item(),
    "numbers": lambda: feed(item("&#65;" * 500_000)),
    "names": lambda: feed(item("&amp;" * 500_000)),
    "ampersands": lambda: feed(item("&" * 2_000_000)),
    "signs": lambda: feed(item("<" * 2_000_000)),
    "comments, open": lambda: feed(item("<!--" * 500_000)),
    "CDATA, open": lambda: feed(item("<![CDATA[" * 300_000)),
    "CDATA": lambda: feed(item("<![CDATA[a]]>" * 300_000)),
    "items": lambda: feed(item() * 60_000),
    "items, open": lambda: "<rss><channel>" + "<item><title>a" * 100_000,
    "instructions": lambda: feed(item("<?a b?>" * 300_000)),
    "names of prototypes": lambda: feed(item(more="<__proto__><polluted>1</polluted></__proto__>" * 1000)),
    "NUL": lambda: feed(item("\0" * 1_000_000)),
    "quotation marks": lambda: feed(item(more="<enclosure " + 'a="' * 700_000 + "/>")),
    "a date of blanks": lambda: feed(item(more="<pubDate>Mon, " + " " * 500_000 + "x</pubDate>")),
    "parentheses": lambda: feed(item(more="<author>" + "(" * 500_000 + " a@b </author>")),
    "link of slashes": lambda: feed(item(more="<link>" + "/.." * 300_000 + "</link>")),
    "JSON, deep": lambda: "[" * 500_000,
}

PAGES = {
    "div": lambda: "<div>" * 200_000,
    "b": lambda: "<b>" * 100_000 + "x",
    "a and b": lambda: "<a><b>" * 50_000,
    "tables": lambda: "<table>" * 100_000,
    "tables in cells": lambda: "<table><tr><td>" * 50_000,
    "cells": lambda: "<table>" + "<td>a" * 200_000,
    "font and p": lambda: "<font size=1><p>" * 50_000,
    "svg": lambda: "<svg>" * 200_000,
    "svg and desc": lambda: "<svg><desc>" * 100_000,
    "svg, left": lambda: "<svg><p>" * 100_000,
    "CDATA in svg": lambda: "<svg>" + "<![CDATA[" * 200_000,
    "signs": lambda: "<" * 1_000_000,
    "names": lambda: "<a" * 500_000,
    "ampersands": lambda: "&" * 1_000_000,
    "comments, open": lambda: "<!--" * 500_000,
    "dashes": lambda: "<!--" + "-" * 2_000_000,
    "attributes": lambda: "<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">x",
    "quotation marks": lambda: '<a href="' * 500_000,
    "items": lambda: "<ul>" + "<li>a" * 200_000,
    "select": lambda: "<select><option>" * 100_000,
    "template": lambda: "<template>" * 200_000,
    "script, open": lambda: "<script>" * 300_000,
    "ends of script": lambda: "<script>" + "</scrip" * 300_000,
    "noscript": lambda: "<noscript><style></style>" * 100_000,
    "style": lambda: f'<p style="{"a:b;" * 2_000_000}">x',
    "ends": lambda: "</p>" * 300_000,
    "ends of others": lambda: "<i><p></i>" * 100_000,
    "pre": lambda: "<pre>\n" * 100_000,
}


def answer(command, text):
    """The exit code and the bytes of memory of a run over `text`."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        child = subprocess.Popen([TOOL, command, file.name], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS)))
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        return child.returncode, usage.ru_maxrss * 1024


class Pathological(unittest.TestCase):
    def check(self, command, inputs, empty):
        _, base = answer(command, empty)  # the program itself
        for name, make in inputs.items():
            with self.subTest(command=command, name=name):
                text = make()
                code, memory = answer(command, text)
                self.assertIn(code, (0, 1))
                # A process begins with what this one had; the system counts that too.
                own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
                self.assertLessEqual(memory, max(own, TIMES * len(text) + base))

    def test_feeds(self):
        self.check("feed", FEEDS, feed(item()))

    def test_pages(self):
        self.check("html", PAGES, "<p>x</p>")


if __name__ == "__main__":
    unittest.main()
