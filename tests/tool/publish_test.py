"""townboard publish: the folder that a server sends, the tags for the page, and nginx sending it."""

import base64
import hashlib
import json
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOL = ROOT / "build" / "native" / "townboard"
DIST = ROOT / "build" / "dist"
SITES = ROOT / "data" / "sites"
sys.path.insert(0, str(ROOT / "tests"))
import nginx  # noqa: E402


def publish(site, to, *arguments):
    return subprocess.run([TOOL, "publish", site, "--to", to, "--from", DIST, *arguments], capture_output=True, text=True)


class Nginx:
    """The folder under /board/, by the configuration that was published with it."""

    def __init__(self, folder, place):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        (place / "www").mkdir()
        shutil.copytree(folder, place / "www" / "board")
        lines = (folder / "nginx.conf").read_text()
        first = "user root;\n" if os.geteuid() == 0 else ""  # the folder is the tester's own
        if nginx.BROTLI.exists():
            first += f"load_module {nginx.BROTLI};\n"
            lines = lines.replace("# brotli_static on;", "brotli_static on;")
        temporary = "".join(f"{kind}_temp_path {place}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (place / "nginx.conf").write_text(
            f"{first}daemon off;\npid {place}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\ninclude {nginx.TYPES};\n"
            f"access_log off;\n{temporary}server {{\nlisten 127.0.0.1:{self.port};\nroot {place}/www;\n{lines}}}\n}}\n")
        self.process = subprocess.Popen([nginx.PROGRAM, "-p", place, "-c", place / "nginx.conf"], stderr=subprocess.PIPE, text=True)

    def get(self, path, coding):
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}/board/{path}", headers={"Accept-Encoding": coding})
        for _ in range(100):
            try:
                return urllib.request.urlopen(request, timeout=10)
            except urllib.error.HTTPError:
                raise
            except OSError:
                time.sleep(0.05)
        raise AssertionError(self.process.communicate(timeout=5)[1])

    def stop(self):
        self.process.terminate()
        self.process.communicate(timeout=10)


class Publish(unittest.TestCase):
    def setUp(self):
        self.place = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.place)
        self.to = self.place / "out"

    def test_what_a_site_needs_is_there_and_nothing_else(self):
        done = publish(SITES / "kopyl" / "site.json", self.to)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        files = {str(file.relative_to(self.to)) for file in self.to.rglob("*") if file.is_file()}
        version = next(name for name in files if name.startswith("townboard-")).split("/")[0]
        parts = ["townboard.js", "core.wasm2js.js", "town-board.css", "data/calendars/BY.json",
                 *(f"data/locales/{language}.json" for language in ("be", "ru", "en"))]
        wanted = {f"{version}/{name}{end}" for name in parts for end in ("", ".br", ".gz")}
        wanted |= {"site.json", "snippet.html", "nginx.conf", "news.rss", "news-be.atom", "news.json", "library-evenings.svg"}
        self.assertEqual(files, wanted)
        self.assertEqual((self.to / "site.json").read_bytes(), (SITES / "kopyl" / "site.json").read_bytes())

    def test_the_tags_name_the_script_by_its_content(self):
        done = publish(SITES / "kopyl" / "site.json", self.to, "--url", "https://town.example/board")
        self.assertEqual((self.to / "snippet.html").read_text(), done.stdout)
        script = next(self.to.glob("townboard-*/townboard.js"))
        digest = base64.b64encode(hashlib.sha384(script.read_bytes()).digest()).decode()
        self.assertIn(f'src="https://town.example/board/{script.parent.name}/townboard.js" integrity="sha384-{digest}"', done.stdout)
        self.assertIn('<town-board src="https://town.example/board/site.json">', done.stdout)
        self.assertIn("location /board/ {", (self.to / "nginx.conf").read_text())

    def test_sentences_become_osm_text_and_a_missing_rule_is_written(self):
        site = self.place / "site.json"
        text = (SITES / "village" / "site.json").read_text()
        self.assertIn("обед", text)
        site.write_text(re.sub(r'\n\s*"zoneRule": "[^"]*",', "", text))
        done = publish(site, self.to)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertIn("Mo-Fr 08:30-13:00,14:00-17:30", done.stderr)
        published, before = json.loads((self.to / "site.json").read_text()), json.loads(text)
        self.assertEqual(published["zoneRule"], "<+03>-3")
        schedule = published["offices"][0]["schedules"][0]
        self.assertEqual(schedule["hours"], "Mo-Fr 08:30-13:00,14:00-17:30")
        schedule["hours"] = before["offices"][0]["schedules"][0]["hours"]
        before["zoneRule"] = "<+03>-3"
        self.assertEqual(published, before)

    def test_quotation_marks_of_a_comment_are_written_as_json(self):
        site = self.place / "site.json"
        site.write_text((SITES / "village" / "site.json").read_text().replace(
            "Пн-Пт 8.30-17.30, обед 13.00-14.00", "пн-пт 8.30-17.30, сб по предварительной записи"))
        done = publish(site, self.to)
        self.assertEqual(done.returncode, 0, done.stderr)
        hours = json.loads((self.to / "site.json").read_text())["offices"][0]["schedules"][0]["hours"]
        self.assertRegex(hours, r'^Mo-Fr 08:30-17:30; Sa unknown "[^"]+"$')

    def test_nothing_is_written_for_a_site_with_errors(self):
        site = self.place / "site.json"
        good = (SITES / "village" / "site.json").read_text()
        for bad, place in ((good.replace("8.30-17.30, обед 13.00-14.00", "25.30-17.30"), ":23:"), (good.replace("{", "", 1), ":2:")):
            site.write_text(bad)
            done = publish(site, self.to)
            self.assertEqual(done.returncode, 1)
            self.assertIn("site.json" + place, done.stderr)
            self.assertFalse(self.to.exists())

    def test_files_outside_are_not_copied_and_names_are_decoded(self):
        (self.place / "town").mkdir()
        (self.place / "secret.json").write_text("{}")
        (self.place / "town" / "my news.json").write_text(json.dumps({
            "version": "https://jsonfeed.org/version/1.1", "title": "", "items": [{"id": "1", "content_text": "x", "image": "../secret.json"}]}))
        site = json.loads((SITES / "village" / "site.json").read_text())
        site["feeds"] = [{"id": "a", "url": "../secret.json"}, {"id": "b", "url": "my%20news.json?x=1"}]
        (self.place / "town" / "site.json").write_text(json.dumps(site))
        done = publish(self.place / "town" / "site.json", self.to)
        self.assertEqual(done.returncode, 0, done.stderr)
        names = {file.name for file in self.to.rglob("*") if file.suffix == ".json" and file.parent == self.to}
        self.assertEqual(names, {"site.json", "my news.json"})

    def test_a_command_line_that_would_do_harm_is_refused(self):
        site = SITES / "kopyl" / "site.json"
        self.assertEqual(publish(site, site.parent).returncode, 2)
        for url in ("board/", "http://town.example/", '/"><script>/', "/a b/", "/x;}/"):
            self.assertEqual(publish(site, self.to, "--url", url).returncode, 2, url)
        without = subprocess.run([TOOL, "publish", site, "--to", self.to, "--from", self.place], capture_output=True, text=True)
        self.assertEqual(without.returncode, 2)
        self.assertIn("has no build", without.stderr)
        self.assertFalse(self.to.exists())

    def test_nginx_sends_it(self):
        if not nginx.PROGRAM.exists():
            self.skipTest("there is no nginx, so its configuration is not tried")
        self.assertEqual(publish(SITES / "kopyl" / "site.json", self.to, "--url", "/board/").returncode, 0)
        server = Nginx(self.to, self.place)
        self.addCleanup(server.stop)
        script = next(self.to.glob("townboard-*/townboard.js"))
        name = str(script.relative_to(self.to))
        for coding, end in (("gzip", ".gz"), ("br, gzip", ".br" if nginx.BROTLI.exists() else ".gz"), ("identity", "")):
            answer = server.get(name, coding)
            self.assertEqual(answer.read(), pathlib.Path(f"{script}{end}").read_bytes(), coding)
            self.assertIn("javascript", answer.headers["Content-Type"])
            self.assertEqual(answer.headers["Cache-Control"], "public, max-age=31536000, immutable")
            self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(answer.headers["Access-Control-Allow-Origin"], "*")
        answer = server.get("site.json", "gzip")
        self.assertEqual(answer.read(), (self.to / "site.json").read_bytes())
        self.assertEqual((answer.headers["Content-Type"], answer.headers["Cache-Control"]), ("application/json", "no-cache"))
        self.assertTrue(answer.headers["ETag"] and answer.headers["Date"])


if __name__ == "__main__":
    unittest.main()
