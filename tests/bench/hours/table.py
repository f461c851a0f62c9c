"""What run.py prints."""

OPERATIONS = ("parse", "parse+state", "state", "next change")
NAMES = {"native": "townboard::hours, native (g++ -O2)", "wasm": "the same as a module linked and made small as those that ship, node",
         "library": "townboard/hours of build/dist, node", "npm": "npm opening_hours, node",
         "KDE": "libkopeninghours, native"}


def amount(nanoseconds):
    if nanoseconds is None:
        return "-"
    for unit, size in (("ns", 1), ("µs", 1e3), ("ms", 1e6)):
        if nanoseconds < size * 1000 or unit == "ms":
            shown = nanoseconds / size
            return f"{shown:.0f} {unit}" if shown >= 100 else f"{shown:.2g} {unit}"
    return "-"


def ratio(slower, faster):
    if slower is None or not faster:
        return "-"
    times = slower / faster
    return f"{times:.0f}x" if times >= 10 else f"{times:.1f}x"


def print_operation(operation, values, results):
    engines = list(results)
    compared = [engine for engine in engines if engine != "native"]
    print(f"\n{operation}")
    print("  #" + "".join(f"{engine:>10}" for engine in engines) +
          "".join(f"{engine + '/native':>16}" for engine in compared))
    for index in range(len(values)):
        times = {engine: results[engine]["time"].get((operation, index)) for engine in engines}
        print(f"{index + 1:>3}" + "".join(f"{amount(times[engine]):>10}" for engine in engines) +
              "".join(f"{ratio(times[engine], times.get('native')):>16}" for engine in compared))


def print_tables(values, results):
    """`results` is {engine: what run.measured gives}. A ratio says how many times native ours is faster."""
    print("CPU time of one call, median of 5; how many times native townboard::hours is faster\n")
    for engine in results:
        print(f"  {engine:<8} {NAMES[engine]}")
    print()
    for index, value in enumerate(values):
        print(f"{index + 1:>3}  {value}")
    for operation in OPERATIONS:
        print_operation(operation, values, results)
    print("\nopen at so many of the 4096 instants (engines that differ here differ in what a value means)")
    for engine, result in results.items():
        counts = [result["open"].get(index, "-") for index in range(len(values))]
        print(f"  {engine:<8}" + "".join(f"{count:>6}" for count in counts))
    print("\nslowest next change of random values, wall time, fastest of three (in node and KDE: as many as fit in 4 s)")
    for engine, result in results.items():
        if result["slowest"]:
            done, slowest, mean, text = result["slowest"]
            print(f"  {engine:<8}{amount(slowest):>8} of {done}, mean {amount(mean)}: {text}")
    for engine, result in results.items():
        for note in result["notes"]:
            print(f"*** {engine}: {note}")
