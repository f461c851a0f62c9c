"""serve.py: types, compressed files, policies, and nothing outside of its folder."""

import gzip
import http.client
import pathlib
import sys
import tempfile
import threading
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
import serve  # noqa: E402


class Serve(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.place.name) / "dist"
        folder.mkdir()
        (folder / "index.html").write_text("<!doctype html>")
        (folder / "a.js").write_text("export {};")
        (folder / "a.js.gz").write_bytes(gzip.compress(b"export {};"))
        (folder / "a.wasm").write_bytes(b"\0asm")
        (folder.parent / "secret.txt").write_text("secret")
        serve.Handler.folder, serve.Handler.quiet = folder, True
        cls.server = serve.server("127.0.0.1", 0)
        cls.thread = threading.Thread(target=cls.server.serve_forever)
        cls.thread.start()

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()
        cls.thread.join()
        cls.server.server_close()
        cls.place.cleanup()

    def get(self, path, method="GET", **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.server_address[1])
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer, body

    def test_files_have_their_types(self):
        for path, kind in {"/": "text/html; charset=utf-8", "/a.js": "text/javascript; charset=utf-8",
                           "/a.wasm": "application/wasm"}.items():
            answer, _ = self.get(path)
            self.assertEqual((answer.status, answer.headers["Content-Type"]), (200, kind), path)
            self.assertIsNotNone(answer.headers["Date"])

    def test_a_compressed_file_is_sent_to_who_takes_it(self):
        answer, body = self.get("/a.js", Accept_Encoding="gzip, br")
        self.assertEqual(answer.headers["Content-Encoding"], "gzip")
        self.assertEqual(gzip.decompress(body), b"export {};")
        self.assertEqual(answer.headers["Vary"], "Accept-Encoding")
        for header in ("", "identity", "gzip;q=0"):
            answer, body = self.get("/a.js", Accept_Encoding=header)
            self.assertIsNone(answer.headers["Content-Encoding"])
            self.assertEqual(body, b"export {};")

    def test_an_unchanged_file_is_not_sent_again(self):
        answer, _ = self.get("/a.js")
        again, body = self.get("/a.js", If_None_Match=answer.headers["ETag"])
        self.assertEqual((again.status, body), (304, b""))

    def test_the_policy_is_strict_and_one_tree_forbids_webassembly(self):
        policy = self.get("/")[0].headers["Content-Security-Policy"]
        self.assertIn("script-src 'self' 'wasm-unsafe-eval';", policy)
        self.assertIn("require-trusted-types-for 'script'; trusted-types 'none'", policy)
        self.assertNotIn("unsafe-inline", policy)
        answer, body = self.get("/no-wasm/")
        self.assertEqual((answer.status, body), (200, b"<!doctype html>"))
        self.assertIn("script-src 'self';", answer.headers["Content-Security-Policy"])

    def test_nothing_outside_the_folder_is_sent(self):
        for path in ("/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/no-wasm/../../secret.txt", "//../secret.txt",
                     "/%00", "/missing"):
            answer, body = self.get(path)
            self.assertEqual(answer.status, 404, path)
            self.assertNotIn(b"secret", body)

    def test_head_has_no_body(self):
        answer, body = self.get("/a.js", method="HEAD")
        self.assertEqual((answer.status, body, answer.headers["Content-Length"]), (200, b"", "10"))


if __name__ == "__main__":
    unittest.main()
