#!/usr/bin/env python3
"""Sets up this machine: brings what is missing, and nothing when nothing is missing.

  python3 wasm/toolchain.py [build] [wasm] [fuzz] [browsers]      all four when none is named

Debian (root): from the machine's own package sources. Emscripten below 3.1.69 is too old; where the machine
has no newer one, that of the next Debian release is unpacked into build/toolchain, and the machine's
package sources are not touched. Elsewhere it uses what it finds and says what is missing.
"""
import hashlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
PLACE = ROOT / "build" / "toolchain"
STAMP = PLACE / "ready.json"
PARTS = ("build", "wasm", "fuzz", "browsers")
OLDEST_EMSCRIPTEN = (3, 1, 69)
EMSCRIPTEN_RELEASE = "trixie"  # the Debian release whose Emscripten is new enough

# What each part runs or includes, and the Debian package that has it. Several names: any of them will do.
NEEDS = {
    "build": [
        (("cmake",), "cmake"),
        (("ninja",), "ninja-build"),
        (("g++", "clang++"), "g++"),
        (("node",), "nodejs"),
        (("npm",), "npm"),
        (("/etc/ssl/certs/ca-certificates.crt", "/etc/ssl/cert.pem"), "ca-certificates"),
        (("nlohmann/json.hpp",), "nlohmann-json3-dev"),
        (("catch2/catch.hpp", "catch2/catch_all.hpp"), "catch2"),
    ],
    "wasm": [],
    "fuzz": [(("clang++-14", "clang++-19", "clang++"), "clang-14"),
             (("/usr/lib/llvm-14/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a",
               "/usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer-*.a",
               "/usr/lib/clang/*/lib/*/libclang_rt.fuzzer*.a"), "libclang-rt-14-dev")],
    "browsers": [
        (("chromium", "google-chrome"), "chromium"),
        (("chromedriver",), "chromium-driver"),
        (("firefox-esr", "firefox"), "firefox-esr"),
        (("WebKitWebDriver",), "webkit2gtk-driver"),
        (("xvfb-run",), "xvfb"),
        (("xauth",), "xauth"),
        (("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/*/DejaVuSans.ttf"),
         "fonts-dejavu-core"),
    ],
}
# For an Emscripten that is unpacked privately.
PRIVATE_NEEDS = [
    (("/usr/lib/llvm-19/bin/clang",), "clang-19"),
    (("/usr/lib/llvm-19/bin/wasm-ld",), "lld-19"),
    (("/usr/lib/llvm-19/bin/llvm-ar",), "llvm-19"),
    (("wasm-emscripten-finalize",), "binaryen"),
]


class Missing(Exception):
    """What a person has to install by hand."""


def say(text):
    print(f"set-up: {text}", file=sys.stderr, flush=True)


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          text=True, errors="replace", stdin=subprocess.DEVNULL, **options)
    if done.returncode:
        raise Missing(f"{' '.join(map(str, command))}\n{done.stdout[-3000:]}")
    return done.stdout


def present(names):
    for name in names:
        if name.startswith("/"):
            if any(pathlib.Path("/").glob(name[1:])):
                return True
        elif "/" in name:
            if any((pathlib.Path(place) / name).exists() for place in ("/usr/include", "/usr/local/include")):
                return True
        elif shutil.which(name):
            return True
    return False


def missing_packages(needs):
    return [package for names, package in needs if not present(names)]


def is_debian():
    return shutil.which("apt-get") is not None


_lists_are_new = False


def update_lists():
    global _lists_are_new
    if not _lists_are_new:
        run("apt-get", "update")
        _lists_are_new = True


def install(packages):
    if not packages:
        return
    line = "apt-get install --no-install-recommends " + " ".join(packages)
    if not is_debian():
        raise Missing("not found; on Debian they are the packages " + " ".join(packages))
    if os.geteuid() != 0:
        raise Missing(f"as root, run: apt-get update && {line}")
    say("installing " + " ".join(packages))
    update_lists()
    run(*line.split(), "-y", "-q", env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})


# -- npm ---------------------------------------------------------------------------------------------------

def node_modules():
    lock = hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
    stamp = ROOT / "node_modules" / ".townboard-lock"
    if stamp.exists() and stamp.read_text() == lock:
        return
    say("npm ci")
    run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", cwd=ROOT)
    stamp.write_text(lock)


# -- Emscripten --------------------------------------------------------------------------------------------

def version_of(text):
    found = re.search(r"(\d+)\.(\d+)\.(\d+)", text)
    return tuple(map(int, found.groups())) if found else (0, 0, 0)


def emscripten_on_path():
    """The em++ of this machine when it is new enough."""
    found = shutil.which("em++")
    if not found:
        return None
    said = subprocess.run([found, "--version"], capture_output=True, text=True)
    return pathlib.Path(found) if version_of(said.stdout) >= OLDEST_EMSCRIPTEN else None


def machine_offers_emscripten():
    if not (is_debian() and os.geteuid() == 0):
        return False
    update_lists()
    offered = run("apt-cache", "policy", "emscripten")
    candidate = re.search(r"Candidate: (\S+)", offered)
    return candidate is not None and version_of(candidate.group(1)) >= OLDEST_EMSCRIPTEN


def release_source():
    """A file that names the newer release in the archive that this machine itself installs from."""
    modern = sorted(pathlib.Path("/etc/apt/sources.list.d").glob("*.sources"))
    for path in modern:
        for paragraph in re.split(r"\n\s*\n", path.read_text()):
            lines = [line for line in paragraph.splitlines() if not line.startswith("#")]
            if any(re.match(r"URIs:.*/debian/?\s*$", line) for line in lines):
                lines = [f"Suites: {EMSCRIPTEN_RELEASE}" if line.startswith("Suites:") else line for line in lines]
                return "release.sources", "\n".join(lines) + "\n"
    for path in [pathlib.Path("/etc/apt/sources.list"), *pathlib.Path("/etc/apt/sources.list.d").glob("*.list")]:
        if not path.exists():
            continue
        for line in path.read_text().splitlines():
            found = re.match(r"deb\s+(\[.*?\]\s+)?(\S+/debian/?)\s+\S+\s+main", line)
            if found:
                return "release.list", f"deb {found.group(1) or ''}{found.group(2)} {EMSCRIPTEN_RELEASE} main\n"
    raise Missing("this machine's package sources name no Debian archive")


def unpack_emscripten():
    """Emscripten of the newer release below build/toolchain/root; its package is free of machine code."""
    target = PLACE / "root"
    if (target / "usr/share/emscripten/em++.py").exists():
        return target
    install(missing_packages(PRIVATE_NEEDS))
    for folder in ("lists/partial", "cache/archives/partial", "deb"):
        (PLACE / folder).mkdir(parents=True, exist_ok=True)
    name, text = release_source()
    (PLACE / name).write_text(text)
    options = ["-o", f"Dir::Etc::sourcelist={PLACE / name}", "-o", "Dir::Etc::sourceparts=/dev/null",
               "-o", f"Dir::State::Lists={PLACE / 'lists'}", "-o", f"Dir::Cache={PLACE / 'cache'}",
               "-o", "APT::Sandbox::User=root"]
    say(f"unpacking the Emscripten of {EMSCRIPTEN_RELEASE} into build/toolchain (240 MB)")
    run("apt-get", *options, "update")
    run("apt-get", *options, "download", "emscripten", cwd=PLACE / "deb")
    package = next((PLACE / "deb").glob("emscripten_*.deb"))
    partial = PLACE / "root.partial"
    shutil.rmtree(partial, ignore_errors=True)
    run("dpkg", "-x", package, partial)
    shutil.rmtree(target, ignore_errors=True)
    partial.rename(target)
    shutil.rmtree(PLACE / "deb")
    return target


def write_script(path, *lines):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_text("\n".join(("#!/bin/sh", *lines, "")))
    path.chmod(0o755)


def private_binaryen():
    """A folder with the tools of npm's binaryen; the one that it lacks is the machine's own older one."""
    home = PLACE / "binaryen"
    source = ROOT / "node_modules" / "binaryen" / "bin"
    for tool in source.iterdir():
        write_script(home / "bin" / tool.name, f'exec node "{tool}" "$@"')
    write_script(home / "bin" / "wasm-emscripten-finalize",
                 f'exec {shutil.which("wasm-emscripten-finalize")} "$@" > /dev/null')
    return home


def private_emscripten():
    home = unpack_emscripten() / "usr/share/emscripten"
    config = PLACE / "emscripten.config"
    config.write_text(f"""LLVM_ROOT = '/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '{private_binaryen()}'
NODE_JS = '{shutil.which("node")}'
CACHE = '{home / "cache"}'
FROZEN_CACHE = True
""")
    for tool in ("em++", "emcc", "emar", "emranlib"):
        write_script(PLACE / "bin" / tool, f'EM_CONFIG="{config}" exec "{home / tool}" "$@"')
    # Emscripten's own JavaScript passes look for acorn where Debian would have put it.
    acorn = home.parent / "node_modules"
    if acorn.is_symlink() or not acorn.exists():
        acorn.unlink(missing_ok=True)
        acorn.symlink_to(ROOT / "node_modules")


def emscripten():
    if emscripten_on_path():
        return
    if machine_offers_emscripten():
        install(["emscripten"])
        return
    if not is_debian():
        raise Missing("no em++ of 3.1.69 or newer on PATH")
    private_emscripten()


def wasm_is_ready():
    tool = PLACE / "bin" / "em++"
    return tool.exists() or emscripten_on_path() is not None


# -- the whole ---------------------------------------------------------------------------------------------

def fingerprint():
    """Changes when what is to be set up changes, or this machine or folder is another one."""
    known = hashlib.sha256(str(ROOT).encode())
    for path in (pathlib.Path(__file__), ROOT / "package-lock.json", pathlib.Path("/etc/os-release")):
        known.update(path.read_bytes() if path.exists() else b"")
    return known.hexdigest()


def set_up(parts=PARTS):
    """Brings what the parts need. Raises Missing with what a person has to do."""
    done = {}
    if STAMP.exists():
        done = json.loads(STAMP.read_text())
    mark = fingerprint()
    wanted = [part for part in PARTS if part in ("build", *parts)]
    install(sorted({package for part in wanted for package in missing_packages(NEEDS[part])}))
    node_modules()
    if "wasm" in wanted and not (done.get("wasm") == mark and wasm_is_ready()):
        emscripten()
        done["wasm"] = mark
        PLACE.mkdir(parents=True, exist_ok=True)
        STAMP.write_text(json.dumps(done))


def clang():
    """The clang++ that has libFuzzer."""
    for name in ("clang++-14", "clang++-19", "clang++"):
        if shutil.which(name):
            return shutil.which(name)
    return None


def preset_is_new(preset):
    cache = ROOT / "build" / preset / "CMakeCache.txt"
    if not cache.exists() or not (ROOT / "build" / preset / "build.ninja").exists():
        return True
    return f"CMAKE_HOME_DIRECTORY:INTERNAL={ROOT}\n" not in cache.read_text()


def build(preset, *targets):
    """Configures a preset where that is needed and builds the targets, all when none is named.

    What can be built is, so that one bad file fails its own tests only.
    """
    folder = ROOT / "build" / preset
    if preset_is_new(preset):
        shutil.rmtree(folder, ignore_errors=True)
        compiler = [f"-DCMAKE_CXX_COMPILER={clang()}"] if preset == "fuzz" else []
        run("cmake", "--preset", preset, *compiler, cwd=ROOT)
    wanted = ["--target", *targets] if targets else []
    jobs = str(os.cpu_count() or 2)
    run("cmake", "--build", folder, "-j", jobs, *wanted, "--", "-k", "0", cwd=ROOT)


def bundle():
    """Writes build/dist and returns the table of sizes."""
    return run("node", ROOT / "web" / "build.mjs", cwd=ROOT)


def main():
    parts = sys.argv[1:] or PARTS
    if set(parts) - set(PARTS):
        print(__doc__)
        return 2
    try:
        set_up(parts)
    except Missing as problem:
        print(f"set-up: {problem}", file=sys.stderr)
        return 1
    say("everything is there")
    return 0


if __name__ == "__main__":
    sys.exit(main())
