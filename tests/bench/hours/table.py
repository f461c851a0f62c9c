"""What run.py prints."""
import statistics

# As the engines are asked for them.
OPERATIONS = {"parse": "parse", "parse+state": "parse+state", "state": "state", "next": "next change"}
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
    """Of samples that were taken in pairs."""
    if not slower or not faster:
        return "-"
    times = statistics.median(one / other for one, other in zip(slower, faster))
    return f"{times:.0f}x" if times >= 10 else f"{times:.1f}x"


def print_operation(operation, values, engines):
    compared = [name for name in engines if name != "native"]
    print(f"\n{OPERATIONS[operation]}")
    print("  #" + "".join(f"{name:>10}" for name in engines) + "".join(f"{name + '/native':>16}" for name in compared))
    for index in range(len(values)):
        samples = {name: engine.samples.get((operation, index)) for name, engine in engines.items()}
        print(f"{index + 1:>3}" +
              "".join(f"{amount(statistics.median(taken) if taken else None):>10}" for taken in samples.values()) +
              "".join(f"{ratio(samples[name], samples.get('native')):>16}" for name in compared))


def print_tables(values, engines):
    """`engines` is {name: run.Engine}. A ratio says how many times native ours is faster."""
    print("CPU time of one call, median of 5; how many times native townboard::hours is faster\n")
    for name in engines:
        print(f"  {name:<8} {NAMES[name]}")
    print()
    for index, value in enumerate(values):
        print(f"{index + 1:>3}  {value}")
    for operation in OPERATIONS:
        print_operation(operation, values, engines)
    print("\nopen at so many of the 4096 instants (engines that differ here differ in what a value means)")
    for name, engine in engines.items():
        print(f"  {name:<8}" + "".join(f"{engine.open.get(index, '-'):>6}" for index in range(len(values))))
    print("\nslowest next change of random values, wall time, fastest of three (in node and KDE: as many as fit in 4 s)")
    for name, engine in engines.items():
        if engine.slowest:
            done, slowest, mean, text = engine.slowest
            print(f"  {name:<8}{amount(slowest):>8} of {done}, mean {amount(mean)}: {text}")
    for name, engine in engines.items():
        for note in engine.notes:
            print(f"*** {name}: {note}")
