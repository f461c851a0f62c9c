"""Random valid opening hours, simple ones and strange ones, always the same for the same seed.

  python3 random_values.py COUNT [SEED]        prints them as a JSON list
"""
import json
import random
import sys

DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
EVENTS = ("dawn", "sunrise", "sunset", "dusk")


def clock(chance, first=0, last=24 * 60):
    minutes = chance.randrange(first, last, 15)
    return f"{minutes // 60:02}:{minutes % 60:02}"


def span(chance):
    kind = chance.random()
    if kind < 0.08:
        return f"{chance.choice(EVENTS[:2])}-{chance.choice(EVENTS[2:])}"
    if kind < 0.14:
        return f"({chance.choice(EVENTS)}{chance.choice('+-')}0{chance.randrange(1, 3)}:30)-23:30"
    if kind < 0.18:
        return clock(chance) + "+"
    if kind < 0.26:
        return f"{clock(chance, 18 * 60)}-{clock(chance, 0, 6 * 60)}"
    return f"{clock(chance, 0, 12 * 60)}-{clock(chance, 12 * 60)}"


def weekdays(chance):
    kind = chance.random()
    day = chance.choice(DAYS)
    if kind < 0.5:
        first, last = sorted(chance.sample(range(7), 2))
        return f"{DAYS[first]}-{DAYS[last]}"
    if kind < 0.7:
        return ",".join(sorted(chance.sample(DAYS, 3), key=DAYS.index))
    if kind < 0.8:
        return f"{day}[{chance.choice((1, 2, 3, 4, 5, -1, -2))}]"
    if kind < 0.9:
        return chance.choice(("PH", "SH", "PH +1 day", "PH -1 day", day + ",PH"))
    return day


def dates(chance):
    first, last = chance.choice(MONTHS), chance.choice(MONTHS)
    year = chance.randrange(2020, 2036)
    return chance.choice((
        f"{first}-{last}",
        f"{first} {chance.randrange(1, 29)}-{last} {chance.randrange(1, 29)}",
        f"{first} {chance.randrange(1, 29)}",
        f"easter {chance.choice('+-')}{chance.randrange(1, 60)} days",
        f"{year}-{year + chance.randrange(1, 8)}",
        f"{year}+",
        f"{year} {first} {chance.randrange(1, 29)}",
        "Feb 29",
        f"week {chance.randrange(1, 26)}-{chance.randrange(26, 54)}/{chance.randrange(2, 9)}",
        "week 53",
    ))


def rule(chance):
    parts = []
    if chance.random() < 0.4:
        parts.append(dates(chance))
    if chance.random() < 0.8 or not parts:
        parts.append(weekdays(chance))
    if chance.random() < 0.15:
        return " ".join((*parts, "off"))
    parts.append(",".join(span(chance) for _ in range(chance.choice((1, 1, 1, 2, 2, 3)))))
    if chance.random() < 0.1:
        parts.append(chance.choice(('unknown', '"by appointment"', 'open "entrance B"')))
    return " ".join(parts)


def random_values(count, seed=20261123):
    chance = random.Random(seed)
    values = []
    for _ in range(count):
        value = rule(chance)
        for _ in range(chance.choice((0, 0, 1, 1, 2, 3, 6))):
            value += chance.choice(("; ", "; ", "; ", ", ", " || ")) + rule(chance)
        values.append(value)
    return values


if __name__ == "__main__":
    print(json.dumps(random_values(*map(int, sys.argv[1:]))))
