#!/usr/bin/env python3
"""Sets up, builds and runs every test.

  python3 tests/run.py [--list] [--only NAME[,NAME...]]

A suite is called <stage>/<name>, such as native/hours; --only takes a stage, a name or both. Suites are found
by their files, so a new one needs no list. The last line is "N passed, N failed".
"""
import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
BUILD = ROOT / "build"
sys.path.insert(0, str(ROOT / "wasm"))
import nginx  # noqa: E402
import toolchain  # noqa: E402

FUZZ_SECONDS = 60  # all fuzzers together, when --fuzz-runs does not say otherwise
STAGES = ("structure", "native", "asan", "wasm", "tool", "data", "web", "size", "conformance", "browser", "fuzz")
# What has to be set up and built before a stage runs.
PRESETS = {"native": ["native"], "asan": ["asan"], "wasm": ["wasm"], "tool": ["native", "wasm"],
           "web": ["wasm", "native"], "size": ["wasm"], "conformance": ["native"], "browser": ["wasm", "native"],
           "fuzz": ["fuzz"], "data": ["native"]}
BUNDLED = {"web", "size", "browser", "tool"}
PARTS = {"wasm": "wasm", "fuzz": "fuzz", "browser": "browsers"}


class Outcome:
    def __init__(self, passed, failed, skipped=0, text=""):
        self.passed, self.failed, self.skipped, self.text = passed, failed, skipped, text


def call(command, timeout=900, env=None):
    """The exit code and everything printed. No test reads the zone or the language of the machine."""
    surroundings = {**os.environ, "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", **(env or {})}
    try:
        done = subprocess.run([str(part) for part in command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              stdin=subprocess.DEVNULL, cwd=ROOT, timeout=timeout, env=surroundings)
    except subprocess.TimeoutExpired as late:
        return 124, (late.stdout or b"").decode(errors="replace") + f"\nstopped after {timeout} s\n"
    return done.returncode, done.stdout.decode(errors="replace")


# -- the kinds of suites -----------------------------------------------------------------------------------

def catch_suite(command):
    """A Catch2 program. Its XML has the counts; its ordinary words are for people."""
    env = {"ASAN_OPTIONS": "allocator_may_return_null=1", "UBSAN_OPTIONS": "print_stacktrace=1"}
    if not pathlib.Path(command[-1]).exists():
        return Outcome(0, 1, text=f"{command[-1]} was not built\n")
    code, text = call([*command, "-r", "xml"], env=env)
    found = re.findall(r'<OverallResultsCases successes="(\d+)" failures="(\d+)"', text)
    if not found:
        return Outcome(0, 1, text=text[-4000:])
    passed, failed = map(int, found[-1])
    if code == 0 and failed == 0:
        return Outcome(passed, 0)
    return Outcome(passed, max(failed, 1), text=call(command, env=env)[1][-6000:])


def unittest_suite(file):
    code, text = call([sys.executable, file], timeout=1800)
    ran = re.search(r"^Ran (\d+) tests?", text, re.M)
    counts = dict(re.findall(r"(failures|errors|skipped)=(\d+)", text.splitlines()[-1] if text.strip() else ""))
    if not ran:
        return Outcome(0, 1, text=text[-4000:])
    skipped = int(counts.get("skipped", 0))
    failed = int(counts.get("failures", 0)) + int(counts.get("errors", 0))
    if code and not failed:
        failed = 1
    return Outcome(max(int(ran.group(1)) - failed - skipped, 0), failed, skipped, text if failed or skipped else "")


def node_suite(file, prefix=(), timeout=900):
    code, text = call([*prefix, "node", "--test", "--test-reporter=tap", file], timeout=timeout)
    counts = {name: int(count) for name, count in re.findall(r"^# (pass|fail|skipped|cancelled) (\d+)", text, re.M)}
    if "pass" not in counts:
        return Outcome(0, 1, text=text[-4000:])
    failed = counts["fail"] + counts.get("cancelled", 0)
    if code and not failed:
        failed = 1
    return Outcome(counts["pass"], failed, counts.get("skipped", 0), failures_of(text) if failed else "")


def failures_of(tap):
    """The part of a TAP report that tells of failures."""
    lines, keep = [], False
    for line in tap.splitlines():
        if re.match(r"\s*(not )?ok \d", line):
            keep = line.lstrip().startswith("not ok")
        if keep or line.startswith("#"):
            lines.append(line)
    return "\n".join(lines)[-6000:] + "\n"


def browser_suite(file):
    prefix = ("xvfb-run", "-a") if shutil.which("xvfb-run") else ()
    return node_suite(file, prefix, timeout=1500)


def size_suite():
    rows = [row for row in json.loads((BUILD / "sizes.json").read_text()) if row[4] is not None]
    over = [f"{name}: {brotli} bytes, {brotli - budget} too many\n" for name, _, _, brotli, budget in rows
            if brotli > budget]
    if not rows:
        return Outcome(0, 1, text="nothing was weighed: build/dist is not there\n")
    return Outcome(len(rows) - len(over), len(over), text="".join(over))


def fuzz_suite(program, bounds):
    seeds = TESTS / "fuzz" / "seeds" / program.name.removeprefix("fuzz_")
    found = BUILD / "fuzz" / "found" / program.name
    found.mkdir(parents=True, exist_ok=True)
    if not program.exists():
        return Outcome(0, 1, text=f"{program} was not built\n")
    places = [found, *([seeds] if seeds.is_dir() else [])]
    code, text = call([program, *bounds, "-timeout=10", "-rss_limit_mb=2048", f"-artifact_prefix={BUILD / 'fuzz'}/",
                       *places], timeout=86400)
    runs = re.findall(r"Done (\d+) runs", text)
    return Outcome(1, 0, text="") if code == 0 and runs else Outcome(0, 1, text=text[-4000:])


# -- finding them ------------------------------------------------------------------------------------------

def catch_names():
    return sorted({file.parent.name for file in TESTS.glob("*/*_test.cpp")})


def suites(fuzz_runs=0):
    """{stage/name: function}, in the order in which they run."""
    found = {}
    for stage in ("native", "asan", "wasm"):
        for name in catch_names():
            if stage == "wasm" and name == "tool":
                continue
            program = BUILD / stage / "tests" / f"test_{name}"
            command = ["node", f"{program}.js"] if stage == "wasm" else [program]
            found[f"{stage}/{name}"] = lambda command=command: catch_suite(command)
    for stage in ("structure", "tool", "data", "conformance", "web"):
        for file in sorted((TESTS / stage).glob("*_test.py")):
            found[f"{stage}/{file.stem.removesuffix('_test')}"] = lambda file=file: unittest_suite(file)
    for file in sorted((TESTS / "web").glob("*.test.mjs")):
        found[f"web/{file.name.removesuffix('.test.mjs')}"] = lambda file=file: node_suite(file)
    for file in sorted((TESTS / "browser").glob("*.test.mjs")):
        found[f"browser/{file.name.removesuffix('.test.mjs')}"] = lambda file=file: browser_suite(file)
    found["size/budgets"] = size_suite
    fuzzers = sorted((TESTS / "fuzz").glob("*.cpp"))
    for file in fuzzers:
        program = BUILD / "fuzz" / "tests" / f"fuzz_{file.stem}"
        # The short run is the same each time, so that what fails here fails for everybody; the long one looks elsewhere.
        bounds = ([f"-runs={fuzz_runs}"] if fuzz_runs
                  else ["-seed=1", f"-max_total_time={max(2, FUZZ_SECONDS // len(fuzzers))}"])
        found[f"fuzz/{file.stem}"] = lambda program=program, bounds=bounds: fuzz_suite(program, bounds)
    return dict(sorted(found.items(), key=lambda item: STAGES.index(item[0].split("/")[0])))


def chosen(all_suites, only):
    """The suites that are wanted, and the names that none of them has."""
    if not only:
        return all_suites, []
    wanted = set(only.split(","))
    names = {name: {name, *name.split("/")} for name in all_suites}
    kept = {name: suite for name, suite in all_suites.items() if wanted & names[name]}
    if "sizes" in wanted:
        kept["size/budgets"] = size_suite
    return kept, sorted(wanted.difference({"sizes"}, *names.values()))


# -- running -----------------------------------------------------------------------------------------------

class Report:
    def __init__(self):
        self.passed = self.failed = 0

    def add(self, name, outcome, seconds):
        self.passed += outcome.passed
        self.failed += outcome.failed
        skipped = f", {outcome.skipped} SKIPPED" if outcome.skipped else ""
        mark = "FAIL" if outcome.failed else "ok  "
        print(f"{mark} {name:32} {outcome.passed} passed, {outcome.failed} failed{skipped} ({seconds:.1f} s)", flush=True)
        if outcome.text:
            print("".join(f"     | {line}\n" for line in outcome.text.splitlines()), end="", flush=True)

    def step(self, name, function):
        """A step of the preparation; it counts only when it fails."""
        started = time.monotonic()
        try:
            printed = function() or ""
        except (toolchain.Missing, subprocess.CalledProcessError) as problem:
            self.add(name, Outcome(0, 1, text=str(problem)), time.monotonic() - started)
            return False
        print(f"     {name} ({time.monotonic() - started:.1f} s)\n{printed}", end="", flush=True)
        return True


def prepare(stages, report):
    """Sets up and builds what the stages need. A failure counts, and what was built all the same is run."""
    parts = {PARTS[stage] for stage in stages if stage in PARTS}
    presets = [preset for preset in ("native", "wasm", "asan", "fuzz")
               if any(preset in PRESETS.get(stage, []) for stage in stages)]
    if "wasm" in presets:
        parts.add("wasm")
    report.step("set up", lambda: toolchain.set_up(sorted(parts)))
    if "tool" in stages:
        report.step("nginx", nginx.unpack)
    for preset in presets:
        report.step(f"build {preset}", lambda preset=preset: toolchain.build(preset))
    if BUNDLED & set(stages):
        report.step("bundle", toolchain.bundle)


def run_suite(name, suite):
    started = time.monotonic()
    try:
        outcome = suite()
    except Exception as problem:  # a suite that cannot be started is a failure, not the end of the run
        outcome = Outcome(0, 1, text=f"{type(problem).__name__}: {problem}\n")
    return name, outcome, time.monotonic() - started


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--list", action="store_true", help="print the names of the suites")
    parser.add_argument("--only", help="stages or suites, with commas between")
    parser.add_argument("--no-build", action="store_true", help="run what is built")
    parser.add_argument("--fuzz-runs", type=int, default=0, metavar="N",
                        help=f"N inputs for each fuzzer from a seed of chance, instead of {FUZZ_SECONDS} seconds for all")
    options = parser.parse_args()

    picked, unknown = chosen(suites(options.fuzz_runs), options.only)
    if options.list:
        print("\n".join(picked))
        return 0
    report = Report()
    for name in unknown:
        report.add(name, Outcome(0, 1, text="there is no suite of that name; --list has them"), 0)
    stages = [stage for stage in STAGES if any(name.startswith(stage + "/") for name in picked)]
    if not options.no_build:
        prepare(stages, report)
    for stage in stages:
        of_stage = {name: suite for name, suite in picked.items() if name.startswith(stage + "/")}
        # Browsers want the machine for themselves.
        workers = 1 if stage == "browser" else min(os.cpu_count() or 1, 4)
        with concurrent.futures.ThreadPoolExecutor(workers) as pool:
            running = [pool.submit(run_suite, name, suite) for name, suite in of_stage.items()]
            for done in concurrent.futures.as_completed(running):
                report.add(*done.result())
    print(f"{report.passed} passed, {report.failed} failed", flush=True)
    return 1 if report.failed else 0


if __name__ == "__main__":
    sys.exit(main())
