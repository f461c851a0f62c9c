#!/usr/bin/env python3
"""How fast opening hours are read and answered, beside npm opening_hours and Debian's libkopeninghours.

  python3 tests/bench/hours/run.py

Everything runs now, on this machine, one after the other: CPU time, the median of five samples. What is not
installed is left out and named. The library is measured when build/dist/hours.js is there (node web/build.mjs).
QT_INCLUDE names the folder of Qt 5's headers where it is not the usual one. No test judges these times.
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
from table import print_tables

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
BUILD = ROOT / "build" / "bench"
CALENDAR = ROOT / "data" / "calendars" / "DE.json"
MODULES = ("text", "time", "json", "locale", "calendar", "hours")
CORE_FLAGS = ("-O2", "-std=c++20", "-DNDEBUG", "-DJSON_NOEXCEPTION", "-fno-exceptions", "-fno-rtti",
              "-I", ROOT / "wasm" / "core", "-I", HERE)
ENVIRONMENT = {**os.environ, "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8", "QT_LOGGING_RULES": "*=false"}
LIMIT_SECONDS = 20  # of CPU time, for one engine


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


def measured(engine, task):
    """{"time": {(operation, value): ns}, "open": {value: count}, "slowest": [done, ns, mean, text], "notes": [...]}"""
    out = {"time": {}, "open": {}, "slowest": None, "notes": []}
    command = [str(part) for part in ENGINES[engine](task)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, timeout=300,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (LIMIT_SECONDS,) * 2))
        text, errors, code = done.stdout, done.stderr, done.returncode
    except subprocess.TimeoutExpired as late:
        text, errors, code = (late.stdout or b"").decode(), "stopped after 300 s", 1
    tried = None
    for kind, *fields in (line.split("\t") for line in text.splitlines()):
        if kind == "time":
            out["time"][fields[0], int(fields[1])] = float(fields[2])
        elif kind == "open":
            out["open"][int(fields[0])] = int(fields[1])
        elif kind == "slowest":
            out["slowest"] = [int(fields[0]), float(fields[1]), float(fields[2]), fields[3]]
        elif kind == "note":
            out["notes"].append(fields[0])
        elif kind == "try":
            tried = fields[0]
        elif kind == "failed":
            out["notes"].append(f"value {int(fields[0]) + 1}: {fields[1]}")
    if code != 0:
        last = f" at the random value {tried}" if tried else ""
        killed = f"did not come back within {LIMIT_SECONDS} s of CPU time"
        why = killed if code == -signal.SIGKILL else f"ended with {code}: {' '.join(errors[-300:].split())}"
        out["notes"].append(why + last)
    return out


def main():
    BUILD.mkdir(parents=True, exist_ok=True)
    values = json.loads((HERE / "values.json").read_text("utf-8"))
    task = write_task(values)
    results = {}
    for engine in ENGINES:
        try:
            results[engine] = measured(engine, task)
        except Missing as reason:
            print(f"*** {engine} IS LEFT OUT: {reason}", file=sys.stderr)
    print_tables(values, results)
    return 0 if "native" in results else 1


if __name__ == "__main__":
    sys.exit(main())
