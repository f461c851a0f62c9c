#!/usr/bin/env python3
"""How fast opening hours are read and answered, beside npm opening_hours and Debian's libkopeninghours.

  python3 tests/bench/hours/run.py

Everything runs now, on this machine: CPU time, the median of five samples. The engines take turns, one sample each of
the same operation on the same value, since machines change their pace; a ratio is the median of five ratios of two such
samples. What is not installed is left out and named. The library is measured when build/dist/hours.js is there
(node web/build.mjs). QT_INCLUDE names the folder of Qt 5's headers where it is not the usual one. No test judges these
times.
"""
import concurrent.futures
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import subprocess
import sys

from random_values import random_values
from table import OPERATIONS, print_tables

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
BUILD = ROOT / "build" / "bench"
CALENDAR = ROOT / "data" / "calendars" / "DE.json"
MODULES = ("text", "time", "json", "locale", "calendar", "hours")
CORE_FLAGS = ("-O2", "-std=c++20", "-DNDEBUG", "-DJSON_NOEXCEPTION", "-fno-exceptions", "-fno-rtti",
              "-I", ROOT / "wasm" / "core", "-I", HERE)
ENVIRONMENT = {**os.environ, "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8", "QT_LOGGING_RULES": "*=false"}
SAMPLES = 5
# Behind a turn that is not counted: the compilers of JavaScript and WebAssembly work beside what they compile, and were
# they not done with all of it before the first sample, their time would be counted.
TURNS = 1 + SAMPLES
LIMIT_SECONDS = 20  # of CPU time, for all random values


class Missing(Exception):
    """Why an engine is not in the table."""


def compiled(name, compiler, *arguments):
    target = BUILD / name
    done = subprocess.run([str(part) for part in (compiler, *arguments, "-o", target)], capture_output=True, text=True)
    if done.returncode != 0:
        raise Missing(f"{compiler} failed:\n{done.stderr[-2000:]}")
    return target


def objects():
    """Compiles ours, two files at a time; unchanged files come from ccache where there is one."""
    sources = [HERE / "townboard.cpp", *(s for m in MODULES for s in sorted((ROOT / "wasm/core" / m).glob("*.cpp")))]
    launcher = [shutil.which("ccache")] if shutil.which("ccache") else []
    (BUILD / "native").mkdir(parents=True, exist_ok=True)

    def one(source):
        target = BUILD / "native" / f"{source.parent.name}-{source.stem}.o"
        done = subprocess.run([str(part) for part in (*launcher, "g++", *CORE_FLAGS, "-c", source, "-o", target)],
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise Missing(f"{source.name} does not compile:\n{done.stderr[-2000:]}")
        return target

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(pool.map(one, sources))


def native(task):
    return [compiled("townboard", "g++", *objects()), task, CALENDAR]


def in_node(engine, file, how_to_get_it):
    if not file.exists() or not shutil.which("node"):
        raise Missing(f"no node or no {file.relative_to(ROOT)} ({how_to_get_it})")
    return lambda task: ["node", HERE / "measure.mjs", engine, task, file, CALENDAR]


def webassembly(task):
    """The same engine in a module that is made as those that ship are."""
    if (ROOT / "build" / "wasm" / "CMakeCache.txt").exists():
        build = ["cmake", "--build", ROOT / "build" / "wasm", "--target", "hours_bench_module"]
        done = subprocess.run(build, capture_output=True, text=True)
        if done.returncode != 0:
            raise Missing(f"the module does not build:\n{done.stdout[-2000:]}")
    return in_node("module", ROOT / "build" / "wasm" / "modules" / "hours_bench.wasm", "cmake --preset wasm")(task)


def library(task):
    return in_node("library", ROOT / "build" / "dist" / "hours.js", "node web/build.mjs")(task)


def opening_hours(task):
    file = ROOT / "node_modules" / "opening_hours" / "build" / "opening_hours.js"
    return in_node("opening_hours", file, "npm ci --ignore-scripts")(task)


def kopeninghours(task):
    if not pathlib.Path("/usr/include/kopeninghours/openinghours.h").exists():
        raise Missing("no header of KOpeningHours (Debian: libkopeninghours-dev)")
    usual = sorted(pathlib.Path("/usr/include").glob("*/qt5/QtCore"))
    folder = os.environ.get("QT_INCLUDE") or (usual[0].parent if usual else None)
    if folder is None or not (pathlib.Path(folder) / "QtCore").exists():
        raise Missing("no headers of Qt 5 (Debian: qtbase5-dev, or QT_INCLUDE=folder)")
    return [compiled("kopeninghours", "g++", "-std=c++17", "-O2", "-fPIC", "-I", folder, "-I", f"{folder}/QtCore",
                     HERE / "kopeninghours.cpp", "-lKOpeningHours", "-l:libQt5Core.so.5"), task]


ENGINES = {"native": native, "wasm": webassembly, "library": library, "npm": opening_hours, "KDE": kopeninghours}


def write_task(values):
    chance = random.Random(7)
    lines = [f"V {value}" for value in values] + [f"R {value}" for value in random_values(10000)]
    # Any second of 2024 to 2029.
    lines += [f"I {chance.randrange(1704067200, 1893456000)}" for _ in range(4096)]
    task = BUILD / "task.txt"
    task.write_text("\n".join(lines) + "\n", "utf-8")
    return task


class Engine:
    """A program that answers a line with a line, and what it said."""

    def __init__(self, command):
        self.command = [str(part) for part in command]
        self.samples, self.open, self.slowest, self.notes = {}, {}, None, []
        self.process = subprocess.Popen(self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env=ENVIRONMENT)

    def ask(self, question):
        try:
            self.process.stdin.write(question + "\n")
            self.process.stdin.flush()
        except BrokenPipeError:
            return ["ended"]
        return self.process.stdout.readline().rstrip("\n").split("\t")

    def measure(self, operation, index, counts):
        kind, *fields = self.ask(f"{operation} {index}")
        if kind == "time" and counts:
            self.samples.setdefault((operation, index), []).append(float(fields[2]))
        elif kind != "time":
            self.note(f"value {index + 1}: {fields[-1] if fields else 'ended'}")

    def count_open(self, index):
        kind, *fields = self.ask(f"open {index}")
        if kind == "open":
            self.open[index] = int(fields[1])

    def note(self, text):
        if text not in self.notes:
            self.notes.append(text)

    def end(self):
        self.process.communicate()

    def find_slowest(self):
        """In a process of its own, since some engines do not come back."""
        done = subprocess.run(self.command, input="slowest\n", capture_output=True, text=True, env=ENVIRONMENT,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (LIMIT_SECONDS,) * 2))
        tried = None
        for kind, *fields in (line.split("\t") for line in done.stdout.splitlines()):
            if kind == "slowest":
                self.slowest = [int(fields[0]), float(fields[1]), float(fields[2]), fields[3]]
            elif kind == "note":
                self.note(fields[0])
            elif kind == "try":
                tried = fields[0]
        if done.returncode != 0:
            last = f" at the random value {tried}" if tried else ""
            killed = f"did not come back within {LIMIT_SECONDS} s of CPU time"
            ended = f"ended with {done.returncode}: {' '.join(done.stderr[-300:].split())}"
            self.note((killed if done.returncode == -signal.SIGKILL else ended) + last)


def measured(values):
    """{name: Engine}, each asked everything."""
    task = write_task(values)
    engines = {}
    for name, how in ENGINES.items():
        try:
            engines[name] = Engine(how(task))
        except Missing as reason:
            print(f"*** {name} IS LEFT OUT: {reason}", file=sys.stderr)
    for turn in range(TURNS):
        for index in range(len(values)):
            for operation in OPERATIONS:
                for engine in engines.values():
                    engine.measure(operation, index, turn > 0)
    for engine in engines.values():
        for index in range(len(values)):
            engine.count_open(index)
        engine.end()
        engine.find_slowest()
    return engines


def main():
    BUILD.mkdir(parents=True, exist_ok=True)
    values = json.loads((HERE / "values.json").read_text("utf-8"))
    engines = measured(values)
    print_tables(values, engines)
    return 0 if "native" in engines else 1


if __name__ == "__main__":
    sys.exit(main())
