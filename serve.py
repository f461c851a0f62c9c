#!/usr/bin/env python3
"""Sets up, builds what is missing and serves the demo page on this machine.

  python3 serve.py [--port 8080] [--host 127.0.0.1] [--no-build]

The page runs under a strict Content-Security-Policy with Trusted Types. Below /no-wasm/ lies the same tree
under a policy that forbids WebAssembly.
"""
import argparse
import email.utils
import hashlib
import http.server
import pathlib
import sys
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parent
DIST = ROOT / "build" / "dist"
sys.path.insert(0, str(ROOT / "wasm"))
import toolchain  # noqa: E402

POLICY = (
    "default-src 'none'; script-src 'self'{wasm}; style-src 'self'; img-src 'self' https: data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; "
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
WITHOUT_WASM = "/no-wasm/"

TYPES = {
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".json": "application/json",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/x-icon",
    ".xml": "application/xml",
    ".rss": "application/rss+xml",
    ".atom": "application/atom+xml",
    ".txt": "text/plain; charset=utf-8",
    ".ts": "text/plain; charset=utf-8",
}
ENCODINGS = (("br", ".br"), ("gzip", ".gz"))


def accepted(header):
    """The content codings that a client takes: those named with a weight above zero."""
    names = set()
    for part in header.lower().split(","):
        name, _, parameters = part.strip().partition(";")
        weight = parameters.replace(" ", "").removeprefix("q=") or "1"
        try:
            if float(weight) > 0:
                names.add(name.strip())
        except ValueError:
            continue
    return names


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "townboard"
    folder = DIST
    quiet = False

    def do_GET(self):
        self.answer(with_body=True)

    def do_HEAD(self):
        self.answer(with_body=False)

    def find(self, path):
        """The file that a path names; nothing for one outside the folder."""
        name = urllib.parse.unquote(path).lstrip("/")
        if "\0" in name:
            return None
        file = (self.folder / name).resolve()
        if file != self.folder.resolve() and self.folder.resolve() not in file.parents:
            return None
        if file.is_dir():
            file = file / "index.html"
        return file if file.is_file() else None

    def answer(self, with_body):
        path = urllib.parse.urlsplit(self.path).path
        wasm = " 'wasm-unsafe-eval'"
        if path.startswith(WITHOUT_WASM):
            path, wasm = path[len(WITHOUT_WASM) - 1:], ""
        file = self.find(path)
        if file is None:
            self.send(404, {"Content-Type": TYPES[".txt"]}, b"not found\n", with_body)
            return
        body, encoding = self.read(file)
        tag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
        headers = {
            "Content-Type": TYPES.get(file.suffix, "application/octet-stream"),
            "ETag": tag,
            "Last-Modified": email.utils.formatdate(file.stat().st_mtime, usegmt=True),
            "Cache-Control": "no-cache",
            "Vary": "Accept-Encoding",
            "Content-Security-Policy": POLICY.format(wasm=wasm),
        }
        if encoding:
            headers["Content-Encoding"] = encoding
        if tag in self.headers.get("If-None-Match", ""):
            self.send(304, headers, b"", False)
            return
        self.send(200, headers, body, with_body)

    def read(self, file):
        codings = accepted(self.headers.get("Accept-Encoding", ""))
        for name, end in ENCODINGS:
            packed = file.with_name(file.name + end)
            if name in codings and packed.is_file() and packed.stat().st_mtime >= file.stat().st_mtime:
                return packed.read_bytes(), name
        return file.read_bytes(), None

    def send(self, status, headers, body, with_body):
        self.send_response(status)  # which sends Date, too
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        if status != 304:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if with_body:
            self.wfile.write(body)

    def log_message(self, form, *values):
        if not self.quiet:
            sys.stderr.write(f"{form % values}\n")


def server(host, port):
    """A server of build/dist; port 0 takes a free one."""
    return http.server.ThreadingHTTPServer((host, port), Handler)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--port", type=int, default=8080)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--no-build", action="store_true", help="serve build/dist as it is")
    parser.add_argument("--quiet", action="store_true", help="do not print requests")
    options = parser.parse_args()
    if not options.no_build:
        try:
            toolchain.set_up(["wasm"])
            toolchain.say("building what has changed")
            toolchain.build("wasm", "modules")
            print(toolchain.bundle(), end="", flush=True)
        except toolchain.Missing as problem:
            sys.exit(f"serve.py: {problem}")
    if not DIST.is_dir():
        sys.exit("serve.py: build/dist is not there; start without --no-build")
    Handler.quiet = options.quiet
    try:
        with server(options.host, options.port) as running:
            host = f"[{options.host}]" if ":" in options.host else options.host
            print(f"http://{host}:{running.server_address[1]}/", flush=True)
            running.serve_forever()
    except OSError as problem:
        sys.exit(f"serve.py: port {options.port}: {problem.strerror}; --port takes another")
    except KeyboardInterrupt:
        pass


if __name__ == "__main__":
    main()
